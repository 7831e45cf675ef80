"""What stands in a sheet, whatever format it came in, and the table it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.intake.files.budget import MOST_COLUMNS
from tracker.intake.files.found import FoundTable, PlaceKind, RemarkedLines, SheetRemark
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
    hidden_columns: set[int] = field(default_factory=set)
    not_calculated: set[int] = field(default_factory=set)
    """Rows with a formula that has no value yet."""
    likely_days: set[int] = field(default_factory=set)
    """Rows with a plain number that may be a day, where days are counted from 1904."""
    fonts: set[str] = field(default_factory=set)

    def hide_columns(self, first: int, last: int) -> None:
        """Take note of hidden columns, as far as any may have something in it."""
        self.hidden_columns.update(range(first, min(last, MOST_COLUMNS) + 1))

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
            RawRow(line=line, cells=tuple(cell_text(cells.get(column, "")) for column in columns))
            for line, cells in sorted(self.rows.items())
        )
        return RawTable(
            rows=tuple(row for row in rows if row.texts),
            real_days=frozenset((line, column - 1) for line, column in self.days),
        )

    def _remarks(self, table: RawTable) -> Iterator[RemarkedLines]:
        if self.is_hidden:
            yield RemarkedLines(remark=SheetRemark.HIDDEN_SHEET)
        lines = {row.line for row in table.rows}
        columns = range(1, max((len(row.cells) for row in table.rows), default=0) + 1)
        for remark, found in (
            (SheetRemark.HIDDEN_ROWS, self.hidden_rows & lines),
            (SheetRemark.HIDDEN_COLUMNS, self.hidden_columns.intersection(columns)),
            (SheetRemark.NOT_CALCULATED, self.not_calculated),
            (SheetRemark.DAYS_FROM_1904, self.likely_days),
        ):
            if found:
                yield RemarkedLines(remark=remark, lines=tuple(sorted(found)))
