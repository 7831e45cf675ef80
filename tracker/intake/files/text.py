"""The table of a text file: separated values, or a text as one would paste it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.budget import LONGEST_CELL, Budget
from tracker.intake.files.decoding import decode
from tracker.intake.files.found import FoundTable, PlaceKind
from tracker.intake.files.separated import separated_rows, without_separator_line
from tracker.intake.pasted_text import read_pasted
from tracker.intake.raw_table import RawRow, RawTable

_MOST_LINES = 500_000
"""Blank ones too."""
_LONGEST_PROSE = 4_000_000
"""Of a text without columns, which takes longer to understand."""
_LETTER = re.compile(r"\w")
_PARTING = re.compile("[\t|\u2502\u2503\u2551]")


def tables_of(data: bytes) -> Iterator[FoundTable]:
    """The one table of a text, if anything stands in it; ``UnreadableFile`` where it is none.

    A row is known by the line of the file on which it begins.
    """
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    budget = Budget()
    budget.take_text(len(text))
    if text.count("\n") > _MOST_LINES:
        raise UnreadableFile("", FileTrouble.TOO_MANY_ROWS)
    if _LETTER.search(text) is None:
        return
    rows = separated_rows(text)
    table = (
        _pasted(without_separator_line(text), budget)
        if rows is None
        else RawTable(rows=tuple(_counted(rows, budget)))
    )
    if table.rows:
        yield FoundTable(kind=PlaceKind.TEXT, number=1, name="", table=table)


def _counted(rows: Iterable[RawRow], budget: Budget) -> Iterator[RawRow]:
    for row in rows:
        budget.take_row(row.cells)
        if row.texts:
            yield row


def _pasted(text: str, budget: Budget) -> RawTable:
    if len(text) > _LONGEST_PROSE:
        raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)
    for line in text.split("\n"):
        budget.take_row((line.strip(),))
        budget.allow_columns(len(_PARTING.findall(line)))
        if len(line) > LONGEST_CELL:
            raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)
    return read_pasted(text)
