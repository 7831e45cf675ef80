"""From a raw table to drafts of directives, and a word on everything else in it. Total."""

from __future__ import annotations

from datetime import date

from tracker.intake.documents import named_document
from tracker.intake.drafts import Draft, Field, ProblemKind, RowProblem, TableReading
from tracker.intake.lists import read_list
from tracker.intake.old_fonts import is_in_old_font
from tracker.intake.raw_table import RawTable
from tracker.intake.records import Inherited, draft_of, is_month_first
from tracker.intake.walking import Walk, counted


def read_table(table: RawTable, *, today: date, document: str = "") -> TableReading:
    """Read every row of a table, whatever it is.

    ``document`` is the one, with its date, that the rows come from where they name none
    themselves. Today is needed for documents that are dated in words.
    """
    if is_in_old_font(text for row in table.rows for text in row.texts):
        first = table.rows[0]
        return TableReading(
            problems=(
                RowProblem(
                    line=first.line,
                    kind=ProblemKind.OLD_FONT,
                    field=Field.CONTENT,
                    seen=" ".join(first.texts),
                ),
            )
        )
    if not table.has_columns:
        return read_list(table.rows, today=today)
    return _read_columns(table, document)


def _read_columns(table: RawTable, document: str) -> TableReading:
    named = named_document(document)
    said = None if named is None else Inherited(named.number, named.issued, None)
    walk = Walk(table.rows, said)
    for row in table.rows:
        walk.take(row)
    read = [draft_of(record) for record in walk.records]
    drafts = tuple(one for one in read if isinstance(one, Draft))
    problems = tuple(one for one in read if isinstance(one, RowProblem))
    everyone = (*drafts, *(one.draft for one in problems if one.draft is not None))
    return TableReading(
        drafts=drafts,
        problems=problems,
        groups=counted(walk.groups, walk.records),
        passed_over=tuple(walk.passed_over),
        month_first_lines=tuple(sorted(one.line for one in everyone if is_month_first(one))),
    )
