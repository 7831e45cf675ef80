"""A sheet cut into the rows of a workbook: each with its texts and the height that shows them.

A row of a workbook ends at 409 points and a cell at 32,767 characters. Text that is longer
goes on in rows below, so that nothing is cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.core.vietnamese import clean
from tracker.reports.row_heights import times_ruler
from tracker.reports.sheet import Column, DataRow, GroupRow, Paper, Sheet, TitleLine
from tracker.reports.wrapping import Ruler

TITLE_SIZE = 14

POINTS_PER_MM = 72 / 25.4

_ROW_LIMIT = 409
_CELL_LIMIT = 32_767

_LINE = 1.32
"""Height of a line in type sizes, as Excel draws Times New Roman."""

_ROW_PADDING = 5.0
CELL_PADDING = 7.0

_HEADER_ROOM = 60.0
"""What the repeated column headings may take of every page."""

_PART_LINES = 8
"""Lines in each row of a divided text: short enough to fill up pages."""

_GAP = 8.0
"""Between the title and the table."""

SLACK = 0.985
"""A table as wide as the page to the last hair would be shrunk by some programs, not others."""


class RowKind(StrEnum):
    """How a row looks, and which of its cells are merged."""

    TITLE = "title"
    ENCLOSURE = "enclosure"
    GAP = "gap"
    HEADER = "header"
    GROUP = "group"
    DATA = "data"
    TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """One row of a workbook."""

    kind: RowKind
    cells: tuple[str, ...]
    height: float
    """In points."""


def print_rows(sheet: Sheet) -> Iterator[PrintedRow]:
    """Cut a sheet into rows, from its title to its last record."""
    full_width = sheet.paper.printable_width * POINTS_PER_MM
    widths = column_widths(sheet.columns, sheet.paper)
    yield from (_title_row(line, full_width) for line in sheet.title_lines)
    yield PrintedRow(kind=RowKind.GAP, cells=("",), height=_GAP)
    headings = tuple(column.title for column in sheet.columns)
    size = sheet.paper.text_size
    bold, plain = times_ruler(size, is_bold=True), times_ruler(size)
    yield _row(RowKind.HEADER, headings, height=_height(bold, headings, widths, size=size))
    limit = _lines_per_row(sheet.paper)
    for row in sheet.rows:
        match row:
            case GroupRow():
                texts = _cleaned((row.ordinal, row.text))
                room = (widths[0], sum(widths[1:]))
                yield _row(RowKind.GROUP, texts, height=_height(bold, texts, room, size=size))
            case DataRow():
                ruler = bold if row.is_bold else plain
                yield from _data_rows(_Type(ruler, size), row, widths, limit=limit)


def column_widths(columns: Sequence[Column], paper: Paper) -> tuple[float, ...]:
    """Divide the printable width, in points."""
    room = paper.printable_width * POINTS_PER_MM * SLACK
    return tuple(column.share * room for column in columns)


def _lines_per_row(paper: Paper) -> int:
    page = (paper.height - paper.top - paper.bottom) * POINTS_PER_MM - _HEADER_ROOM
    room = min(_ROW_LIMIT, page) - _ROW_PADDING
    return max(1, int(room / (_LINE * paper.text_size)))


def _title_row(line: TitleLine, width: float) -> PrintedRow:
    kind = RowKind.TITLE if line.is_bold else RowKind.ENCLOSURE
    texts = _cleaned((line.text,))
    ruler = times_ruler(TITLE_SIZE, is_bold=line.is_bold)
    return _row(kind, texts, height=_height(ruler, texts, (width,), size=TITLE_SIZE))


@dataclass(frozen=True, slots=True)
class _Type:
    """The letters of a table."""

    ruler: Ruler
    size: float


def _data_rows(
    letters: _Type, row: DataRow, widths: Sequence[float], *, limit: int
) -> Iterator[PrintedRow]:
    kind = RowKind.TOTAL if row.is_bold else RowKind.DATA
    texts = _cleaned(row.cells)
    columns = _wrapped(letters.ruler, texts, widths)
    count = max(map(len, columns))
    if count <= limit and max(map(len, texts)) <= _CELL_LIMIT:
        yield _row(kind, texts, height=_height_of(count, size=letters.size))
        return
    step = min(limit, _PART_LINES)
    for start in range(0, count, step):
        parts = tuple("".join(lines[start : start + step]).rstrip() for lines in columns)
        height = _height_of(min(step, count - start), size=letters.size)
        yield _row(kind, parts, height=height)


def _cleaned(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(clean(text)[0] for text in texts)


def _wrapped(ruler: Ruler, texts: Sequence[str], widths: Sequence[float]) -> list[list[str]]:
    return [
        ruler.lines(text, width - CELL_PADDING) for text, width in zip(texts, widths, strict=True)
    ]


def _height(ruler: Ruler, texts: Sequence[str], widths: Sequence[float], *, size: float) -> float:
    return _height_of(max(map(len, _wrapped(ruler, texts, widths))), size=size)


def _height_of(lines: int, *, size: float) -> float:
    return min(_ROW_LIMIT, round(lines * _LINE * size + _ROW_PADDING, 2))


def _row(kind: RowKind, cells: tuple[str, ...], *, height: float) -> PrintedRow:
    return PrintedRow(kind=kind, cells=cells, height=height)
