"""What a workbook of before 2007 holds, counted while nothing of it is kept."""

from __future__ import annotations

from struct import error as StructError
from struct import unpack_from

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.counting import Counts
from tracker.intake.files.limits import AREA, ELEMENTS
from tracker.intake.files.old_records import (
    MACRO_SHEET,
    Kind,
    Record,
    book_of,
    cells_in,
    merged_in,
    records,
    sheets_in,
)
from tracker.intake.files.ole import stream_names
from tracker.intake.files.outer_parts import refuse_encryption, refuse_links, refuse_macros

_MACROS = frozenset({"_VBA_PROJECT_CUR", "_VBA_PROJECT"})
_OWN_BOOK, _ADDED_FUNCTIONS = 0x0401, 0x3A01


def count_old_book(data: bytes) -> Counts:
    """The counts of a workbook.

    Raises ``UnreadableFile`` for one that has too much of something, or must not reach a reader.
    """
    if stream_names(data) & _MACROS:
        refuse_macros([])
    try:
        return _counted(book_of(data))
    except StructError as error:
        raise UnreadableFile("", FileTrouble.DAMAGED) from error


def _counted(book: bytes) -> Counts:
    counts = Counts()
    of_book = []
    for record in records(book):
        _check(record)
        _count_record(counts)
        of_book.append(record)
    sheets = sheets_in(of_book)
    if any(sheet.kind == MACRO_SHEET for sheet in sheets):
        refuse_macros([])
    if len({sheet.begins for sheet in sheets}) < len(sheets):
        raise UnreadableFile("", FileTrouble.DAMAGED)
    area = 0
    for sheet in sheets:
        area += _count_sheet(book, sheet.begins, counts)
        if area > AREA:
            raise UnreadableFile("", FileTrouble.EXPANDS_TOO_MUCH)
    return counts


def _count_record(counts: Counts) -> None:
    counts.elements += 1
    if counts.elements > ELEMENTS:
        raise UnreadableFile("", FileTrouble.EXPANDS_TOO_MUCH)


def _check(record: Record) -> None:
    if record.kind == Kind.PASSWORD:
        refuse_encryption([])
    if record.kind == Kind.OTHER_BOOK:
        inside = len(record.body) == 4
        if not inside or unpack_from("<H", record.body, 2)[0] not in (_OWN_BOOK, _ADDED_FUNCTIONS):
            refuse_links([])


def _count_sheet(book: bytes, begins: int, counts: Counts) -> int:
    """Count the cells of a sheet; how many there are between the first and the last of them."""
    last_row = last_column = row = 0
    for record in records(book, begins):
        _count_record(counts)
        for area in merged_in(record):
            counts.take_merge(area.top, min(area.bottom, last_row))
        for cell in cells_in(record):
            counts.take_cells(1)
            counts.take_rows(cell.row != row)
            row = cell.row
            last_row, last_column = max(last_row, row), max(last_column, cell.column)
    return last_row * last_column
