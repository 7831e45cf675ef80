"""What the looks of a cell say about its text."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.intake.files.number_formats import GENERAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How numbers are shown, and in which font."""

    number_format: str = GENERAL
    font: str = ""


PLAIN = Style()
