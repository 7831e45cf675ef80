"""What is asked of the register: which rows, in which order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.core.directive import Progress
from tracker.core.rules import Policy
from tracker.store.selection import Order, Selection

TOTAL = "total"
"""The name of the number that everything adds up to."""

_LED = Selection(is_supporting=False, order=Order.ATTENTION)

_NUMBERS = {
    TOTAL: _LED,
    "on_time": replace(_LED, progress=frozenset({Progress.ON_TIME})),
    "late": replace(_LED, progress=frozenset({Progress.LATE})),
    "not_yet_due": replace(_LED, progress=frozenset({Progress.NOT_YET_DUE})),
    "overdue": replace(_LED, progress=frozenset({Progress.OVERDUE})),
    "other": replace(_LED, progress=frozenset({Progress.SUSPENDED, Progress.NEEDS_REVIEW})),
    "no_deadline": replace(_LED, has_no_deadline=True),
    "needs_review": replace(_LED, progress=frozenset({Progress.NEEDS_REVIEW})),
}
"""The rows that each number over the table counts."""

KEYED = ("overdue", "due_soon", "no_deadline", "late", "needs_review", TOTAL)
"""The views on the digit keys, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Rows chosen by a number or a saved view, narrowed by what is typed, in an order."""

    preset: str = TOTAL
    """The name of a number over the table, or of a saved view."""
    typed: str = ""
    order: Order = Order.ATTENTION
    is_reversed: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether nothing narrows the register down."""
        return self.preset == TOTAL and not self.typed.strip()

    def selection(self, policy: Policy) -> Selection:
        """The rows as the store is asked for them."""
        if self.preset == "due_soon":
            chosen = replace(_LED, due_within=policy.due_soon_days)
        else:
            chosen = _NUMBERS[self.preset]
        return replace(chosen, search=self.typed, order=self.order)
