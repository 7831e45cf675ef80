"""A filter written out as it is typed: ``parse_filter`` reads the same filter again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tracker.core.day_range import DayRange
from tracker.core.filter_days import range_texts
from tracker.core.filter_pieces import is_plain, quoted
from tracker.core.filter_words import (
    KEYS,
    NOBODY,
    ORDER,
    PROGRESS,
    ROLE,
    STATE,
    THERE_IS,
    cover,
    joined,
    written,
)
from tracker.core.filters import Filter, FilterKey, Sorting

_PLAIN_NAME = re.compile(r'[^\s",<>][^\s",]*')

_NOBODY = frozenset(map(joined, NOBODY))

_FEW_DAYS = 1000
"""From so many on, a number behind the deadline would be a year."""

_Term = tuple[FilterKey, str, str]
"""Key, sign and value."""


def filter_text(wanted: Filter) -> str:
    """The filter in one line: terms first, always in one order, then what is searched for."""
    terms = (f"{written(KEYS, key)}{sign}{value}" for key, sign, value in _terms(wanted))
    texts = (text if is_plain(text) else quoted(text) for text in wanted.texts)
    return " ".join((*terms, *texts))


def _terms(wanted: Filter) -> Iterator[_Term]:
    yield from _several(FilterKey.PROGRESS, cover(PROGRESS, wanted.progress))
    yield from _several(FilterKey.STATE, cover(STATE, wanted.state))
    yield from _several(FilterKey.UNIT, tuple(map(_name, wanted.units)))
    yield from _several(FilterKey.OFFICER, tuple(map(_name, wanted.officers)))
    yield from _several(FilterKey.ASSIGNED_BY, tuple(map(_name, wanted.assigned_by)))
    yield from _one(FilterKey.ROLE, ROLE, wanted.role)
    yield from _one(FilterKey.DUE, THERE_IS, wanted.has_deadline)
    yield from _within(wanted.due_within)
    yield from _days(FilterKey.DUE, wanted.due)
    yield from _days(FilterKey.COMPLETED, wanted.completed)
    yield from _days(FilterKey.ISSUED, wanted.issued)
    yield from _days(FilterKey.ASSIGNED, wanted.assigned)
    yield from _one(FilterKey.RESULT, THERE_IS, wanted.has_result)
    yield from _sorting(wanted.sorting)


def _several(key: FilterKey, values: tuple[str, ...]) -> Iterator[_Term]:
    if values:
        yield key, ":", ",".join(values)


def _name(name: str) -> str:
    if not name:
        return NOBODY[0]
    is_plain_name = _PLAIN_NAME.fullmatch(name) and joined(name) not in _NOBODY
    return name if is_plain_name else quoted(name)


def _one(key: FilterKey, table: Mapping[Any, tuple[str, ...]], meaning: object) -> Iterator[_Term]:
    if meaning is not None:
        yield key, ":", written(table, meaning)


def _within(days: int | None) -> Iterator[_Term]:
    if days is not None:
        yield FilterKey.DUE if days < _FEW_DAYS else FilterKey.DUE_WITHIN, ":", str(days)


def _days(key: FilterKey, days: DayRange | None) -> Iterator[_Term]:
    for sign, text in range_texts(days) if days else ():
        yield key, sign, text


def _sorting(sorting: Sorting | None) -> Iterator[_Term]:
    if sorting is not None:
        direction = "-" if sorting.is_reversed else ""
        yield FilterKey.SORT, ":", f"{direction}{written(ORDER, sorting.order)}"
