from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.builders import LETTERHEAD, a_report, a_row, december_rows, due
from tracker.core.assessed import AssessedDirective
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import State
from tracker.reports.summary import summary_lines

_PAST = due("1/12/2023", date(2023, 12, 1))
_UNCLEAR = Deadline(text="31/4/2023", kind=DeadlineKind.INVALID)

_KINDS = (
    a_row(deadline=_PAST, completed_on=date(2023, 11, 30)),
    a_row(deadline=_PAST, completed_on=date(2023, 12, 5)),
    a_row(deadline=_UNCLEAR, completed_on=date(2023, 12, 5)),
    a_row(),
    a_row(deadline=_PAST),
    a_row(deadline=_UNCLEAR),
    a_row(state=State.SUSPENDED, deadline=_PAST),
    a_row(state=State.NOT_STARTED),
    a_row(state=State.NOT_STARTED, deadline=_PAST),
)
"""One row of every judgement in every group."""


def test_the_december_summary_reads_line_by_line() -> None:
    assert summary_lines(a_report(december_rows()), LETTERHEAD)[1:] == (
        "Nhiệm vụ được giao trong tháng 12/2023:",
        "Tổng số: 09 nhiệm vụ.",
        "- Đã thực hiện (hoàn thành): 02 nhiệm vụ, thực hiện chậm: 0.",
        "- Đang thực hiện (trong hạn): 07 nhiệm vụ; quá hạn: 0 nhiệm vụ.",
        "- Chưa thực hiện: 0 nhiệm vụ.",
        "(Có phụ lục chi tiết các nhiệm vụ gửi kèm theo).",
    )


def test_all_in_time_is_claimed_when_it_is_so() -> None:
    opening = summary_lines(a_report(december_rows()), LETTERHEAD)[0]
    assert opening == (
        "Tính đến ngày 14/12/2023, Sở KH&CN đã thực hiện đầy đủ, đúng thời gian các nhiệm vụ "
        "được UBND tỉnh, Chủ tịch UBND tỉnh giao."
    )


def test_trouble_is_told_with_its_numbers_and_nothing_is_claimed() -> None:
    text = "\n".join(summary_lines(a_report(_KINDS), LETTERHEAD))
    assert text == (
        "Tính đến ngày 14/12/2023, Sở KH&CN có 01 nhiệm vụ đã thực hiện nhưng chậm, "
        "02 nhiệm vụ quá hạn chưa hoàn thành, 02 nhiệm vụ cần rà soát thông tin.\n"
        "Nhiệm vụ được giao trong tháng 12/2023:\n"
        "Tổng số: 09 nhiệm vụ.\n"
        "- Đã thực hiện (hoàn thành): 03 nhiệm vụ, thực hiện chậm: 01, cần rà soát: 01.\n"
        "- Đang thực hiện (trong hạn): 01 nhiệm vụ; quá hạn: 01 nhiệm vụ; "
        "tạm dừng: 01 nhiệm vụ; cần rà soát: 01 nhiệm vụ.\n"
        "- Chưa thực hiện: 02 nhiệm vụ (trong hạn: 01; quá hạn: 01).\n"
        "(Có phụ lục chi tiết các nhiệm vụ gửi kèm theo)."
    )


def test_an_empty_report_claims_nothing() -> None:
    text = "\n".join(summary_lines(a_report([]), LETTERHEAD))
    assert "Tổng số: 0 nhiệm vụ." in text
    assert "đầy đủ" not in text


@given(st.lists(st.sampled_from(_KINDS)))
def test_the_parts_a_reader_adds_up_make_the_total(rows: list[AssessedDirective]) -> None:
    lines = summary_lines(a_report(rows), LETTERHEAD)
    total, *parts = (
        sum(int(number) for number in re.findall(r"(\d+) nhiệm vụ", line)) for line in lines[2:6]
    )
    assert total == sum(parts) == len(rows)
    assert ("đầy đủ" in lines[0]) == (
        bool(rows) and all(row.assessment.progress in _FINE for row in rows)
    )


_FINE = ("on_time", "not_yet_due", "suspended")
