"""The due days of a recurring directive (hằng tháng, hằng quý, hằng năm)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.core.deadline import Cycle, Recurrence

_MONTHS = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.YEAR: 12}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One turn of a recurring directive."""

    opens_on: date
    """The first day of its period; for the first turn the day of assignment, if that is earlier."""
    due_on: date
    """Its nominal due day, which also names it."""
    lapses_on: date
    """The day after the next turn's due day: a turn missed until then is no longer carried,
    so that one missed month does not make the series late for ever."""


def instances(recurrence: Recurrence, *, since: date, until: date) -> Iterator[Instance]:
    """The turns due on or after ``since`` whose period opens on or before ``until``.

    The first is open from ``since`` on: what was just assigned is never without a turn.
    """
    opens_on = _period_start(recurrence, since)
    due_on, carried_from = _due_on(recurrence, opens_on), since
    while min(opens_on, carried_from) <= until:
        following = _next_period(recurrence, opens_on)
        next_due_on = _due_on(recurrence, following)
        if due_on >= since:
            yield Instance(
                opens_on=min(opens_on, carried_from),
                due_on=due_on,
                lapses_on=next_due_on + _ONE_DAY,
            )
            carried_from = date.max
        opens_on, due_on = following, next_due_on


def turn_at(recurrence: Recurrence, day: date) -> Instance:
    """The turn in whose period the day lies."""
    opens_on = _period_start(recurrence, day)
    following = _next_period(recurrence, opens_on)
    return Instance(
        opens_on=opens_on,
        due_on=_due_on(recurrence, opens_on),
        lapses_on=_due_on(recurrence, following) + _ONE_DAY,
    )


def _period_start(recurrence: Recurrence, day: date) -> date:
    length = _MONTHS[recurrence.cycle]
    return date(day.year, (day.month - 1) // length * length + 1, 1)


def _next_period(recurrence: Recurrence, opens_on: date) -> date:
    return _add_months(opens_on, _MONTHS[recurrence.cycle])


def _due_on(recurrence: Recurrence, opens_on: date) -> date:
    last_month = _add_months(opens_on, _MONTHS[recurrence.cycle] - 1)
    month = last_month
    if recurrence.cycle is Cycle.YEAR and recurrence.month is not None:
        month = last_month.replace(month=recurrence.month)
    last_day = monthrange(month.year, month.month)[1]
    return month.replace(day=min(recurrence.day or last_day, last_day))


def _add_months(first_of_month: date, months: int) -> date:
    years, month = divmod(first_of_month.month - 1 + months, 12)
    return date(first_of_month.year + years, month + 1, 1)
