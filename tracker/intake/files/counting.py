"""What the parts of an office file hold, counted while nothing of it is kept.

Which counts apply is told by the first element of a part, not by its name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files import limits
from tracker.intake.files.budget import MOST_COLUMNS, MOST_ROWS
from tracker.intake.files.cell_names import area_of, column_of, row_number
from tracker.intake.files.markup import LocalNames, by_name, by_plain_name
from tracker.intake.files.outer_parts import (
    check_relationship,
    check_type,
    refuse_encryption,
    refuse_links,
    refuse_macros,
)

_OUTER_ROOTS = ("externalLink", "connections", "queryTable")
_OUTER_SOURCES = ("table-source", "dde-source", "dde-link", "cell-range-source")

Watch = Callable[[list[str]], None]
"""Takes the names and values of the attributes of an element, in turn."""


@dataclass(slots=True)
class Counts:
    """Of a whole file."""

    elements: int = 0
    """Of markup, or whatever else a format consists of."""
    rows: int = 0
    """With something in them."""
    written_rows: int = 0
    """The blank ones too."""
    cells: int = 0
    """With something in them."""
    merges: int = 0
    merged_rows: int = 0
    """How often a row is part of a merged area."""
    paragraphs: int = 0

    def take_written_row(self) -> None:
        """Count a row, whatever stands in it."""
        self.written_rows += 1
        if self.written_rows > limits.WRITTEN_ROWS:
            raise UnreadableFile("", FileTrouble.TOO_MANY_ROWS)

    def take_rows(self, count: int) -> None:
        """Count rows in which something stands."""
        self.rows += count
        if self.rows > MOST_ROWS:
            raise UnreadableFile("", FileTrouble.TOO_MANY_ROWS)

    def take_cells(self, count: int) -> None:
        """Count cells in which something stands."""
        self.cells += count
        if self.cells > limits.CELLS:
            raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)

    def take_merge(self, top: int, bottom: int) -> None:
        """Count a merged area that covers these rows."""
        self.merges += 1
        self.merged_rows += max(bottom - top + 1, 0)
        if self.merges > limits.MERGES or self.merged_rows > limits.MERGED_ROWS:
            raise UnreadableFile("", FileTrouble.EXPANDS_TOO_MUCH)


class PartCount:
    """Follows one part, and refuses what is too much of anything."""

    def __init__(self, counts: Counts, *, most_elements: int = limits.ELEMENTS) -> None:
        self._counts = counts
        self._most_elements = most_elements
        self._depth = 0
        self._local = LocalNames()
        self._watched: dict[str, Watch] = {}

    def start(self, name: str, attributes: list[str]) -> None:
        """Count an element."""
        self._depth += 1
        counts = self._counts
        counts.elements += 1
        if counts.elements > self._most_elements:
            raise UnreadableFile("", FileTrouble.EXPANDS_TOO_MUCH)
        local = self._local[name]
        if self._depth == 1:
            self._watched = _BY_ROOT[local](self._counts) if local in _BY_ROOT else {}
        elif self._depth > limits.DEPTH:
            raise UnreadableFile("", FileTrouble.DAMAGED)
        watch = self._watched.get(local)
        if watch is not None:
            watch(attributes)

    def end(self, _name: str) -> None:
        """Leave an element."""
        self._depth -= 1


class _Sheet:
    """The rows, cells and merged areas of a sheet of a workbook."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._row = self._column = 0
        self._is_used = False
        """Whether something stood in this row already."""
        self._cell: list[str] = []

    def take_row(self, attributes: list[str]) -> None:
        written = by_name(attributes).get("r")
        self._row = row_number(written) if written else self._row + 1
        self._column = 0
        self._is_used = False
        self._counts.take_written_row()

    def take_cell(self, attributes: list[str]) -> None:
        self._column += 1
        self._cell = attributes

    def take_value(self, _attributes: list[str]) -> None:
        self._counts.take_cells(1)
        written = by_plain_name(self._cell).get("r")
        self._column = column_of(written) if written else self._column
        if self._column > MOST_COLUMNS:
            raise UnreadableFile("", FileTrouble.TOO_MANY_COLUMNS)
        if not self._is_used:
            self._is_used = True
            self._counts.take_rows(1)

    def take_merge(self, attributes: list[str]) -> None:
        area = area_of(by_name(attributes).get("ref", ""))
        self._counts.take_merge(area.top, min(area.bottom, self._row))


