"""Issuing a report, and printing again what was issued."""

from __future__ import annotations

from datetime import date

from tracker.cli.output import put_lines, tell
from tracker.cli.report_delivery import deliver, tell_remarks, tell_written
from tracker.core.periods import ReportingPeriod
from tracker.operations import report_issuing
from tracker.operations.desk import Desk
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_office import ReportOffice
from tracker.operations.report_reprinting import answers, reprint
from tracker.store.issued import IssuedReport
from tracker.wording.issued import (
    computed_live_line,
    drawn_from_issued_line,
    issued_line,
    printed_again_line,
)


def issue_report(
    desk: Desk,
    office: ReportOffice,
    request: ReportRequest,
    *,
    period: ReportingPeriod,
    as_of: date,
) -> int:
    """Issue a report, and say so."""
    sent = report_issuing.issue_report(desk, office, request, period=period, as_of=as_of)
    tell_written(sent.written, sent.contents)
    put_lines([issued_line(sent.report)])
    tell_remarks(office, sent.contents)
    return 0


def answering_report(
    standing: IssuedReport | None, request: ReportRequest, *, today: date
) -> IssuedReport | None:
    """The issued report that answers what was asked; None where it must be computed."""
    if standing is None or answers(standing, request, today=today):
        return standing
    tell(computed_live_line(standing))
    return None


def print_again(
    desk: Desk, office: ReportOffice, report: IssuedReport, request: ReportRequest
) -> int:
    """Print an issued report, and say what it is."""
    again = reprint(desk, office, report, request)
    deliver(office, again.file, request.out)
    tell(printed_again_line(report) if again.is_as_issued else drawn_from_issued_line(report))
    return 0
