"""A sheet, or the paragraph of a report, as a Word document (.docx) ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from docx.document import Document
from docx.shared import Pt

from tracker.core.layout import Orientation
from tracker.reports.document_file import new_document, saved
from tracker.reports.document_look import style_id
from tracker.reports.document_table import put_text, sheet_table
from tracker.reports.sheet import Paper, Sheet, TitleLine

_GAP = Pt(8)
"""Between the title and the table."""


def document_bytes(sheet: Sheet) -> bytes:
    """Draw a sheet as a document; the same sheet always gives the same bytes."""
    title = " ".join(line.text for line in sheet.title_lines if line.is_bold)
    document = new_document(sheet.paper, title=title, as_of=sheet.as_of)
    for line in sheet.title_lines:
        _add_paragraph(document, line.text, style=_title_style(line))
    for last in document.paragraphs[-1:]:
        last.paragraph_format.space_after = _GAP
    document.element.body.insert_element_before(sheet_table(sheet), "w:sectPr")
    # Word asks for a paragraph after a table; this one is too low to take a page of its own.
    _add_paragraph(document, "", style="end")
    return saved(document)


def summary_document_bytes(
    lines: Sequence[str], *, as_of: date, title: str = "", paper: Paper | None = None
) -> bytes:
    """Draw the paragraph of a report as a document of its own, upright whatever the paper."""
    upright = replace(paper or Paper(), orientation=Orientation.PORTRAIT)
    document = new_document(upright, title=title, as_of=as_of)
    if title:
        _add_paragraph(document, title, style="title")
    for line in lines:
        _add_paragraph(document, line, style="body")
    return saved(document)


def _title_style(line: TitleLine) -> str:
    return "title" if line.is_bold else "enclosure"


def _add_paragraph(document: Document, text: str, *, style: str) -> None:
    paragraph = document.add_paragraph()._p
    paragraph.style = style_id(style)
    put_text(paragraph, text)
