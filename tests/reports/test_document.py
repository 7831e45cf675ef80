from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.reports.builders import (
    AS_OF,
    LETTERHEAD,
    a_report,
    a_row,
    appendix_sheet,
    december_rows,
    laid_out,
    shipped_layouts,
)
from tests.reports.documents import (
    HOSTILE,
    a_sheet,
    december,
    of_texts,
    opened,
    parts_of,
    read,
    texts_in,
    texts_of,
)
from tracker.core.vietnamese import clean
from tracker.reports.document import document_bytes, summary_document_bytes
from tracker.reports.sheet import DataRow, GroupRow, Paper, TitleLine
from tracker.reports.summary import summary_lines


@pytest.mark.parametrize("layout", sorted(shipped_layouts()))
@pytest.mark.parametrize("rows", [(), december_rows()], ids=["empty", "december"])
def test_the_document_holds_what_the_sheet_holds(layout: str, rows: tuple[Any, ...]) -> None:
    sheet = laid_out(layout, a_report(rows))
    headings = [column.title for column in sheet.columns]
    assert texts_in(sheet) == [headings, *map(texts_of, sheet.rows)]
    paragraphs = [paragraph.text for paragraph in opened(sheet).paragraphs]
    assert paragraphs == [line.text for line in sheet.title_lines] + [""]


def test_a_sheet_without_rows_and_without_a_title_is_a_table_of_headings() -> None:
    sheet = replace(a_sheet(), title_lines=())
    assert texts_in(sheet) == [["Cột 0", "Cột 1", "Cột 2"]]
    assert [paragraph.text for paragraph in opened(sheet).paragraphs] == [""]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20])
def test_a_text_that_could_act_stays_the_text_it_is(text: str) -> None:
    sheet = replace(
        a_sheet(DataRow(cells=("1", text, "")), GroupRow(ordinal="I", text=text)),
        title_lines=(TitleLine(text=text, is_bold=True),),
    )
    assert texts_in(sheet)[1:] == [["1", text, ""], ["I", text]]
    assert opened(sheet).paragraphs[0].text == text
    parts = parts_of(document_bytes(sheet))
    assert 'TargetMode="External"' not in "".join(parts.values())
    fields = re.findall(
        r"<w:(?:instrText|fldSimple|hyperlink|altChunk)\b[^>]*>", "".join(parts.values())
    )
    assert fields == ['<w:fldSimple w:instr="PAGE"/>']


def test_letters_typed_in_parts_come_out_whole() -> None:
    assert texts_in(of_texts("Hu\u031b\u0301a"))[1][1] == "H\u1ee9a"


def test_control_characters_never_reach_the_file() -> None:
    text = "a\x1b[31mb\x00c\ud800d\ufffee\u202ef\u2066g\u200bh"
    assert texts_in(of_texts(text))[1][1] == "a[31mbcdefgh"


@examples(12)
@given(st.lists(st.text(st.characters(), max_size=80), min_size=1, max_size=20))
def test_any_text_comes_back_as_it_went_in(texts: list[str]) -> None:
    assert [row[1] for row in texts_in(of_texts(*texts))[1:]] == [clean(text)[0] for text in texts]


@examples(7)
@given(st.text(st.characters(), max_size=400))
def test_no_title_and_no_font_breaks_the_file(text: str) -> None:
    sheet = replace(
        a_sheet(paper=Paper(font=text)), title_lines=(TitleLine(text=text, is_bold=True),)
    )
    document = opened(sheet)
    assert document.paragraphs[0].text == clean(text)[0]
    assert document.core_properties.title == clean(text)[0][:255]
    assert len(document.styles["tracker left"].font.name) <= 31


def test_the_same_report_gives_the_same_bytes() -> None:
    assert document_bytes(december()) == document_bytes(december())


def test_another_process_gives_the_same_bytes_too() -> None:
    program = (
        "import hashlib\n"
        "from tests.reports.builders import LETTERHEAD, a_report, appendix_sheet, december_rows\n"
        "from tracker.reports.document import document_bytes\n"
        "sheet = appendix_sheet(a_report(december_rows()), LETTERHEAD)\n"
        "print(hashlib.sha256(document_bytes(sheet)).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Ho_Chi_Minh"))
    }
    assert len(digests) == 1


def test_every_text_is_looked_at_as_often_in_a_long_report_as_in_a_short_one() -> None:
    """Reaching a cell by its place would read the whole table once for every cell."""
    counted = [_calls_to_draw(count) for count in (50, 100, 150)]
    first, second = (later - earlier for earlier, later in pairwise(counted))
    assert first > 0
    assert second == pytest.approx(first, rel=0.05)


def _calls_to_draw(count: int) -> int:
    sheet = appendix_sheet(a_report([a_row(id=place) for place in range(count)]), LETTERHEAD)
    calls = 0

    def counting(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(counting)
    try:
        document_bytes(sheet)
    finally:
        sys.setprofile(None)
    return calls


def test_the_summary_is_a_page_of_paragraphs() -> None:
    lines = summary_lines(a_report(december_rows()), LETTERHEAD)
    content = summary_document_bytes(lines, as_of=AS_OF, title="Báo cáo")
    document = read(content)
    title, *body = document.paragraphs
    assert title.text == "Báo cáo"
    assert [paragraph.text for paragraph in body] == list(lines)
    for paragraph in body:
        shape = paragraph.style.paragraph_format
        assert paragraph.style.font.size == Pt(14)
        assert shape.alignment is WD_ALIGN_PARAGRAPH.JUSTIFY
        assert shape.first_line_indent.cm == pytest.approx(1.27, abs=0.01)
        assert shape.space_before == Pt(6)
    section = document.sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [side.mm for side in sides] == pytest.approx([20, 20, 30, 15], abs=0.02)
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.02)


def test_the_summary_stands_upright_on_the_paper_of_the_office() -> None:
    content = summary_document_bytes(["một"], as_of=AS_OF, paper=Paper(left=35, font="Arial"))
    document = read(content)
    assert document.sections[0].orientation is WD_ORIENT.PORTRAIT
    assert document.sections[0].left_margin.mm == pytest.approx(35, abs=0.02)
    (only,) = document.paragraphs
    assert only.style.font.name == "Arial"


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20])
def test_a_line_of_the_summary_cannot_act_either(text: str) -> None:
    content = summary_document_bytes([text], as_of=AS_OF)
    assert [paragraph.text for paragraph in read(content).paragraphs] == [text]
    assert summary_document_bytes([text], as_of=AS_OF) == content
