"""Which columns a table has room for, and how wide each is."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tracker.core.row_order import Order


class Column(NamedTuple):
    """A column of the register table."""

    name: str
    """As ``wording.register_table`` knows it."""
    width: int
    """In cells, without the gap behind it."""
    order: Order
    """What a press on its title sorts by."""
    shown_from: int = 0
    """The width of the table, in cells, from which there is room for it."""


COLUMNS = (
    Column(name="id", width=6, shown_from=100, order=Order.ENTRY),
    Column(name="progress", width=14, order=Order.ATTENTION),
    Column(name="days", width=13, order=Order.DEADLINE),
    Column(name="number", width=15, order=Order.NUMBER),
    Column(name="issued", width=10, shown_from=130, order=Order.ISSUED),
    Column(name="deadline", width=10, order=Order.DEADLINE),
    Column(name="completed", width=10, shown_from=150, order=Order.COMPLETED),
    Column(name="unit", width=20, shown_from=118, order=Order.UNIT),
)
"""From left to right; the content follows and takes what is left."""

CONTENT = "content"

GAP = 1
"""Blank cells between columns."""


class Placed(NamedTuple):
    """A column with its place in a line."""

    column: Column
    start: int
    width: int

    def covers(self, x: int) -> bool:
        """Whether a cell of the line belongs to it, the gap behind it included."""
        return self.start <= x < self.start + self.width + GAP


@lru_cache(maxsize=64)
def placed(width: int, *, start: int) -> tuple[Placed, ...]:
    """The columns that a table of so many cells has room for, from ``start`` on."""
    found = []
    for column in COLUMNS:
        if column.shown_from <= width:
            found.append(Placed(column, start, column.width))
            start += column.width + GAP
    rest = Column(name=CONTENT, width=max(width - start, 10), order=Order.CONTENT)
    return (*found, Placed(rest, start, rest.width))
