"""The cells of a sheet as a table."""

from __future__ import annotations

from tracker.intake.raw_table import RawRow, RawTable, cell_text


def table_of(rows: dict[int, dict[int, str]], days: set[tuple[int, int]]) -> RawTable:
    """The rows in which something stands, all as wide as the widest.

    Texts by row and column, and the cells that are days, counted from 1.
    """
    width = max((max(cells) for cells in rows.values() if cells), default=0)
    raw = [
        RawRow(line=line, cells=tuple(cell_text(cells.get(n, "")) for n in range(1, width + 1)))
        for line, cells in sorted(rows.items())
    ]
    kept = tuple(row for row in raw if row.texts)
    lines = {row.line for row in kept}
    return RawTable(
        rows=kept,
        real_days=frozenset((line, column - 1) for line, column in days if line in lines),
    )
