"""Values parted by a comma, a semicolon or a stroke, as sheets write them to a text file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tracker.intake.heading_rows import is_heading_row
from tracker.intake.old_fonts import old_font_of, to_unicode
from tracker.intake.raw_table import RawRow, cell_text

SEPARATORS = ";,|"
_LOOKED_AT = 200
"""Rows by which it is told what parts the cells."""
_LONGEST_BEGINNING = 400_000
_FEWEST_CELLS = 3
"""Of a row without headings; in two, a comma is one of a sentence."""
_LONGEST_ROW = 200
"""Lines that one row may run over."""
_SAID = re.compile(r'"?sep=(.)"?(?:\n|\Z)', re.IGNORECASE)
_GUARDED = re.compile(r"'(?=[=+\-@\t\n])")
_AS_FORMULA = re.compile(r'="([^"]*)"')
_RULE = re.compile(r"[\s|+:=\-]*-{3}[\s|+:=\-]*")


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the cells are parted, and how many a whole row has."""

    separator: str
    width: int


def separated_rows(text: str) -> Iterator[RawRow] | None:
    """The rows of such a text, with the line each begins on; None for any other text.

    Lines end with a line feed alone.
    """
    said = _SAID.match(text)
    if said is not None and said[1] != "\t":
        width, _ = _widths(_first_rows(text, said.end(), said[1])).most_common(1)[0]
        return _tidy(text, said.end(), _Shape(said[1], width))
    beginning = text[:_LONGEST_BEGINNING]
    font = old_font_of([beginning])
    if font is not None:
        # Its separators are what they were, and its headings are known.
        beginning = to_unicode(beginning, font)
    shapes = [shape for one in SEPARATORS if (shape := _shape(beginning, one)) is not None]
    if not shapes:
        return None
    return _tidy(text, 0, max(shapes, key=lambda shape: shape.width))


def without_separator_line(text: str) -> str:
    """The text without a first line by which Excel is told of tabs."""
    return re.sub(r'\A"?sep=\t"?\n', "\n", text, flags=re.IGNORECASE)


def _shape(text: str, separator: str) -> _Shape | None:
    """How a text is parted by a sign; None where it is not."""
    if separator == "|" and _is_drawn(text):
        return None
    rows = _first_rows(text, 0, separator)
    for place, row in enumerate(rows):
        if is_heading_row([cell_text(cell) for cell in row.cells]):
            width = len(row.cells)
            is_so = _stand_under(width, rows[place:])
            return _Shape(separator, width) if is_so else None
    if "\t" in text:
        return None
    widths = _widths(rows)
    width, count = widths.most_common(1)[0]
    is_even = width >= _FEWEST_CELLS and count > 1 and 20 * count >= 19 * widths.total()
    return _Shape(separator, width) if is_even and not _is_running_text(rows) else None


def _stand_under(width: int, rows: Sequence[RawRow]) -> bool:
    """Whether rows may belong to so many headings: most are as wide, or hardly any is wider.

    Some programs leave out the blank cells at the end of a row.
    """
    widths = _widths(rows)
    if 2 * widths[width] >= widths.total():
        return True
    fitting = sum(count for wide, count in widths.items() if 1 < wide <= width)
    is_ragged = width > _FEWEST_CELLS and 10 * fitting >= 9 * widths.total()
    return is_ragged and not _is_running_text(rows)


def _is_drawn(text: str) -> bool:
    """Whether strokes stand around the cells or rules between the rows."""
    lines = text.split("\n", _LOOKED_AT)[:_LOOKED_AT]
    return any(line.startswith("|") or _RULE.fullmatch(line) for line in lines)


def _is_running_text(rows: Sequence[RawRow]) -> bool:
    """Whether most cells begin with a blank, as the words behind a comma do."""
    cells = [cell for row in rows for cell in row.cells[1:] if cell]
    return 2 * sum(cell[0] == " " for cell in cells) > len(cells)


def _widths(rows: Sequence[RawRow]) -> Counter[int]:
    """How many rows have how many cells, blank rows aside."""
    return Counter(len(row.cells) for row in rows if row.texts) or Counter({0: 1})


def _first_rows(text: str, start: int, separator: str) -> list[RawRow]:
    return list(islice(_rows(text, start, _Shape(separator, 0)), _LOOKED_AT))


def _tidy(text: str, start: int, shape: _Shape) -> Iterator[RawRow]:
    for row in _rows(text, start, shape):
        yield RawRow(line=row.line, cells=tuple(map(_plain, row.cells)))


def _plain(cell: str) -> str:
    """A cell without what only keeps a sheet from changing it."""
    formula = _AS_FORMULA.fullmatch(cell)
    return cell_text(formula[1] if formula else _GUARDED.sub("", cell, count=1))


def _rows(text: str, start: int, shape: _Shape) -> Iterator[RawRow]:
    cells = _Cells(text, shape.separator)
    place, line = start, 1 + text.count("\n", 0, start)
    while place < len(text):
        row, end = cells.of_row(place, is_quoting=True)
        count = text.count("\n", place, end - 1)
        if count and _is_swallowed(text[place : end - 1].split("\n"), shape):
            row, end = cells.of_row(place, is_quoting=False)
            count = 0
        yield RawRow(line=line, cells=row)
        place, line = end, line + count + 1


def _is_swallowed(lines: Sequence[str], shape: _Shape) -> bool:
    """Whether a quotation mark without its pair has made one row of several.

    Then they are whole rows each, or far too many.
    """
    if len(lines) > _LONGEST_ROW:
        return True
    parts = [_Cells(line, shape.separator).of_row(0, is_quoting=True)[0] for line in lines]
    whole = sum(len(cells) == shape.width for cells in parts)
    return len(parts[0]) == shape.width > 1 and 4 * (whole - 1) >= 3 * (len(lines) - 1)


class _Cells:
    """The cells of rows that one sign parts."""

    def __init__(self, text: str, separator: str) -> None:
        self._text = text
        sign = re.escape(separator)
        self._plain = re.compile(f"[^{sign}\n]*")
        self._quoted = re.compile(rf' *"((?:[^"]++|"")*+)" *(?=[{sign}\n]|\Z)')
        self._separator = separator

    def of_row(self, place: int, *, is_quoting: bool) -> tuple[tuple[str, ...], int]:
        """The cells of the row that begins at a place, and where the next row begins."""
        cells: list[str] = []
        while True:
            cell, place = self._cell(place, is_quoting=is_quoting)
            cells.append(cell)
            is_more = self._text[place : place + 1] == self._separator
            place += 1
            if not is_more:
                return tuple(cells), place

    def _cell(self, place: int, *, is_quoting: bool) -> tuple[str, int]:
        quoted = self._quoted.match(self._text, place) if is_quoting else None
        if quoted is not None:
            return quoted[1].replace('""', '"'), quoted.end()
        plain = self._plain.match(self._text, place)
        assert plain is not None
        return plain[0], plain.end()
