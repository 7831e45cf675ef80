"""The size an office writes its tables in reaches every file that has one."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.reports.builders import LETTERHEAD, a_report, december_rows, shipped_layouts
from tests.reports.documents import table_of
from tracker.reports.html import sheet_html
from tracker.reports.laying_out import lay_out
from tracker.reports.sheet import DataRow, Sheet
from tracker.reports.stationery import Stationery
from tracker.reports.workbook import workbook_bytes


def in_size(size: float) -> Sheet:
    layout = replace(shipped_layouts()["appendix"], text_size=size)
    return lay_out(layout, a_report(december_rows()), Stationery(letterhead=LETTERHEAD))


@pytest.mark.parametrize("size", [9, 10.5, 13])
def test_a_table_is_in_the_size_of_its_layout(size: float) -> None:
    sheet = in_size(size)
    page = load_workbook(BytesIO(workbook_bytes(sheet))).worksheets[0]
    texts = {row.cells[2] for row in sheet.rows if isinstance(row, DataRow)}
    cells = [cell for line in page.iter_rows() for cell in line if cell.value in texts]
    assert [cell.font.sz for cell in cells] == [size] * len(december_rows())
    styles = [cell.paragraphs[0].style for row in table_of(sheet).rows for cell in row.cells]
    assert {style.font.size.pt for style in styles} == {size}
    assert f"{size}pt" in sheet_html(sheet)


def test_a_larger_text_takes_higher_rows() -> None:
    heights = [
        sum(
            dimension.height or 0
            for dimension in load_workbook(BytesIO(workbook_bytes(in_size(size))))
            .worksheets[0]
            .row_dimensions.values()
        )
        for size in (9, 14)
    ]
    assert heights[0] < heights[1]