def _of_sheet(counts: Counts) -> dict[str, Watch]:
    sheet = _Sheet(counts)
    return {
        "row": sheet.take_row,
        "c": sheet.take_cell,
        "v": sheet.take_value,
        "is": sheet.take_value,
        "mergeCell": sheet.take_merge,
    }


class _Document:
    """The rows and paragraphs of a document, and how wide its cells are."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._columns = 0

    def take_table(self, _attributes: list[str]) -> None:
        self._columns = 0

    def take_row(self, _attributes: list[str]) -> None:
        self._columns = 0
        self._counts.take_rows(1)

    def take_columns(self, attributes: list[str]) -> None:
        """Of one row, whatever spans them; of the grid of a table the same."""
        self._columns += _repeated(by_name(attributes).get("val"))
        if self._columns > MOST_COLUMNS:
            raise UnreadableFile("", FileTrouble.TOO_MANY_COLUMNS)

    def take_cell(self, attributes: list[str]) -> None:
        self._counts.take_cells(1)
        self.take_columns(attributes)

    def take_span(self, attributes: list[str]) -> None:
        """A cell over several columns has been counted as one of them."""
        self.take_columns(attributes)
        self._columns -= 1

    def take_paragraph(self, _attributes: list[str]) -> None:
        self._counts.paragraphs += 1
        if self._counts.paragraphs > limits.PARAGRAPHS:
            raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)


def _of_document(counts: Counts) -> dict[str, Watch]:
    document = _Document(counts)
    return {
        "tbl": document.take_table,
        "tr": document.take_row,
        "tc": document.take_cell,
        "gridSpan": document.take_span,
        "gridCol": document.take_columns,
        "gridBefore": document.take_columns,
        "gridAfter": document.take_columns,
        "p": document.take_paragraph,
    }


class _OpenSheets:
    """The rows and cells of an open workbook, which says how often each is repeated."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._rows = 1
        """That the row stands for."""
        self._column = 0
        self._cells = 1
        """That the cell stands for."""
        self._is_row_used = self._is_cell_used = False

    def take_row(self, attributes: list[str]) -> None:
        self._rows = _repeated(by_name(attributes).get("number-rows-repeated"))
        self._column = 0
        self._is_row_used = False
        self._counts.take_written_row()

    def take_cell(self, attributes: list[str]) -> None:
        named = by_name(attributes)
        self._cells = _repeated(named.get("number-columns-repeated"))
        self._column += self._cells
        self._is_cell_used = False
        if "value-type" in named:
            self.take_text(attributes)

    def take_text(self, _attributes: list[str]) -> None:
        if self._is_cell_used:
            return
        self._is_cell_used = True
        if self._column > MOST_COLUMNS:
            raise UnreadableFile("", FileTrouble.TOO_MANY_COLUMNS)
        if not self._is_row_used:
            self._is_row_used = True
            self._counts.take_rows(self._rows)
        self._counts.take_cells(self._rows * self._cells)


def _of_open_sheets(counts: Counts) -> dict[str, Watch]:
    sheets = _OpenSheets(counts)
    return {
        "table-row": sheets.take_row,
        "table-cell": sheets.take_cell,
        "covered-table-cell": sheets.take_cell,
        "p": sheets.take_text,
        **dict.fromkeys(_OUTER_SOURCES, refuse_links),
    }


def _repeated(written: str | None) -> int:
    """How often something is there, as an attribute says; once where there is none."""
    if written is None:
        return 1
    if not (0 < len(written) <= 9 and written.isascii() and written.isdigit()):
        raise UnreadableFile("", FileTrouble.DAMAGED)
    return int(written)


def _the_same(watched: dict[str, Watch]) -> Callable[[Counts], dict[str, Watch]]:
    """What is refused whatever else there is needs no counts."""
    return lambda _counts: watched


_BY_ROOT: dict[str, Callable[[Counts], dict[str, Watch]]] = {
    "worksheet": _of_sheet,
    "document": _of_document,
    "hdr": _of_document,
    "ftr": _of_document,
    "document-content": _of_open_sheets,
    "Relationships": _the_same({"Relationship": check_relationship}),
    "Types": _the_same({"Default": check_type, "Override": check_type}),
    "manifest": _the_same({"encryption-data": refuse_encryption}),
    "macrosheet": _the_same({"macrosheet": refuse_macros}),
    **{name: _the_same({name: refuse_links}) for name in _OUTER_ROOTS},
}
"""What to look at in a part, by the name of its first element."""
