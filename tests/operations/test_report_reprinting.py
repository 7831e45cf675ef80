"""An issued report is printed again as it went out, or in another form of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.operations.reports_issued import CHANGED, DECEMBER, JANUARY
from tracker.operations.desk import Desk
from tracker.operations.issuing import contents_as_issued, retract
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_office import ReportOffice, UnknownLayout
from tracker.operations.report_reprinting import (
    IssuedOtherwise,
    LayoutGone,
    answers,
    reprint,
    standing_report,
)
from tracker.store.issued import IssuedReport


@pytest.fixture
def report(issued: Desk) -> IssuedReport:
    """December 2023 as it went out."""
    found = standing_report(issued, DECEMBER)
    assert found is not None
    return found


def test_a_report_comes_back_to_the_byte_under_its_own_name(
    issued: Desk, report_office: ReportOffice, report: IssuedReport
) -> None:
    for request in (ReportRequest(), ReportRequest(layout="appendix", format="txt")):
        again = reprint(issued, report_office, report, request)
        assert again.is_as_issued
        assert again.file.content == (report_office.exports / report.file_name).read_bytes()
        assert (again.file.name, again.file.format) == ("phu-luc-2023-12.txt", "txt")
        assert again.file.contents == contents_as_issued(issued, report)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (ReportRequest(format="html"), "phu-luc-2023-12.html"),
        (ReportRequest(layout="plan"), "ke-hoach-2023-12.txt"),
        (ReportRequest(format="json"), "phu-luc-2023-12.json"),
    ],
)
def test_another_form_is_drawn_from_what_was_issued(
    issued: Desk,
    report_office: ReportOffice,
    report: IssuedReport,
    asked: ReportRequest,
    name: str,
) -> None:
    again = reprint(issued, report_office, report, asked)
    text = again.file.content.decode()
    assert (again.is_as_issued, again.file.name) == (False, name)
    assert CHANGED not in text
    assert "Nền nếp" in text
    assert asked.format == "json" or "369/BC-KHCN" in text


@pytest.mark.parametrize("asked", [ReportRequest(number="370"), ReportRequest(dated="16/12/2023")])
def test_the_number_and_day_of_an_issued_report_stay(
    issued: Desk, report_office: ReportOffice, report: IssuedReport, asked: ReportRequest
) -> None:
    with pytest.raises(IssuedOtherwise) as caught:
        reprint(issued, report_office, report, asked)
    assert caught.value.report == report


def test_a_report_whose_layout_is_gone_still_comes_back_to_the_byte_and_in_others(
    issued: Desk, report_office: ReportOffice, report: IssuedReport
) -> None:
    others = {name: one for name, one in report_office.layouts().items() if name != "appendix"}
    office = replace(report_office, layouts=lambda: others)
    assert reprint(issued, office, report, ReportRequest()).is_as_issued
    assert reprint(issued, office, report, ReportRequest(layout="plan")).file.content
    with pytest.raises(LayoutGone) as caught:
        reprint(issued, office, report, ReportRequest(format="html"))
    assert (caught.value.layout, caught.value.report) == ("appendix", report)
    with pytest.raises(UnknownLayout):
        reprint(issued, office, report, ReportRequest(layout="x"))


@pytest.mark.parametrize(
    ("asked", "is_meant"),
    [
        (ReportRequest(), True),
        (ReportRequest(as_of="14/12/2023"), True),
        (ReportRequest(layout="plan", format="docx"), True),
        (ReportRequest(as_of="01/12/2023"), False),
        (ReportRequest(with_supporting=True), False),
        (ReportRequest(is_live=True), False),
    ],
)
def test_an_issued_report_answers_only_what_asks_for_it(
    issued: Desk, report: IssuedReport, asked: ReportRequest, is_meant: bool
) -> None:
    assert answers(report, asked, today=issued.today) is is_meant


def test_the_report_that_stands_is_the_one_in_force(
    issued: Desk, report: IssuedReport, tmp_path: Path
) -> None:
    assert standing_report(issued, DECEMBER) == report
    assert standing_report(issued, JANUARY) is None
    retract(issued, DECEMBER, reason="sai số liệu")
    assert standing_report(issued, DECEMBER) is None
    nowhere = replace(issued, location=str(tmp_path / "none.db"))
    assert standing_report(nowhere, DECEMBER) is None
