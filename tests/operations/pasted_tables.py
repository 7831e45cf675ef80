"""Texts pasted, looked at and entered: tables that are alone."""

from __future__ import annotations

from collections.abc import Collection

from tracker.intake.files.found import FoundTable, PlaceKind
from tracker.intake.files.pasted import file_of_text
from tracker.intake.raw_table import RawTable
from tracker.operations.desk import Desk
from tracker.operations.import_preview import ImportedTable, ImportPreview
from tracker.operations.importing import Imported, enter_import, preview_files
from tracker.operations.table_preview import TablePreview

NOTHING = FoundTable(kind=PlaceKind.TEXT, number=1, name="", table=RawTable(rows=()))


def preview_pasted(desk: Desk, text: str, *, document: str = "") -> TablePreview:
    """What a pasted text holds; ``document`` assigns where its rows name none."""
    return preview_files(desk, (file_of_text(text),), document=document).tables[0].preview


def alone(preview: TablePreview) -> ImportPreview:
    """A table that nothing else was looked at with."""
    return ImportPreview(tables=(ImportedTable(file="", found=NOTHING, preview=preview),))


def enter_pasted(
    desk: Desk, preview: TablePreview, lines: Collection[int] | None = None
) -> Imported:
    """Enter the rows that are meant to be, or those that begin on these lines."""
    return enter_import(desk, alone(preview), None if lines is None else {(0, n) for n in lines})
