"""Days between bounds, each bound as it was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRange:
    """The days between some bounds, each kept as it was said; open where none is set."""

    since: date | None = None
    """Not before this day."""
    after: date | None = None
    until: date | None = None
    """Not after this day."""
    before: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no day lies between the bounds."""
        first = _latest(self.since, _shifted(self.after, 1))
        last = _earliest(self.until, _shifted(self.before, -1))
        return first is not None and last is not None and last < first

    def within(self, other: DayRange) -> DayRange:
        """The days that lie in both."""
        return DayRange(
            since=_latest(self.since, other.since),
            after=_latest(self.after, other.after),
            until=_earliest(self.until, other.until),
            before=_earliest(self.before, other.before),
        )


def _latest(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _shifted(day: date | None, by: int) -> date | None:
    """A neighbouring day; the end of time is its own neighbour."""
    ends = (date.min, date.max)
    return day if day is None or day in ends else day + timedelta(days=by)
