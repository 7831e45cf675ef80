from __future__ import annotations

from datetime import date

from tests.reports.builders import LETTERHEAD, a_report, a_row, due
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.reports.plan import plan_sheet
from tracker.reports.sheet import DataRow

_MARCH = Deadline(text="Tháng 3 năm 2024", kind=DeadlineKind.PERIOD_END, due_on=date(2024, 3, 31))


def test_the_plan_has_four_columns_and_no_groups_and_keeps_the_order() -> None:
    rows = [
        a_row(id=1, content="Dự thảo Chỉ thị", deadline=_MARCH, note="Đã gửi xin ý kiến"),
        a_row(
            id=2,
            content="Báo cáo tổng kết",
            completed_on=date(2023, 11, 27),
            result="Đã ban hành Báo cáo số 23/BC-SKHCN ngày 27/11/2023",
        ),
        a_row(id=3, content="Tờ trình", deadline=due("1/12/2023", date(2023, 12, 1))),
    ]
    sheet = plan_sheet(a_report(rows), LETTERHEAD)
    assert [column.title for column in sheet.columns] == [
        "TT",
        "Nội dung",
        "Tiến độ theo kế hoạch",
        "Tiến độ thực hiện",
    ]
    assert [getattr(row, "cells", None) for row in sheet.rows] == [
        ("1", "Dự thảo Chỉ thị", "Tháng 3 năm 2024", "Đã gửi xin ý kiến"),
        ("2", "Báo cáo tổng kết", "", "Đã ban hành Báo cáo số 23/BC-SKHCN ngày 27/11/2023"),
        ("3", "Tờ trình", "01/12/2023", "Quá hạn"),
    ]


def test_a_done_row_without_any_words_shows_the_judgement() -> None:
    sheet = plan_sheet(a_report([a_row(completed_on=date(2023, 11, 27))]), LETTERHEAD)
    assert sheet.rows == (DataRow(cells=("1", "Rà soát thủ tục", "", "Đúng hạn")),)
