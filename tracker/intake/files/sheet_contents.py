"""What stands in a sheet, whatever format it came in, and the table it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from tracker.intake.files.budget import MOST_COLUMNS
from tracker.intake.files.cell_names import Area
from tracker.intake.files.found import FoundTable, PlaceKind, RemarkedLines, SheetRemark
from tracker.intake.files.number_formats import Seen
from tracker.intake.landmarks import group_label, landmark
from tracker.intake.raw_table import RawRow, RawTable, cell_text


@dataclass(slots=True)
class SheetContents:
    """The cells of a sheet as they are met; rows and columns are counted from 1."""

    name: str
    is_hidden: bool = False
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    """The texts by row and column."""
    days: set[tuple[int, int]] = field(default_factory=set)
    """The cells that the sheet holds as days."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[tuple[int, int]] = field(default_factory=set)
    """From the first to the last."""
    not_calculated: set[tuple[int, int]] = field(default_factory=set)
    """The cells with a formula that has no value yet."""
    covered: set[tuple[int, int]] = field(default_factory=set)
    """The cells that are merged with one above them, in the leftmost column of those merged."""
    likely_days: set[int] = field(default_factory=set)
    """Rows with a plain number that may be a day, where days are counted from 1904."""
    fonts: set[str] = field(default_factory=set)

    def hide_columns(self, first: int, last: int) -> None:
        """Take note of hidden columns, as far as any may have something in it."""
        if first <= MOST_COLUMNS:
            self.hidden_columns.add((first, min(last, MOST_COLUMNS)))

    def put(self, row: int, column: int, seen: Seen, font: str) -> None:
        """Enter a cell in which something stands."""
        self.rows.setdefault(row, {})[column] = seen.text
        if seen.is_day:
            self.days.add((row, column))
        if font:
            self.fonts.add(font)

    def take_out_covered(self, merged: Iterable[Area]) -> None:
        """Of merged cells leave only the first, which alone is seen."""
        last = max(self.rows, default=0)
        for area in merged:
            for row in range(area.top, min(area.bottom, last) + 1):
                if row in self.rows:
                    if row > area.top:
                        self.covered.add((row, area.left))
                    _uncover(self.rows[row], area, is_first=row == area.top)

    def found(self, number: int) -> FoundTable:
        """The table, as the sheet of that number."""
        table = self._table()
        return FoundTable(
            kind=PlaceKind.SHEET,
            number=number,
            name=self.name,
            table=table,
            remarks=tuple(self._remarks(table)),
            font_names=tuple(sorted(self.fonts)),
        )

    def _table(self) -> RawTable:
        """The rows in which something stands, all as wide as the widest."""
        width = max((max(cells) for cells in self.rows.values() if cells), default=0)
        columns = range(1, width + 1)
        rows = (
            RawRow(line=line, cells=tuple(map(_tidy, map(cells.get, columns))))
            for line, cells in sorted(self.rows.items())
        )
        return RawTable(
            rows=tuple(row for row in rows if row.texts),
            real_days=frozenset(
                (line, column - 1) for line, column in self.days if column in self.rows[line]
            ),
            covered=_places(self.covered),
            not_calculated=_places(self.not_calculated),
        )

    def _remarks(self, table: RawTable) -> Iterator[RemarkedLines]:
        if self.is_hidden:
            yield RemarkedLines(remark=SheetRemark.HIDDEN_SHEET)
        lines = {row.line for row in table.rows}
        width = len(table.rows[0].cells) if table.rows else 0
        hidden = (range(first, min(last, width) + 1) for first, last in self.hidden_columns)
        for remark, found in (
            (SheetRemark.HIDDEN_ROWS, self.hidden_rows & lines),
            (SheetRemark.HIDDEN_COLUMNS, set(chain.from_iterable(hidden))),
            (SheetRemark.NOT_CALCULATED, self._lines_not_calculated(table)),
            (SheetRemark.DAYS_FROM_1904, self.likely_days),
        ):
            if found:
                yield RemarkedLines(remark=remark, lines=tuple(sorted(found)))

    def _lines_not_calculated(self, table: RawTable) -> set[int]:
        """The lines that lack a value, but for those that no reader takes for a directive."""
        lines = {line for line, _ in self.not_calculated}
        lacking = (row for row in table.rows if row.line in lines)
        return lines - {row.line for row in lacking if landmark(row) or group_label(row)}


def _places(cells: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """Cells by their line and their place in the row, from 0."""
    return frozenset((line, column - 1) for line, column in cells)


def _tidy(text: str | None) -> str:
    """The text of a cell; of very many there is nothing to tidy."""
    if text is None:
        return ""
    return text if text.isascii() and text.isalnum() else cell_text(text)


def _uncover(cells: dict[int, str], area: Area, *, is_first: bool) -> None:
    left = area.left + 1 if is_first else area.left
    for column in [column for column in cells if left <= column <= area.right]:
        del cells[column]
