from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.intake.files.books import SEEN, awkward_book, saved
from tests.intake.files.zips import cells, relationships, sheet, workbook, workbook_parts, zipped
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files import old_workbook, open_workbook
from tracker.intake.files import workbook as new_workbook
from tracker.intake.files.found import FoundTable, RemarkedLines, SheetRemark

FIXTURES = Path(__file__).parent / "fixtures"

AWKWARD = {
    "openpyxl": list(new_workbook.tables_of(saved(awkward_book()))),
    "LibreOffice xlsx": list(new_workbook.tables_of((FIXTURES / "awkward.xlsx").read_bytes())),
    "LibreOffice ods": list(open_workbook.tables_of((FIXTURES / "awkward.ods").read_bytes())),
    "LibreOffice xls": list(old_workbook.tables_of((FIXTURES / "awkward.xls").read_bytes())),
}


def only(data: bytes) -> FoundTable:
    """The one sheet of a workbook."""
    (table,) = new_workbook.tables_of(data)
    return table


def texts(table: FoundTable) -> list[tuple[str, ...]]:
    return [row.cells for row in table.table.rows]


def shown(*held: str, styles: str = "", book: str = "") -> list[str]:
    """How the cells of one row are read, given as they stand in the file."""
    parts = workbook_parts(sheet(f"<row>{''.join(held)}</row>"), styles=styles or "<styleSheet/>")
    if book:
        parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
            "<sheets>", f"{book}<sheets>"
        )
    return [text for row in texts(only(zipped(parts))) for text in row]


@pytest.mark.parametrize("tables", AWKWARD.values(), ids=AWKWARD)
def test_a_workbook_is_read_as_it_is_seen_whoever_wrote_it(tables: list[FoundTable]) -> None:
    assert [table.name for table in tables] == ["Tháng 12", "Nháp", "Tổng hợp"]
    assert [(row.line, row.cells) for row in tables[0].table.rows] == list(SEEN)
    assert tables[0].table.real_days == {(3, 3), (6, 3)}


@pytest.mark.parametrize("tables", AWKWARD.values(), ids=AWKWARD)
def test_what_is_hidden_is_read_and_told(tables: list[FoundTable]) -> None:
    assert tables[0].remarks == (
        RemarkedLines(remark=SheetRemark.HIDDEN_ROWS, lines=(6,)),
        RemarkedLines(remark=SheetRemark.HIDDEN_COLUMNS, lines=(5,)),
    )
    assert tables[1].remarks == (RemarkedLines(remark=SheetRemark.HIDDEN_SHEET),)
    assert texts(tables[1]) == [("", "x")]


@pytest.mark.parametrize("program", ["openpyxl", "LibreOffice xlsx", "LibreOffice xls"])
def test_a_font_of_an_old_encoding_is_told(program: str) -> None:
    assert ".VnTime" in AWKWARD[program][0].font_names


def test_a_formula_that_nobody_has_calculated_is_told() -> None:
    formulas = AWKWARD["openpyxl"][2]
    assert texts(formulas) == [("Tổng",)]
    assert formulas.remarks == (RemarkedLines(remark=SheetRemark.NOT_CALCULATED, lines=(2,)),)


@pytest.mark.parametrize("program", ["LibreOffice xlsx", "LibreOffice ods", "LibreOffice xls"])
def test_a_formula_that_was_calculated_is_read_as_its_value(program: str) -> None:
    assert texts(AWKWARD[program][2]) == [("Tổng",), ("2",)]
    assert AWKWARD[program][2].remarks == ()


def test_a_workbook_of_xlsxwriter_is_read() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("Phụ lục")
        page.merge_range("A1:C1", "Danh mục")
        page.write_row(1, 0, ["TT", "Nội dung", "Hạn"])
        page.write_row(2, 0, [1, "Rà soát", ""])
        page.write_datetime(2, 2, date(2024, 1, 15), book.add_format({"num_format": "dd/mm/yy"}))
        bold = book.add_format({"bold": True})
        page.write_rich_string(3, 1, "Một ", bold, "hai", " ba")
        page.write_url(3, 2, "https://bacgiang.gov.vn", string="Cổng")
    table = only(out.getvalue())
    assert texts(table) == [
        ("Danh mục", "", ""),
        ("TT", "Nội dung", "Hạn"),
        ("1", "Rà soát", "15/01/2024"),
        ("", "Một hai ba", "Cổng"),
    ]
    assert table.table.real_days == {(3, 2)}


@pytest.mark.parametrize("value", [datetime(2024, 1, 15), datetime(2024, 1, 15, 17, 0)])  # noqa: DTZ001
def test_days_of_a_workbook_that_counts_from_1904_are_the_same(value: datetime) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    page: Any = book.active
    page["A1"] = value
    table = only(saved(book))
    assert texts(table) == [("15/01/2024",)]
    assert table.table.real_days == {(1, 0)}
    assert table.remarks == ()


