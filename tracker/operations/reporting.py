"""The report on a period: who is in it, laid out, written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from tracker.core.errors import UsageError
from tracker.core.membership import ReportedSoFar, membership
from tracker.core.periods import ReportingPeriod
from tracker.core.report import ReportContents, report_contents
from tracker.operations.desk import Desk
from tracker.reports.appendix import appendix_sheet
from tracker.reports.files import write_atomically
from tracker.reports.letterhead import Letterhead
from tracker.reports.plan import plan_sheet
from tracker.reports.sheet import Paper, Sheet
from tracker.store.listing import assessed
from tracker.store.reading import open_reading
from tracker.store.selection import Selection


class PeriodNotBegun(UsageError):
    """A report was asked for on a period that lies ahead of the day it is looked at from."""

    def __init__(self, *, starts_on: date, today: date) -> None:
        super().__init__(starts_on, today)
        self.starts_on = starts_on
        self.today = today


class Layout(StrEnum):
    """The forms a report can take."""

    APPENDIX = "appendix"
    PLAN = "plan"


_LAYOUTS: dict[Layout, Callable[..., Sheet]] = {
    Layout.APPENDIX: appendix_sheet,
    Layout.PLAN: plan_sheet,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stationery:
    """What the office decides about the look of its reports."""

    letterhead: Letterhead
    paper: Paper


def gather(
    desk: Desk, period: ReportingPeriod, *, as_of: date, reported: ReportedSoFar
) -> ReportContents:
    """Everything a report on the period says, as of a day."""
    with open_reading(desk.location) as reading:
        rows = assessed(reading, as_of=as_of, policy=desk.policy, selection=Selection())
    return report_contents(
        period,
        as_of,
        judged=(
            (row, membership(row, period_starts_on=period.starts_on, reported=reported))
            for row in rows
        ),
    )


def usual_as_of(period: ReportingPeriod, today: date) -> date:
    """The period's last day; today while that has not come; else ``PeriodNotBegun``."""
    if today < period.starts_on:
        raise PeriodNotBegun(starts_on=period.starts_on, today=today)
    return min(period.ends_on, today)


def laid_out(contents: ReportContents, layout: Layout, stationery: Stationery) -> Sheet:
    """The report in a layout."""
    return _LAYOUTS[layout](contents, stationery.letterhead, paper=stationery.paper)


def write_report(path: Path, content: bytes) -> Path:
    """Put a finished report in its place, whole or not at all."""
    write_atomically(path, content)
    return path
