"""What is asked of the register: which rows, in which order."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tracker.core.row_order import Order
from tracker.operations.browsing import EVERYTHING
from tracker.store.selection import Selection
from tracker.tui.surroundings import Surroundings

TOTAL = "total"
"""The name of the number that everything adds up to."""

_NUMBERS = {
    TOTAL: "",
    "on_time": "progress:on_time",
    "late": "progress:late",
    "not_yet_due": "progress:not_yet_due",
    "overdue": "progress:overdue",
    "other": "progress:suspended,needs_review",
    "due_soon": "due-within:{due_soon_days}",
    "no_deadline": "due:none",
    "needs_review": "progress:needs_review",
    "withdrawn": "progress:withdrawn",
    "supporting": "role:support",
}
"""The rows that each number over the table counts, as one would type it."""


class View(NamedTuple):
    """Rows chosen by a number or a saved view, narrowed by what is typed, in an order."""

    preset: str = TOTAL
    """The name of a number over the table; empty for a saved view."""
    saved: str = ""
    """The name of a saved view, by which it is called on the screen."""
    saved_text: str = ""
    """Its filter, as it is typed."""
    typed: str = ""
    order: Order | None = None
    """The order chosen by hand; None for what is typed or saved, else for what presses most."""
    is_reversed: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether nothing narrows the register down."""
        return not (self.typed.strip() or self.saved_text or _NUMBERS.get(self.preset))

    def selection(self, surroundings: Surroundings, as_of: date) -> Selection:
        """The rows as the store is asked for them; ``UsageError`` for what cannot be understood."""
        if self.is_plain and self.order is None:
            return EVERYTHING
        # Late: the first picture asks for everything.
        from dataclasses import replace

        from tracker.core.filter_grammar import parse_filter
        from tracker.core.filters import Sorting, overlaid
        from tracker.core.successors import Successors
        from tracker.operations.filtering import selection_of

        chosen = parse_filter(self._preset_text(surroundings), today=as_of)
        wanted = overlaid(chosen, parse_filter(self.typed, today=as_of))
        if self.is_plain:
            wanted = replace(wanted, state=EVERYTHING.state)
        sorting = wanted.sorting or Sorting(order=Order.ATTENTION)
        if self.order is not None:
            sorting = Sorting(order=self.order, is_reversed=self.is_reversed)
        wanted = replace(wanted, sorting=sorting)
        # The office is asked where it matters: what it knows takes a while to read.
        successors = surroundings.office().successors if wanted.units else Successors()
        return selection_of(wanted, successors=successors)

    def _preset_text(self, surroundings: Surroundings) -> str:
        if self.saved_text:
            return self.saved_text
        days = surroundings.desk().policy.due_soon_days
        return _NUMBERS.get(self.preset, "").format(due_soon_days=days)
