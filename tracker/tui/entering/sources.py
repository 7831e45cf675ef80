"""Where the tables come from that are looked over: a text that was pasted, or files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Protocol

from tracker.intake.files.found import FileTables
from tracker.intake.files.pasted import file_of_text
from tracker.intake.files.reading import read_file, read_files
from tracker.intake.old_fonts import OldFont
from tracker.operations.desk import Desk
from tracker.operations.import_preview import ImportPreview
from tracker.operations.importing import preview_files
from tracker.tui.entering.coming import Coming


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the tables are to be read."""

    document: str = ""
    """The one that assigns, where the rows name none."""
    font: OldFont | None = None
    """The one of before Unicode that they are typed in."""


class Source(Protocol):
    """Something with tables in it."""

    @property
    def name(self) -> str:
        """What it is called; empty of what was pasted."""

    @property
    def unsaved(self) -> str:
        """What would be lost by leaving; empty where it stays where it is."""

    def look(self, desk: Desk, reading: Reading, coming: Coming) -> ImportPreview:
        """Read it, beside the register; in a thread. Raises ``TrackerError``."""


class PastedText:
    """A text that was copied elsewhere."""

    name = ""

    def __init__(self, text: str) -> None:
        self.unsaved = text

    @cached_property
    def _file(self) -> FileTables:
        return file_of_text(self.unsaved)

    def look(self, desk: Desk, reading: Reading, coming: Coming) -> ImportPreview:
        """Read it, beside the register."""
        return _looked(desk, (self._file,), reading, coming)


class ChosenFiles:
    """Files on this machine; once they could be read, what they held then is looked at."""

    unsaved = ""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)
        self._files: tuple[FileTables, ...] = ()
        self.name = ", ".join(path.name for path in paths)

    def look(self, desk: Desk, reading: Reading, coming: Coming) -> ImportPreview:
        """Read them, beside the register and beside one another."""
        self._files = self._files or read_files(
            self._paths, read_one=partial(read_file, wait=coming.go_on)
        )
        return _looked(desk, self._files, reading, coming)


def _looked(
    desk: Desk, files: Sequence[FileTables], reading: Reading, coming: Coming
) -> ImportPreview:
    return preview_files(
        desk, files, document=reading.document, font=reading.font, progress=coming.hear
    )