@pytest.mark.parametrize(
    ("read", "ending"), [(open_workbook.tables_of, "ods"), (old_workbook.tables_of, "xls")]
)
def test_a_workbook_of_libreoffice_may_count_from_1904_too(
    read: Callable[[bytes], Iterator[FoundTable]], ending: str
) -> None:
    (table,) = read((FIXTURES / f"from1904.{ending}").read_bytes())
    assert texts(table) == [("15/01/2024", "03/2022", "43844")]
    assert table.table.real_days == {(1, 0)}
    assert table.remarks == (RemarkedLines(remark=SheetRemark.DAYS_FROM_1904, lines=(1,)),)


def test_plain_numbers_that_may_be_days_from_1904_are_told() -> None:
    held = ("<c><v>43844</v></c>", "<c><v>12</v></c>")
    parts = workbook_parts(sheet(f"<row>{''.join(held)}</row>"))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        "<sheets>", '<workbookPr date1904="1"/><sheets>'
    )
    table = only(zipped(parts))
    assert texts(table) == [("43844", "12")]
    assert table.remarks == (RemarkedLines(remark=SheetRemark.DAYS_FROM_1904, lines=(1,)),)


@pytest.mark.parametrize(
    ("held", "seen"),
    [
        ("<c><v>1.0</v></c>", "1"),
        ("<c><v>45306</v></c>", "45306"),
        ("<c><v>1.5</v></c>", "1.5"),
        ("<c><v>0.30000000000000004</v></c>", "0.3"),
        ("<c><v>1E+3</v></c>", "1000"),
        ('<c t="b"><v>1</v></c>', "TRUE"),
        ('<c t="b"><v>0</v></c>', "FALSE"),
        ('<c t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c t="d"><v>2024-01-15T00:00:00</v></c>', "15/01/2024"),
        ('<c t="str"><f>A1</f><v>chữ</v></c>', "chữ"),
        ('<c t="inlineStr"><is><r><t>hai</t></r><r><t xml:space="preserve"> phần</t></r></is></c>',
         "hai phần"),
        ('<c t="inlineStr"><is><t>x</t><rPh><t>ết</t></rPh></is></c>', "x"),
        ('<c t="inlineStr"><is><t>a_x000D_\nb</t></is></c>', "a\nb"),
        ('<c t="inlineStr"><is><t>a_x001B_[2J_x0007_b</t></is></c>', "a[2Jb"),
        ('<c t="inlineStr"><is><t>a_x0041_b_x00e_</t></is></c>', "aAb_x00e_"),
    ],
)  # fmt: skip
def test_each_kind_of_cell_is_read_as_it_is_seen(held: str, seen: str) -> None:
    assert shown(held) == [seen]


def test_a_formula_that_gives_nothing_is_no_formula_without_a_value() -> None:
    rows = '<row><c t="str"><f>A9</f><v></v></c><c><v>1</v></c></row>'
    table = only(workbook(sheet(rows)))
    assert texts(table) == [("", "1")]
    assert table.remarks == ()


def test_what_stands_under_merged_cells_is_not_seen() -> None:
    rows = "".join(cells(["a", "b", "c"], line) for line in (1, 2, 3))
    merged = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C2:C1048576"/></mergeCells>'
    table = only(workbook(sheet(rows, after=merged)))
    assert texts(table) == [("a", "", "c"), ("", "", "c"), ("a", "b", "")]


def test_rows_and_cells_need_not_say_where_they_are() -> None:
    rows = (
        '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>'
    )
    table = only(workbook(sheet(rows)))
    assert texts(table) == [("1", "", "2", "3"), ("4", "", "", "")]
    assert [row.line for row in table.table.rows] == [1, 2]


def test_names_may_have_a_prefix_and_the_strict_form_of_the_standard_is_read() -> None:
    strict = (
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>'
        "<x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    assert texts(only(workbook(strict))) == [("7",)]


def test_a_far_cell_does_not_fill_the_memory() -> None:
    rows = f"{cells(['x'], 1)}{cells(['y'], 1_048_576)}"
    table = only(workbook(sheet(rows)))
    assert [row.line for row in table.table.rows] == [1, 1_048_576]


def test_a_chart_on_a_page_of_its_own_is_no_sheet() -> None:
    parts = workbook_parts(sheet(cells(["x"])), sheet(cells(["y"])))
    parts["xl/_rels/workbook.xml.rels"] = relationships(
        ("chartsheet", "chartsheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml")
    )
    assert texts(only(zipped(parts))) == [("y",)]


def test_a_sheet_that_cannot_be_found_is_named() -> None:
    parts = workbook_parts(sheet(cells(["x"])))
    del parts["xl/worksheets/sheet1.xml"]
    with pytest.raises(UnreadableFile) as refused:
        list(new_workbook.tables_of(zipped(parts)))
    assert (refused.value.trouble, refused.value.detail) == (
        FileTrouble.DAMAGED,
        "xl/worksheets/sheet1.xml",
    )
