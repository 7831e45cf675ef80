"""Aligned columns by terminal cells, for output that is read by people."""

from __future__ import annotations

import os

from tracker.wording.cell_width import cells, cut, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = "  "
UNLIMITED = 10**9
"""The width of what is no terminal."""


def terminal_width(stream: object) -> int:
    """The columns of the terminal behind a stream; unlimited where it is none."""
    try:
        return os.get_terminal_size(stream.fileno()).columns  # type: ignore[attr-defined]
    except (OSError, ValueError, AttributeError):
        return UNLIMITED


def lines(
    rows: Sequence[Sequence[str]], *, width: int, indent: str = "", has_heading: bool = False
) -> list[str]:
    """Rows of cells as aligned lines; the last column takes what is left of the width."""
    shown = [[one_line(cell) for cell in row] for row in rows]
    if not shown:
        return []
    shown = _without_blank_columns(shown, has_heading=has_heading)
    columns = range(len(shown[0]) - 1)
    widths = [max(cells(row[column]) for row in shown) for column in columns]
    left = max(width - len(indent) - sum(widths) - len(_GAP) * len(widths), 20)
    return [indent + _line(row, widths, left) for row in shown]


def _without_blank_columns(rows: Sequence[Sequence[str]], *, has_heading: bool) -> list[list[str]]:
    """Columns that say nothing in any row take no room; the last one always stays."""
    body = rows[1:] if has_heading else rows
    last = len(rows[0]) - 1
    kept = [column for column in range(last) if any(row[column] for row in body)]
    return [[row[column] for column in (*kept, last)] for row in rows]


def _line(row: Sequence[str], widths: Sequence[int], left: int) -> str:
    padded = [
        cell + " " * (width - cells(cell)) for cell, width in zip(row[:-1], widths, strict=True)
    ]
    return _GAP.join([*padded, cut(row[-1], left)]).rstrip()
