"""Text files, in every encoding and with every separator that offices have."""

from __future__ import annotations

from contextlib import suppress
from time import process_time

import pytest

from tests.builders import TODAY
from tests.intake.files.encodings import in_cp1258, in_tcvn3, in_vni
from tests.intake.tables import APPENDIX
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.text import tables_of
from tracker.intake.old_fonts import OldFont
from tracker.intake.raw_table import RawTable
from tracker.intake.rows import read_table

HEADINGS = "TT;Số/Ký hiệu;Nội dung;Thời hạn;Tiến độ"
FIRST = "1;25/KH-UBND ngày 24/5/2023;Phối hợp với tỉnh Thái Nguyên;10/01/2024;Chưa đến hạn"
SHEET = f"{HEADINGS}\n{FIRST}\n"
CELLS = [(1, tuple(HEADINGS.split(";"))), (2, tuple(FIRST.split(";")))]


def table(data: bytes) -> RawTable:
    (found,) = tables_of(data)
    return found.table


def rows(text: str | bytes) -> list[tuple[int, tuple[str, ...]]]:
    data = text.encode() if isinstance(text, str) else text
    return [(row.line, row.cells) for row in table(data).rows]


def trouble(data: bytes) -> FileTrouble:
    with pytest.raises(UnreadableFile) as refused:
        list(tables_of(data))
    return refused.value.trouble


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"],
)
def test_unicode_is_read_with_its_mark_and_mostly_without(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-32-be" else ""
    assert rows(f"{mark}{SHEET}".encode(encoding)) == CELLS


def test_the_code_page_of_vietnamese_windows_is_read_and_composed() -> None:
    assert rows(in_cp1258(SHEET)) == CELLS
    assert rows(in_cp1258(f"{SHEET}2;«đợt 1» – 50°;;;"))[2][1][1] == "«đợt 1» – 50°"


@pytest.mark.parametrize(("font", "write"), [(OldFont.TCVN3, in_tcvn3), (OldFont.VNI, in_vni)])
def test_an_old_font_is_not_taken_for_a_code_page(font: OldFont, write: object) -> None:
    assert callable(write)
    found = table(write(f"Phụ lục\n\n{SHEET}").encode("cp1252"))
    assert [row.line for row in found.rows] == [1, 3, 4]
    (draft,) = read_table(found, today=TODAY, font=font).drafts
    assert (draft.number, draft.content) == ("25/KH-UBND", "Phối hợp với tỉnh Thái Nguyên")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 9,
        b"\x7fELF\x02\x01\x01" + b"\x00" * 90,
        b"\x01\x02\x03\x04 a",
        bytes(range(1, 256)) * 9,
        b"a;b;c\x00;d\n" * 9,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert trouble(data) is FileTrouble.NO_LETTERS


def test_a_text_in_an_encoding_that_is_not_known_is_one_all_the_same() -> None:
    assert trouble("テストの日本語の文章".encode("shift-jis")) is FileTrouble.NOT_TEXT


@pytest.mark.parametrize(
    "data", [SHEET.encode()[:-3] + "ạ".encode()[:2], b"\xff\xfea", SHEET.encode("utf-16")[:-1]]
)
def test_a_text_that_was_not_copied_whole_is_damaged(data: bytes) -> None:
    assert trouble(data) is FileTrouble.DAMAGED


@pytest.mark.parametrize("separator", [";", ",", "|", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_cells_are_parted_by_any_usual_sign(separator: str, ending: str) -> None:
    assert rows(SHEET.replace(";", separator).replace("\n", ending)) == CELLS


@pytest.mark.parametrize("separator", [";", ",", "\t", "#"])
def test_a_first_line_for_excel_says_what_parts_the_cells(separator: str) -> None:
    text = f"sep={separator}\n{SHEET.replace(';', separator)}"
    assert rows(text) == [(line + 1, cells) for line, cells in CELLS]


def test_titles_above_the_headings_need_not_be_as_wide() -> None:
    titles = "Phụ lục\nKẾT QUẢ, THÁNG 12\n(Kèm theo)\n\n"
    assert rows(titles + SHEET)[3:] == [(line + 4, cells) for line, cells in CELLS]


def test_a_quoted_cell_keeps_its_lines_signs_and_marks() -> None:
    text = f'{HEADINGS}\n1;"25/KH-UBND\nngày 24/5/2023"; "Đề án ""A""; đợt 1" ;;\n{FIRST}'
    assert rows(text)[1:] == [
        (2, ("1", "25/KH-UBND\nngày 24/5/2023", 'Đề án "A"; đợt 1', "", "")),
        (4, CELLS[1][1]),
    ]


@pytest.mark.parametrize("cell", ['"Năm dân vận', '"Năm" dân vận', 'Đề án "A"', '"'])
def test_a_mark_without_its_pair_swallows_no_row(cell: str) -> None:
    text = "\n".join([HEADINGS, f"1;25/KH-UBND;{cell};;", 'x;y;Đề án "B";;', FIRST, 'a;b;"c";d;e'])
    assert [(line, cells[2]) for line, cells in rows(text)[1:]] == [
        (2, cell),
        (3, 'Đề án "B"'),
        (4, CELLS[1][1][2]),
        (5, "c"),
    ]


def test_the_sign_that_keeps_a_sheet_from_calculating_is_taken_off() -> None:
    text = f'{HEADINGS}\n\'+1;\'=25/KH;\'- Rà soát;\'Năm\' nay;"=""02"""\n'
    assert rows(text)[1][1] == ("+1", "=25/KH", "- Rà soát", "'Năm' nay", "02")


def test_values_without_headings_are_told_by_being_even() -> None:
    text = "1,25/KH-UBND ngày 24/5/2023,Phối hợp,10/01/2024\n2,30/KH-UBND,Rà soát,\n"
    assert [len(cells) for _, cells in rows(text)] == [4, 4]


@pytest.mark.parametrize(
    "text",
    [
        "25/KH-UBND ngày 24/5/2023 Phối hợp, hạn 10/01/2024\n30/KH-UBND Rà soát, hạn 15/1/2024",
        "25/KH-UBND ngày 24/5/2023 A, B, C\n30/KH-UBND ngày 25/6/2023 D, E, F\n",
    ],
)
def test_a_list_with_commas_stays_a_list(text: str) -> None:
    assert not table(text.encode()).has_columns
    assert [cells for _, cells in rows(text)] == [(line.strip(),) for line in text.splitlines()]


def test_a_whole_report_with_its_table_is_read_as_if_pasted() -> None:
    report = f"BÁO CÁO\n\nThực hiện chỉ đạo, Sở báo cáo; cụ thể như sau:\n\n{APPENDIX}\n"
    reading = read_table(table(report.encode()), today=TODAY)
    assert [draft.number for draft in reading.drafts] == [
        "601/UBND-NC", "33/TB-UBND", "379/UBND-KGVX", "25/KH-UBND", "31/KH-UBND",
    ]  # fmt: skip
    assert [(group.claimed, group.found) for group in reading.groups] == [(2, 2), (3, 3), (0, 0)]


@pytest.mark.parametrize("data", [b"", b"\n \n\t\n", b"\xef\xbb\xbf", b"sep=;\n", b";;\n;;\n"])
def test_a_text_in_which_nothing_stands_has_no_table(data: bytes) -> None:
    assert list(tables_of(data)) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a;b;c\n" * 25_001, FileTrouble.TOO_MANY_ROWS),
        (b"a\n" * 25_001, FileTrouble.TOO_MANY_ROWS),
        (b"a" + b"\n" * 500_001, FileTrouble.TOO_MANY_ROWS),
        (b";".join([b"a"] * 300) + b"\n" + b";".join([b"a"] * 300), FileTrouble.TOO_MANY_COLUMNS),
        (b"a" + b"\t" * 300, FileTrouble.TOO_MANY_COLUMNS),
        (b"a" * 100_001, FileTrouble.TOO_MUCH_TEXT),
    ],
    ids=["rows", "items", "lines", "cells", "tabs", "line"],
)
def test_a_text_without_end_is_refused(data: bytes, expected: FileTrouble) -> None:
    assert trouble(data) is expected


@pytest.mark.parametrize("piece", ['"', '";', '"\n', '""', ';"a\n', '"a""', ' "', "'=", "sep=;\n"])
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    began = process_time()
    for lead in ("", SHEET):
        with suppress(UnreadableFile):
            list(tables_of((lead + piece * (200_000 // len(piece))).encode()))
    assert process_time() - began < 10


def test_blank_cells_may_be_left_out_at_the_end_of_rows() -> None:
    text = (
        "TT,Số ký hiệu,Nội dung,Thời hạn,Ngày hoàn thành,Tiến độ,Kết quả\n"
        "1,25/KH-UBND ngày 24/5/2023,Phối hợp với tỉnh,10/01/2024\n"
        "2,26/KH-UBND ngày 24/5/2023,Rà soát thủ tục\n"
    )
    (found,) = tables_of(text.encode())
    assert [len(row.cells) for row in found.table.rows] == [7, 4, 3]
