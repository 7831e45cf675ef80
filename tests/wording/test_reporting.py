from __future__ import annotations

from datetime import date

from tests.reports.builders import a_report, a_row
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import State
from tracker.core.membership import Membership
from tracker.core.report import Judged
from tracker.wording.reporting import left_out_lines, needs_review_lines

_UNCLEAR = Deadline(text="…/12/2023", kind=DeadlineKind.INCOMPLETE)
_MONTHLY = Deadline(text="ngày 25 hằng tháng", kind=DeadlineKind.RECURRING)


def test_a_report_that_can_be_judged_asks_for_nothing() -> None:
    assert list(needs_review_lines(a_report([a_row()]))) == []


def test_each_row_to_review_has_its_reasons_and_what_to_do() -> None:
    rows = [
        a_row(id=1),
        a_row(id=2, deadline=_UNCLEAR),
        a_row(id=3, state=State.DONE, deadline=_UNCLEAR),
        a_row(id=4, state=State.DONE, deadline=_MONTHLY, instance=date(2023, 9, 25)),
    ]
    undated = "6340/UBND-NC: chưa rõ ngày hoàn thành, bổ sung bằng: tracker done"
    assert list(needs_review_lines(a_report(rows))) == [
        "Cần rà soát trước khi gửi báo cáo (03):",
        "  2  6340/UBND-NC: thời hạn chưa rõ, sửa bằng: tracker edit 2 --deadline HẠN",
        f"  3  {undated} 3 --on NGÀY; thời hạn chưa rõ, sửa bằng: tracker edit 3 --deadline HẠN",
        f"  4  {undated} 4 --for 9/2023 --on NGÀY",
    ]


def test_a_long_list_of_rows_to_review_is_counted() -> None:
    rows = [a_row(id=number, deadline=_UNCLEAR) for number in range(1, 24)]
    lines = list(needs_review_lines(a_report(rows)))
    assert len(lines) == 22
    assert lines[-1] == ("  và 03 nhiệm vụ khác; xem đủ: tracker list --progress needs_review")


def _reported(id: int, day: int) -> Judged:
    row = a_row(id=id, state=State.DONE, completed_on=date(2023, 10, day))
    return row, Membership.REPORTED_BEFORE


def _left_out(*judged: Judged) -> list[str]:
    return list(left_out_lines(a_report([], left_out=judged)))


def test_a_turn_that_is_left_out_is_named_by_its_due_day() -> None:
    row = a_row(state=State.DONE, deadline=_MONTHLY, instance=date(2024, 1, 20))
    assert _left_out((row, Membership.REPORTED_BEFORE)) == [
        "Không đưa vào (01):",
        "  1  6340/UBND-NC (kỳ 20/01/2024): đã báo cáo ở kỳ trước",
    ]


def test_of_those_left_out_the_reported_stand_last_and_the_newest_of_them_first() -> None:
    withdrawn = a_row(id=50, state=State.WITHDRAWN), Membership.WITHDRAWN
    lines = _left_out(*(_reported(number, number) for number in range(1, 26)), withdrawn)
    assert [line.split()[0] for line in lines[1:4]] == ["50", "25", "24"]
    assert len(lines) == 22
    assert lines[-1] == "  và 06 nhiệm vụ khác: đã báo cáo ở kỳ trước"
