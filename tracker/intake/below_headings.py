"""What the values below headings tell of these: over which columns they stand, and what they mean.

A merged cell, or the blank column that the end of a page has left, gives a heading to the first
column alone, and the values may stand in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tracker.core.vietnamese import fold
from tracker.intake.columns import Columns, may_hold
from tracker.intake.drafts import Field
from tracker.intake.heading_rows import is_heading_row
from tracker.intake.looks import DAYS, Look, look_of
from tracker.intake.raw_table import RawRow

_MOST_ROWS = 1_000
"""Of one part of a table, from which it is told."""

_FEWEST_TEXTS = 3
"""A row with fewer is hardly one of the table: the name of a group, a note."""

_DAY_BESIDE = {
    Field.NUMBER: Field.ISSUED,
    Field.RESULT: Field.COMPLETED,
    Field.PROGRESS: Field.COMPLETED,
}
"""Whose day stands in a column beside it."""

_DONE = re.compile(r"(?:da )?(?:hoan thanh|xong)(?: vao)?(?: ngay)? [0-9]|da ")
"""How what is told of something done begins."""


def told_by_values(columns: Columns, below: Iterator[RawRow]) -> Columns:
    """The columns as the rows ``below`` the headings tell them.

    A column without a heading belongs to the one on its left where its values could stand there and
    never stand beside one; a column of days beside the documents is that of their days. Where there
    are no deadlines, the progress that a column of days tells is the one to be kept to.
    """
    is_bare = any(columns[place] is None for place in range(1, len(columns)))
    may_be_deadline = Field.PROGRESS in columns and Field.DEADLINE not in columns
    if not is_bare and not may_be_deadline:
        return columns
    rows = _rows_of_part(below, len(columns))
    found = _over_all_values(columns, rows)
    if may_be_deadline and _are_deadlines(rows, columns.index(Field.PROGRESS)):
        found[columns.index(Field.PROGRESS)] = Field.DEADLINE
    return tuple(found)


def _over_all_values(columns: Columns, rows: Sequence[RawRow]) -> list[Field | None]:
    found = list(columns)
    for place in range(1, len(columns)):
        heading = found[place - 1]
        if columns[place] is None and heading is not None:
            found[place] = _belongs(heading, _Pair.of(rows, place), columns)
            if found[place] is heading and not any(row.cells[place - 1] for row in rows):
                found[place - 1] = None
    return found


def _are_deadlines(rows: Sequence[RawRow], place: int) -> bool:
    texts = [row.cells[place] for row in rows if row.cells[place]]
    if any(_DONE.match(fold(text)) for text in texts):
        return False
    return 2 * sum(may_hold(Field.DEADLINE, look_of(text)) for text in texts) > len(texts)


def _rows_of_part(below: Iterator[RawRow], width: int) -> list[RawRow]:
    """The whole rows until the next headings."""
    rows: list[RawRow] = []
    for row in islice(below, _MOST_ROWS):
        if is_heading_row(row.cells):
            break
        if len(row.cells) == width and len(row.texts) >= _FEWEST_TEXTS:
            rows.append(row)
    return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """The looks of what stands in a column, and of what stands beside each on its left."""

    looks: Sequence[Look]
    beside: Sequence[Look]

    @classmethod
    def of(cls, rows: Sequence[RawRow], place: int) -> _Pair:
        filled = [row.cells for row in rows if row.cells[place]]
        return cls(
            looks=[look_of(cells[place]) for cells in filled],
            beside=[look_of(cells[place - 1]) for cells in filled],
        )


def _belongs(heading: Field, pair: _Pair, columns: Columns) -> Field | None:
    if not pair.looks:
        return None
    if all(look is Look.BLANK for look in pair.beside):
        fitting = sum(may_hold(heading, look) for look in pair.looks)
        return heading if 2 * fitting >= len(pair.looks) else None
    day = _DAY_BESIDE.get(heading)
    is_day = day is not None and all(look in DAYS for look in pair.looks)
    return day if is_day and day not in columns else None
