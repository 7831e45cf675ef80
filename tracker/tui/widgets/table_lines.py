"""A table of texts as lines of a list: as many of its columns as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tracker.tui.widgets.allotting import GAP, Need, allotted
from tracker.tui.widgets.line_list import Line, Lines
from tracker.tui.widgets.piece_line import Piece
from tracker.wording.cell_width import cells, cut, fit, one_line

_MEASURED = 300
"""About so many rows of a long table are measured; the others are like them."""
_WIDEST = 60
"""Cells; a longer text is read elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """A line of the table."""

    cells: tuple[str, ...]
    """A text for each column, of any length and on any number of lines."""
    role: str = "plain"
    is_heading: bool = False
    """The second text goes over all columns but the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """Rows under titles; a row is asked for when it is seen."""

    titles: tuple[str, ...]
    ranks: tuple[int, ...]
    """Which columns stay where there is no room for all: those of the lowest numbers."""
    count: int
    row: Callable[[int], TextRow]


class TableLines:
    """A table laid out for one width."""

    def __init__(self, table: TextTable, width: int) -> None:
        self._table, self._width = table, width
        self._widths = allotted(_needs(table), width)
        titles = self._titles() if table.count else ()
        self.header: Sequence[Line] = [(Piece(line, "header"),) for line in titles]

    def __len__(self) -> int:
        return self._table.count

    def line(self, index: int) -> Line:
        """One row."""
        row = self._table.row(index)
        if row.is_heading:
            ordinal, text = row.cells
            heading = f" {ordinal:{self._widths.get(0, 0)}} {one_line(text)}"
            return (Piece(cut(heading, self._width), row.role),)
        shown = (fit(_text(row.cells[place], width), width) for place, width in self._items())
        return (Piece(" " + (" " * GAP).join(shown), row.role),)

    def _items(self) -> Iterator[tuple[int, int]]:
        yield from self._widths.items()

    def _titles(self) -> Iterator[str]:
        """The titles, on two lines where one does not hold them."""
        broken = [_on_two_lines(self._table.titles[place], width) for place, width in self._items()]
        for number in range(2 if any(second for _, second in broken) else 1):
            parts = (
                fit(lines[number], width)
                for lines, (_, width) in zip(broken, self._items(), strict=True)
            )
            yield " " + (" " * GAP).join(parts)


def table_lines(table: TextTable) -> Callable[[int], Lines]:
    """A table for a list of any width."""
    return lambda width: TableLines(table, width)


def _needs(table: TextTable) -> list[Need]:
    step = max(table.count // _MEASURED, 1)
    places = {*range(0, table.count, step), *range(max(table.count - 1, 0), table.count)}
    rows = [row for row in map(table.row, places) if not row.is_heading]
    return [
        _need(title, [row.cells[place] for row in rows], rank)
        for place, (title, rank) in enumerate(zip(table.titles, table.ranks, strict=True))
    ]


def _need(title: str, texts: Sequence[str], rank: int) -> Need:
    least = _title_width(title)
    whole = max((cells(one_line(text)) for text in texts), default=0)
    brief = max((cells(_first(text)) for text in texts), default=0)
    return Need(
        whole=max(least, min(whole, _WIDEST)), brief=max(least, min(brief, _WIDEST)), rank=rank
    )


def _text(text: str, width: int) -> str:
    """A text on one line; its first line where that is all there is room for."""
    whole = one_line(text)
    return whole if cells(whole) <= width else _first(text)


def _first(text: str) -> str:
    """The first line, where a cell has several short ones; else all of it."""
    first, _, rest = text.partition("\n")
    return one_line(first if rest and len(first) <= _BRIEF else text)


_BRIEF = 24
"""Characters; a first line that long is part of a longer text."""


def _title_width(title: str) -> int:
    """The least cells that hold a title on two lines."""
    return max(map(cells, _halves(title)))


def _on_two_lines(title: str, width: int) -> tuple[str, str]:
    return (title, "") if cells(title) <= width else _halves(title)


def _halves(title: str) -> tuple[str, str]:
    """A title broken where that makes it the least wide."""
    words = title.split(" ")
    broken = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    return min(broken, key=lambda lines: max(map(cells, lines)), default=(title, ""))
