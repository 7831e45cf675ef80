"""Sheets and tables with too much of something, or with what no sheet has."""

from __future__ import annotations

from itertools import chain

from tests.intake.files.hostile.entering import READ, becomes
from tests.intake.files.hostile.packages import HONEST, ONE_CELL
from tests.intake.files.zips import (
    cells,
    document,
    open_book,
    relationships,
    sheet,
    workbook,
    zipped,
)
from tracker.intake.errors import FileTrouble as T

MILLION = 10**6


def one_at(cell: str, row: str = "1") -> str:
    return sheet(f'<row r="{row}"><c r="{cell}"><v>1</v></c></row>')


@becomes(T.TOO_MANY_COLUMNS)
def cell_in_the_last_corner() -> bytes:
    return workbook(one_at("XFD1048576", "1048576"))


@becomes(T.TOO_MANY_COLUMNS)
def cells_in_opposite_corners() -> bytes:
    last = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return workbook(sheet(cells(["x"]) + last))


@becomes(READ)
def cell_in_the_last_row() -> bytes:
    return workbook(one_at("B1048576", "1048576"))


@becomes(T.DAMAGED)
def row_beyond_every_sheet() -> bytes:
    return workbook(one_at("A2000000000", "2000000000"))


@becomes(T.DAMAGED)
def row_of_a_thousand_digits() -> bytes:
    return workbook(one_at("A1", "9" * 10_000))


@becomes(T.DAMAGED)
def row_nought() -> bytes:
    return workbook(one_at("A0", "0"))


@becomes(T.DAMAGED)
def row_that_is_no_number() -> bytes:
    return workbook(one_at("A1", "-1"))


@becomes(T.DAMAGED)
def column_beyond_every_sheet() -> bytes:
    return workbook(one_at("ZZZZ1"))


@becomes(READ)
def size_that_is_not_so() -> bytes:
    return workbook(sheet(cells(["x"]), before='<dimension ref="A1:XFD1048576"/>'))


@becomes(READ)
def everything_merged() -> bytes:
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return workbook(sheet(cells(["x", "y"]), after=merged))


@becomes(T.EXPANDS_TOO_MUCH)
def merged_over_and_over() -> bytes:
    rows = "".join(cells(["x"], line) for line in range(1, 2_001))
    merged = '<mergeCell ref="A1:XFD1048576"/>' * 40_000
    return workbook(sheet(rows, after=f"<mergeCells>{merged}</mergeCells>"))


@becomes(T.EXPANDS_TOO_MUCH, is_heavy=True)
def more_merged_areas_than_cells() -> bytes:
    merged = '<mergeCell ref="B1:B2"/>' * 60_000
    return workbook(sheet(cells(["x"]), after=f"<mergeCells>{merged}</mergeCells>"))


@becomes(T.TOO_MUCH_TEXT, is_heavy=True)
def one_text_in_many_cells() -> bytes:
    held = '<c t="s"><v>0</v></c>' * 200
    rows = "".join(f"<row>{held}</row>" for _ in range(500))
    return workbook(sheet(rows), sharedStrings=f"<sst><si><t>{'x' * 32_000}</t></si></sst>")


@becomes(T.TOO_MUCH_TEXT, is_heavy=True)
def cell_of_much_text() -> bytes:
    return workbook(sheet(cells(["x" * 30 * MILLION])))


@becomes(T.TOO_MUCH_TEXT, is_heavy=True)
def shared_texts_that_nobody_needs() -> bytes:
    texts = f"<si><t>{'x' * 100_000}</t></si>" * 1_000
    return workbook(ONE_CELL, sharedStrings=f"<sst>{texts}</sst>")


@becomes(T.TOO_MANY_ROWS)
def many_rows() -> bytes:
    return workbook(sheet("".join(cells(["x"], line) for line in range(1, 30_000))))


@becomes(T.TOO_MANY_ROWS, is_heavy=True)
def many_rows_in_many_sheets() -> bytes:
    rows = sheet("".join(cells(["x"], line) for line in range(1, 1_000)))
    return workbook(*[rows] * 60)


@becomes(T.TOO_MANY_ROWS, is_heavy=True)
def a_million_blank_rows() -> bytes:
    return workbook(sheet('<row><c s="1"/></row>' * MILLION))


@becomes(T.TOO_MANY_COLUMNS)
def many_columns() -> bytes:
    return workbook(sheet(cells(["x"] * 300)))


@becomes(T.TOO_MUCH_TEXT, is_heavy=True)
def many_cells() -> bytes:
    return workbook(sheet(f"<row>{'<c><v>1</v></c>' * 200}</row>" * 20_000))


