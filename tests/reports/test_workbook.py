from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.examples import examples
from tests.reports.builders import (
    LETTERHEAD,
    a_report,
    a_row,
    appendix_sheet,
    december_rows,
)
from tracker.core.assessed import AssessedDirective
from tracker.core.vietnamese import clean
from tracker.reports.sheet import Column, DataRow, GroupRow, Paper, Sheet
from tracker.reports.workbook import workbook_bytes

_FIRST_RECORD = 8
_CONTENT = 3
_PAGE = "xl/worksheets/sheet1.xml"


def _drawn(*rows: AssessedDirective) -> Any:
    return _opened(appendix_sheet(a_report(rows), LETTERHEAD))


def _opened(sheet: Sheet) -> Any:
    return load_workbook(BytesIO(workbook_bytes(sheet))).worksheets[0]


def _part(name: str) -> str:
    content = workbook_bytes(appendix_sheet(a_report(december_rows()), LETTERHEAD))
    with ZipFile(BytesIO(content)) as parts:
        return parts.read(name).decode()


def _columns(count: int) -> tuple[Column, ...]:
    return tuple(Column(title=f"c{place}", share=1 / count) for place in range(count))


def _of_texts(*texts: str) -> Sheet:
    return Sheet(
        name="texts",
        as_of=date(2023, 12, 14),
        title_lines=(),
        columns=_columns(2),
        rows=tuple(DataRow(cells=("", text)) for text in texts),
    )


def test_the_workbook_holds_what_the_sheet_holds() -> None:
    sheet = appendix_sheet(a_report(december_rows()), LETTERHEAD)
    page = _opened(sheet)
    found = [[value or "" for value in row] for row in page.iter_rows(values_only=True)]
    wanted = [[line.text] for line in sheet.title_lines]
    wanted += [[""], [column.title for column in sheet.columns]]
    wanted += [
        [row.ordinal, row.text] if isinstance(row, GroupRow) else list(row.cells)
        for row in sheet.rows
    ]
    assert found == [texts + [""] * (7 - len(texts)) for texts in wanted]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://x","y")',
        "+1",
        "-1",
        "- Chủ trì, phối hợp",
        "@SUM(A1)",
        "#N/A",
        "#REF!",
        "[red]x",
        "<b>&amp;</b>",
        "_x001B_",
        "a_x001B_b_x0041_",
        "_x005F_x001B_",
        "45306",
        "TRUE",
        "  đầu và cuối  ",
        "hai\ndòng",
    ],
)
def test_a_text_that_could_act_stays_the_text_it_is(text: str) -> None:
    cell = _drawn(a_row(content=text)).cell(_FIRST_RECORD + 1, _CONTENT)
    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.number_format == "@"


@pytest.mark.parametrize("text", ["_x001B_", "a_x0041_", "_x005F_x001B_"])
def test_no_run_of_text_spells_an_escape_of_excel(text: str) -> None:
    with ZipFile(BytesIO(workbook_bytes(_of_texts(text)))) as parts:
        written = parts.read(_PAGE).decode()
    assert "_x" not in written


def test_control_characters_never_reach_the_file() -> None:
    text = "a\x1b[31mb\x00c\ud800d\ufffee\u202ef"
    cell = _drawn(a_row(content=text)).cell(_FIRST_RECORD + 1, _CONTENT)
    assert cell.value == "a[31mbcdef"


@examples(12)
@given(st.lists(st.text(st.characters(), max_size=80), min_size=1, max_size=20))
def test_any_text_comes_back_as_it_went_in(texts: list[str]) -> None:
    page = _opened(_of_texts(*texts))
    found = [page.cell(place, 2).value or "" for place in range(3, 3 + len(texts))]
    assert found == [clean(text)[0] for text in texts]


def test_a_name_from_the_settings_cannot_break_the_file_either() -> None:
    letterhead = replace(LETTERHEAD, office_name="Sở\x1b A", committee="UBND\x00 tỉnh")
    page = _opened(appendix_sheet(a_report([]), letterhead))
    assert "CHỈ ĐẠO UBND TỈNH," in page["A2"].value
    assert page["A4"].value.endswith("của Sở A)")


