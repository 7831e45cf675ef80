from __future__ import annotations

import re

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from tests.reports.documents import (
    a_sheet,
    december,
    drawn_cells,
    marks_of,
    table_of,
)
from tracker.reports.sheet import DataRow, GroupRow, Paper


def test_the_headings_are_repeated_on_every_page_and_nothing_else_is() -> None:
    rows = table_of(december()).rows
    assert ["tblHeader" in marks_of(row) for row in rows] == [True] + [False] * (len(rows) - 1)


def test_a_row_may_break_across_pages_only_where_it_is_high() -> None:
    low, half_a_page, pages = "dòng\n" * 3, "dòng\n" * 20, "dòng " * 2000
    sheet = a_sheet(
        DataRow(cells=("1", low, "")),
        DataRow(cells=("2", half_a_page, "")),
        DataRow(cells=("3", pages, "")),
        DataRow(cells=("", "x" * 9000, "")),
        GroupRow(ordinal="I", text="nhóm"),
        DataRow(cells=("", "Tổng cộng", "9"), is_bold=True),
    )
    kept_whole = ["cantSplit" in marks_of(row) for row in table_of(sheet).rows]
    assert kept_whole == [True, True, False, False, False, True, True]


def test_a_heading_in_the_table_is_merged_bold_and_on_the_page_of_what_follows() -> None:
    sheet = december()
    rows = table_of(sheet).rows[1:]
    for drawn, wanted in zip(rows, sheet.rows, strict=True):
        spans = [cell._tc.grid_span for cell in drawn_cells(drawn)]
        style = drawn_cells(drawn)[1].paragraphs[0].style
        is_heading = isinstance(wanted, GroupRow)
        assert spans == ([1, 6] if is_heading else [1] * 7)
        assert bool(style.font.bold) is is_heading
        assert bool(style.paragraph_format.keep_with_next) is is_heading


def test_a_sum_is_bold_and_stands_as_its_column_does() -> None:
    cells = ("", "Tổng cộng", "9")
    rows = table_of(a_sheet(DataRow(cells=cells), DataRow(cells=cells, is_bold=True))).rows[1:]
    plain, total = ([cell.paragraphs[0].style for cell in drawn_cells(row)] for row in rows)
    center, left = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
    for styles, is_bold in ((plain, False), (total, True)):
        assert [style.paragraph_format.alignment for style in styles] == [center, left, center]
        assert {bool(style.font.bold) for style in styles} == {is_bold}


@pytest.mark.parametrize("count", [2, 3, 7, 13, 40])
def test_the_columns_fill_the_printable_width_to_the_last_twip(count: int) -> None:
    grid = table_of(a_sheet(columns=count))._tbl.tblGrid
    widths = [int(column.get(qn("w:w"))) for column in grid]
    assert sum(widths) == round(Paper().printable_width / 25.4 * 1440)
    assert max(widths) - min(widths) <= 1


def test_the_shares_of_the_columns_are_kept_by_every_cell() -> None:
    table = table_of(december())
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    shares = [column.share for column in december().columns]
    assert [width / sum(widths) for width in widths] == pytest.approx(shares, abs=0.001)
    assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
    for row in table.rows:
        place = 0
        for cell in row._tr.tc_lst:
            span = cell.grid_span
            assert int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) == sum(
                widths[place : place + span]
            )
            place += span
        assert place == len(widths)


def test_every_cell_has_a_border() -> None:
    borders = table_of(december())._tbl.tblPr.find(qn("w:tblBorders"))
    drawn = {re.sub("{.*}", "", edge.tag): edge.get(qn("w:val")) for edge in borders}
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    assert drawn == dict.fromkeys(edges, "single")
