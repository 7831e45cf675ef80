"""From a pasted text to rows of cells."""

from __future__ import annotations

import unicodedata

import pytest

from tests.intake.tables import HEADINGS, lines
from tracker.intake.pasted_text import read_pasted
from tracker.intake.raw_table import RawTable


def rows(text: str) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.line, row.cells) for row in read_pasted(text).rows]


def test_tabs_part_the_columns_and_blank_lines_are_left_out_but_counted() -> None:
    assert rows("a\tb\n\nc\t\td\n\t\t") == [(1, ("a", "b")), (3, ("c", "", "d"))]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way_and_the_last_one_need_not(ending: str) -> None:
    assert rows(f"a\tb{ending}c\td") == [(1, ("a", "b")), (2, ("c", "d"))]
    assert rows(f"a\tb{ending}c\td{ending}") == [(1, ("a", "b")), (2, ("c", "d"))]


def test_a_quoted_cell_of_a_sheet_keeps_its_line_breaks_and_its_marks() -> None:
    text = '1\t"25/KH-UBND\nngày 24/5/2023"\t"Đề án ""Năm dân vận""\nđợt 1"\tx\n2\ty'
    assert rows(text) == [
        (1, ("1", "25/KH-UBND\nngày 24/5/2023", 'Đề án "Năm dân vận"\nđợt 1', "x")),
        (4, ("2", "y")),
    ]


@pytest.mark.parametrize(
    "cell", ['"Năm dân vận" đợt 1', '"Năm dân vận"', '"Năm dân vận', 'Đề án "A"', '"']
)
def test_a_quotation_in_running_text_stays_as_it_is(cell: str) -> None:
    assert rows(f"1\t{cell}\t10/01/2024\n2\tb\tc") == [
        (1, ("1", cell, "10/01/2024")),
        (2, ("2", "b", "c")),
    ]


def test_text_is_composed_and_freed_of_tags_and_odd_blanks() -> None:
    decomposed = unicodedata.normalize("NFD", "Thời hạn")
    text = f"<b>{decomposed}</b>\t\u00a0a\u00a0b \t<span style='x'>c</span><br/>d\ve\t1 < 2"
    assert rows(text) == [(1, ("Thời hạn", "a b", "c\nd\ne", "1 < 2"))]


def test_a_row_torn_by_the_paragraphs_of_its_cells_is_put_together_again() -> None:
    text = (
        lines(HEADINGS)
        + "\n1\t601/UBND-NC\nNgày 03/11/2023\tRà soát\n- bước một\n\n- bước hai\t10/12/2023\t\t\t"
        + "\n2\t33/TB-UBND Ngày 21/7/2023\tKết luận\t\t\t\t"
    )
    assert rows(text)[1:] == [
        (2, ("1", "601/UBND-NC\nNgày 03/11/2023", "Rà soát\n- bước một\n\n- bước hai",
             "10/12/2023", "", "", "")),
        (7, ("2", "33/TB-UBND Ngày 21/7/2023", "Kết luận", "", "", "", "")),
    ]  # fmt: skip


def test_a_narrow_row_of_its_own_is_not_joined_to_the_next() -> None:
    text = lines(HEADINGS, ("I", "ĐÃ THỰC HIỆN: 01"), ("1", "a", "b", "c", "d", "e"))
    assert [len(cells) for _, cells in rows(text)] == [7, 2, 6]
    wider = ("1", "", "a", "b", "c", "d", "e", "f")
    text = lines(HEADINGS, wider, ("II", "ĐANG THỰC HIỆN: 01"), HEADINGS)
    assert [len(cells) for _, cells in rows(text)] == [7, 8, 2, 7]


def test_columns_parted_by_blanks_are_told_by_where_they_stand() -> None:
    text = (
        "Mã  Số/Ký hiệu    Ngày        Thời hạn    Tiến độ                   Nội dung\n"
        "1   25/KH-UBND    24/5/2023   10/01/2024  Chưa đến hạn  còn 6 ngày  Phối hợp\n"
        " 2  6340/UBND-NC  03/11/2023              Chưa đến hạn              Rà soát\n"
    )
    assert rows(text)[1:] == [
        (2, ("1", "25/KH-UBND", "24/5/2023", "10/01/2024", "Chưa đến hạn  còn 6 ngày", "Phối hợp")),
        (3, ("2", "6340/UBND-NC", "03/11/2023", "", "Chưa đến hạn", "Rà soát")),
    ]


def test_columns_parted_by_blanks_that_do_not_stand_under_one_another_are_taken_in_order() -> None:
    text = "1  25/KH-UBND  24/5/2023  Phối hợp\n2  6340/UBND-NC  03/11/2023  Rà soát hồ sơ\n"
    assert rows(text)[1] == (2, ("2", "6340/UBND-NC", "03/11/2023", "Rà soát hồ sơ"))


def test_a_drawn_table_gives_its_cells_and_wrapped_ones_whole() -> None:
    text = (
        "Phụ lục\n"
        "TT  | Số/Ký hiệu     | Nội dung   | Tiến độ\n"
        "----+----------------+------------+---------\n"
        "I   | ĐANG THỰC HIỆN: 01\n"
        "----+----------------+------------+---------\n"
        " 1  |   25/KH-UBND   | Phối hợp   | Chưa đến\n"
        "    | Ngày 24/5/2023 | với tỉnh A |   hạn\n"
        "----+----------------+------------+---------\n"
    )
    assert rows(text) == [
        (1, ("Phụ lục",)),
        (2, ("TT", "Số/Ký hiệu", "Nội dung", "Tiến độ")),
        (4, ("I", "ĐANG THỰC HIỆN: 01")),
        (6, ("1", "25/KH-UBND Ngày 24/5/2023", "Phối hợp với tỉnh A", "Chưa đến hạn")),
    ]


def test_a_table_with_a_rule_under_its_headings_only_has_a_row_on_each_line() -> None:
    text = "| TT | Nội dung |\n|----|:--------|\n| 1 | Phối hợp |\n| 2 | |\n"
    assert rows(text) == [(1, ("TT", "Nội dung")), (3, ("1", "Phối hợp")), (4, ("2", ""))]


def test_lines_without_columns_are_a_list() -> None:
    table = read_pasted("25/KH-UBND ngày 24/5/2023 Phối hợp\nx  y\n")
    assert not table.has_columns
    assert [row.cells for row in table.rows] == [
        ("25/KH-UBND ngày 24/5/2023 Phối hợp",),
        ("x  y",),
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u00a0"])
def test_nothing_gives_no_rows(text: str) -> None:
    assert read_pasted(text).rows == ()
    assert isinstance(read_pasted(text), RawTable)
