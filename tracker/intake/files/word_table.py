"""A table of Word while it is read, and how its cells come to stand under one another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tracker.intake.files.budget import MOST_COLUMNS, Budget
from tracker.intake.files.flow import OpenTable


@dataclass(slots=True)
class WordCell:
    """A cell of a row."""

    start: int
    """The column of the grid it begins in, from 0."""
    span: int = 1
    is_covered: bool = False
    """By the cell above or beside it, whatever it holds itself."""
    paragraphs: list[str] = field(default_factory=list)
    number: int = 0
    """What Word counts in it, if it does."""

    @property
    def text(self) -> str:
        """Its paragraphs as lines; where there is nothing else, the number that Word shows."""
        text = "\n".join(self.paragraphs)
        if self.is_covered:
            return ""
        return str(self.number) if self.number and not text.strip() else text


@dataclass(slots=True)
class WordRow:
    """A row of a table."""

    cells: list[WordCell] = field(default_factory=list)
    indent: int = 0
    """Columns of the grid left out before the first cell."""
    is_hidden: bool = False
    is_deleted: bool = False

    @property
    def end(self) -> int:
        """The column behind the last cell."""
        return self.cells[-1].start + self.cells[-1].span if self.cells else self.indent


class WordTable:
    """A table whose rows are open one after another, and laid out at its end."""

    def __init__(self, table: OpenTable, budget: Budget) -> None:
        self._table = table
        self._budget = budget
        self._rows: list[tuple[list[int], list[str], list[str], bool]] = []
        """Where the cells begin, what stands in them, a mark for each that is covered, and whether
        the row is hidden."""
        self.row = WordRow()

    @property
    def cell(self) -> WordCell | None:
        """The open cell."""
        return self.row.cells[-1] if self.row.cells else None

    def open_row(self) -> None:
        """Begin a row."""
        self.row = WordRow()

    def open_cell(self) -> None:
        """Begin a cell of the open row."""
        self._budget.allow_columns(len(self.row.cells) + 1)
        self.row.cells.append(WordCell(min(self.row.end, 4 * MOST_COLUMNS)))

    def close_row(self) -> None:
        """Keep the open row, unless it was deleted and only not yet thrown away."""
        if self.row.is_deleted:
            return
        texts = [cell.text for cell in self.row.cells]
        self._budget.take_row(texts)
        starts = [cell.start for cell in self.row.cells]
        marks = ["x" if cell.is_covered else "" for cell in self.row.cells]
        self._rows.append((starts, texts, marks, self.row.is_hidden))

    def close(self) -> None:
        """Hand on all rows."""
        most = max((len(starts) for starts, *_ in self._rows), default=0)
        under = next((starts for starts, *_ in self._rows if len(starts) == most), [])
        for starts, texts, marks, is_hidden in self._rows:
            if len(starts) == most:
                under = starts
            cells = list(_placed(starts, texts, under))
            covered = [at for at, mark in enumerate(_placed(starts, marks, under)) if mark]
            self._table.take_row(cells, is_hidden=is_hidden, covered=covered)


def _placed(starts: Sequence[int], texts: Sequence[str], under: Sequence[int]) -> Iterator[str]:
    """The texts under the columns of a whole row, with blanks where a cell goes over several.

    The grid of Word has a column for every place where any cell begins, a hair's breadth aside:
    so whole rows are taken cell by cell, and only the others by where their cells begin.
    """
    places = [max(bisect_right(under, start) - 1, 0) for start in starts]
    if len(starts) == len(under) or len(set(places)) < len(places):
        yield from texts
        return
    by_place = dict(zip(places, texts, strict=True))
    for place in range(len(under)):
        yield by_place.get(place, "")
