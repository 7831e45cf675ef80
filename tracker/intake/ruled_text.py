"""A table drawn with strokes, as programs print it in a terminal or a plain text file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.intake.raw_table import RawRow

_STROKES = "|\u2502\u2503\u2551"
_STROKE = re.compile(f"[{_STROKES}]")
_RULE = re.compile(f"[\\s{_STROKES}+:=\\-\u2500-\u257f]+")
_LEVEL = re.compile("[-=\u2500\u2501\u2550]")
_FEWEST_STROKES = 2
_FEWEST_RULES = 3
"""With fewer, they only stand around the headings, and each line is a row."""


def ruled_rows(lines: Sequence[str]) -> list[RawRow] | None:
    """The rows of a drawn table, and the lines around it as rows of one cell; None for other text.

    Where rules part the rows, the lines between two rules are one row whose cells were wrapped.
    """
    drawn = [line.strip() for line in lines if len(_STROKE.findall(line)) >= _FEWEST_STROKES]
    if len(drawn) < 2:
        return None
    is_framed = all(line[0] in _STROKES for line in drawn)
    is_wrapped = sum(map(_is_rule, lines)) >= _FEWEST_RULES
    return list(_rows(lines, is_framed=is_framed, is_wrapped=is_wrapped))


def _rows(lines: Sequence[str], *, is_framed: bool, is_wrapped: bool) -> Iterator[RawRow]:
    row: RawRow | None = None
    for number, line in enumerate(lines, start=1):
        cells = () if _is_rule(line) else _cells(line, is_framed=is_framed)
        if is_wrapped and row is not None and 1 < len(cells) == len(row.cells):
            joined = zip(row.cells, cells, strict=True)
            row = RawRow(line=row.line, cells=tuple(" ".join(pair).strip() for pair in joined))
            continue
        if row is not None:
            yield row
        row = RawRow(line=number, cells=cells) if cells else None
    if row is not None:
        yield row


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line) is not None and _LEVEL.search(line) is not None


def _cells(line: str, *, is_framed: bool) -> tuple[str, ...]:
    """The cells of a line; strokes around all of it, where every line has them, part nothing."""
    cells = [cell.strip() for cell in _STROKE.split(line)]
    return tuple(cells[1:-1] if is_framed and len(cells) > 2 else cells)
