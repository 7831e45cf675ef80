"""What was looked over is issued, or refused before anything was typed for it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.operations.reports_issued import later
from tracker.core.errors import TrackerError
from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.issuing import AlreadyIssued, IssuedAhead, NotIssuable, list_issued
from tracker.operations.preview_issuing import check_preview, issue_preview
from tracker.operations.report_issuing import ChangedSinceSeen, IssuedEarly
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_office import ReportOffice
from tracker.operations.report_preview import preview_report


def test_the_layout_and_the_terms_that_were_looked_at_are_issued(
    december: Desk, report_office: ReportOffice
) -> None:
    seen = ReportRequest(layout="plan", with_supporting=True)
    preview = preview_report(december, report_office, "12/2023", seen)
    check_preview(december, report_office, preview)
    said = ReportRequest(format="html", number="369", dated="16/12/2023")
    sent = issue_preview(december, report_office, preview, said)
    report = sent.report
    assert (report.layout, report.format, report.number) == ("plan", "html", "369")
    assert report.dated_on == date(2023, 12, 16)
    assert report.terms.with_supporting
    assert sent.contents == preview.contents


@pytest.mark.parametrize(
    ("day", "period", "asked", "refusal"),
    [
        (date(2024, 1, 5), "01/2024", ReportRequest(), IssuedEarly),
        (date(2024, 1, 5), "12/2023", ReportRequest(layout="overdue"), NotIssuable),
        (date(2024, 1, 5), "01/2024", ReportRequest(as_of="10/01/2024"), IssuedAhead),
    ],
)
def test_what_would_be_refused_is_refused_at_once(
    december: Desk,
    report_office: ReportOffice,
    day: date,
    period: str,
    asked: ReportRequest,
    refusal: type[TrackerError],
) -> None:
    desk = later(december, day)
    preview = preview_report(desk, report_office, period, asked)
    with pytest.raises(refusal):
        check_preview(desk, report_office, preview)
    with pytest.raises(refusal):
        issue_preview(desk, report_office, preview, ReportRequest(format="txt"))
    assert list_issued(desk) == ()


@pytest.mark.parametrize("is_live", [False, True])
def test_a_period_that_was_issued_is_not_issued_again(
    issued: Desk, report_office: ReportOffice, is_live: bool
) -> None:
    preview = preview_report(issued, report_office, "12/2023", ReportRequest(is_live=is_live))
    with pytest.raises(AlreadyIssued):
        check_preview(issued, report_office, preview)


def test_what_somebody_changed_meanwhile_is_not_issued(
    december: Desk, report_office: ReportOffice
) -> None:
    preview = preview_report(december, report_office, "12/2023")
    edit(december, "3149/UBND-NC", Correction(content="Nội dung người khác sửa"))
    with pytest.raises(ChangedSinceSeen):
        issue_preview(december, report_office, preview, ReportRequest(format="txt"))
    assert list_issued(december) == ()
