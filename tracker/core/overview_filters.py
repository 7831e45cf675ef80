"""The directives behind each number of an overview, as the filter one would type to see them."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.core.age_bands import AgeBand
from tracker.core.day_range import DayRange
from tracker.core.directive import Progress, State
from tracker.core.filters import Filter
from tracker.core.overview_frame import Stretch


def completed_in(month: Stretch) -> Filter:
    """What was completed in a month."""
    return Filter(state=frozenset({State.DONE}), completed=_days(month))


def overdue_in_unit(unit: str) -> Filter:
    """What is overdue in a division; in an empty one, what no division leads."""
    return Filter(progress=_OVERDUE, units=(unit,))


def overdue_for(band: AgeBand, *, as_of: date) -> Filter:
    """What has been overdue for about as long."""
    return Filter(progress=_OVERDUE, due=_days_ago(band, as_of))


def open_without_deadline_for(band: AgeBand, *, as_of: date) -> Filter:
    """What is open, has no deadline, and was assigned about as long ago."""
    assigned = _days_ago(band, as_of)
    return Filter(progress=_NOT_YET_DUE, has_deadline=False, assigned=assigned)


def due_in(days: Stretch) -> Filter:
    """What is open, not late, and falls due on one of the days."""
    return Filter(progress=_NOT_YET_DUE, due=_days(days))


_OVERDUE = frozenset({Progress.OVERDUE})
_NOT_YET_DUE = frozenset({Progress.NOT_YET_DUE})


def _days(stretch: Stretch) -> DayRange:
    return DayRange(since=stretch.first, until=stretch.last)


def _days_ago(band: AgeBand, as_of: date) -> DayRange:
    """The days that lie as far back as the band says."""
    first = None if band.most is None else as_of - timedelta(days=band.most)
    return DayRange(since=first, until=as_of - timedelta(days=band.least))
