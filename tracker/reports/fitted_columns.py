"""Columns as wide as their texts need, so that the rows of a table come out low.

Every column is at least as wide as its longest word. What is left of the paper goes, bit by bit,
to the column that holds up the most rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.reports.print_rows import CELL_PADDING, POINTS_PER_MM, SLACK
from tracker.reports.row_heights import times_ruler
from tracker.reports.sheet import Column, DataRow, Paper
from tracker.reports.wrapping import Ruler

_WIDEST_WORD = 1 / 7
"""Of the paper: a word that is longer is broken."""

_HAIR = 0.5
"""A word as wide as its column to the last fraction would break by rounding."""

_STEPS = 60
"""Into so many bits the rest is divided."""

_ROWS_TRIED = 300
"""So many rows tell how the others run."""

_Cell = tuple[float, ...]
"""How wide each paragraph of a cell runs on one line."""


def fitted_columns(
    columns: Sequence[Column], rows: Sequence[DataRow], paper: Paper
) -> tuple[Column, ...]:
    """The columns with the shares of the paper that their texts need."""
    room = paper.printable_width * POINTS_PER_MM * SLACK
    widths = _fitted(columns, [row.cells for row in rows[:_ROWS_TRIED]], paper, room)
    total = sum(widths)
    return tuple(
        replace(column, share=width / total) for column, width in zip(columns, widths, strict=True)
    )


def _fitted(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], paper: Paper, room: float
) -> list[float]:
    plain = times_ruler(paper.text_size)
    bold = times_ruler(paper.text_size, is_bold=True)
    widths = [
        min(room * _WIDEST_WORD, max(_longest(bold, [column.title]), _longest(plain, texts)))
        + CELL_PADDING
        + _HAIR
        for column, texts in zip(columns, _by_column(columns, rows), strict=True)
    ]
    measured = [[_paragraphs(plain, text) for text in row] for row in rows]
    bit = (room - sum(widths)) / _STEPS
    for _ in range(_STEPS if bit > 0 else 0):
        widths[_tightest(measured, widths)] += bit
    return widths


def _by_column(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    for place, _ in enumerate(columns):
        yield [row[place] for row in rows]


def _longest(ruler: Ruler, texts: Sequence[str]) -> float:
    """The width of the longest word."""
    return max((ruler.width(word) for text in texts for word in text.split()), default=0.0)


def _paragraphs(ruler: Ruler, text: str) -> _Cell:
    blank = ruler.width(" ")
    return tuple(
        sum(ruler.width(word) + blank for word in line.split()) for line in text.split("\n")
    )


def _tightest(rows: Sequence[Sequence[_Cell]], widths: Sequence[float]) -> int:
    """The column that makes rows the highest above what their other columns need."""
    above = [0.0] * len(widths)
    for cells in rows:
        needed = [_lines(cell, width) for cell, width in zip(cells, widths, strict=True)]
        highest = max(needed)
        place = needed.index(highest)
        # As the last line fills up a column saves lines by and by: by its share of the width.
        above[place] += highest / widths[place]
    return above.index(max(above))


def _lines(cell: _Cell, width: float) -> float:
    return sum(max(1.0, paragraph / (width - CELL_PADDING)) for paragraph in cell)
