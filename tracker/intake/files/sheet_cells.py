"""The cells of one sheet of a workbook, row by row."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.book_parts import Book, Sheet, is_true
from tracker.intake.files.budget import LONGEST_CELL, Budget
from tracker.intake.files.cell_looks import PLAIN, Style
from tracker.intake.files.cell_names import Area, area_of, column_of, row_number
from tracker.intake.files.markup import LocalNames, by_name, by_plain_name
from tracker.intake.files.number_formats import GENERAL, Seen, may_be_day, plain, read_format, seen
from tracker.intake.files.sheet_contents import SheetContents
from tracker.intake.files.sheet_text import unescaped

_VALUES = frozenset({"v", "t"})
_TRUTHS = {"0": "FALSE", "1": "TRUE"}


class SheetReading:
    """Follows the part of a sheet."""

    def __init__(self, sheet: Sheet, book: Book, budget: Budget) -> None:
        self._found = SheetContents(name=sheet.name, is_hidden=sheet.is_hidden)
        self._merged: list[Area] = []
        self._book = book
        self._budget = budget
        self._local = LocalNames()
        self._row = self._column = 0
        self._attributes: dict[str, str] = {}
        self._pieces: list[str] = []
        self._is_value = self._is_aside = self._is_formula = False
        self._length = 0
        self._starts: dict[str, Callable[[list[str]], None]] = {
            "row": self._start_row,
            "c": self._start_cell,
            "f": self._start_formula,
            "v": self._start_value,
            "t": self._start_value,
            "rPh": self._start_aside,
            "mergeCell": self._take_merge,
            "col": self._take_columns,
        }

    def start(self, name: str, attributes: list[str]) -> None:
        """Begin an element."""
        begin = self._starts.get(self._local[name])
        if begin is not None:
            begin(attributes)

    def text(self, piece: str) -> None:
        """Take what stands between the tags."""
        if self._is_value:
            self._length += len(piece)
            if self._length > LONGEST_CELL:
                raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)
            self._pieces.append(piece)

    def end(self, name: str) -> None:
        """Leave an element."""
        local = self._local[name]
        if local in _VALUES:
            self._is_value = False
        elif local == "c":
            self._end_cell()
        elif local == "rPh":
            self._is_aside = False

    def contents(self) -> SheetContents:
        """What has been met."""
        self._found.take_out_covered(self._merged)
        return self._found

    def _start_row(self, pairs: list[str]) -> None:
        attributes = by_name(pairs)
        written = attributes.get("r")
        self._row = row_number(written) if written else self._row + 1
        self._column = 0
        if is_true(attributes.get("hidden")):
            self._found.hidden_rows.add(self._row)

    def _start_cell(self, pairs: list[str]) -> None:
        self._attributes = by_plain_name(pairs)
        written = self._attributes.get("r")
        self._column = column_of(written) if written else self._column + 1
        self._pieces = []
        self._length = 0
        self._is_formula = False

    def _start_formula(self, _pairs: list[str]) -> None:
        self._is_formula = True

    def _start_value(self, _pairs: list[str]) -> None:
        self._is_value = not self._is_aside

    def _start_aside(self, _pairs: list[str]) -> None:
        self._is_aside = True

    def _take_merge(self, pairs: list[str]) -> None:
        self._merged.append(area_of(by_name(pairs).get("ref", "")))

    def _take_columns(self, pairs: list[str]) -> None:
        attributes = by_name(pairs)
        if is_true(attributes.get("hidden")):
            first, last = (attributes.get(name, "") for name in ("min", "max"))
            self._found.hide_columns(row_number(first), row_number(last))

    def _end_cell(self) -> None:
        written = "".join(self._pieces)
        kind = self._attributes.get("t", "n")
        if not written:
            if self._is_formula and kind != "str":
                self._found.not_calculated.add((self._row, self._column))
            return
        style = self._style()
        found = self._seen(kind, written, style)
        if not found.text:
            return
        self._budget.take_text(len(found.text))
        self._found.put(self._row, self._column, found, style.font)

    def _style(self) -> Style:
        written = self._attributes.get("s", "")
        styles = self._book.styles
        if not (written.isascii() and written.isdigit() and len(written) < 6):
            return PLAIN
        return styles[int(written)] if int(written) < len(styles) else PLAIN

    def _seen(self, kind: str, written: str, style: Style) -> Seen:
        if kind == "s":
            return Seen(self._shared(written))
        if kind in ("str", "inlineStr"):
            return Seen(unescaped(written))
        if kind == "b":
            return Seen(_TRUTHS.get(written, written))
        if kind == "d":
            return _iso_day(written)
        return self._number(written, style) if kind == "n" else Seen(written)

    def _shared(self, written: str) -> str:
        place = int(written) if written.isascii() and written.isdigit() else -1
        if not 0 <= place < len(self._book.texts):
            raise UnreadableFile("", FileTrouble.DAMAGED)
        return self._book.texts[place]

    def _number(self, written: str, style: Style) -> Seen:
        try:
            number = float(written)
        except ValueError:
            return Seen(written)
        if not isfinite(number):
            return Seen(written)
        if style.number_format != GENERAL:
            form = read_format(style.number_format)
            return seen(number, form, from_1904=self._book.is_from_1904)
        if self._book.is_from_1904 and may_be_day(number):
            self._found.likely_days.add(self._row)
        return Seen(plain(number))


def _iso_day(written: str) -> Seen:
    """A day that is written out: ``2024-01-15T00:00:00``."""
    parts = written[:10].split("-")
    if [len(part) for part in parts] == [4, 2, 2] and "".join(parts).isdigit():
        return Seen("/".join(reversed(parts)), is_day=True)
    return Seen(written)
