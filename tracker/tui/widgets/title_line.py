"""The first line of a screen: what it is, and the day everything on it is judged on."""

from __future__ import annotations

from datetime import date

from tracker.tui.widgets.piece_line import Piece, PieceLine
from tracker.wording.cell_width import cells, cut
from tracker.wording.screen import as_of_words

_MARGINS = 3
"""Cells at both ends, and between the two parts."""


class TitleLine(PieceLine):
    """A bar of another colour where the day is not today, so that nobody misses it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, ground="bar")

    def show(self, title: str, *, as_of: date, today: date) -> None:
        """Say which screen it is, and which day; a press on the day chooses another.

        Where there is little room the title gives way to a day that is not today.
        """
        role, strong = ("bar", "bar_strong") if as_of == today else ("past", "past")
        self.ground = role
        # As wide as the screen, which is known before the line is laid out.
        width = self.app.size.width - _MARGINS
        day = as_of_words(as_of, today=today, room=width - cells(title))
        name = title if as_of == today else cut(title, width - cells(day))
        self.put([Piece(f" {name}", strong)], [Piece(f"{day} ", role, "as_of")])
