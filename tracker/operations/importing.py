"""Bringing whole files into the register: looked at first, then stored in one go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial

from tracker.intake.drafts import TableReading
from tracker.intake.files.found import FileTables
from tracker.intake.old_fonts import OldFont
from tracker.intake.rows import read_table
from tracker.operations.desk import Desk
from tracker.operations.import_entering import Imported, entered, places_to_enter
from tracker.operations.import_preview import Hearing, ImportedTable, ImportPreview, unheard
from tracker.operations.read_rows import Place
from tracker.operations.table_rows import looking, preview_tables
from tracker.operations.uncollected import uncollected
from tracker.store.imports import IMPORT, is_imported_into
from tracker.store.last_operation import last_operation

__all__ = ["Imported", "enter_import", "is_first_import", "is_import_done", "preview_files"]


@uncollected()
def preview_files(
    desk: Desk,
    files: Sequence[FileTables],
    *,
    document: str = "",
    font: OldFont | None = None,
    progress: Hearing = unheard,
) -> ImportPreview:
    """What files hold, beside one another and beside the register. Changes nothing.

    ``document``: the one that assigns, number and date, where the rows of a table name none.
    ``font``: the old font that is turned into Unicode. A row takes three steps: it is read, it
    is understood, it is put beside the register.
    """
    found = [(file.name, table) for file in files for table in file.tables]
    number = sum(len(table.table.rows) for _, table in found)
    readings: list[TableReading] = []
    read = 0
    for _, table in found:
        hear = partial(_further, progress, read, 3 * number)
        readings.append(
            read_table(table.table, today=desk.today, document=document, font=font, hear=hear)
        )
        read += len(table.table.rows)
    previews = preview_tables(desk, readings, hear=partial(_further, progress, read, 3 * number))
    return ImportPreview(
        tables=tuple(
            ImportedTable(file=file, found=table, preview=preview)
            for (file, table), preview in zip(found, previews, strict=True)
        )
    )


def _further(progress: Hearing, before: int, total: int, done: int) -> None:
    """One part of a work among others."""
    progress(min(before + done, total), total)


@uncollected()
def enter_import(
    desk: Desk,
    preview: ImportPreview,
    chosen: Collection[tuple[int, int]] | None = None,
    *,
    progress: Hearing = unheard,
) -> Imported:
    """Enter rows as one operation: all that are to be entered, or those chosen by their places.

    All of them or none. A row that would become of it something else than was looked at, since
    somebody has changed the register meanwhile, is left out and told. Rows that tell of one task
    go with the first of them.
    """
    places = places_to_enter(preview, None if chosen is None else {Place(*one) for one in chosen})
    return entered(desk, preview, places, hear=progress)


def is_import_done(desk: Desk) -> bool:
    """Whether an import of this moment stands: of one that was interrupted nobody else can tell."""
    with looking(desk.location) as reading:
        last = None if reading is None else last_operation(reading, desk.who)
    if last is None or last.operation != IMPORT:
        return False
    return datetime.fromisoformat(last.at) == desk.at.replace(microsecond=0)


def is_first_import(location: str) -> bool:
    """Whether nothing was imported into the register yet, or there is none."""
    with looking(location) as reading:
        return reading is None or not is_imported_into(reading)
