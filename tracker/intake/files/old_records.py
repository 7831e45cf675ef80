"""The records of a workbook of before 2007: a number, a length, and so many bytes."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from struct import iter_unpack, unpack_from
from typing import NamedTuple

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.cell_names import Area
from tracker.intake.files.ole import stream


class Kind(IntEnum):
    """The kinds of records that are looked at."""

    FORMULA = 0x0006
    EOF = 0x000A
    DATES_FROM_1904 = 0x0022
    PASSWORD = 0x002F
    FONT = 0x0031
    COLUMNS = 0x007D
    SHEET = 0x0085
    NUMBERS = 0x00BD
    RICH_TEXT = 0x00D6
    STYLE = 0x00E0
    MERGED = 0x00E5
    SHARED_TEXT = 0x00FD
    OTHER_BOOK = 0x01AE
    NUMBER = 0x0203
    TEXT = 0x0204
    TRUTH_OR_ERROR = 0x0205
    ROW = 0x0208
    SHORT_NUMBER = 0x027E
    FORMAT = 0x041E
    BOF = 0x0809


SINGLE_CELLS = frozenset(
    {
        Kind.FORMULA, Kind.RICH_TEXT, Kind.SHARED_TEXT, Kind.NUMBER, Kind.TEXT,
        Kind.TRUTH_OR_ERROR, Kind.SHORT_NUMBER,
    }
)  # fmt: skip
"""Each begins with the row, the column, from 0, and the place of its style."""

_PLAIN_SHEET, MACRO_SHEET = 0, 1
_HEAD_BYTES = 4
_NEW_FORM = 0x0600


class Record(NamedTuple):
    """One record."""

    kind: int
    body: bytes


class CellAt(NamedTuple):
    """Where something stands, counted from 1, and the place of its style."""

    row: int
    column: int
    style: int


class OldSheet(NamedTuple):
    """Where the records of a sheet begin, and what kind of sheet it is."""

    begins: int
    kind: int

    @property
    def has_cells(self) -> bool:
        """Whether it is no chart and no macro."""
        return self.kind == _PLAIN_SHEET


def book_of(data: bytes) -> bytes:
    """All the records of a workbook."""
    return stream(data, "Workbook", "Book")


def records(book: bytes, begins: int = 0) -> Iterator[Record]:
    """The records of the workbook itself, or of the sheet that begins at a place.

    Those of a chart in a sheet are left out. Raises ``UnreadableFile`` where they end early.
    """
    depth = 0
    while begins + _HEAD_BYTES <= len(book):
        kind, length = unpack_from("<2H", book, begins)
        body = book[begins + _HEAD_BYTES : begins + _HEAD_BYTES + length]
        begins += _HEAD_BYTES + length
        depth += (kind == Kind.BOF) - (kind == Kind.EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield Record(kind, body)
    raise UnreadableFile("", FileTrouble.DAMAGED)


def sheets_in(of_book: list[Record]) -> list[OldSheet]:
    """The sheets in order."""
    listed = [record.body for record in of_book if record.kind == Kind.SHEET]
    return [OldSheet(*unpack_from("<LxB", body)) for body in listed]


def is_new_form(of_book: list[Record]) -> bool:
    """Whether texts are written as since 1997."""
    return bool(of_book) and unpack_from("<H", of_book[0].body)[0] == _NEW_FORM


def merged_in(record: Record) -> Iterator[Area]:
    """The merged areas of a record."""
    if record.kind == Kind.MERGED:
        whole = record.body[2 : 2 + (len(record.body) - 2) // 8 * 8]
        for top, bottom, left, right in iter_unpack("<4H", whole):
            yield Area(top + 1, left + 1, bottom + 1, right + 1)


def cells_in(record: Record) -> Iterator[CellAt]:
    """The cells of a record in which something stands."""
    if record.kind in SINGLE_CELLS:
        row, column, style = unpack_from("<3H", record.body)
        yield CellAt(row + 1, column + 1, style)
    elif record.kind == Kind.NUMBERS:
        row, first = unpack_from("<2H", record.body)
        for place in range((len(record.body) - 6) // 6):
            (style,) = unpack_from("<H", record.body, 4 + 6 * place)
            yield CellAt(row + 1, first + place + 1, style)
