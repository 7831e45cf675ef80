"""How a workbook looks: its styles, its page, and what it tells about itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties

from tracker.core.layout import TEXT_SIZE
from tracker.core.vietnamese import clean
from tracker.reports.print_rows import TITLE_SIZE, RowKind
from tracker.reports.sheet import DataRow, Paper, Sheet

_MM_PER_INCH = 25.4
_A4 = 9
_PAGE_NUMBER_SIZE = 13

_THIN = Side(style="thin")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)

_TEXT_FORMAT = "@"

_ROW_STYLES = {
    RowKind.TITLE: ("title", "title"),
    RowKind.GAP: ("title", "title"),
    RowKind.ENCLOSURE: ("enclosure", "enclosure"),
    RowKind.HEADER: ("heading", "heading"),
    RowKind.GROUP: ("heading", "group"),
}
"""The style of the first cell, and of all others."""


_Look = tuple[str, bool, bool, bool]
"""Side, bold, italic, and whether it stands in the table."""

_LOOKS: dict[str, _Look] = {
    "title": ("center", True, False, False),
    "enclosure": ("center", False, True, False),
    "heading": ("center", True, False, True),
    "group": ("left", True, False, True),
    "center": ("center", False, False, True),
    "left": ("left", False, False, True),
}

_SUMS: dict[str, _Look] = {
    "total center": ("center", True, False, True),
    "total left": ("left", True, False, True),
}


def new_book(sheet: Sheet) -> Workbook:
    """Start an empty workbook: its font, its styles, and no date but that of the report."""
    book = Workbook(write_only=True)
    # The widths of columns are counted in digits of the first font.
    plain = Font(name=sheet.paper.font, size=TEXT_SIZE)
    book._fonts = IndexedList([plain])
    book._named_styles["Normal"].font = plain
    for style in _styles(sheet.paper, _LOOKS | (_SUMS if _has_sums(sheet) else {})):
        book.add_named_style(style)
    day = datetime.combine(sheet.as_of, time())
    book.properties.creator = None
    book.properties.created = book.properties.modified = day
    title = " ".join(line.text for line in sheet.title_lines if line.is_bold)
    book.properties.title = clean(title)[0]
    return book


def _has_sums(sheet: Sheet) -> bool:
    return any(isinstance(row, DataRow) and row.is_bold for row in sheet.rows)


def _styles(paper: Paper, looks: Mapping[str, _Look]) -> Iterator[NamedStyle]:
    for name, (side, is_bold, is_italic, is_in_table) in looks.items():
        size = paper.text_size if is_in_table else TITLE_SIZE
        yield NamedStyle(
            name=_style_name(name),
            font=Font(name=paper.font, size=size, bold=is_bold, italic=is_italic),
            alignment=Alignment(horizontal=side, vertical="center", wrap_text=True),
            border=_GRID if is_in_table else Border(),
            number_format=_TEXT_FORMAT,
        )


def _style_name(name: str) -> str:
    return f"tracker {name}"


def cell_styles(kind: RowKind, sheet: Sheet) -> tuple[str, ...]:
    """Name the style of every cell of a row."""
    width = len(sheet.columns)
    if kind in (RowKind.DATA, RowKind.TOTAL):
        mark = "total " if kind is RowKind.TOTAL else ""
        names = [f"{mark}{column.alignment}" for column in sheet.columns]
    else:
        first, others = _ROW_STYLES[kind]
        names = [first] + [others] * (width - 1)
    return tuple(map(_style_name, names))


def set_up_page(page: WriteOnlyWorksheet, paper: Paper) -> None:
    """Make a page ready to print: A4, one page wide, numbered from page two on."""
    # A list, where the library keeps a set: the same file every time needs an order.
    page.merged_cells = []
    page.page_setup.paperSize = _A4
    page.page_setup.orientation = paper.orientation.value
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_options.horizontalCentered = True
    for side in ("top", "bottom", "left", "right"):
        setattr(page.page_margins, side, getattr(paper, side) / _MM_PER_INCH)
    page.page_margins.header = page.page_margins.footer = paper.top / 2 / _MM_PER_INCH
    page.HeaderFooter.differentFirst = True
    page.oddHeader.center.text = "&P"
    page.oddHeader.center.font = f"{paper.plain_font},Regular"
    page.oddHeader.center.size = _PAGE_NUMBER_SIZE
