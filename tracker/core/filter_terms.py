"""What each term of a filter says: which field of the filter, and what of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from tracker.core.dates import UnreadableDate
from tracker.core.errors import UsageError
from tracker.core.filter_days import read_range
from tracker.core.filter_pieces import Term
from tracker.core.filter_words import (
    NOBODY,
    ORDER,
    PROGRESS,
    ROLE,
    STATE,
    THERE_IS,
    Words,
    by_spelling,
    choices,
    joined,
)
from tracker.core.filters import FilterKey, Sorting
from tracker.core.row_order import Order
from tracker.core.vietnamese import fold

_FEW_DAYS = re.compile("[0-9]{1,3}")
_DAYS = re.compile("[0-9]{1,10}")


class UnknownFilterValue(UsageError):
    """A known key was given a value it cannot have."""

    def __init__(self, term: Term, choices: Words = ()) -> None:
        super().__init__(term.text)
        self.key = term.key
        self.text = term.text
        """The whole term as typed."""
        self.choices = choices
        """The values there are, as they are typed; empty where they are no closed list."""


class UnreadableFilterDate(UsageError):
    """A term that compares days was given something that is none."""

    def __init__(self, term: Term, trouble: UnreadableDate) -> None:
        super().__init__(term.text)
        self.key = term.key
        self.text = term.text
        """The whole term as typed."""
        self.trouble = trouble


Said = Mapping[str, Any]
"""Fields of a filter, with what a term says of them."""


def read_term(term: Term, *, today: date) -> Said:
    """What a term says; raises ``UnknownFilterValue`` and ``UnreadableFilterDate``."""
    if term.key in _OF_DAYS:
        return _OF_DAYS[term.key](term, today)
    if term.sign != ":":
        raise UnknownFilterValue(term, _CHOICES.get(term.key, ()))
    return _OTHERS[term.key](term)


def _read_days(field: str, term: Term, today: date) -> Said:
    """A day, a period or a range."""
    try:
        return {field: read_range(term.sign, term.value, today=today)}
    except UnreadableDate as trouble:
        raise UnreadableFilterDate(term, trouble) from trouble


def _read_due(term: Term, today: date) -> Said:
    """The same, or how many days are left, or whether there is a deadline at all."""
    if term.sign == ":":
        there_is = _THERE_IS.get(joined(term.value))
        if there_is is not None:
            return {"has_deadline": there_is}
        if _FEW_DAYS.fullmatch(term.value):
            return {"due_within": int(term.value)}
    return _read_days("due", term, today)


def _read_due_within(term: Term) -> Said:
    if not _DAYS.fullmatch(term.value):
        raise UnknownFilterValue(term)
    return {"due_within": int(term.value)}


def _read_names(field: str, term: Term) -> Said:
    """Whole names; a word for nobody is a name only in quotes."""
    if not term.values:
        raise UnknownFilterValue(term)
    names = (
        "" if not one.is_quoted and joined(one.text) in _NOBODY else one.text for one in term.values
    )
    return {field: tuple(names)}


def _read_any_of(field: str, meanings: Mapping[str, frozenset[Any]], term: Term) -> Said:
    """Some of a closed list."""
    wanted = [meanings.get(joined(one.text)) for one in term.values]
    known = [one for one in wanted if one is not None]
    if not known or len(known) < len(wanted):
        raise UnknownFilterValue(term, _CHOICES[term.key])
    return {field: frozenset[Any]().union(*known)}


def _read_one_of(field: str, meanings: Mapping[str, Any], term: Term) -> Said:
    """One of a closed list."""
    meaning = meanings.get(joined(term.value))
    if meaning is None:
        raise UnknownFilterValue(term, _CHOICES[term.key])
    return {field: meaning}


def _read_sorting(term: Term) -> Said:
    """An order, the other direction of it behind a minus."""
    order = _read_one_of("order", _ORDERS, term)["order"]
    return {"sorting": Sorting(order=order, is_reversed=fold(term.value).startswith("-"))}


_THERE_IS = by_spelling(THERE_IS)
_NOBODY = frozenset(map(joined, NOBODY))
_ORDERS: Mapping[str, Order] = by_spelling(ORDER)

_CHOICES: Mapping[FilterKey, Words] = {
    FilterKey.PROGRESS: choices(PROGRESS),
    FilterKey.STATE: choices(STATE),
    FilterKey.ROLE: choices(ROLE),
    FilterKey.RESULT: choices(THERE_IS),
    FilterKey.SORT: choices(ORDER),
}

_OF_DAYS: Mapping[FilterKey, Callable[[Term, date], Said]] = {
    FilterKey.DUE: _read_due,
    FilterKey.COMPLETED: partial(_read_days, "completed"),
    FilterKey.ISSUED: partial(_read_days, "issued"),
    FilterKey.ASSIGNED: partial(_read_days, "assigned"),
}

_OTHERS: Mapping[FilterKey, Callable[[Term], Said]] = {
    FilterKey.PROGRESS: partial(_read_any_of, "progress", by_spelling(PROGRESS)),
    FilterKey.STATE: partial(_read_any_of, "state", by_spelling(STATE)),
    FilterKey.UNIT: partial(_read_names, "units"),
    FilterKey.OFFICER: partial(_read_names, "officers"),
    FilterKey.ASSIGNED_BY: partial(_read_names, "assigned_by"),
    FilterKey.ROLE: partial(_read_one_of, "role", by_spelling(ROLE)),
    FilterKey.DUE_WITHIN: _read_due_within,
    FilterKey.RESULT: partial(_read_one_of, "has_result", _THERE_IS),
    FilterKey.SORT: _read_sorting,
}
