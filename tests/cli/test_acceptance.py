"""What the offices of two provinces handed in, from the commands a clerk types."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest

from tests.cli.program import BAC_GIANG, NOTE, RESULT, Program

IN_TIME = {"total": 7, "in_time": 7, "overdue": 0, "suspended": 0, "needs_review": 0}

TITLE = [
    "Phụ lục",
    "BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ, KẾT LUẬN, CHỈ ĐẠO UBND TỈNH,",
    "CHỦ TỊCH UBND TỈNH GIAO THÁNG 12 NĂM 2023",
    "(Kèm theo Báo cáo số /BC-KHCN ngày ...../12/2023 của Sở Khoa học và Công nghệ)",
]
COLUMNS = [
    "TT",
    "Số/Ký hiệu VBCĐ",
    "Nội dung công việc",
    "Thời hạn",
    "Ngày hoàn thành",
    "Tiến độ",
    "Kết quả xử lý",
]
CONTENT = {command[1]: command[5] for command in BAC_GIANG if command[0] == "add"}


def cells_of(path: str) -> list[list[Any]]:
    """The rows of a workbook that say anything, without their empty cells at the end."""
    (sheet,) = openpyxl.load_workbook(path).worksheets
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return [row for row in rows if any(row)]


def open_row(number: int, symbol: str, issued: str, deadline: str | None) -> list[Any]:
    document = f"{symbol}\nNgày {issued}"
    return [str(number), document, CONTENT[symbol], deadline, None, "Chưa đến hạn", None]


def test_the_status_of_december_2023_is_known_to_the_last_number(bac_giang: Program) -> None:
    status = bac_giang.run("status", "--json", "--as-of", "14/12/2023").json
    assert status == {
        "schema_version": 1,
        "as_of": "2023-12-14",
        "total": 9,
        "done": {"total": 2, "on_time": 2, "late": 0, "needs_review": 0},
        "in_progress": IN_TIME,
        "not_started": dict.fromkeys(IN_TIME, 0),
        "overdue": 0,
        "due_soon": 0,
        "no_deadline": 3,
        "withdrawn": 0,
        "supporting": 0,
        "needs_review": 0,
    }


@pytest.mark.parametrize(
    ("as_of", "overdue"),
    [("31/12/2023", 0), ("10/01/2024", 1), ("11/01/2024", 2), ("20/01/2024", 4)],
)
def test_the_days_that_follow_make_them_overdue_one_after_another(
    bac_giang: Program, as_of: str, overdue: int
) -> None:
    assert bac_giang.run("status", "--json", "--as-of", as_of).json["overdue"] == overdue
    assert len(bac_giang.list("--progress", "overdue", "--as-of", as_of)) == overdue


def test_the_appendix_of_december_2023_is_the_one_the_office_handed_in(bac_giang: Program) -> None:
    answer = bac_giang.run("report", "12/2023")
    path = bac_giang.home / "exports" / "phu-luc-2023-12.xlsx"
    assert str(path) in answer.out
    rows = cells_of(str(path))
    assert [row[0] for row in rows[:4]] == TITLE
    assert rows[4][:7] == COLUMNS
    assert [row[:7] for row in rows[5:]] == [
        ["I", "ĐÃ THỰC HIỆN: 02 nhiệm vụ", None, None, None, None, None],
        ["1", "6340/UBND-NC\nNgày 03/11/2023", CONTENT["6340/UBND-NC"], "10/12/2023",
         "27/11/2023", "Đúng hạn", "1514/KHCN-VP\nNgày 27/11/2023"],
        ["2", "333/TB-UBND\nNgày 21/7/2023", CONTENT["333/TB-UBND"], None,
         "30/10/2023", "Đúng hạn", "298/BC-KHCN\nNgày 30/10/2023"],
        ["II", "ĐANG THỰC HIỆN: 07 nhiệm vụ (trong hạn)", None, None, None, None, None],
        open_row(1, "3797/UBND-KGVX", "10/7/2023", None),
        open_row(2, "1950/UBND-KGVX", "20/4/2023", "31/12/2023"),
        open_row(3, "2197/UBND-KGVX", "30/4/2023", "31/12/2024"),
        open_row(4, "25/KH-UBND", "24/5/2023", "10/01/2024"),
        open_row(5, "30/KH-UBND", "25/6/2023", "15/01/2024"),
        open_row(6, "31/KH-UBND", "25/6/2023", "15/01/2024"),
        open_row(7, "3149/UBND-NC", "12/6/2023", None),
        ["III", "Chưa thực hiện: 0", None, None, None, None, None],
    ]  # fmt: skip


def test_the_summary_of_december_2023_is_worded_letter_for_letter(bac_giang: Program) -> None:
    assert bac_giang.run("summary", "12/2023").out.splitlines() == [
        "Tính đến ngày 14/12/2023, Sở KH&CN đã thực hiện đầy đủ, đúng thời gian các nhiệm vụ được "
        "UBND tỉnh, Chủ tịch UBND tỉnh giao.",
        "Nhiệm vụ được giao trong tháng 12/2023:",
        "Tổng số: 09 nhiệm vụ.",
        "- Đã thực hiện (hoàn thành): 02 nhiệm vụ, thực hiện chậm: 0.",
        "- Đang thực hiện (trong hạn): 07 nhiệm vụ; quá hạn: 0 nhiệm vụ.",
        "- Chưa thực hiện: 0 nhiệm vụ.",
        "(Có phụ lục chi tiết các nhiệm vụ gửi kèm theo).",
    ]


def test_the_claim_of_being_in_time_is_gone_once_something_is_late(bac_giang: Program) -> None:
    summary = bac_giang.run("summary", "01/2024", "--as-of", "14/01/2024").out
    assert "đầy đủ, đúng thời gian" not in summary
    assert "quá hạn: 02 nhiệm vụ." in summary


def test_one_document_with_three_directives_is_judged_as_of_march_2022(bac_kan: Program) -> None:
    items = bac_kan.run("list", "--json", "--as-of", "15/3/2022").items
    assert [
        (
            item["document_number"],
            item["progress"],
            item["completed_on"],
            item["effective_deadline"],
        )
        for item in items
    ] == [
        ("50/QĐ-UBND", "on_time", "2022-02-24", "2022-03-31"),
        ("50/QĐ-UBND", "not_yet_due", None, "2022-06-30"),
        ("50/QĐ-UBND", "not_yet_due", None, "2022-09-30"),
    ]
    assert items[0]["result_documents"] == [{"number": "23/BC-SKHCHN", "issued_on": "2022-02-24"}]


def test_the_plan_prints_four_columns_with_deadlines_and_progress_as_told(
    bac_kan: Program,
) -> None:
    bac_kan.run("report", "3/2022", "--layout", "plan", "--as-of", "15/3/2022")
    rows = cells_of(str(bac_kan.home / "exports" / "ke-hoach-2022-03-tinh-den-2022-03-15.xlsx"))
    assert rows[-5:] == [
        ["TT", "Nội dung", "Tiến độ theo kế hoạch", "Tiến độ thực hiện"],
        ["I", "Theo 50/QĐ-UBND ngày 14/01/2022: 03 nhiệm vụ", None, None],
        ["1", "Dự thảo Chỉ thị về nghiên cứu", "Tháng 3 năm 2022", RESULT],
        ["2", "Tờ trình về mức chi sáng chế", "Tháng 6 năm 2022", NOTE],
        ["3", "Tổng kết 10 năm Nghị quyết 20", "Tháng 9 năm 2022", "Chưa đến hạn"],
    ]


LIST_KEYS = {
    "id", "document_number", "issued_on", "content", "deadline_text", "deadline",
    "effective_deadline", "state", "progress", "completed_on", "days_left", "days_late",
    "no_deadline", "unit", "result_documents",
}  # fmt: skip


def test_the_items_of_a_list_keep_their_keys_and_words_for_programs(bac_giang: Program) -> None:
    answer = bac_giang.run("list", "--json", "--as-of", "2023-12-14").json
    assert answer["schema_version"] == 1
    assert answer["as_of"] == "2023-12-14"
    first = answer["items"][0]
    assert set(first) >= LIST_KEYS
    assert {key: first[key] for key in LIST_KEYS} == {
        "id": 1,
        "document_number": "6340/UBND-NC",
        "issued_on": "2023-11-03",
        "content": CONTENT["6340/UBND-NC"],
        "deadline_text": "10/12/2023",
        "deadline": "2023-12-10",
        "effective_deadline": "2023-12-10",
        "state": "done",
        "progress": "on_time",
        "completed_on": "2023-11-27",
        "days_left": None,
        "days_late": 0,
        "no_deadline": False,
        "unit": "Văn phòng",
        "result_documents": [{"number": "1514/KHCN-VP", "issued_on": "2023-11-27"}],
    }
    late = bac_giang.run("list", "--json", "--as-of", "2024-01-20").items[6]
    assert (late["progress"], late["days_late"], late["days_left"]) == ("overdue", 5, -5)


def test_the_demo_shows_the_same_december_without_touching_a_register(program: Program) -> None:
    answer = program.run("demo")
    assert "Tổng số: 09 nhiệm vụ." in answer.out
    assert len(cells_of(str(program.home / "exports" / "phu-luc-2023-12.xlsx"))) == 17
    assert not program.register.exists()
