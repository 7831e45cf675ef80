"""Which months, weeks and days an overview speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = 12
WEEKS = 8
DAYS = 14
"""Two weeks, counted from the day itself."""

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days from the first to the last, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The stretches of days around the one that is looked from."""

    as_of: date
    months: tuple[Stretch, ...]
    """Calendar months, the oldest first; the last one ends on the day itself."""
    weeks: tuple[Stretch, ...]
    """From Monday to Sunday; the first one begins on the day itself."""
    days: tuple[date, ...]

    def is_over(self, month: Stretch) -> bool:
        """Whether the day lies behind the month."""
        return month.last < self.as_of


def frame_of(as_of: date) -> Frame:
    """The last months up to a day, and the weeks and days that come from it on."""
    return Frame(
        as_of=as_of,
        months=_months(as_of),
        weeks=_weeks(as_of),
        days=tuple(as_of + number * _ONE_DAY for number in range(DAYS)),
    )


def _months(as_of: date) -> tuple[Stretch, ...]:
    found = [Stretch(first=as_of.replace(day=1), last=as_of)]
    while len(found) < MONTHS:
        last = found[-1].first - _ONE_DAY
        found.append(Stretch(first=last.replace(day=1), last=last))
    return tuple(reversed(found))


def _weeks(as_of: date) -> tuple[Stretch, ...]:
    monday = as_of - as_of.weekday() * _ONE_DAY
    mondays = [monday + 7 * number * _ONE_DAY for number in range(WEEKS)]
    return tuple(Stretch(first=max(day, as_of), last=day + 6 * _ONE_DAY) for day in mondays)
