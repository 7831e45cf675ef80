"""The paragraph of the report that the appendix is enclosed with, ready to paste."""

from __future__ import annotations

from tracker.core.report import ReportContents
from tracker.reports.letterhead import Letterhead
from tracker.wording import report_text
from tracker.wording.formats import format_date


def summary_lines(report: ReportContents, letterhead: Letterhead) -> tuple[str, ...]:
    """Give the paragraph line by line, from the very totals that head the appendix."""
    groups = report.totals.groups
    return (
        _opening(report, letterhead),
        report_text.summary_heading(report.period),
        report_text.summary_total(report.totals.total),
        report_text.summary_done(groups["done"]),
        report_text.summary_in_progress(groups["in_progress"]),
        report_text.summary_not_started(groups["not_started"]),
        report_text.SUMMARY_ENCLOSURE,
    )


def _opening(report: ReportContents, letterhead: Letterhead) -> str:
    totals = report.totals
    office, day = letterhead.office_short_name, format_date(report.as_of)
    if totals.is_all_in_time:
        return report_text.claim_all_in_time(office=office, committee=letterhead.committee, day=day)
    if totals.total == 0:
        return report_text.nothing_assigned(office=office, day=day)
    return report_text.admit_trouble(
        office=office,
        day=day,
        late=totals.groups["done"]["late"],
        overdue=totals.overdue,
        needs_review=totals.needs_review,
    )
