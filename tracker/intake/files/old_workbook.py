"""Workbooks of before 2007: ``.xls``.

The library that reads them ends its process where a broken file asks for too much.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.found import FoundTable
from tracker.intake.files.number_formats import plain
from tracker.intake.files.sheet_contents import SheetContents


def tables_of(data: bytes) -> Iterator[FoundTable]:
    """Its sheets in order, hidden ones too."""
    import python_calamine  # noqa: PLC0415 - only where it cannot end the whole program

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except python_calamine.PasswordError as error:
        raise UnreadableFile("", FileTrouble.ENCRYPTED) from error
    for number, about in enumerate(book.sheets_metadata, 1):
        if about.typ == python_calamine.SheetTypeEnum.WorkSheet:
            is_hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
            contents = SheetContents(name=about.name, is_hidden=is_hidden)
            _take_cells(contents, book.get_sheet_by_name(about.name))
            yield contents.found(number)


def _take_cells(contents: SheetContents, sheet: Any) -> None:
    top, left = sheet.start or (0, 0)
    for line, values in enumerate(sheet.to_python(), top + 1):
        for column, value in enumerate(values, left + 1):
            text = _text(value)
            if text:
                contents.rows.setdefault(line, {})[column] = text
            if isinstance(value, date):
                contents.days.add((line, column))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return plain(value)
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
