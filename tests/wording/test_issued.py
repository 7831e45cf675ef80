"""What is said of reports that went out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tracker.core.periods import CutOff, parse_period
from tracker.core.rules import Policy
from tracker.store.issued import IssuedReport, Retraction, Terms
from tracker.wording.issued import (
    REPORT_COLUMNS,
    issued_line,
    issued_words,
    printed_again_line,
    report_cells,
    reports_footer,
    retracted_line,
)

DECEMBER = parse_period("12/2023", cut_off=CutOff.DECREE)

REPORT = IssuedReport(
    id=3,
    operation_id=40,
    period=DECEMBER,
    as_of=date(2023, 12, 14),
    layout="appendix",
    number="369/BC-KHCN",
    dated_on=date(2023, 12, 16),
    file_name="phu-luc-2023-12.xlsx",
    format="xlsx",
    sha256="42ce",
    totals={"total": 9},
    terms=Terms(policy=Policy()),
    issued_by="lan",
    issued_at="2023-12-16T01:30:00Z",
    last_event_id=11,
    last_operation_id=40,
)
RETRACTED = replace(
    REPORT, retraction=Retraction(reason="sai số liệu", who="binh", at="2023-12-18T01:30:00Z")
)


def test_a_line_of_the_list_has_a_cell_for_each_column() -> None:
    assert dict(zip(REPORT_COLUMNS, report_cells(REPORT), strict=True)) == {
        "Mã": "3",
        "Kỳ": "tháng 12/2023",
        "Tính đến": "14/12/2023",
        "Số": "369/BC-KHCN ngày 16/12/2023",
        "Tổng số": "09",
        "Phát hành": "08:30 16/12/2023",
        "Người": "lan",
        "Tệp": "phu-luc-2023-12.xlsx",
        "": "",
    }


def test_a_retracted_report_says_who_took_it_back_when_and_why() -> None:
    told = "đã lấy lại (08:30 18/12/2023, binh: sai số liệu)"
    assert report_cells(RETRACTED)[-1] == told
    assert issued_words(RETRACTED).endswith(told)
    assert retracted_line(RETRACTED).startswith("Báo cáo mã 3, tháng 12/2023: đã lấy lại.")


@pytest.mark.parametrize(
    ("number", "dated_on", "said"),
    [
        ("369/BC-KHCN", date(2023, 12, 16), " (số 369/BC-KHCN ngày 16/12/2023)"),
        ("369/BC-KHCN", None, " (số 369/BC-KHCN)"),
        ("", date(2023, 12, 16), " (ngày 16/12/2023)"),
        ("", None, ""),
    ],
)
def test_a_report_is_named_with_as_much_as_was_said(
    number: str, dated_on: date | None, said: str
) -> None:
    assert issued_words(replace(REPORT, number=number, dated_on=dated_on)) == (
        f"Báo cáo mã 3, tháng 12/2023{said}, tính đến ngày 14/12/2023, lan phát hành lúc "
        "08:30 16/12/2023"
    )


def test_the_fingerprint_of_the_file_is_told_when_it_is_issued() -> None:
    assert "42ce" in issued_line(REPORT)


def test_whoever_gets_the_issued_file_again_learns_how_to_get_another() -> None:
    line = printed_again_line(REPORT)
    assert "--live" in line
    assert "tracker diff 3" in line


def test_an_empty_list_says_what_to_do() -> None:
    assert reports_footer([REPORT], with_retracted=False) == "01 báo cáo."
    assert "tracker reports --all" in reports_footer([], with_retracted=False)
    assert "--issue" in reports_footer([], with_retracted=True)
