"""What an issued report said, written down whole and read back exactly."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from tracker.core.assessed import AssessedDirective
from tracker.core.periods import CutOff, PeriodKind, ReportingPeriod, parse_period
from tracker.core.report import Judged, ReportContents, report_contents
from tracker.core.totals import Totals
from tracker.store.json_parts import plain

Numbers = dict[str, Any]
"""Totals as ``Totals.as_dict`` gives them."""


class DoesNotThaw(ValueError):
    """What was stored is not what a report held."""


def frozen(value: object) -> str:
    """A value of the core with all that is in it, as JSON.

    Empty fields that are empty unless said otherwise are left out: they are most of a row.
    """
    parts = _without_empty(value)
    return json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _without_empty(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_without_empty(each) for each in value]
    if not is_dataclass(value):
        return plain(value)
    named = ((field, getattr(value, field.name)) for field in fields(value))
    return {
        field.name: _without_empty(each)
        for field, each in named
        if each or field.default is MISSING or each != field.default
    }


def thawed_row(payload: str) -> AssessedDirective:
    """The row that ``frozen`` wrote."""
    row: AssessedDirective = thawed(AssessedDirective, json.loads(payload))
    return row


def thawed(kind: Any, value: Any) -> Any:
    """A value of ``kind`` from what ``plain`` made of it; a field it lacks takes its default."""
    return _reader(kind)(value)


def frozen_totals(totals: Totals) -> str:
    """Totals as JSON."""
    return json.dumps(totals.as_dict(), sort_keys=True)


def thawed_contents(
    period: ReportingPeriod, as_of: date, *, judged: Iterable[Judged], totals: Numbers
) -> ReportContents:
    """A report from its rows; ``DoesNotThaw`` where they do not come to the totals it had."""
    contents = report_contents(period, as_of, judged=judged)
    counted = contents.totals.as_dict()
    if any(counted.get(name) != number for name, number in totals.items()):
        raise DoesNotThaw("the rows do not come to the totals")
    return contents


def thawed_period(kind: str, key: str, *, starts_on: date, ends_on: date) -> ReportingPeriod:
    """The period of a report; its days tell where the office cut it off."""
    for cut_off in CutOff:
        period = parse_period(key, cut_off=cut_off)
        if (period.kind, period.starts_on, period.ends_on) == (
            PeriodKind(kind),
            starts_on,
            ends_on,
        ):
            return period
    raise DoesNotThaw("the days are not those of the period")


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """A function that reads one kind of value, put together from the declaration of the kind."""
    if get_origin(kind) in (Union, UnionType):
        (wanted,) = (each for each in get_args(kind) if each is not NoneType)
        return _optional(_reader(wanted))
    if get_origin(kind) is tuple:
        each = _reader(get_args(kind)[0])
        return lambda values: tuple(each(value) for value in values)
    if kind is date:
        return date.fromisoformat
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    return kind if issubclass(kind, StrEnum) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _optional(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    return lambda known: kind(**{name: readers[name](value) for name, value in known.items()})
