from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

import pytest

from tests.reports.builders import LETTERHEAD, a_report, a_row, december_rows, due
from tracker.core.directive import State
from tracker.core.membership import Membership
from tracker.core.periods import CutOff, parse_period
from tracker.core.report import ReportContents
from tracker.core.report_checks import CheckKind
from tracker.core.report_verdict import Hindrance, Verdict, verdict_on
from tracker.core.rules import Policy
from tracker.reports.summary import summary_lines
from tracker.store.issued import IssuedReport, Terms
from tracker.wording import report_preview
from tracker.wording.report_preview import (
    check_line,
    checks_line,
    claim_line,
    included_line,
    left_out_line,
    period_choice,
    preview_heading,
    standing_line,
)
from tracker.wording.report_text import ALL_IN_TIME

DECEMBER = parse_period("12/2023", cut_off=CutOff.DECREE)
FIRST_OF_DECEMBER = due("01/12/2023", date(2023, 12, 1))
OVERDUE = a_row(id=20, deadline=FIRST_OF_DECEMBER)
LATE = a_row(id=21, deadline=FIRST_OF_DECEMBER, completed_on=date(2023, 12, 5))

ISSUED = IssuedReport(
    id=3, operation_id=9, period=DECEMBER, as_of=date(2023, 12, 14), layout="appendix",
    number="369", dated_on=date(2023, 12, 16), file_name="phu-luc-2023-12.xlsx", format="xlsx",
    sha256="0" * 64, totals={"total": 9}, terms=Terms(policy=Policy()), issued_by="lan",
    issued_at="2023-12-16T03:15:00+00:00", last_event_id=9, last_operation_id=9,
)  # fmt: skip


def lines(contents: ReportContents) -> list[str]:
    return [check_line(check) for check in verdict_on(contents).checks]


@pytest.mark.parametrize(
    ("kind", "names"),
    [(CheckKind, report_preview.CHECK), (Hindrance, report_preview.HINDRANCE)],
)
def test_every_check_and_hindrance_has_words(kind: type[StrEnum], names: dict[str, str]) -> None:
    assert set(names) == {member.value for member in kind}
    assert all(names.values())


def test_each_check_is_a_line_with_its_numbers() -> None:
    left_out = [
        (a_row(id=10, state=State.WITHDRAWN), Membership.WITHDRAWN),
        (a_row(id=11, is_supporting=True), Membership.SUPPORTING),
    ]
    assert lines(a_report(december_rows(), left_out=left_out)) == [
        "Tổng số 09 = 02 + 07 + 0 ✓",
        "I. Đã thực hiện 02 = đúng hạn 02 + chậm 0 + cần rà soát 0 ✓",
        "II. Đang thực hiện 07 = trong hạn 07 + quá hạn 0 + tạm dừng 0 + cần rà soát 0 ✓",
        "III. Chưa thực hiện 0 = trong hạn 0 + quá hạn 0 + tạm dừng 0 + cần rà soát 0 ✓",
        "Ngoài tổng số: đã thu hồi 01 ✓",
        "Ngoài tổng số: chỉ phối hợp 01 ✓",
        "Số dòng ở đúng một phần 09 = 02 + 07 + 0 ✓",
    ]


def test_a_check_that_fails_says_so_in_words_and_with_what_differs() -> None:
    contents = a_report(december_rows())
    contents.totals.total = 10
    contents.totals.withdrawn = 1
    told = lines(contents)
    assert told[0] == "Tổng số 10 ≠ 02 + 07 + 0, đếm được 09 dòng ✗ sai"
    assert told[4] == "Ngoài tổng số: đã thu hồi 01, đếm được 0 dòng ✗ sai"
    assert lines(a_report([a_row(), a_row()]))[-1] == (
        "Số dòng ở đúng một phần 02 ≠ 0 + 01 + 0, đếm được 01 dòng ✗ sai"
    )