@becomes(T.EXPANDS_TOO_MUCH, is_heavy=True)
def many_blank_cells() -> bytes:
    return workbook(sheet(f"<row>{'<c/>' * 5_000}</row>" * 500))


@becomes(READ, is_heavy=True)
def as_many_cells_as_may_be() -> bytes:
    return workbook(sheet(f"<row>{'<c><v>1</v></c>' * 24}</row>" * 24_900))


@becomes(T.EXPANDS_TOO_MUCH, is_heavy=True)
def elements_of_no_meaning() -> bytes:
    return zipped({**HONEST, "customXml/item1.xml": f"<a>{'<b/>' * 3 * MILLION}</a>"})


@becomes(T.DAMAGED)
def deep_elements() -> bytes:
    return workbook(sheet(f"{'<x>' * 100_000}{'</x>' * 100_000}"))


@becomes(T.DAMAGED, is_heavy=True)
def tag_of_great_length() -> bytes:
    return workbook(sheet(f'<row a="{"x" * 50 * MILLION}"/>'))


@becomes(T.DAMAGED, is_heavy=True)
def comment_of_great_length() -> bytes:
    return workbook(sheet(f"<!--{'x' * 50 * MILLION}-->{cells(['x'])}"))


@becomes(T.DAMAGED)
def tag_with_very_many_attributes() -> bytes:
    named = " ".join(f'a{place}="1"' for place in range(200_000))
    return workbook(sheet(f"<row {named}/>"))


@becomes(T.DAMAGED)
def text_that_is_not_there() -> bytes:
    rows = '<row><c t="s"><v>5</v></c></row>'
    return workbook(sheet(rows), sharedStrings="<sst><si><t>x</t></si></sst>")


@becomes(T.DAMAGED)
def text_that_is_no_number() -> bytes:
    rows = '<row><c t="s"><v>-1</v></c></row>'
    return workbook(sheet(rows), sharedStrings="<sst><si><t>x</t></si></sst>")


@becomes(T.DAMAGED)
def sheet_that_ends_early() -> bytes:
    return workbook(sheet(cells(["x"]))[:-20])


@becomes(T.DAMAGED)
def sheet_that_is_no_markup() -> bytes:
    return workbook("TT;Nội dung")


@becomes(T.NOTHING_IN_IT)
def nothing_in_it() -> bytes:
    return workbook(sheet(""))


@becomes(T.NOTHING_IN_IT)
def only_blanks() -> bytes:
    return workbook(sheet(cells(["  ", "\u00a0", "\n"])))


@becomes(T.NOTHING_IN_IT, T.DAMAGED)
def no_sheet() -> bytes:
    return workbook()


@becomes(T.DAMAGED, is_heavy=True)
def the_same_sheet_many_times() -> bytes:
    named = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r1"/>' for n in range(1_500))
    listed = f'<workbook xmlns:r="x"><sheets>{named}</sheets></workbook>'
    rows = "<row><c/></row>" * 150_000
    return workbook(sheet(rows + cells(["x"], 150_001)), workbook=listed)


@becomes(T.DAMAGED)
def sheet_that_is_the_workbook() -> bytes:
    related = relationships(("worksheet", "nothing.xml"))
    return zipped({**HONEST, "xl/_rels/workbook.xml.rels": related})


