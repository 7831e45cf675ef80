"""Issuing the report that was looked over, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from tracker.operations.desk import Desk
from tracker.operations.issuing import AlreadyIssued, check_issuable
from tracker.operations.report_issuing import SentOut, check_not_early, issue_report
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_office import ReportOffice, find_layout
from tracker.operations.report_preview import ReportPreview


def check_preview(desk: Desk, office: ReportOffice, preview: ReportPreview) -> None:
    """Refuse what would be refused anyway, before a clerk has typed anything for it."""
    if preview.standing is not None:
        raise AlreadyIssued(preview.standing)
    period, as_of = preview.period, preview.as_of
    check_not_early(preview.request, period=period, as_of=as_of)
    check_issuable(find_layout(office, preview.layout), period, as_of=as_of, today=desk.today)


def issue_preview(
    desk: Desk, office: ReportOffice, preview: ReportPreview, said: ReportRequest
) -> SentOut:
    """Issue just what was looked over, in the format and with the number and day said."""
    request = replace(
        preview.request,
        layout=preview.layout,
        format=said.format,
        number=said.number,
        dated=said.dated,
        seen=preview.contents,
    )
    return issue_report(desk, office, request, period=preview.period, as_of=preview.as_of)
