"""A sheet as an Excel workbook (.xlsx): ready to print, and with nothing in it that acts."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.writer.excel import ExcelWriter

from tracker.core.vietnamese import clean
from tracker.reports.packing import packed_anew
from tracker.reports.print_rows import PrintedRow, RowKind, column_widths, print_rows
from tracker.reports.sheet import Sheet
from tracker.reports.workbook_look import cell_styles, new_book, set_up_page

_SHEET_NAME_LIMIT = 31
_POINTS_PER_DIGIT = 6.0
"""A column is as wide as so many digits of the workbook's own font, here of 12 points."""

_ESCAPE = re.compile(r"(?<=_)(?=x[0-9A-Fa-f]{4}_)")
"""Inside ``_x001B_``, which Excel would turn into the character of that number."""

_SHEET_PART = "xl/worksheets/"
_SHEET_END = b"</worksheet>"
_NO_COMPLAINTS = (
    b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'
)
"""Ordinals are text like everything else; Excel would mark each of them as a mistake."""


def workbook_bytes(sheet: Sheet) -> bytes:
    """Draw a sheet as a workbook; the same sheet always gives the same bytes."""
    book = new_book(sheet)
    page = book.create_sheet(_tab_name(sheet.name))
    set_up_page(page, sheet.paper)
    for place, width in enumerate(column_widths(sheet.columns, sheet.paper), 1):
        page.column_dimensions[get_column_letter(place)].width = width / _POINTS_PER_DIGIT
    last_row = 0
    for last_row, row in enumerate(print_rows(sheet), 1):
        _draw(page, row, place=last_row, sheet=sheet)
        if row.kind is RowKind.HEADER:
            page.print_title_rows = f"{last_row}:{last_row}"
    page.print_area = f"A1:{get_column_letter(len(sheet.columns))}{last_row}"
    return _same_every_time(book)


def put_text(page: WriteOnlyWorksheet, text: str, style: str) -> WriteOnlyCell:
    """Make the cell for a text: the only way into a workbook, and never a formula."""
    safe = text if text.isprintable() else clean(text)[0]
    parts = _ESCAPE.split(safe)
    cell = WriteOnlyCell(page, value=safe if len(parts) == 1 else CellRichText(parts))
    cell.data_type = "s"
    cell.style = style
    cell.quotePrefix = True
    return cell


def _tab_name(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9 .()-]", "-", name)[:_SHEET_NAME_LIMIT].strip()


def _draw(page: WriteOnlyWorksheet, row: PrintedRow, *, place: int, sheet: Sheet) -> None:
    width = len(sheet.columns)
    missing = ("",) * (width - len(row.cells))
    names = cell_styles(row.kind, sheet)
    page.row_dimensions[place].height = row.height
    page.append(
        [put_text(page, text, name) for text, name in zip(row.cells + missing, names, strict=True)]
    )
    first = len(row.cells)
    if first < width:
        merged = CellRange(min_row=place, max_row=place, min_col=first, max_col=width)
        page.merged_cells.append(merged)


def _same_every_time(book: Workbook) -> bytes:
    """Save without the clock: neither the time of saving nor that of the parts goes in."""
    raw = BytesIO()
    with ZipFile(raw, "w", ZIP_STORED) as parts:
        ExcelWriter(book, parts).save()
    return packed_anew(raw, _without_complaints)


def _without_complaints(name: str, content: bytes) -> bytes:
    if name.startswith(_SHEET_PART):
        return content.replace(_SHEET_END, _NO_COMPLAINTS + _SHEET_END)
    return content
