"""Entering a whole table that was copied and pasted: a file of one table, looked at first."""

from __future__ import annotations

from collections.abc import Collection

from tracker.intake.files.found import FileKind, FileTables, FoundTable, PlaceKind
from tracker.intake.pasted_text import read_pasted
from tracker.intake.raw_table import RawTable
from tracker.operations.desk import Desk
from tracker.operations.import_preview import ImportedTable, ImportPreview
from tracker.operations.importing import Imported, enter_import, preview_files
from tracker.operations.table_preview import TablePreview


def preview_pasted(desk: Desk, text: str, *, document: str = "") -> TablePreview:
    """What a pasted text holds. Nothing is changed, and nothing in the text is refused.

    ``document``: the one that assigns, number and date, where the rows of the table name none.
    """
    return preview_files(desk, (file_of_text(text),), document=document).tables[0].preview


def file_of_text(text: str) -> FileTables:
    """A pasted text as a file of one table."""
    return FileTables(name="", kind=FileKind.TEXT, tables=(_pasted(read_pasted(text)),))


def enter_pasted(
    desk: Desk, preview: TablePreview, lines: Collection[int] | None = None
) -> Imported:
    """Enter the rows that are meant to be, or those of them that begin on the lines chosen.

    As one operation, all of them or none.
    """
    table = ImportedTable(file="", found=_pasted(RawTable(rows=())), preview=preview)
    chosen = None if lines is None else {(0, line) for line in lines}
    return enter_import(desk, ImportPreview(tables=(table,)), chosen)


def _pasted(table: RawTable) -> FoundTable:
    return FoundTable(kind=PlaceKind.TEXT, number=1, name="", table=table)
