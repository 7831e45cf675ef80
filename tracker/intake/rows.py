"""From a raw table to drafts of directives, and a word on everything else in it. Total."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tracker.intake.documents import named_document
from tracker.intake.drafts import Draft, RowProblem, TableReading
from tracker.intake.legibility import illegible, in_unicode
from tracker.intake.lists import read_list
from tracker.intake.old_fonts import OldFont
from tracker.intake.raw_table import RawTable
from tracker.intake.records import Inherited, draft_of, is_month_first
from tracker.intake.turned_days import turned_lines
from tracker.intake.walking import Walk, counted

Hear = Callable[[int], None]
"""Is told how many rows have been walked through; what it raises ends the reading."""

_ROWS_AT_ONCE = 100


def unheard(rows: int) -> None:
    """Nobody wants to know."""


def read_table(
    table: RawTable,
    *,
    today: date,
    document: str = "",
    font: OldFont | None = None,
    hear: Hear = unheard,
) -> TableReading:
    """Read every row of a table, whatever it is.

    ``document`` is the one, with its date, that the rows come from where they name none
    themselves. Today is needed for documents that are dated in words. What is typed in an old
    font is turned where the font is said, and else told as a problem.
    """
    if font is not None:
        table = in_unicode(table, font)
    legible, lost = illegible(table)
    if not table.has_columns:
        reading = read_list(legible.rows, today=today)
    else:
        reading = _read_columns(legible, document, hear)
    return replace(reading, problems=tuple(sorted((*reading.problems, *lost), key=_line)))


def _line(problem: RowProblem) -> int:
    return problem.line


def _read_columns(table: RawTable, document: str, hear: Hear) -> TableReading:
    named = named_document(document)
    said = None if named is None else Inherited(named.number, named.issued, None)
    walk = Walk(table, said)
    read: list[Draft | RowProblem] = []
    for number, row in enumerate(table.rows):
        if number % _ROWS_AT_ONCE == 0:
            hear(number)
            # The last may go on; the others are drafted while it is known what they look like.
            read.extend(map(draft_of, walk.records[len(read) : -1]))
        walk.take(row)
    read.extend(map(draft_of, walk.records[len(read) :]))
    drafts = tuple(one for one in read if isinstance(one, Draft))
    problems = tuple(one for one in read if isinstance(one, RowProblem))
    everyone = (*drafts, *(one.draft for one in problems if one.draft is not None))
    of_records = {line for one in everyone for line in (one.line, *one.joined_lines)}
    return TableReading(
        drafts=drafts,
        problems=problems,
        groups=counted(walk.groups, walk.records),
        passed_over=tuple(walk.passed_over),
        headings=walk.headings,
        month_first_lines=tuple(sorted(one.line for one in everyone if is_month_first(one))),
        turned_lines=tuple(line for line in turned_lines(table) if line in of_records),
    )
