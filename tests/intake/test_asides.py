"""Rows inside a table that are no directives, and those that may be."""

from __future__ import annotations

import pytest

from tests.builders import TODAY
from tests.intake.tables import read
from tracker.core.directive import Group
from tracker.intake.drafts import RowKind, TableReading
from tracker.intake.raw_table import RawRow, RawTable
from tracker.intake.rows import read_table

HEADINGS = ("TT", "Số ký hiệu, ngày", "Nội dung", "Thời hạn", "Ngày hoàn thành")
FIRST = ("1", "601/UBND-NC ngày 03/11/2023", "Rà soát thủ tục", "10/12/2023", "")
SECOND = ("2", "602/UBND-NC ngày 04/11/2023", "Soạn báo cáo", "20/12/2023", "")
WITHOUT_DOCUMENTS = ("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời hạn")


def sheet(*rows: tuple[str, ...]) -> TableReading:
    """Rows of a sheet, without merged cells."""
    told = (RawRow(line=line, cells=cells) for line, cells in enumerate(rows, start=1))
    return read_table(RawTable(rows=tuple(told), covered=frozenset()), today=TODAY)


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (("Ghi chú: nhiệm vụ trên đã được lùi thời hạn",), RowKind.NOTE),
        (("(*) Thời hạn tại Công văn số 640/UBND-NC ngày 10/11/2023",), RowKind.NOTE),
        (("[1] Đã thay thế",), RowKind.NOTE),
        (("Lĩnh vực sở hữu trí tuệ",), RowKind.SECTION),
        (("* Nhiệm vụ phát sinh trong tháng",), RowKind.SECTION),
        (("", "", "Các nhiệm vụ khác"), RowKind.SECTION),
        (("II.1", "Tháng 10/2023"), RowKind.SECTION),
        (("II.1.", "Phòng Quản lý công nghệ"), RowKind.SECTION),
        (("Tổng", "", "02 nhiệm vụ", "", "01 hoàn thành"), RowKind.TOTAL),
        (("Tổng cộng (I+II): 05 nhiệm vụ",), RowKind.TOTAL),
    ],
)
def test_a_row_that_tells_of_others_is_passed_over_and_changes_none(
    cells: tuple[str, ...], kind: RowKind
) -> None:
    row = (*cells, *[""] * (len(HEADINGS) - len(cells)))
    group = ("I", "Đang thực hiện: 02 nhiệm vụ", "", "", "")
    reading = sheet(HEADINGS, group, FIRST, row, SECOND)
    assert reading.problems == ()
    assert [(one.content, one.group) for one in reading.drafts] == [
        ("Rà soát thủ tục", Group.IN_PROGRESS),
        ("Soạn báo cáo", Group.IN_PROGRESS),
    ]
    assert [(one.line, one.kind) for one in reading.passed_over[1:]] == [(4, kind)]
    assert [one.found for one in reading.groups] == [2]


@pytest.mark.parametrize(
    "cells",
    [
        ("Báo cáo UBND tỉnh trước ngày 10/12/2023",),
        ("Báo cáo trước 10/12/2023",),
        ("Thông báo số 333/TB-UBND ngày 21/7/2023",),
        ("Thông báo số 333/TB-UBND về cải cách hành chính",),
        ("II.1", "Báo cáo trước 10/12/2023"),
        ("II.1", "333/TB-UBND ngày 21/7/2023"),
        ("II.1", "333/TB-UBND ngày 21/7/2023", "Soạn báo cáo"),
        ("Tổng", "333/TB-UBND ngày 21/7/2023", "02 nhiệm vụ", "10/12/2023"),
        ("Tổng", "", "02 nhiệm vụ", "10/12/2023"),
    ],
)
def test_what_has_a_document_or_a_day_is_never_passed_over(cells: tuple[str, ...]) -> None:
    row = (*cells, *[""] * (len(HEADINGS) - len(cells)))
    reading = sheet(HEADINGS, FIRST, row, SECOND)
    assert [one.line for one in reading.passed_over] == [1]
    lines = [one.line for one in reading.drafts] + [one.line for one in reading.problems]
    assert sorted(lines) == [2, 3, 4]


def test_a_document_across_the_table_is_that_of_its_rows_and_of_no_others() -> None:
    reading = sheet(
        WITHOUT_DOCUMENTS,
        ("I. Công văn số 601/UBND-NC ngày 03/11/2023 của UBND tỉnh", "", "", ""),
        ("1", "Rà soát thủ tục", "Văn phòng", "10/12/2023"),
        ("Ghi chú: theo Công văn số 640/UBND-NC ngày 10/11/2023 lùi thời hạn", "", "", ""),
        ("2", "Soạn báo cáo", "Văn phòng", ""),
        ("Thông báo số 333/TB-UBND ngày 21/7/2023", "", "", ""),
        ("1", "Góp ý dự thảo", "Phòng QLKH", "30/10/2023"),
    )
    assert reading.problems == ()
    assert [(one.content, one.number, one.document_line) for one in reading.drafts] == [
        ("Rà soát thủ tục", "601/UBND-NC", 2),
        ("Soạn báo cáo", "601/UBND-NC", 2),
        ("Góp ý dự thảo", "333/TB-UBND", 6),
    ]


