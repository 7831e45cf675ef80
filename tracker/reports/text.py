"""A sheet as plain text: for the terminal, for a message, for a file anybody can open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.core.vietnamese import clean
from tracker.reports.sheet import Alignment, Column, DataRow, GroupRow, Sheet
from tracker.reports.wrapping import Ruler
from tracker.wording.cell_width import cells

DEFAULT_WIDTH = 120
"""Characters."""

_LONGEST_WORD = 24
"""A longer word may be broken rather than widen its column."""

_LEAST_ROOM = 16
"""What the broadest column keeps, though lines then grow wider than asked."""

_BETWEEN = " | "


def sheet_text(sheet: Sheet, *, width: int = DEFAULT_WIDTH) -> str:
    """Draw a sheet in characters, no line wider than ``width`` where that can be."""
    return "\n".join(line.rstrip() for line in _lines(sheet, width)) + "\n"


def _lines(sheet: Sheet, width: int) -> Iterator[str]:
    ruler = Ruler(cells)
    widths = _column_widths(sheet, width)
    full = sum(widths) + len(_BETWEEN) * (len(widths) - 1)
    rule = "-+-".join("-" * column for column in widths)
    for title in sheet.title_lines:
        yield from (_centred(line, full) for line in _wrapped(ruler, title.text, full))
    yield ""
    yield from _table_row(ruler, [column.title for column in sheet.columns], widths)
    for row in sheet.rows:
        yield rule
        match row:
            case GroupRow():
                rest = full - widths[0] - len(_BETWEEN)
                yield from _table_row(ruler, (row.ordinal, row.text), (widths[0], rest))
            case DataRow():
                yield from _table_row(ruler, row.cells, widths, columns=sheet.columns)
    yield rule


def _column_widths(sheet: Sheet, width: int) -> tuple[int, ...]:
    """Keep dates and numbers whole; the broadest column takes what the others leave."""
    room = width - len(_BETWEEN) * (len(sheet.columns) - 1)
    broadest = max(range(len(sheet.columns)), key=lambda place: sheet.columns[place].share)
    for scale in (room, 0):
        widths = [_fitting(*column, room=scale) for column in _column_texts(sheet)]
        left = room - sum(widths) + widths[broadest]
        if left >= _LEAST_ROOM:
            break
    widths[broadest] = max(_LEAST_ROOM, left)
    return tuple(widths)


def _column_texts(sheet: Sheet) -> Iterator[tuple[Column, list[str]]]:
    records = [row.cells for row in sheet.rows if isinstance(row, DataRow)]
    ordinals = [row.ordinal for row in sheet.rows if isinstance(row, GroupRow)]
    for place, column in enumerate(sheet.columns):
        texts = [column.title, *(cells[place] for cells in records)]
        yield column, texts + (ordinals if place == 0 else [])


def _fitting(column: Column, texts: Sequence[str], *, room: int) -> int:
    lines = max(cells(line) for text in texts for line in text.split("\n"))
    words = max((cells(word) for text in texts for word in text.split()), default=1)
    return min(lines, max(min(words, _LONGEST_WORD), int(column.share * room)))


def _table_row(
    ruler: Ruler,
    texts: Sequence[str],
    widths: Sequence[int],
    *,
    columns: Sequence[Column] = (),
) -> Iterator[str]:
    columns_of_lines = [
        _wrapped(ruler, text, width) for text, width in zip(texts, widths, strict=True)
    ]
    sides = [column.alignment for column in columns] or [Alignment.LEFT] * len(widths)
    for place in range(max(map(len, columns_of_lines))):
        yield _BETWEEN.join(
            _placed(lines[place] if place < len(lines) else "", width, side)
            for lines, width, side in zip(columns_of_lines, widths, sides, strict=True)
        )


def _wrapped(ruler: Ruler, text: str, width: int) -> list[str]:
    return [line.rstrip() for line in ruler.lines(clean(text)[0], width)]


def _placed(line: str, width: int, side: Alignment) -> str:
    if side is Alignment.CENTER:
        line = _centred(line, width)
    return line + " " * (width - cells(line))


def _centred(line: str, width: int) -> str:
    return " " * max(0, (width - cells(line)) // 2) + line
