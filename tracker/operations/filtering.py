"""From a filter as it was typed to the rows of the register that are wanted."""

from __future__ import annotations

from tracker.core.errors import UsageError
from tracker.core.filters import Filter, Role, Sorting
from tracker.core.row_order import Order
from tracker.core.successors import Successors
from tracker.store.selection import Selection

_SUPPORTING = {Role.LEAD: False, Role.SUPPORT: True, Role.ALL: None}

_AS_ENTERED = Sorting(order=Order.ENTRY)

MOST_TEXTS = 100
LONGEST_TEXT = 1000
"""No database compares with any number of texts, or with texts of any length."""


class SearchTooLong(UsageError):
    """More is to be searched for than can be at once, most likely pasted by mistake."""

    def __init__(self) -> None:
        super().__init__()
        self.most_texts = MOST_TEXTS
        self.longest_text = LONGEST_TEXT


def selection_of(wanted: Filter, *, successors: Successors) -> Selection:
    """The selection that a filter asks for.

    A unit stands for all those it took the place of too. Where nothing is said of the role, only
    what the office leads is wanted; of an order, rows come as they were entered. Raises
    ``SearchTooLong``.
    """
    if len(wanted.texts) > MOST_TEXTS or max(map(len, wanted.texts), default=0) > LONGEST_TEXT:
        raise SearchTooLong()
    units = (name for unit in wanted.units for name in successors.names(unit))
    sorting = wanted.sorting or _AS_ENTERED
    return Selection(
        search=" ".join(text for text in wanted.texts if " " not in text),
        phrases=tuple(text for text in wanted.texts if " " in text),
        progress=wanted.progress,
        state=wanted.state,
        units=tuple(units) or None,
        officers=wanted.officers or None,
        assigned_by=wanted.assigned_by or None,
        is_supporting=_SUPPORTING[wanted.role or Role.LEAD],
        due_within=wanted.due_within,
        has_no_deadline=None if wanted.has_deadline is None else not wanted.has_deadline,
        due=wanted.due,
        completed=wanted.completed,
        issued=wanted.issued,
        assigned=wanted.assigned,
        has_result=wanted.has_result,
        order=sorting.order,
        is_reversed=sorting.is_reversed,
    )
