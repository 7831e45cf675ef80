"""The day on which a relative deadline ends (``trong 10 ngày làm việc kể từ ...``)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline, DeadlineKind, Offset, OffsetUnit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

_LONGEST_TERM = 10_000
"""In any unit: more is a slip of the finger, and would take long to count."""


def resolve(deadline: Deadline, *, assigned_on: date, days_off: DaysOff) -> Deadline:
    """Fill in the last day of a relative deadline; any other deadline is given back unchanged.

    The base day is not counted, and a term in months ends on the same day of the last month
    or on that month's last day. A term that ends beyond the calendar is invalid: without a
    day it would count as in time for ever.
    """
    if deadline.kind is not DeadlineKind.RELATIVE or deadline.offset is None:
        return deadline
    due_on = _last_day(deadline.offset, deadline.offset.base_on or assigned_on, days_off)
    if due_on is None:
        return replace(deadline, kind=DeadlineKind.INVALID, due_on=None)
    return replace(deadline, due_on=due_on)


def _last_day(offset: Offset, base: date, days_off: DaysOff) -> date | None:
    if offset.amount > _LONGEST_TERM:
        return None
    try:
        if offset.unit is OffsetUnit.WORKING_DAY:
            return days_off.add_working_days(base, offset.amount)
        return base + _term(offset)
    except (OverflowError, ValueError):
        return None


def _term(offset: Offset) -> timedelta | relativedelta:
    # Late: few deadlines are counted in months.
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415

    match offset.unit:
        case OffsetUnit.MONTH:
            return relativedelta(months=offset.amount)
        case OffsetUnit.YEAR:
            return relativedelta(years=offset.amount)
        case OffsetUnit.WEEK:
            return timedelta(weeks=offset.amount)
        case _:
            return timedelta(days=offset.amount)
