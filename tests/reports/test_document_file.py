from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.reports.builders import AS_OF
from tests.reports.documents import (
    a_sheet,
    december,
    drawn_cells,
    opened,
    parts_of,
    read,
)
from tracker.core.layout import Orientation
from tracker.reports.document import document_bytes, summary_document_bytes
from tracker.reports.sheet import Paper

_SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")


def test_the_name_of_a_font_is_never_longer_than_word_takes() -> None:
    document = opened(a_sheet(paper=Paper(font="Chữ " * 20)))
    assert document.styles["tracker left"].font.name == ("Chữ " * 20)[:31]


def test_the_title_is_14_points_bold_and_centred_and_the_table_12() -> None:
    document = opened(december())
    *titles, enclosure = [paragraph.style for paragraph in document.paragraphs[:-1]]
    for style in titles:
        assert (style.font.size, bool(style.font.bold)) == (Pt(14), True)
        assert style.paragraph_format.alignment is WD_ALIGN_PARAGRAPH.CENTER
    assert (enclosure.font.size, bool(enclosure.font.italic)) == (Pt(14), True)
    assert not enclosure.font.bold
    for row in document.tables[0].rows:
        assert {cell.paragraphs[0].style.font.size for cell in drawn_cells(row)} == {Pt(12)}


def test_every_style_names_the_font_for_every_script_and_the_language() -> None:
    styles = opened(december()).styles.element
    runs = list(styles.iter(qn("w:rPr")))
    assert len(runs) == len(list(styles.iter(qn("w:sz")))) > 5
    for run in runs:
        fonts = {run.find(qn("w:rFonts")).get(qn(f"w:{script}")) for script in _SCRIPTS}
        assert fonts == {"Times New Roman"}
        assert run.find(qn("w:lang")).get(qn("w:val")) == "vi-VN"


def test_every_style_that_is_used_is_there() -> None:
    for content in (document_bytes(december()), summary_document_bytes(["x"], as_of=AS_OF)):
        parts = parts_of(content)
        used = re.findall(r'<w:pStyle w:val="(\w+)"', "".join(parts.values()))
        there = re.findall(r'w:styleId="(\w+)"', parts["word/styles.xml"])
        assert set(used) <= set(there)


@pytest.mark.parametrize("orientation", Orientation)
def test_the_page_is_that_of_the_paper(orientation: Orientation) -> None:
    paper = Paper(top=31, bottom=21, left=22, right=23, orientation=orientation)
    section = opened(a_sheet(paper=paper)).sections[0]
    found = (
        section.page_width, section.page_height, section.top_margin, section.bottom_margin,
        section.left_margin, section.right_margin,
    )  # fmt: skip
    wanted = (paper.width, paper.height, 31, 21, 22, 23)
    assert [length.mm for length in found] == pytest.approx(wanted, abs=0.02)
    is_wide = orientation is Orientation.LANDSCAPE
    assert section.orientation is (WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT)
    assert section.gutter == 0


def test_pages_are_numbered_in_the_middle_above_the_text_from_page_two_on() -> None:
    section = opened(december()).sections[0]
    assert section.different_first_page_header_footer
    assert "fldSimple" not in section.first_page_header._element.xml
    assert not section.first_page_header.is_linked_to_previous
    (number,) = section.header.paragraphs
    assert '<w:fldSimple w:instr="PAGE"/>' in number._p.xml
    assert number.style.paragraph_format.alignment is WD_ALIGN_PARAGRAPH.CENTER
    assert number.style.font.size == Pt(13)
    assert section.header_distance.mm == pytest.approx(10, abs=0.02)


def test_the_file_carries_the_day_of_the_report_and_no_name() -> None:
    content = document_bytes(december())
    properties = read(content).core_properties
    midnight = datetime(2023, 12, 14, tzinfo=UTC)
    assert properties.created == properties.modified == midnight
    assert properties.language == "vi-VN"
    assert properties.title.startswith("Phụ lục BÁO CÁO")
    with ZipFile(BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    written = parts_of(content)["docProps/core.xml"]
    tags = re.findall(r"<(\w+:\w+)[ >]", written)
    assert tags == [
        "cp:coreProperties", "dc:title", "dc:language", "dcterms:created", "dcterms:modified",
    ]  # fmt: skip


def test_nothing_of_the_library_s_template_is_left() -> None:
    parts = parts_of(document_bytes(december()))
    assert sorted(parts) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels",
        "word/document.xml", "word/header1.xml", "word/header2.xml", "word/settings.xml",
        "word/styles.xml",
    ]  # fmt: skip
    everything = "".join(parts.values())
    for name in ("python-docx", "Macintosh", "Calibri", "Cambria", "asciiTheme", "en-US"):
        assert name not in everything


def test_the_document_opens_in_no_compatibility_mode() -> None:
    mode = re.search(
        r'"compatibilityMode"[^>]*w:val="(\d+)"',
        parts_of(document_bytes(a_sheet()))["word/settings.xml"],
    )
    assert mode is not None
    assert mode[1] == "15"
