"""The report a clerk most likely wants to look over first."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.core.likely_periods import likely_periods
from tracker.core.periods import PeriodKind, ReportingPeriod
from tracker.operations.desk import Desk
from tracker.operations.report_office import ReportOffice
from tracker.operations.report_reprinting import standing_report

_MADE_WITHIN = timedelta(days=10)
"""So long after its end a month is still being reported on."""


def likely_report(desk: Desk, office: ReportOffice, day: date) -> ReportingPeriod:
    """The month that has just ended, until its report is issued; else the one that runs."""
    periods = likely_periods(day, cut_off=office.cut_off)
    running, *ended = (period for period in periods if period.kind is PeriodKind.MONTH)
    for month in ended:
        is_recent = day - month.ends_on <= _MADE_WITHIN
        if is_recent and standing_report(desk, month) is None:
            return month
    return running
