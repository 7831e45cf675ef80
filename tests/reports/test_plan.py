from __future__ import annotations

from datetime import date

from tests.reports.builders import (
    LETTERHEAD,
    a_report,
    a_row,
    due,
    plan_sheet,
)
from tracker.core.assessed import AssessedDirective
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import State
from tracker.reports.sheet import DataRow

_MARCH = Deadline(text="Tháng 3 năm 2024", kind=DeadlineKind.PERIOD_END, due_on=date(2024, 3, 31))


def test_the_plan_has_four_columns_and_a_group_for_each_document() -> None:
    rows = [
        a_row(id=1, content="Dự thảo Chỉ thị", deadline=_MARCH, note="Đã gửi xin ý kiến"),
        a_row(
            id=2,
            content="Báo cáo tổng kết",
            completed_on=date(2023, 11, 27),
            result="Đã ban hành Báo cáo số 23/BC-SKHCN ngày 27/11/2023",
        ),
        a_row(
            id=3,
            content="Tờ trình",
            number="61/KH-UBND",
            issued_on=date(2023, 9, 5),
            deadline=due("1/12/2023", date(2023, 12, 1)),
        ),
    ]
    sheet = plan_sheet(a_report(rows), LETTERHEAD)
    assert [column.title for column in sheet.columns] == [
        "TT",
        "Nội dung",
        "Tiến độ theo kế hoạch",
        "Tiến độ thực hiện",
    ]
    assert [row.cells if isinstance(row, DataRow) else row.text for row in sheet.rows] == [
        "Theo 6340/UBND-NC ngày 03/11/2023: 02 nhiệm vụ",
        ("1", "Dự thảo Chỉ thị", "Tháng 3 năm 2024", "Đã gửi xin ý kiến"),
        ("2", "Báo cáo tổng kết", "", "Đã ban hành Báo cáo số 23/BC-SKHCN ngày 27/11/2023"),
        "Theo 61/KH-UBND ngày 05/9/2023: 01 nhiệm vụ",
        ("1", "Tờ trình", "01/12/2023", "Quá hạn"),
    ]


def _told(row: AssessedDirective) -> str:
    _, line = plan_sheet(a_report([row]), LETTERHEAD).rows
    assert isinstance(line, DataRow)
    return line.cells[-1]


def test_a_done_row_without_any_words_says_when_it_was_done() -> None:
    assert _told(a_row(completed_on=date(2023, 11, 27))) == "Đã hoàn thành ngày 27/11/2023"


def test_a_done_row_without_any_words_says_that_it_was_late() -> None:
    late = a_row(deadline=due("1/11/2023", date(2023, 11, 1)), completed_on=date(2023, 11, 27))
    assert _told(late) == "Đã hoàn thành ngày 27/11/2023 (chậm)"


def test_a_done_row_whose_deadline_is_unclear_still_asks_for_a_review() -> None:
    unclear = Deadline(text="31/4/2023", kind=DeadlineKind.INVALID)
    told = _told(a_row(deadline=unclear, completed_on=date(2023, 11, 27)))
    assert told == "Đã hoàn thành ngày 27/11/2023 (cần rà soát)"


def test_a_row_done_on_an_unknown_day_asks_for_a_review() -> None:
    assert _told(a_row(state=State.DONE)) == "Cần rà soát"


def test_a_row_done_on_an_unknown_day_shows_its_result() -> None:
    row = a_row(state=State.DONE, result="Đã trình tại Báo cáo số 23/BC-SKHCN")
    assert _told(row) == "Đã trình tại Báo cáo số 23/BC-SKHCN"


def test_an_open_row_without_any_words_shows_the_judgement() -> None:
    assert _told(a_row()) == "Chưa đến hạn"
