"""Workbooks in the open format: ``.ods``, as LibreOffice writes them.

Such a file holds beside each value how it was shown; that is what is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from tracker.core.dates import day_of_sheet
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.budget import LONGEST_CELL, MOST_COLUMNS, Budget
from tracker.intake.files.cell_names import Area
from tracker.intake.files.found import FoundTable
from tracker.intake.files.limits import SHEET_ROWS
from tracker.intake.files.markup import Attributes, LocalNames, by_name, follow
from tracker.intake.files.number_formats import may_be_day
from tracker.intake.files.parts import chunks, opened
from tracker.intake.files.sheet_contents import SheetContents

_CONTENT = "content.xml"
_NOT_SEEN = frozenset({"annotation", "ruby-text", "frame", "custom-shape", "shapes"})
"""What stands in a cell without being its text."""
_SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
_LONGEST_BLANK = 100
_BLANKS = re.compile(r"[ \t\r\n]+")
_NUMBERS = re.compile(r"[0-9]+")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T.*)?")


@dataclass(slots=True)
class _Cell:
    """The cell that is being followed."""

    attributes: Attributes = field(default_factory=dict)
    is_covered: bool = False
    """By another that is merged with it."""
    pieces: list[str] = field(default_factory=list)
    length: int = 0


def tables_of(data: bytes) -> Iterator[FoundTable]:
    """Its sheets in order, hidden ones too."""
    reading = _Reading()
    archive = opened(data)
    follow(chunks(archive, _CONTENT), start=reading.start, end=reading.end, text=reading.text)
    for number, sheet in enumerate(reading.sheets, 1):
        yield sheet.found(number)


class _Reading:
    """Follows the contents of the workbook."""

    def __init__(self) -> None:
        self.sheets: list[SheetContents] = []
        self._local = LocalNames()
        self._budget = Budget()
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._line = self._column = 0
        self._merged: list[Area] = []
        self._row_attributes: Attributes = {}
        self._row: dict[int, tuple[str, bool]] = {}
        """The texts of this row by column, and whether each is a day."""
        self._not_calculated: set[int] = set()
        """The columns of this row with a formula that has no value yet."""
        self._is_from_1904 = False
        self._has_likely_day = False
        self._cell = _Cell()
        self._unseen = 0
        """How many elements that are not seen stand around this place."""
        self._is_text = False
        self._starts = {
            "style": self._start_style,
            "table-properties": self._take_table_style,
            "table": self._start_sheet,
            "table-column": self._take_columns,
            "table-row": self._start_row,
            "table-cell": self._start_cell,
            "covered-table-cell": self._start_covered_cell,
            "p": self._start_paragraph,
            "null-date": self._take_first_day,
        }
        self._ends = {
            "table": self._end_sheet,
            "table-row": self._end_row,
            "table-cell": self._end_cell,
            "covered-table-cell": self._end_cell,
            "p": self._end_paragraph,
        }

    def start(self, name: str, pairs: list[str]) -> None:
        """Begin an element."""
        local = self._local[name]
        if local in _NOT_SEEN:
            self._unseen += 1
        elif self._unseen:
            return
        elif self._is_text and local in _SIGNS:
            count = _number(by_name(pairs).get("c"), most=_LONGEST_BLANK)
            self._cell.pieces.append(_SIGNS[local] * count)
        elif local in self._starts:
            self._starts[local](by_name(pairs))

    def end(self, name: str) -> None:
        """Leave an element."""
        local = self._local[name]
        if local in _NOT_SEEN:
            self._unseen -= 1
        elif not self._unseen and local in self._ends:
            self._ends[local]()

    def text(self, piece: str) -> None:
        """Take what stands between the tags."""
        if not self._is_text or self._unseen:
            return
        self._cell.length += len(piece)
        if self._cell.length > LONGEST_CELL:
            raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)
        self._cell.pieces.append(_BLANKS.sub(" ", piece))

    def _take_first_day(self, attributes: Attributes) -> None:
        self._is_from_1904 = attributes.get("date-value", "").startswith("1904")

    def _start_style(self, attributes: Attributes) -> None:
        self._style = attributes.get("name", "")

    def _take_table_style(self, attributes: Attributes) -> None:
        if attributes.get("display") == "false":
            self._hidden_styles.add(self._style)

    def _start_sheet(self, attributes: Attributes) -> None:
        is_hidden = attributes.get("style-name") in self._hidden_styles
        self._merged = []
        self.sheets.append(SheetContents(name=attributes.get("name", ""), is_hidden=is_hidden))
        self._line = self._column = 0

    def _end_sheet(self) -> None:
        if self.sheets:
            self.sheets[-1].take_out_covered(self._merged)
        self._merged = []

    def _take_columns(self, attributes: Attributes) -> None:
        first = self._column + 1
        self._column += _repeated(attributes, "number-columns-repeated")
        if _is_hidden(attributes):
            self.sheets[-1].hide_columns(first, self._column)

    def _start_row(self, attributes: Attributes) -> None:
        self._row_attributes = attributes
        self._column = 0
        self._row = {}
        self._has_likely_day = False
        self._not_calculated = set()

    def _end_row(self) -> None:
        first = self._line + 1
        alike = _repeated(self._row_attributes, "number-rows-repeated")
        self._line += alike
        if not self._row and not self._not_calculated:
            return
        sheet = self.sheets[-1]
        texts = {column: text for column, (text, _) in self._row.items()}
        self._budget.take_text(alike * sum(map(len, texts.values())))
        for line in range(first, first + alike):
            sheet.rows[line] = texts
            sheet.days.update((line, column) for column, (_, day) in self._row.items() if day)
            if _is_hidden(self._row_attributes):
                sheet.hidden_rows.add(line)
            if self._has_likely_day:
                sheet.likely_days.add(line)
            sheet.not_calculated.update((line, column) for column in self._not_calculated)

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell = _Cell(attributes=attributes)
        rows = _repeated(attributes, "number-rows-spanned")
        if rows > 1:
            top, left = self._line + 1, self._column + 1
            columns = _repeated(attributes, "number-columns-spanned")
            self._merged.append(Area(top, left, top + rows - 1, left + columns - 1))

    def _start_covered_cell(self, attributes: Attributes) -> None:
        self._cell = _Cell(attributes=attributes, is_covered=True)

    def _end_cell(self) -> None:
        cell = self._cell
        first = self._column + 1
        self._column += _repeated(cell.attributes, "number-columns-repeated")
        text = "".join(cell.pieces)
        if cell.is_covered:
            return
        if not text.strip():
            if "formula" in cell.attributes and "value-type" not in cell.attributes:
                self._not_calculated.add(first)
            return
        self._has_likely_day |= self._is_from_1904 and _may_be_day(cell.attributes)
        day = _day(cell.attributes, text)
        for column in range(first, min(self._column, MOST_COLUMNS) + 1):
            self._row[column] = (day or text, day is not None)

    def _start_paragraph(self, _attributes: Attributes) -> None:
        self._is_text = True
        if self._cell.pieces:
            self._cell.pieces.append("\n")

    def _end_paragraph(self) -> None:
        self._is_text = False


def _is_hidden(attributes: Attributes) -> bool:
    return attributes.get("visibility") in ("collapse", "filter")


def _repeated(attributes: Attributes, name: str) -> int:
    """How often a row, a column or a cell is there."""
    return _number(attributes.get(name), most=SHEET_ROWS)


def _number(written: str | None, *, most: int) -> int:
    """A count that an attribute gives, 1 where there is none."""
    if written is None:
        return 1
    is_number = 0 < len(written) < 10 and written.isascii() and written.isdigit()
    return min(int(written), most) if is_number else 1


def _may_be_day(attributes: Attributes) -> bool:
    """Whether a cell holds a plain number that may be a day."""
    value = attributes.get("value", "")
    is_number = attributes.get("value-type") == "float" and value.isascii() and value.isdigit()
    return is_number and len(value) < 10 and may_be_day(int(value))


def _day(attributes: Attributes, shown: str) -> str | None:
    """The day that a cell holds; none where less of it is shown, such as a month and its year."""
    written = _DAY.fullmatch(attributes.get("date-value", ""))
    if written is None:
        return None
    year, month, day = written.groups()
    numbers = [int(number) for number in _NUMBERS.findall(shown)]
    is_named = day_of_sheet(shown) == date(int(year), int(month), int(day))
    is_whole = is_named or len(numbers) > 2 or numbers == [int(day), int(month)]
    return f"{day}/{month}/{year}" if is_whole else None