def test_all_checks_together_are_one_line() -> None:
    contents = a_report(december_rows())
    assert checks_line(verdict_on(contents)) == "Số liệu khớp: đã kiểm tra 07 con số ✓"
    contents.totals.total = 10
    assert checks_line(verdict_on(contents)) == "Số liệu không khớp: 01 trên 07 ✗ sai"


def test_the_claim_is_allowed_in_the_words_in_which_the_report_makes_it() -> None:
    contents = a_report(december_rows())
    assert claim_line(verdict_on(contents)) == f"Được ghi «{ALL_IN_TIME}» ✓"
    assert ALL_IN_TIME in summary_lines(contents, LETTERHEAD)[0]


def test_what_prevents_the_claim_is_told_with_its_numbers() -> None:
    assert claim_line(verdict_on(a_report([*december_rows(), OVERDUE, LATE]))) == (
        "Không được ghi «đầy đủ, đúng thời gian»: 01 nhiệm vụ quá hạn chưa hoàn thành; "
        "01 nhiệm vụ đã thực hiện nhưng chậm"
    )
    assert claim_line(verdict_on(a_report([]))) == (
        "Không được ghi «đầy đủ, đúng thời gian»: không có nhiệm vụ nào trong kỳ báo cáo"
    )


def test_numbers_that_are_wrong_prevent_the_claim_before_anything_else() -> None:
    contents = a_report([*december_rows(), OVERDUE])
    contents.totals.groups["done"]["late"] = 1
    assert claim_line(verdict_on(contents)).startswith(
        "Không được ghi «đầy đủ, đúng thời gian»: số liệu không khớp; 01 nhiệm vụ quá hạn"
    )
    assert claim_line(Verdict(checks=verdict_on(contents).checks, hindrances={})) == (
        "Không được ghi «đầy đủ, đúng thời gian»: số liệu không khớp"
    )


def test_who_is_in_and_who_is_not_is_counted_by_reason() -> None:
    contents = a_report(
        december_rows(),
        left_out=[
            (a_row(id=12), Membership.REPORTED_BEFORE),
            (a_row(id=13), Membership.REPORTED_BEFORE),
            (a_row(id=10, state=State.WITHDRAWN), Membership.WITHDRAWN),
        ],
    )
    assert included_line(contents) == "Đưa vào 09: chưa hoàn thành 09"
    assert left_out_line(contents) == "Không đưa vào 03: đã thu hồi 01 · đã báo cáo ở kỳ trước 02"
    assert left_out_line(a_report([])) == "Không đưa vào 0"


def test_the_heading_says_whether_more_may_happen_in_the_period() -> None:
    assert preview_heading(DECEMBER, date(2023, 12, 14)) == (
        "Báo cáo tháng 12/2023 (15/11/2023 - 14/12/2023), tính đến ngày 14/12/2023"
    )
    assert preview_heading(DECEMBER, date(2023, 12, 5)).endswith(
        "tính đến ngày 05/12/2023, trước ngày cuối kỳ"
    )


def test_a_period_to_choose_is_shown_with_its_days() -> None:
    assert period_choice(DECEMBER) == "Tháng 12/2023 (15/11/2023 - 14/12/2023)"
    quarter = parse_period("Q4/2023", cut_off=CutOff.CALENDAR)
    assert period_choice(quarter) == "Quý IV năm 2023 (01/10/2023 - 31/12/2023)"


def test_it_is_said_whether_a_report_went_out_and_whether_that_is_looked_at() -> None:
    assert standing_line(None, is_as_issued=False) == "Kỳ này chưa phát hành báo cáo."
    as_issued = standing_line(ISSUED, is_as_issued=True)
    assert as_issued.startswith("Báo cáo mã 3, tháng 12/2023 (số 369 ngày 16/12/2023)")
    assert "đúng số liệu đã phát hành" in as_issued
    anew = standing_line(replace(ISSUED, number=""), is_as_issued=False)
    assert "tính lại" in anew
    assert "--" not in as_issued + anew
