"""Cells merged with one above them, told from blank ones by every reader that can tell."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
from docx import Document
from openpyxl import Workbook

from tests.intake.files.books import saved
from tests.intake.files.zips import zipped
from tracker.intake.files import document, open_workbook, page, text, wire, workbook
from tracker.intake.files.found import FoundTable, RemarkedLines, SheetRemark

ROWS = (("1", "25/KH-UBND", "Phối hợp"), ("2", "", "Rà soát"), ("3", "", "Báo cáo"))
"""The number of the second row is merged with that of the first; that of the third is blank."""


def as_xlsx() -> Iterator[FoundTable]:
    book = Workbook()
    for row in ROWS:
        book.active.append([cell or None for cell in row])
    book.active.merge_cells("B1:B2")
    return workbook.tables_of(saved(book))


def as_docx() -> Iterator[FoundTable]:
    written, held = Document(), io.BytesIO()
    table = written.add_table(rows=3, cols=3)
    for row, cells in zip(table.rows, ROWS, strict=True):
        for cell, said in zip(row.cells, cells, strict=True):
            cell.text = said
    table.cell(0, 1).merge(table.cell(1, 1))
    written.save(held)
    return document.tables_of(held.getvalue())


def as_html() -> Iterator[FoundTable]:
    first, second, third = ROWS
    return page.tables_of(
        f"<table><tr><td>{first[0]}<td rowspan=2>{first[1]}<td>{first[2]}"
        f"<tr><td>{second[0]}<td>{second[2]}"
        f"<tr><td>{third[0]}<td><td>{third[2]}</table>".encode()
    )


def as_ods() -> Iterator[FoundTable]:
    def cell(said: str, more: str = "") -> str:
        return f"<table:table-cell{more}><text:p>{said}</text:p></table:table-cell>"

    (one, number, content), (two, _, second), (three, _, third) = ROWS
    covered = "<table:covered-table-cell/>"
    merged = cell(number, ' table:number-rows-spanned="2" table:number-columns-spanned="1"')
    rows = (
        cell(one) + merged + cell(content),
        cell(two) + covered + cell(second),
        cell(three) + "<table:table-cell/>" + cell(third),
    )
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    content_part = (
        '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">'
        f'<table:table table:name="A">{body}</table:table></office:document-content>'
    )
    return open_workbook.tables_of(zipped({"content.xml": content_part}))


@pytest.mark.parametrize("tables", [as_xlsx, as_docx, as_html, as_ods])
def test_a_merged_cell_is_told_from_a_blank_one(tables: Callable[[], Iterator[FoundTable]]) -> None:
    (found,) = tables()
    assert [row.cells for row in found.table.rows] == list(ROWS)
    assert found.table.covered == frozenset({(2, 1)})
    assert list(wire.tables_in([wire.line_of(found), wire.last_line()])) == [found]


def test_a_text_knows_of_no_merged_cells() -> None:
    (found,) = text.tables_of("\n".join("\t".join(row) for row in ROWS).encode())
    assert found.table.covered is None
    assert list(wire.tables_in([wire.line_of(found), wire.last_line()])) == [found]


def test_a_total_that_was_not_calculated_is_no_remark() -> None:
    book = Workbook()
    for row in (*ROWS, ("", "Tổng cộng", "=SUM(A1:A3)"), ("4", "=A1", "Việc khác")):
        book.active.append(list(row))
    (found,) = workbook.tables_of(saved(book))
    assert found.table.not_calculated == {(4, 2), (5, 1)}
    assert found.remarks == (RemarkedLines(remark=SheetRemark.NOT_CALCULATED, lines=(5,)),)
