"""Word documents for the tests: drawn, and read again."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx

from tests.reports.builders import (
    AS_OF,
    LETTERHEAD,
    a_report,
    appendix_sheet,
    december_rows,
)
from tracker.core.layout import Alignment
from tracker.reports.document import document_bytes
from tracker.reports.sheet import Column, DataRow, GroupRow, Paper, Row, Sheet, TitleLine

LONGEST = " ".join(f"từ{number}" for number in range(5000))

HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "http://example.com/ \\\\host\\share",
    "<w:p>đoạn</w:p>",
    "</w:t></w:r><w:r><w:t>x",
    "]]>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    "&amp; &lt; &#65;",
    "_x001B_",
    "{ PAGE } { INCLUDETEXT x }",
    "45306",
    "  đầu  và  cuối  ",
    "hai\ndòng",
    "\n\ncuối\n",
    "x" * 33_000,
    LONGEST,
)


def a_sheet(*rows: Row, columns: int = 3, paper: Paper | None = None) -> Sheet:
    """A plain table under a title of two lines."""
    return Sheet(
        name="texts",
        as_of=AS_OF,
        title_lines=(
            TitleLine(text="Phụ lục", is_bold=True),
            TitleLine(text="(Kèm theo)", is_italic=True),
        ),
        columns=tuple(
            Column(
                title=f"Cột {place}",
                share=1 / columns,
                alignment=Alignment.LEFT if place == 1 else Alignment.CENTER,
            )
            for place in range(columns)
        ),
        rows=rows,
        paper=paper or Paper(),
    )


def of_texts(*texts: str) -> Sheet:
    """A table of these texts, one below the other."""
    return a_sheet(*(DataRow(cells=("1", text, "")) for text in texts))


def december() -> Sheet:
    """The appendix of a plain month."""
    return appendix_sheet(a_report(december_rows()), LETTERHEAD)


def opened(sheet: Sheet) -> Any:
    """A sheet drawn and and read again."""
    return read(document_bytes(sheet))


def read(content: bytes) -> Any:
    """A document as the library reads it."""
    return docx.Document(BytesIO(content))


def table_of(sheet: Sheet) -> Any:
    """The table of a sheet, drawn and read again."""
    return opened(sheet).tables[0]


def drawn_cells(row: Any) -> list[Any]:
    """The cells of a row as they are drawn: a merged one once."""
    return [docx.table._Cell(cell, row) for cell in row._tr.tc_lst]


def texts_in(sheet: Sheet) -> list[list[str]]:
    """The texts of the table, row by row."""
    return [[cell.text for cell in drawn_cells(row)] for row in table_of(sheet).rows]


def texts_of(row: Row) -> list[str]:
    """The texts of a row of a sheet."""
    return [row.ordinal, row.text] if isinstance(row, GroupRow) else list(row.cells)


def parts_of(content: bytes) -> dict[str, str]:
    """The parts of a file by their names."""
    with ZipFile(BytesIO(content)) as parts:
        return {name: parts.read(name).decode() for name in parts.namelist()}


def marks_of(row: Any) -> set[str]:
    """What is said of a row as a whole."""
    properties = row._tr.trPr
    return set() if properties is None else {re.sub("{.*}", "", mark.tag) for mark in properties}
