"""The report that is looked over: what was asked for, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.core.assessed import RowKey
from tracker.core.layout import Layout
from tracker.core.membership import Membership
from tracker.core.periods import CutOff, parse_period
from tracker.operations.browsing import newest_operation
from tracker.operations.likely_report import likely_report
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_office import ReportOffice, find_layout
from tracker.operations.report_preview import ReportPreview, preview_report, preview_sheet
from tracker.operations.report_reprinting import LayoutGone
from tracker.reports.sheet import Sheet
from tracker.store.stamp import FileStamp, file_stamp
from tracker.tui.surroundings import Surroundings
from tracker.wording.report_text import period_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which report is wanted."""

    period: str = ""
    """Its key; empty for the one that is most likely wanted."""
    layout: str | None = None
    as_of: str | None = None
    """The day that was said; None for the usual one."""
    with_supporting: bool = False
    is_live: bool = False

    @property
    def period_words(self) -> str:
        """What the period is called, whatever its days are; empty while none is known."""
        return period_name(parse_period(self.period, cut_off=CutOff.DECREE)) if self.period else ""

    @property
    def request(self) -> ReportRequest:
        """The same for those who make it."""
        return ReportRequest(
            layout=self.layout,
            as_of=self.as_of,
            with_supporting=self.with_supporting,
            is_live=self.is_live,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A report as it would be, or as it was issued."""

    office: ReportOffice
    preview: ReportPreview
    printed: tuple[Layout, Sheet] | LayoutGone
    """The table as it would be printed, or why there is none."""
    reasons: Mapping[RowKey, Membership]
    """Why each row is in it."""
    stamp: FileStamp | None
    """Of the register before it was read."""
    operation: int
    """The last one that was known then."""


def look_over(surroundings: Surroundings, asked: Asked, *, day: date) -> Looked:
    """Gather and lay out what was asked for; may take seconds, and raises ``TrackerError``."""
    desk, office = surroundings.desk(), surroundings.office()
    stamp, operation = file_stamp(desk.location), newest_operation(desk)
    period = asked.period or likely_report(desk, office, day).key
    preview = preview_report(desk, office, period, asked.request)
    printed: tuple[Layout, Sheet] | LayoutGone
    try:
        sheet = preview_sheet(desk, office, preview)
        printed = find_layout(office, preview.layout), sheet
    except LayoutGone as gone:
        printed = gone
    return Looked(
        office=office,
        preview=preview,
        printed=printed,
        reasons={row.key: why for row, why in preview.contents.judged},
        stamp=stamp,
        operation=operation,
    )