def test_a_document_marked_with_a_roman_number_heads_rows_in_whatever_column() -> None:
    reading = sheet(
        ("Nội dung nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"),
        ("II. Thông báo số 333/TB-UBND ngày 21/7/2023", "", ""),
        ("Góp ý dự thảo", "Phòng QLKH", "30/10/2023"),
    )
    assert [(one.content, one.number) for one in reading.drafts] == [
        ("Góp ý dự thảo", "333/TB-UBND")
    ]


GROUNDS = (
    ("STT", "Số, ký hiệu", "Ngày ban hành", "Tên văn bản"),
    ("1", "30/2020/NĐ-CP", "05/3/2020", "Nghị định về công tác văn thư"),
)


def test_documents_that_tasks_are_founded_on_are_no_tasks_and_the_next_table_is_read() -> None:
    reading = sheet(("Danh mục văn bản căn cứ",), *GROUNDS, ("Danh mục nhiệm vụ",), HEADINGS, FIRST)
    assert reading.problems == ()
    assert [one.number for one in reading.drafts] == ["601/UBND-NC"]


def test_documents_under_another_title_may_be_tasks_without_their_content() -> None:
    for title in ("Danh mục nhiệm vụ", "Nhiệm vụ căn cứ Kế hoạch năm"):
        assert [one.line for one in sheet((title,), *GROUNDS).problems] == [3]


def test_a_number_cut_at_its_hyphen_by_the_end_of_a_page_is_whole_again() -> None:
    reading = sheet(
        HEADINGS,
        ("1", "512/UBND-", "Tham mưu ban hành Kế hoạch", "31/12/2023", ""),
        ("", "KGVX ngày 15/9/2023", "và đổi mới sáng tạo", "", ""),
        SECOND,
    )
    assert reading.problems == ()
    first = reading.drafts[0]
    assert (first.number, first.issued, first.joined_lines) == ("512/UBND-KGVX", "15/9/2023", (3,))
    assert first.content == "Tham mưu ban hành Kế hoạch và đổi mới sáng tạo"


@pytest.mark.parametrize("below", [("", "KGVX"), ("3", "KGVX ngày 15/9/2023")])
def test_what_does_not_complete_a_number_is_not_joined_to_it(below: tuple[str, ...]) -> None:
    cut = ("1", "512/UBND-NC", "Tham mưu", "31/12/2023", "")
    reading = sheet(HEADINGS, cut, (*below, "Soạn báo cáo", "20/12/2023", ""))
    assert [one.line for one in reading.problems] == [2, 3]


def test_the_day_of_the_last_document_of_a_pasted_page_belongs_to_it() -> None:
    text = (
        "TT   Số/Ký hiệu VBCĐ     Nội dung công việc        Thời hạn     Ngày hoàn thành\n"
        "1    512/UBND-KGVX       Tham mưu Kế hoạch         31/12/2023\n"
        "     Ngày 15/9/2023      phát triển khoa học\n"
        "2    33/TB-UBND          Báo cáo kết quả                        30/10/2023\n"
        "     Ngày 21/7/2023\n"
    )
    reading = read(text)
    assert reading.problems == ()
    last = reading.drafts[-1]
    assert (last.number, last.issued, last.completed) == ("33/TB-UBND", "21/7/2023", "30/10/2023")


def test_rows_numbered_as_parts_have_the_document_of_the_whole() -> None:
    reading = sheet(
        HEADINGS,
        FIRST,
        ("1.1", "", "Soạn báo cáo", "20/12/2023", ""),
        ("1.2", "", "Góp ý dự thảo", "21/12/2023", ""),
        SECOND,
        ("a", "", "Tổ chức hội nghị", "22/12/2023", ""),
        ("b)", "", "Kiểm tra cơ sở", "Quý IV/2023", ""),
        ("-", "", "Tuyên truyền", "24/12/2023", ""),
    )
    assert reading.problems == ()
    assert [(one.number, one.document_line) for one in reading.drafts] == [
        ("601/UBND-NC", None),
        ("601/UBND-NC", 2),
        ("601/UBND-NC", 2),
        ("602/UBND-NC", None),
        ("602/UBND-NC", 5),
        ("602/UBND-NC", 5),
        ("602/UBND-NC", 5),
    ]


@pytest.mark.parametrize("ordinal", ["2", "2.1", "3.1.1", "II"])
def test_a_row_numbered_as_a_part_of_another_has_not_the_document_above(ordinal: str) -> None:
    reading = sheet(HEADINGS, FIRST, (ordinal, "", "Soạn báo cáo", "20/12/2023", ""))
    assert [one.line for one in reading.problems] == [3]
