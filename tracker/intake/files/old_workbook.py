"""Workbooks of before 2007: ``.xls``.

The library that reads them ends its process where a broken file asks for too much.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.found import FoundTable, PlaceKind, RemarkedLines, SheetRemark
from tracker.intake.files.number_formats import plain
from tracker.intake.files.sheet_table import table_of


def tables_of(data: bytes) -> Iterator[FoundTable]:
    """Its sheets in order, hidden ones too."""
    import python_calamine  # noqa: PLC0415 - only where it cannot end the whole program

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except python_calamine.PasswordError as error:
        raise UnreadableFile("", FileTrouble.ENCRYPTED) from error
    for number, about in enumerate(book.sheets_metadata, 1):
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        is_hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
        rows, days = _cells(book.get_sheet_by_name(about.name))
        yield FoundTable(
            kind=PlaceKind.SHEET,
            number=number,
            name=about.name,
            table=table_of(rows, days),
            remarks=(RemarkedLines(remark=SheetRemark.HIDDEN_SHEET),) if is_hidden else (),
        )


def _cells(sheet: Any) -> tuple[dict[int, dict[int, str]], set[tuple[int, int]]]:
    """The texts, and which of them are days, by row and column from 1."""
    rows: dict[int, dict[int, str]] = {}
    days = set()
    top, left = sheet.start or (0, 0)
    for line, values in enumerate(sheet.to_python(), top + 1):
        for column, value in enumerate(values, left + 1):
            text = _text(value)
            if text:
                rows.setdefault(line, {})[column] = text
            if isinstance(value, date):
                days.add((line, column))
    return rows, days


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return plain(value)
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
