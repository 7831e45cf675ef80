"""Which directives somebody wants to see, and in which order: the value every filter is read into.

Nothing is said of how it was typed: ``core.filter_grammar`` reads it, ``core.filter_text`` writes
it, ``operations.filtering`` turns it into a question to the register.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from tracker.core.day_range import DayRange
from tracker.core.directive import Progress, State
from tracker.core.errors import UsageError
from tracker.core.row_order import Order


class Role(StrEnum):
    """Which directives are meant, by what the office is to do."""

    LEAD = "lead"
    SUPPORT = "support"
    ALL = "all"


class FilterKey(StrEnum):
    """What a filter can say something about."""

    PROGRESS = "progress"
    STATE = "state"
    UNIT = "unit"
    OFFICER = "officer"
    ASSIGNED_BY = "assigned_by"
    ROLE = "role"
    DUE = "due"
    """The deadline in force."""
    DUE_WITHIN = "due_within"
    COMPLETED = "completed"
    """The day of completion."""
    ISSUED = "issued"
    """The date of the document that assigned it."""
    ASSIGNED = "assigned"
    """The day from which it counts, mostly that date."""
    RESULT = "result"
    SORT = "sort"


class ContradictoryFilter(UsageError):
    """Two things were said about what can only be one."""

    def __init__(self, key: FilterKey) -> None:
        super().__init__(key.value)
        self.key = key


class EmptyRange(UsageError):
    """The days asked for end before they begin."""

    def __init__(self, key: FilterKey, days: DayRange) -> None:
        super().__init__(key.value)
        self.key = key
        self.days = days


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """An order, or the other direction of one."""

    order: Order
    is_reversed: bool = False
    """What comes last whatever the direction stays last: no deadline, no completion, no unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is wanted; what nothing was said about does not narrow.

    Texts and names are on one line, with single blanks between words.
    """

    texts: tuple[str, ...] = ()
    """Words and phrases that must all occur, each as it stands, without case and accents."""
    progress: frozenset[Progress] = frozenset()
    """Any of them, as of states and names."""
    state: frozenset[State] = frozenset()
    units: tuple[str, ...] = ()
    """Whole names; an empty one: without a unit."""
    officers: tuple[str, ...] = ()
    assigned_by: tuple[str, ...] = ()
    role: Role | None = None
    due: DayRange | None = None
    has_deadline: bool | None = None
    due_within: int | None = None
    """Open and due within so many days, from the day itself on."""
    completed: DayRange | None = None
    issued: DayRange | None = None
    assigned: DayRange | None = None
    has_result: bool | None = None
    """Done, with a document that reports the result or without one."""
    sorting: Sorting | None = None


_ABOUT = {
    "progress": FilterKey.PROGRESS,
    "state": FilterKey.STATE,
    "units": FilterKey.UNIT,
    "officers": FilterKey.OFFICER,
    "assigned_by": FilterKey.ASSIGNED_BY,
    "role": FilterKey.ROLE,
    "due": FilterKey.DUE,
    "has_deadline": FilterKey.DUE,
    "due_within": FilterKey.DUE_WITHIN,
    "completed": FilterKey.COMPLETED,
    "issued": FilterKey.ISSUED,
    "assigned": FilterKey.ASSIGNED,
    "has_result": FilterKey.RESULT,
    "sorting": FilterKey.SORT,
}
"""The fields of a filter that differ when two say different things, and what they are about."""

_UNSAID = Filter()


def combined(first: Filter, second: Filter) -> Filter:
    """What both say; ``ContradictoryFilter`` where they differ about the same thing."""
    together: dict[str, Any] = {"texts": _joined(first.texts, second.texts)}
    for name, key in _ABOUT.items():
        unsaid, said = getattr(_UNSAID, name), getattr(first, name)
        more = getattr(second, name)
        if unsaid not in (said, more) and said != more:
            raise ContradictoryFilter(key)
        together[name] = more if said == unsaid else said
    return Filter(**together)


def overlaid(base: Filter, said: Filter) -> Filter:
    """The base with everything said put in its place; what both search for must all occur."""
    together = {
        name: getattr(said if getattr(said, name) != getattr(_UNSAID, name) else base, name)
        for name in _ABOUT
    }
    return Filter(texts=_joined(base.texts, said.texts), **together)


def with_more(said: Filter, name: str, value: Any) -> Filter:
    """A filter with one more thing said about a field.

    Where any of several values will do, there is one more that will; days must lie in all ranges
    given; what can only be one thing may be said again, but not differently.
    """
    before = getattr(said, name)
    if isinstance(value, frozenset):
        value = before | value
    elif isinstance(value, tuple):
        value = _joined(before, value)
    elif isinstance(value, DayRange):
        value = value.within(before or DayRange())
        if value.is_empty:
            raise EmptyRange(_ABOUT[name], value)
    elif before not in (None, value):
        raise ContradictoryFilter(_ABOUT[name])
    return replace(said, **{name: value})


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    """Each text once, in the order first said."""
    return tuple(dict.fromkeys((*first, *second)))
