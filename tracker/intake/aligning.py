"""Laying the cells of a row that has lost some under the columns they came from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Column = TypeVar("Column")


def aligned(
    places: Sequence[int],
    columns: Sequence[Column],
    worth: Callable[[int, Column], int],
) -> dict[int, Column]:
    """The column of each place, in order, so that all together are worth most.

    A place may stay without a column, and a column without a place; what is worth nothing stays
    apart. Of equals the earlier column is taken.
    """
    rows, width = len(places), len(columns)
    best = [[0] * (width + 1) for _ in range(rows + 1)]
    for row in reversed(range(rows)):
        for column in reversed(range(width)):
            best[row][column] = max(
                worth(places[row], columns[column]) + best[row + 1][column + 1],
                best[row + 1][column],
                best[row][column + 1],
            )
    found: dict[int, Column] = {}
    row = column = 0
    while row < rows and column < width and best[row][column] > 0:
        gain = worth(places[row], columns[column])
        if gain > 0 and best[row][column] == gain + best[row + 1][column + 1]:
            found[places[row]] = columns[column]
            row, column = row + 1, column + 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            row += 1
    return found
