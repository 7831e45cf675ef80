"""What is drawn, with nothing in it that acts on a terminal.

Stored text is made fit to be shown where it is put into words; this is the last gate, for every
line of every widget.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter


class Inert(LineFilter):
    """Takes out control, direction-changing and invisible characters; the cells stay filled."""

    def __init__(self, before: Sequence[LineFilter] = ()) -> None:
        """``before``: what else lines go through; each filter by itself would keep every line."""
        super().__init__()
        self.before = tuple(before)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments with printable text."""
        for each in self.before:
            segments = each.apply(segments, background)
        return [
            segment
            if segment.control or segment.text.isprintable()
            else Segment(_printable(segment.text), segment.style)
            for segment in segments
        ]


def _printable(text: str) -> str:
    return "".join(
        character if character.isprintable() else " " * cell_len(character) for character in text
    )
