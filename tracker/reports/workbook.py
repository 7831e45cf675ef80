"""A sheet as an Excel workbook (.xlsx): ready to print, and with nothing in it that acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from tracker.core.vietnamese import clean
from tracker.reports.print_rows import (
    TEXT_SIZE,
    TITLE_SIZE,
    PrintedRow,
    RowKind,
    column_widths,
    print_rows,
)
from tracker.reports.sheet import Paper, Sheet

_MM_PER_INCH = 25.4
_A4 = 9
_SHEET_NAME_LIMIT = 31
_PAGE_NUMBER_SIZE = 13

_POINTS_PER_DIGIT = 6.0
"""A column is as wide as so many digits of the workbook's own font, here of 12 points."""

_ESCAPE = re.compile(r"(?<=_)(?=x[0-9A-Fa-f]{4}_)")
"""Inside ``_x001B_``, which Excel would turn into the character of that number."""

_ZIP_DAY = (1980, 1, 1, 0, 0, 0)

_THIN = Side(style="thin")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)

_TEXT_FORMAT = "@"

_SHEET_PART = "xl/worksheets/"
_SHEET_END = b"</worksheet>"
_NO_COMPLAINTS = (
    b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'
)
"""Ordinals are text like everything else; Excel would mark each of them as a mistake."""


def workbook_bytes(sheet: Sheet) -> bytes:
    """Draw a sheet as a workbook; the same sheet always gives the same bytes."""
    book = _new_book(sheet)
    page = book.create_sheet(_tab_name(sheet.name))
    _set_up_page(page, sheet.paper)
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


def _new_book(sheet: Sheet) -> Workbook:
    book = Workbook(write_only=True)
    # The widths of columns are counted in digits of the first font.
    plain = Font(name=sheet.paper.font, size=TEXT_SIZE)
    book._fonts = IndexedList([plain])
    book._named_styles["Normal"].font = plain
    for style in _styles(sheet.paper.font):
        book.add_named_style(style)
    day = datetime.combine(sheet.as_of, time())
    book.properties.creator = None
    book.properties.created = book.properties.modified = day
    book.properties.title = " ".join(line.text for line in sheet.title_lines if line.is_bold)
    return book


def _styles(font: str) -> Iterator[NamedStyle]:
    looks = {
        "title": ("center", True, False, TITLE_SIZE),
        "enclosure": ("center", False, True, TITLE_SIZE),
        "heading": ("center", True, False, TEXT_SIZE),
        "group": ("left", True, False, TEXT_SIZE),
        "center": ("center", False, False, TEXT_SIZE),
        "left": ("left", False, False, TEXT_SIZE),
    }
    for name, (side, is_bold, is_italic, size) in looks.items():
        yield NamedStyle(
            name=_style_name(name),
            font=Font(name=font, size=size, bold=is_bold, italic=is_italic),
            alignment=Alignment(horizontal=side, vertical="center", wrap_text=True),
            border=Border() if size == TITLE_SIZE else _GRID,
            number_format=_TEXT_FORMAT,
        )


def _style_name(name: str) -> str:
    return f"tracker {name}"


def _tab_name(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9 .()-]", "-", name)[:_SHEET_NAME_LIMIT].strip()


def _set_up_page(page: WriteOnlyWorksheet, paper: Paper) -> None:
    # A list, where the library keeps a set: the same file every time needs an order.
    page.merged_cells = []
    page.page_setup.paperSize = _A4
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_options.horizontalCentered = True
    for side in ("top", "bottom", "left", "right"):
        setattr(page.page_margins, side, getattr(paper, side) / _MM_PER_INCH)
    page.page_margins.header = page.page_margins.footer = paper.top / 2 / _MM_PER_INCH
    page.HeaderFooter.differentFirst = True
    page.oddHeader.center.text = "&P"
    page.oddHeader.center.font = f"{paper.font},Regular"
    page.oddHeader.center.size = _PAGE_NUMBER_SIZE


def _draw(page: WriteOnlyWorksheet, row: PrintedRow, *, place: int, sheet: Sheet) -> None:
    width = len(sheet.columns)
    missing = ("",) * (width - len(row.cells))
    names = _cell_styles(row.kind, sheet)
    page.row_dimensions[place].height = row.height
    page.append(
        [
            put_text(page, text, _style_name(name))
            for text, name in zip(row.cells + missing, names, strict=True)
        ]
    )
    first = len(row.cells)
    if first < width:
        merged = CellRange(min_row=place, max_row=place, min_col=first, max_col=width)
        page.merged_cells.append(merged)


def _cell_styles(kind: RowKind, sheet: Sheet) -> tuple[str, ...]:
    width = len(sheet.columns)
    match kind:
        case RowKind.DATA:
            return tuple(column.alignment.value for column in sheet.columns)
        case RowKind.GROUP:
            return ("heading", *("group",) * (width - 1))
        case RowKind.HEADER:
            return ("heading",) * width
        case RowKind.ENCLOSURE:
            return ("enclosure",) * width
        case RowKind.TITLE | RowKind.GAP:
            return ("title",) * width


def _same_every_time(book: Workbook) -> bytes:
    """Save without the clock: neither the time of saving nor that of the parts goes in."""
    raw, packed = BytesIO(), BytesIO()
    with ZipFile(raw, "w", ZIP_STORED) as parts:
        ExcelWriter(book, parts).save()
    with ZipFile(raw) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as result:
        for name in parts.namelist():
            entry = ZipInfo(name, date_time=_ZIP_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            content = parts.read(name)
            if name.startswith(_SHEET_PART):
                content = content.replace(_SHEET_END, _NO_COMPLAINTS + _SHEET_END)
            result.writestr(entry, content)
    return packed.getvalue()
