"""The first line of a screen: what it is, and the day everything on it is judged on."""

from __future__ import annotations

from datetime import date

from tracker.tui.widgets.piece_line import Piece, PieceLine
from tracker.wording.screen import AS_OF_HINT, as_of_words


class TitleLine(PieceLine):
    """A bar of another colour where the day is not today, so that nobody misses it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, ground="bar")

    def show(self, title: str, *, as_of: date, today: date) -> None:
        """Say which screen it is, and which day; a press on the day chooses another."""
        role = "bar" if as_of == today else "past"
        self.ground = role
        hint = "" if as_of == today else f" {AS_OF_HINT}"
        self.put(
            [Piece(f" {title}", "bar_strong" if role == "bar" else role)],
            [Piece(f"{as_of_words(as_of, today=today)}{hint} ", role, "as_of")],
        )
