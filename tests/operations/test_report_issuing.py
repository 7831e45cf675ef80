"""A report is issued with its file, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.operations.reports_issued import DECEMBER, JANUARY, later
from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.issuing import issued_file, list_issued
from tracker.operations.report_issuing import (
    ChangedSinceSeen,
    IssuedEarly,
    SentOut,
    issue_report,
)
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_number import NotAReportNumber, read_report_number
from tracker.operations.report_office import ReportOffice, UnknownLayout
from tracker.operations.report_preview import preview_report
from tracker.reports.files import FileNotWritten


def issue_december(desk: Desk, report_office: ReportOffice, **said: object) -> SentOut:
    request = replace(ReportRequest(format="txt"), **said)  # type: ignore[arg-type]
    return issue_report(desk, report_office, request, period=DECEMBER, as_of=DECEMBER.ends_on)


def test_what_is_issued_is_kept_and_lies_in_the_folder_of_reports(
    december: Desk, report_office: ReportOffice, tmp_path: Path
) -> None:
    sent = issue_december(december, report_office, number=" 369\x07", dated="16/12/2023")
    path = report_office.exports / "phu-luc-2023-12.txt"
    assert (sent.written.path, sent.written.older) == (path, None)
    assert path.read_bytes() == issued_file(december, sent.report)
    assert "369/BC-KHCN ngày 16/12/2023" in path.read_text(encoding="utf-8")
    assert (sent.report.number, sent.report.dated_on) == ("369", date(2023, 12, 16))
    assert (sent.report.layout, sent.report.file_name) == ("appendix", "phu-luc-2023-12.txt")
    assert sent.report.terms.office == report_office.names
    assert sent.contents.totals.total == 8
    assert (tmp_path / "prepared").is_dir()


@pytest.mark.parametrize(
    ("number", "is_day"),
    [
        ("16/11/2026", True),
        (" ngày 16-11-2026", True),
        ("2026-11-16", True),
        ("31/4/2026", True),
        ("số", False),
        ("/BC-KHCN", False),
    ],
)
def test_a_day_or_bare_words_do_not_go_out_as_the_number(
    december: Desk, report_office: ReportOffice, number: str, is_day: bool
) -> None:
    with pytest.raises(NotAReportNumber) as caught:
        issue_december(december, report_office, number=number)
    assert (caught.value.text, caught.value.is_day) == (number.strip(), is_day)
    assert list_issued(december) == ()
    assert not [*report_office.exports.glob("*")]


@pytest.mark.parametrize("number", ["", "369", "369a", "369/BC-SKHCN", "12/2026", "45/26", "số 7"])
def test_an_office_numbers_its_reports_as_it_likes(number: str) -> None:
    assert read_report_number(f" {number}\x07", today=date(2026, 11, 25)) == number


@pytest.mark.parametrize("is_path_said", [False, True])
def test_no_file_that_stood_there_is_lost_by_issuing(
    december: Desk, report_office: ReportOffice, tmp_path: Path, is_path_said: bool
) -> None:
    out = tmp_path / "bao-cao.txt" if is_path_said else None
    path = out or report_office.exports / "phu-luc-2023-12.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"filled in by hand")
    sent = issue_december(december, report_office, out=out)
    assert sent.written.path == path
    assert sent.written.older is not None
    assert sent.written.older.read_bytes() == b"filled in by hand"
    assert sent.report.file_name == path.name


def test_a_period_that_is_not_over_is_issued_only_where_the_day_is_said(
    december: Desk, report_office: ReportOffice
) -> None:
    today = date(2024, 1, 5)
    in_january = later(december, today)
    request = ReportRequest(format="txt")
    with pytest.raises(IssuedEarly) as caught:
        issue_report(in_january, report_office, request, period=JANUARY, as_of=today)
    assert (caught.value.period, caught.value.as_of) == (JANUARY, today)
    assert list_issued(in_january) == ()
    said = replace(request, as_of="05/01/2024")
    issue_report(in_january, report_office, said, period=JANUARY, as_of=today)
    assert [report.as_of for report in list_issued(in_january)] == [today]


def test_in_a_layout_nobody_made_nothing_is_issued(
    december: Desk, report_office: ReportOffice
) -> None:
    with pytest.raises(UnknownLayout):
        issue_december(december, report_office, layout="x")
    assert list_issued(december) == ()


def test_a_file_that_cannot_be_written_issues_nothing(
    december: Desk, report_office: ReportOffice
) -> None:
    with pytest.raises(FileNotWritten):
        issue_december(december, report_office, out=Path("/dev/null/x.txt"))
    assert list_issued(december) == ()


def test_only_what_was_looked_over_is_issued(december: Desk, report_office: ReportOffice) -> None:
    seen = preview_report(december, report_office, "12/2023").contents
    edit(december, "3149/UBND-NC", Correction(content="Nội dung người khác sửa"))
    with pytest.raises(ChangedSinceSeen) as caught:
        issue_december(december, report_office, seen=seen)
    assert (caught.value.period, caught.value.exit_code) == (DECEMBER, 4)
    assert list_issued(december) == ()
    assert not report_office.exports.exists()
    seen = preview_report(december, report_office, "12/2023").contents
    assert issue_december(december, report_office, seen=seen).contents == seen
