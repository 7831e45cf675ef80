"""How the cells of a workbook of before 2007 look, which the library that reads them leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from struct import unpack_from

from tracker.intake.files.cell_looks import PLAIN, Style
from tracker.intake.files.cell_names import Area
from tracker.intake.files.number_formats import BUILT_IN, GENERAL
from tracker.intake.files.old_records import (
    Kind,
    Record,
    cells_in,
    is_new_form,
    merged_in,
    records,
    sheets_in,
)

_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01
_MISSING_FONT = 4
"""No font has this place: those after it are counted one too far."""
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_WIDE = 0x01


@dataclass(slots=True)
class SheetLooks:
    """Of one sheet; rows and columns are counted from 1."""

    is_from_1904: bool = False
    """Whether its days are counted so."""
    styles: dict[tuple[int, int], Style] = field(default_factory=dict)
    """Of the cells in which something stands."""
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """From the first to the last."""
    merged: list[Area] = field(default_factory=list)


def looks_of(book: bytes) -> list[SheetLooks]:
    """The looks of each sheet, in order."""
    of_book = list(records(book))
    styles = _styles(of_book)
    counted_from = [found.body for found in of_book if found.kind == Kind.DATES_FROM_1904]
    found = []
    for sheet in sheets_in(of_book):
        looks = _looks(book, sheet.begins, styles) if sheet.has_cells else SheetLooks()
        looks.is_from_1904 = any(map(any, counted_from))
        found.append(looks)
    return found


def _looks(book: bytes, begins: int, styles: list[Style]) -> SheetLooks:
    looks = SheetLooks()
    for record in records(book, begins):
        for cell in cells_in(record):
            style = styles[cell.style] if cell.style < len(styles) else PLAIN
            looks.styles[cell.row, cell.column] = style
        looks.merged.extend(merged_in(record))
        if record.kind in _TAKEN:
            _TAKEN[record.kind](looks, record.body)
    return looks


def _take_row(looks: SheetLooks, body: bytes) -> None:
    row, flags = unpack_from("<H10xH", body)
    if flags & _HIDDEN_ROW:
        looks.hidden_rows.add(row + 1)


def _take_columns(looks: SheetLooks, body: bytes) -> None:
    first, last, flags = unpack_from("<2H4xH", body)
    if flags & _HIDDEN_COLUMN:
        looks.hidden_columns.append((first + 1, last + 1))


def _take_error(looks: SheetLooks, body: bytes) -> None:
    row, column, code, is_error = unpack_from("<2H2x2B", body)
    if is_error:
        looks.errors[row + 1, column + 1] = _ERRORS.get(code, "#N/A")


def _take_formula(looks: SheetLooks, body: bytes) -> None:
    row, column, kind, code, mark = unpack_from("<2H2xBxB3xH", body)
    if mark == 0xFFFF and kind == 2:
        looks.errors[row + 1, column + 1] = _ERRORS.get(code, "#N/A")


_TAKEN: dict[int, Callable[[SheetLooks, bytes], None]] = {
    Kind.ROW: _take_row,
    Kind.COLUMNS: _take_columns,
    Kind.TRUTH_OR_ERROR: _take_error,
    Kind.FORMULA: _take_formula,
}


def _styles(of_book: list[Record]) -> list[Style]:
    """The styles in the order in which cells refer to them."""
    is_new = is_new_form(of_book)
    codes = dict(_formats(of_book, is_new))
    fonts = [_text(record.body, 14, is_new) for record in of_book if record.kind == Kind.FONT]
    fonts.insert(_MISSING_FONT, "")
    styles = []
    for record in of_book:
        if record.kind == Kind.STYLE:
            font, number = unpack_from("<2H", record.body)
            code = codes.get(number) or BUILT_IN.get(number, GENERAL)
            name = fonts[font] if font < len(fonts) else ""
            styles.append(Style(number_format=code, font=name))
    return styles


def _formats(of_book: list[Record], is_new: bool) -> Iterator[tuple[int, str]]:
    for record in of_book:
        if record.kind == Kind.FORMAT:
            (number,) = unpack_from("<H", record.body)
            yield number, _text(record.body, 2, is_new, is_long=is_new)


def _text(body: bytes, place: int, is_new: bool, *, is_long: bool = False) -> str:
    """A text with its length before it, in one byte or two."""
    (length,) = unpack_from("<H" if is_long else "<B", body, place)
    place += 2 if is_long else 1
    if not is_new:
        return body[place : place + length].decode("cp1252", "replace")
    if body[place] & _WIDE:
        return body[place + 1 : place + 1 + 2 * length].decode("utf-16-le", "replace")
    return body[place + 1 : place + 1 + length].decode("latin-1")
