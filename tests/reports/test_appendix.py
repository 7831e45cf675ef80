from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.reports.builders import (
    LETTERHEAD,
    a_report,
    a_row,
    appendix_sheet,
    december_rows,
    document,
    due,
)
from tracker.core.assessed import AssessedDirective
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import State
from tracker.reports.sheet import DataRow, GroupRow, Sheet

_GOLDEN = """\
I | ĐÃ THỰC HIỆN: 02 nhiệm vụ
1 | 6340/UBND-NC/Ngày 03/11/2023 | Rà soát thủ tục hành chính chưa tiếp nhận \
trên hệ thống của tỉnh | 10/12/2023 | 27/11/2023 | Đúng hạn | 1514/KHCN-VP/Ngày 27/11/2023
2 | 333/TB-UBND/Ngày 21/7/2023 | Thông báo kết luận buổi làm việc với Liên hiệp hội \
|  | 30/10/2023 | Đúng hạn | 298/BC-KHCN/Ngày 30/10/2023
II | ĐANG THỰC HIỆN: 07 nhiệm vụ (trong hạn)
1 | 3797/UBND-KGVX/Ngày 10/7/2023 | Triển khai Thông tư 14 |  |  | Chưa đến hạn |
2 | 1950/UBND-KGVX/Ngày 20/4/2023 | Áp dụng định mức chi | 31/12/2023 |  | Chưa đến hạn |
3 | 2197/UBND-KGVX/Ngày 30/4/2023 | Nhân rộng công cụ 5S | 31/12/2024 |  | Chưa đến hạn |
4 | 25/KH-UBND/Ngày 24/5/2023 | Phối hợp với Thái Nguyên | 10/01/2024 |  | Chưa đến hạn |
5 | 30/KH-UBND/Ngày 25/6/2023 | Phối hợp với Lạng Sơn | 15/01/2024 |  | Chưa đến hạn |
6 | 31/KH-UBND/Ngày 25/6/2023 | Phối hợp với Hải Dương | 15/01/2024 |  | Chưa đến hạn |
7 | 3149/UBND-NC/Ngày 12/6/2023 | Thông tin báo cáo |  |  | Chưa đến hạn |
III | Chưa thực hiện: 0"""


def _written(sheet: Sheet) -> str:
    lines = []
    for row in sheet.rows:
        cells = row.cells if isinstance(row, DataRow) else (row.ordinal, row.text)
        lines.append(" | ".join(cell.replace("\n", "/") for cell in cells).rstrip())
    return "\n".join(lines)


def _cells(row: AssessedDirective) -> tuple[str, ...]:
    sheet = appendix_sheet(a_report([row]), LETTERHEAD)
    return next(line.cells for line in sheet.rows if isinstance(line, DataRow))


def test_the_december_appendix_reads_letter_for_letter() -> None:
    assert _written(appendix_sheet(a_report(december_rows()), LETTERHEAD)) == _GOLDEN


def test_the_columns_are_the_province_s() -> None:
    sheet = appendix_sheet(a_report(december_rows()), LETTERHEAD)
    assert [column.title for column in sheet.columns] == [
        "TT",
        "Số/Ký hiệu VBCĐ",
        "Nội dung công việc",
        "Thời hạn",
        "Ngày hoàn thành",
        "Tiến độ",
        "Kết quả xử lý",
    ]
    assert sum(column.share for column in sheet.columns) == pytest.approx(1)


def test_number_and_day_stay_blank_until_they_are_known() -> None:
    sheet = appendix_sheet(a_report(december_rows()), LETTERHEAD)
    assert [line.text for line in sheet.title_lines] == [
        "Phụ lục",
        "BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ, KẾT LUẬN, CHỈ ĐẠO UBND TỈNH,",
        "CHỦ TỊCH UBND TỈNH GIAO THÁNG 12 NĂM 2023",
        "(Kèm theo Báo cáo số /BC-KHCN ngày ...../12/2023 của Sở Khoa học và Công nghệ)",
    ]
    assert [line.is_bold for line in sheet.title_lines] == [True, True, True, False]
    assert sheet.title_lines[-1].is_italic


def test_an_issued_report_is_named_by_number_and_day() -> None:
    letterhead = replace(LETTERHEAD, report_number="369", report_date=date(2023, 12, 14))
    sheet = appendix_sheet(a_report(december_rows()), letterhead)
    assert "số 369/BC-KHCN ngày 14/12/2023 của" in sheet.title_lines[-1].text


def test_a_whole_symbol_is_printed_as_given() -> None:
    letterhead = replace(LETTERHEAD, report_number="369/BC-SKHCN")
    sheet = appendix_sheet(a_report([]), letterhead)
    assert "số 369/BC-SKHCN ngày" in sheet.title_lines[-1].text


def test_a_city_s_own_body_takes_the_province_s_place() -> None:
    letterhead = replace(LETTERHEAD, committee="UBND thành phố")
    sheet = appendix_sheet(a_report([]), letterhead)
    assert sheet.title_lines[2].text == "CHỦ TỊCH UBND THÀNH PHỐ GIAO THÁNG 12 NĂM 2023"


