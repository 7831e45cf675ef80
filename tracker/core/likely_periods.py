"""The periods that a report is most likely wanted on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tracker.core.dates import FIRST_YEAR, LAST_YEAR
from tracker.core.periods import CutOff, PeriodKind, ReportingPeriod, latest_begun

_REPORTED_WITHIN = timedelta(days=31)
"""For so long after its end a period is still reported on; so long is a month at most."""


def likely_periods(today: date, *, cut_off: CutOff) -> tuple[ReportingPeriod, ...]:
    """Each kind of period from the month to the year, the newer first.

    Of each kind the latest that has begun, and before it the one that ended a month ago at most.
    The ``key`` of each is read back by ``parse_period``.
    """
    return tuple(
        period
        for kind in PeriodKind
        if kind is not PeriodKind.RANGE
        for period in _likely(kind, today, cut_off)
        if FIRST_YEAR <= period.year <= LAST_YEAR
    )


def _likely(kind: PeriodKind, today: date, cut_off: CutOff) -> Iterator[ReportingPeriod]:
    latest = latest_begun(kind, today, cut_off=cut_off)
    yield latest
    before = latest.previous()
    if today - before.ends_on <= _REPORTED_WITHIN:
        yield before
