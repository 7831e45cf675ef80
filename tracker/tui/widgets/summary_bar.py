"""The numbers over the table: each filters when it is pressed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tracker.core.totals import Totals
from tracker.tui.widgets.piece_line import Piece, PieceLine
from tracker.wording.summary_bar import Chip, chips


class SummaryBar(PieceLine, can_focus=True):
    """The counts of the register; the parts add up to the total."""

    HELP_TOPIC: ClassVar[str] = "summary"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "go(-1)", show=False),
        Binding("right", "go(1)", show=False),
        Binding("enter,space", "press", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.totals = Totals()
        self.active = "total"
        """The number whose rows are shown; empty where they are of no one number."""
        self._pointed = 0

    def count(self, totals: Totals, *, active: str) -> None:
        """Show other numbers."""
        self.totals, self.active = totals, active
        self._draw()

    def on_resize(self) -> None:
        """Choose the words that fit."""
        self._draw()

    def on_focus(self) -> None:
        """Show which number Enter would press."""
        self._draw()

    def on_blur(self) -> None:
        """No number is pointed at any more."""
        self._draw()

    def action_go(self, by: int) -> None:
        """Point at the next number."""
        self._pointed = (self._pointed + by) % len(self._names())
        self._draw()

    def action_press(self) -> None:
        """Press the number pointed at."""
        self.post_message(self.Pressed(self, self._names()[self._pointed]))

    def _chips(self) -> tuple[Chip, ...]:
        return chips(self.totals, self.size.width)

    def _names(self) -> list[str]:
        return [chip.name for chip in self._chips() if chip.name]

    def _draw(self) -> None:
        names = self._names()
        pointed = names[self._pointed % len(names)] if self.has_focus else ""
        self.put(
            [Piece(chip.text, self._role(chip.name, pointed), chip.name) for chip in self._chips()]
        )

    def _role(self, name: str, pointed: str) -> str:
        if not name:
            return "dim"
        if name == pointed:
            return "pointed"
        return "active" if name == self.active else "plain"