def test_empty_groups_are_printed_too() -> None:
    sheet = appendix_sheet(a_report([]), LETTERHEAD)
    assert sheet.rows == (
        GroupRow(ordinal="I", text="ĐÃ THỰC HIỆN: 0 nhiệm vụ"),
        GroupRow(ordinal="II", text="ĐANG THỰC HIỆN: 0 nhiệm vụ"),
        GroupRow(ordinal="III", text="Chưa thực hiện: 0"),
    )


def test_a_directive_marked_as_not_started_is_in_group_three() -> None:
    late = a_row(state=State.NOT_STARTED, deadline=due("1/12/2023", date(2023, 12, 1)))
    sheet = appendix_sheet(a_report([late]), LETTERHEAD)
    assert sheet.rows[2:] == (
        GroupRow(ordinal="III", text="Chưa thực hiện: 01 nhiệm vụ (trong hạn: 0; quá hạn: 01)"),
        DataRow(
            cells=(
                "1",
                "6340/UBND-NC\nNgày 03/11/2023",
                "Rà soát thủ tục",
                "01/12/2023",
                "",
                "Quá hạn",
                "",
            )
        ),
    )


@pytest.mark.parametrize("written", ["Tháng 3 năm 2024", "thường xuyên", "ngày 25 hằng tháng"])
def test_a_deadline_that_is_no_plain_date_is_printed_as_written(written: str) -> None:
    deadline = Deadline(text=written, kind=DeadlineKind.PERIOD_END, due_on=date(2024, 3, 31))
    assert _cells(a_row(deadline=deadline))[3] == written


def test_a_deadline_before_a_day_keeps_its_before() -> None:
    deadline = due("trước ngày 1/2/2024", date(2024, 2, 1), is_before=True)
    assert _cells(a_row(deadline=deadline))[3] == "trước ngày 1/2/2024"


@pytest.mark.parametrize(
    "written",
    [
        "17h00 ngày 10/12/2023",
        "chậm nhất ngày 10/12/2023",
        "10/12/2023 để báo cáo Bộ",
        "trong ngày",
        "ngày 10/12",
    ],
)
def test_no_word_of_a_deadline_with_a_day_in_it_is_lost(written: str) -> None:
    assert _cells(a_row(deadline=due(written, date(2023, 12, 10))))[3] == written


@pytest.mark.parametrize(
    "written", ["5/9/2023", "05.09.2023", "ngày 5/9/2023", "5 tháng 9 năm 2023", "2023-09-05"]
)
def test_a_deadline_that_is_a_date_alone_is_printed_by_the_decree(written: str) -> None:
    assert _cells(a_row(deadline=due(written, date(2023, 9, 5))))[3] == "05/9/2023"


def test_the_turns_of_a_recurring_directive_are_told_apart() -> None:
    monthly = Deadline(text="trước ngày 25 hằng tháng", kind=DeadlineKind.RECURRING)
    cells = [
        _cells(a_row(deadline=monthly, instance=date(2024, month, 25)))[3] for month in (2, 10)
    ]
    assert cells == [
        "trước ngày 25 hằng tháng (kỳ 25/02/2024)",
        "trước ngày 25 hằng tháng (kỳ 25/10/2024)",
    ]


def test_a_turn_that_was_extended_is_still_told_apart() -> None:
    row = a_row(deadline=due("5/3/2024", date(2024, 3, 5)), instance=date(2024, 2, 25))
    assert _cells(row)[3] == "05/3/2024 (kỳ 25/02/2024)"


def test_the_progress_column_holds_the_judgement_alone() -> None:
    overdue = a_row(deadline=due("1/12/2023", date(2023, 12, 1)))
    assert _cells(overdue)[5] == "Quá hạn"


def test_one_result_document_is_cited_on_two_lines() -> None:
    row = a_row(
        completed_on=date(2023, 11, 27),
        result="số 1514/KHCN-VP ngày 27/11/23",
        results=(document("1514/KHCN-VP", date(2023, 11, 27)),),
    )
    assert _cells(row)[6] == "1514/KHCN-VP\nNgày 27/11/2023"


@pytest.mark.parametrize(
    "written",
    [
        "Đã hoàn thành dự thảo, báo cáo tại Báo cáo số 23/BC-SKHCN ngày 24/02/2022",
        "23/BC-SKHCN ngày 24/02/2022, bổ sung 25/02/2022",
        "23/BC-SKHCN ngày 24/02/2022, ngày 25/02/2022",
    ],
)
def test_a_result_that_says_more_than_its_document_is_printed_as_written(written: str) -> None:
    row = a_row(
        completed_on=date(2023, 11, 27),
        result=written,
        results=(document("23/BC-SKHCN", date(2022, 2, 24)),),
    )
    assert _cells(row)[6] == written


def test_several_result_documents_are_printed_as_written() -> None:
    written = "10/BC-KHCN ngày 01/3/2023; 11/BC-KHCN ngày 02/3/2023"
    row = a_row(
        completed_on=date(2023, 11, 27),
        result=written,
        results=(
            document("10/BC-KHCN", date(2023, 3, 1)),
            document("11/BC-KHCN", date(2023, 3, 2)),
        ),
    )
    assert _cells(row)[6] == written
