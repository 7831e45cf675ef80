"""Which rows of a table are typed in an old font, and the table as that font shows it."""

from __future__ import annotations

from dataclasses import replace

from tracker.intake.drafts import Field, ProblemKind, RowProblem
from tracker.intake.old_fonts import (
    OldFont,
    is_cell_in_old_font,
    is_in_old_font,
    is_in_unicode,
    to_unicode,
)
from tracker.intake.raw_table import RawRow, RawTable, cell_text


def in_unicode(table: RawTable, font: OldFont) -> RawTable:
    """The table with every row that is in an old font turned; all rows, if none is in Unicode."""
    is_whole = not is_in_unicode(text for row in table.rows for text in row.texts)
    rows = (_turned(row, font) if is_whole or _is_illegible(row) else row for row in table.rows)
    return replace(table, rows=tuple(rows))


def illegible(table: RawTable) -> tuple[RawTable, tuple[RowProblem, ...]]:
    """What of a table can be read, and what cannot: a word on each row, or one on them all."""
    if _is_wholly_old(table):
        return replace(table, rows=()), (_problem(table.rows[0]),)
    lost = {row: None for row in table.rows if _is_illegible(row)}
    if not lost:
        return table, ()
    legible = tuple(row for row in table.rows if row not in lost)
    return replace(table, rows=legible), tuple(map(_problem, lost))


def _is_wholly_old(table: RawTable) -> bool:
    return is_in_old_font(text for row in table.rows for text in row.texts)


def _is_illegible(row: RawRow) -> bool:
    """Whether a cell is in an old font, whatever its neighbours are."""
    return any(map(is_cell_in_old_font, row.texts))


def _turned(row: RawRow, font: OldFont) -> RawRow:
    cells = tuple(cell_text(to_unicode(cell, font)) for cell in row.cells)
    return RawRow(line=row.line, cells=cells)


def _problem(row: RawRow) -> RowProblem:
    return RowProblem(
        line=row.line, kind=ProblemKind.OLD_FONT, field=Field.CONTENT, seen=" ".join(row.texts)
    )