def test_a_text_longer_than_a_cell_goes_on_below_and_nothing_is_lost() -> None:
    text = " ".join(f"từ{number}" for number in range(5000))
    assert len(text) > 33_000
    page = _drawn(a_row(content=text), a_row(content="sau"))
    rows = list(page.iter_rows(min_row=_FIRST_RECORD + 1, values_only=True))
    end = next(place for place, row in enumerate(rows) if row[2] == "sau")
    parts = [str(row[2]) for row in rows[:end]]
    assert " ".join(parts).split() == text.split()
    assert [row[0] for row in rows[:end]] == ["1", *[None] * (end - 1)]
    assert end > 20
    heights = [dimension.height for dimension in page.row_dimensions.values()]
    assert max(heights) <= 409


def test_one_endless_word_is_not_lost_either() -> None:
    text = "x" * 33_000
    page = _drawn(a_row(content=text))
    parts = [row[2] for row in page.iter_rows(min_row=_FIRST_RECORD + 1, values_only=True)]
    assert "".join(part for part in parts if part) == text


def test_the_same_report_gives_the_same_bytes() -> None:
    first, second = (
        workbook_bytes(appendix_sheet(a_report(december_rows()), LETTERHEAD)) for _ in range(2)
    )
    assert first == second


def test_another_process_gives_the_same_bytes_too() -> None:
    program = (
        "import hashlib\n"
        "from tests.reports.builders import LETTERHEAD, a_report, appendix_sheet, december_rows\n"
        "from tracker.reports.workbook import workbook_bytes\n"
        "sheet = appendix_sheet(a_report(december_rows()), LETTERHEAD)\n"
        "print(hashlib.sha256(workbook_bytes(sheet)).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(digests) == 1


def test_merged_cells_are_written_from_top_to_bottom() -> None:
    tops = [int(top) for top in re.findall(r'<mergeCell ref="[A-G](\d+):', _part(_PAGE))]
    assert tops == sorted(tops)
    assert len(tops) == 8


def test_the_file_carries_the_day_of_the_report_and_no_name() -> None:
    content = workbook_bytes(appendix_sheet(a_report(december_rows()), LETTERHEAD))
    properties = load_workbook(BytesIO(content)).properties
    assert properties.created == properties.modified == datetime(2023, 12, 14)  # noqa: DTZ001
    assert "creator" not in _part("docProps/core.xml")
    assert properties.lastModifiedBy is None
    with ZipFile(BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_page_is_ready_to_print() -> None:
    page = _drawn(*december_rows())
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == "$6:$6"
    assert page.print_area == f"'{page.title}'!$A$1:$G$18"
    assert page.HeaderFooter.differentFirst
    assert page.oddHeader.center.text == "&P"
    assert page.firstHeader.center.text is None
    assert page.page_margins.top == pytest.approx(20 / 25.4)


def test_margins_come_from_the_paper() -> None:
    paper = Paper(top=30, bottom=21, left=22, right=23)
    margins = _opened(appendix_sheet(a_report([]), LETTERHEAD, paper=paper)).page_margins
    found = [margins.top, margins.bottom, margins.left, margins.right]
    assert [round(inches * 25.4) for inches in found] == [30, 21, 22, 23]


def test_a_heading_is_merged_and_every_cell_of_it_has_a_border() -> None:
    page = _drawn(*december_rows())
    assert "B7:G7" in {str(merged) for merged in page.merged_cells.ranges}
    for row in page.iter_rows(min_row=6):
        for cell in row:
            assert cell.border.bottom.style == "thin"
            assert cell.border.top.style == "thin"


def test_every_text_is_in_the_decree_s_font_and_wraps() -> None:
    page = _drawn(*december_rows())
    for row in page.iter_rows():
        for cell in row:
            if cell.value is not None:
                assert cell.font.name == "Times New Roman"
                assert cell.alignment.wrap_text


@pytest.mark.parametrize("period", ["12/2023", "2023-11-15..2023-12-14", "Q4/2023"])
def test_the_tab_has_a_plain_short_name(period: str) -> None:
    title = _opened(appendix_sheet(a_report([], period=period), LETTERHEAD)).title
    assert title.isascii()
    assert len(title) <= 31
    assert not set(title) & set("[]:*?/\\'")


def test_excel_is_told_not_to_mark_ordinals_as_mistakes() -> None:
    assert _part(_PAGE).endswith("</ignoredErrors></worksheet>")


def test_a_font_cannot_write_into_the_header() -> None:
    paper = Paper(font='A"B&P<D>')
    page = _opened(appendix_sheet(a_report([]), LETTERHEAD, paper=paper))
    assert (page.oddHeader.center.font, page.oddHeader.center.text) == ("ABPD,Regular", "&P")
