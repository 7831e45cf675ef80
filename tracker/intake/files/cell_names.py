"""The names of cells in a sheet: ``B7`` is row 7, column 2."""

from __future__ import annotations

import re
from typing import NamedTuple

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.limits import SHEET_COLUMNS, SHEET_ROWS

_DIGITS = "0123456789"
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


class Area(NamedTuple):
    """Cells from the top left to the bottom right, counted from 1, both included."""

    top: int
    left: int
    bottom: int
    right: int


class _Columns(dict[str, int]):
    """Columns by their letters; each is worked out once."""

    def __missing__(self, letters: str) -> int:
        if not (0 < len(letters) <= 3 and letters.isascii() and letters.isalpha()):
            raise UnreadableFile("", FileTrouble.DAMAGED)
        number = 0
        for letter in letters.upper():
            number = 26 * number + ord(letter) - ord("A") + 1
        if number > SHEET_COLUMNS:
            raise UnreadableFile("", FileTrouble.DAMAGED)
        self[letters] = number
        return number


_COLUMNS = _Columns()


def column_of(cell: str) -> int:
    """The column of a cell, from 1.

    Raises ``UnreadableFile`` where no sheet has one of that name.
    """
    return _COLUMNS[cell.rstrip(_DIGITS)]


def row_number(written: str) -> int:
    """The number of a row, as it is written in it; raises as ``column_of``."""
    if not (0 < len(written) <= 7 and written.isascii() and written.isdigit()):
        raise UnreadableFile("", FileTrouble.DAMAGED)
    number = int(written)
    if not 0 < number <= SHEET_ROWS:
        raise UnreadableFile("", FileTrouble.DAMAGED)
    return number


def area_of(reference: str) -> Area:
    """The area that ``A1:C3`` or ``A1`` names; raises as ``column_of``."""
    first, _, last = reference.partition(":")
    corners = [_CELL.fullmatch(cell) for cell in (first, last or first)]
    places = [(row_number(found[2]), _COLUMNS[found[1]]) for found in corners if found]
    if len(places) != 2:
        raise UnreadableFile("", FileTrouble.DAMAGED)
    (top, left), (bottom, right) = places
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