@becomes(READ)
def format_of_great_length() -> bytes:
    code = "&quot;" * 1 + "[h" * 50_000 + "0;" * 50_000
    styles = (
        f'<styleSheet><numFmts><numFmt numFmtId="170" formatCode="{code}"/></numFmts>'
        '<cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    rows = '<row><c s="0"><v>1</v></c><c s="99"><v>2</v></c><c s="-1"><v>3</v></c></row>'
    return workbook(sheet(rows), styles=styles)


@becomes(READ)
def numbers_that_are_none() -> bytes:
    values = ("1e999", "nan", "-inf", "1e308", "-1", "2958466", "x", "1" * 5_000)
    held = "".join(f'<c s="0"><v>{value}</v></c><c><v>{value}</v></c>' for value in values)
    styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    return workbook(sheet(f"<row>{held}</row>"), styles=styles)


@becomes(READ)
def signs_that_act_on_a_terminal() -> bytes:
    return workbook(sheet(cells(["_x001B_]0;x_x0007_", "_x0000_", "_xD800_", "_x202E_abc"])))


@becomes(READ)
def everything_hidden() -> bytes:
    columns = '<cols><col min="1" max="16384" hidden="1"/></cols>' * 1_000
    return workbook(sheet(cells(["x"]), before=columns))


@becomes(T.TOO_MANY_ROWS, ending="ods")
def open_rows_without_end() -> bytes:
    return open_book(_open_row("x", rows=MILLION))


@becomes(T.TOO_MANY_COLUMNS, ending="ods")
def open_columns_without_end() -> bytes:
    return open_book(_open_row("x", columns=16_384))


@becomes(T.TOO_MUCH_TEXT, ending="ods")
def open_text_everywhere() -> bytes:
    return open_book(_open_row("x" * 100_000, rows=20_000, columns=40))


@becomes(T.DAMAGED, ending="ods")
def open_rows_of_no_number() -> bytes:
    return open_book(_open_row("x").replace('repeated="1"', 'repeated="-5"'))


@becomes(READ, ending="ods")
def open_blanks_without_end() -> bytes:
    return open_book(_open_row('x<text:s text:c="2000000000"/>y'))


@becomes(READ, ending="ods")
def open_gap() -> bytes:
    gap = _open_row("", rows=MILLION).replace("<text:p></text:p>", "")
    return open_book(_open_row("x") + gap + _open_row("y"))


@becomes(T.DAMAGED, ending="ods")
def open_depth() -> bytes:
    return open_book(f"{'<table:x>' * 50_000}{'</table:x>' * 50_000}")


@becomes(T.DAMAGED, ending="ods")
def open_workbook_without_contents() -> bytes:
    return open_book("")[:-22]


@becomes(T.TOO_MANY_COLUMNS, T.DAMAGED, ending="docx")
def wide_span() -> bytes:
    return document(_table('<w:tcPr><w:gridSpan w:val="200000000"/></w:tcPr>'))


@becomes(T.TOO_MANY_COLUMNS, ending="docx")
def many_spans() -> bytes:
    return document(_table('<w:tcPr><w:gridSpan w:val="200"/></w:tcPr>', columns=3))


@becomes(T.TOO_MANY_COLUMNS, ending="docx")
def columns_left_out() -> bytes:
    return document('<w:tbl><w:tr><w:trPr><w:gridBefore w:val="5000"/></w:trPr></w:tr></w:tbl>')


@becomes(T.TOO_MANY_COLUMNS, ending="docx")
def grid_of_many_columns() -> bytes:
    return document(f"<w:tbl><w:tblGrid>{'<w:gridCol/>' * 1_000}</w:tblGrid></w:tbl>")


@becomes(T.EXPANDS_TOO_MUCH, T.TOO_MUCH_TEXT, ending="docx", is_heavy=True)
def many_paragraphs() -> bytes:
    return document("<w:p/>" * 2 * MILLION)


@becomes(T.TOO_MANY_ROWS, ending="docx")
def many_rows_in_a_document() -> bytes:
    return document(f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * 40_000}</w:tbl>")


@becomes(T.TOO_MANY_COLUMNS, ending="docx")
def many_cells_in_a_row() -> bytes:
    return document(f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 1_000}</w:tr></w:tbl>")


@becomes(T.EXPANDS_TOO_MUCH, ending="docx", is_heavy=True)
def document_of_much_text() -> bytes:
    return document(f"<w:p><w:r><w:t>{'x' * (200 * 2**20)}</w:t></w:r></w:p>")


@becomes(T.TOO_MUCH_TEXT, T.EXPANDS_TOO_MUCH, T.DAMAGED, ending="docx", is_heavy=True)
def document_of_as_much_text_as_may_be() -> bytes:
    paragraph = f"<w:p><w:r><w:t>{'x' * 1_000}</w:t></w:r></w:p>"
    return document(paragraph * 120_000)


@becomes(T.DAMAGED, ending="docx")
def tables_in_tables() -> bytes:
    opening, closing = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return document(f"{opening * 1_000}<w:p/>{closing * 1_000}")


@becomes(T.EXPANDS_TOO_MUCH, ending="docx", is_heavy=True)
def many_runs() -> bytes:
    return document(f"<w:p>{'<w:r><w:t>x</w:t></w:r>' * MILLION}</w:p>")


def _open_row(text: str, *, rows: int = 1, columns: int = 1) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell'
        f' table:number-columns-repeated="{columns}"><text:p>{text}</text:p></table:table-cell>'
        "</table:table-row>"
    )


def _table(properties: str, *, columns: int = 1) -> str:
    held = f"<w:tc>{properties}<w:p/></w:tc>" * columns
    return "".join(chain(("<w:tbl><w:tr>",), held, ("</w:tr></w:tbl>",)))
