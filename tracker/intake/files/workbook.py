"""Workbooks of today: ``.xlsx``, whoever wrote it.

The texts are what somebody who looks at the sheet sees, as far as that can be told without
calculating anything. Blank rows and the blank columns on the right are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.intake.files.book_parts import Sheet, read_book
from tracker.intake.files.found import (
    FoundTable,
    PlaceKind,
    RemarkedLines,
    SheetRemark,
)
from tracker.intake.files.limits import Budget
from tracker.intake.files.markup import follow
from tracker.intake.files.parts import chunks, opened
from tracker.intake.files.sheet_cells import SheetCells, SheetReading, without_covered
from tracker.intake.files.sheet_table import table_of
from tracker.intake.raw_table import RawTable


def tables_of(data: bytes) -> Iterator[FoundTable]:
    """Its sheets in order, hidden ones too."""
    archive = opened(data)
    book = read_book(archive)
    budget = Budget()
    for number, sheet in enumerate(book.sheets, 1):
        reading = SheetReading(book, budget)
        follow(chunks(archive, sheet.part), start=reading.start, end=reading.end, text=reading.text)
        without_covered(reading.cells.rows, reading.cells.merged)
        yield _found(number, sheet, reading.cells)


def _found(number: int, sheet: Sheet, cells: SheetCells) -> FoundTable:
    table = table_of(cells.rows, cells.days)
    return FoundTable(
        kind=PlaceKind.SHEET,
        number=number,
        name=sheet.name,
        table=table,
        remarks=tuple(_remarks(sheet, cells, table)),
        font_names=tuple(sorted(cells.fonts)),
    )


def _remarks(sheet: Sheet, cells: SheetCells, table: RawTable) -> Iterator[RemarkedLines]:
    lines = {row.line for row in table.rows}
    if sheet.is_hidden:
        yield RemarkedLines(remark=SheetRemark.HIDDEN_SHEET)
    width = len(table.rows[0].cells) if table.rows else 0
    columns = {
        column
        for first, last in cells.hidden_columns
        for column in range(first, min(last, width) + 1)
    }
    for remark, found in (
        (SheetRemark.HIDDEN_ROWS, lines.intersection(cells.hidden_rows)),
        (SheetRemark.HIDDEN_COLUMNS, columns),
        (SheetRemark.NOT_CALCULATED, cells.not_calculated),
        (SheetRemark.DAYS_FROM_1904, cells.likely_days),
    ):
        if found:
            yield RemarkedLines(remark=remark, lines=tuple(sorted(found)))
