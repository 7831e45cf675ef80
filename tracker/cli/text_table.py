"""Aligned columns by terminal cells, for output that is read by people."""

from __future__ import annotations

import os

from tracker.core.vietnamese import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = "  "
_UNLIMITED = 10**9


def terminal_width(stream: object) -> int:
    """The columns of the terminal behind a stream; unlimited where it is none."""
    try:
        return os.get_terminal_size(stream.fileno()).columns  # type: ignore[attr-defined,no-any-return]
    except (OSError, ValueError, AttributeError):
        return _UNLIMITED


def one_line(text: str) -> str:
    """Stored text fit for one line: nothing in it can act on the terminal."""
    return " ".join(clean(text)[0].split())


def cut(text: str, width: int) -> str:
    """At most ``width`` cells, the loss shown by an ellipsis."""
    if cells(text) <= width:
        return text
    kept = ""
    taken = 0
    for character in text:
        taken += cells(character)
        if taken > width - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def cells(text: str) -> int:
    """How many terminal cells a text takes (NFC Vietnamese: one each)."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def lines(rows: Sequence[Sequence[str]], *, width: int, indent: str = "") -> list[str]:
    """Rows of cells as aligned lines; the last column takes what is left of the width."""
    shown = [[one_line(cell) for cell in row] for row in rows]
    if not shown:
        return []
    columns = range(len(shown[0]) - 1)
    widths = [max(cells(row[column]) for row in shown) for column in columns]
    left = max(width - len(indent) - sum(widths) - len(_GAP) * len(widths), 20)
    return [indent + _line(row, widths, left) for row in shown]


def _line(row: Sequence[str], widths: Sequence[int], left: int) -> str:
    padded = [
        cell + " " * (width - cells(cell)) for cell, width in zip(row[:-1], widths, strict=True)
    ]
    return _GAP.join([*padded, cut(row[-1], left)]).rstrip()
