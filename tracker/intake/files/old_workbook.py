"""Workbooks of before 2007: ``.xls``.

The library that reads them ends its process where a broken file asks for too much.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.cell_looks import PLAIN, Style
from tracker.intake.files.found import FoundTable
from tracker.intake.files.number_formats import GENERAL, Seen, may_be_day, plain, read_format, seen
from tracker.intake.files.old_looks import SheetLooks, looks_of
from tracker.intake.files.old_records import book_of
from tracker.intake.files.sheet_contents import SheetContents

_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no time zones
_DAY = timedelta(days=1)


def tables_of(data: bytes) -> Iterator[FoundTable]:
    """Its sheets in order, hidden ones too."""
    import python_calamine  # noqa: PLC0415 - only where it cannot end the whole program

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except python_calamine.PasswordError as error:
        raise UnreadableFile("", FileTrouble.ENCRYPTED) from error
    both = zip(book.sheets_metadata, looks_of(book_of(data)), strict=True)
    for number, (about, looks) in enumerate(both, 1):
        if about.typ == python_calamine.SheetTypeEnum.WorkSheet:
            is_hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
            contents = SheetContents(name=about.name, is_hidden=is_hidden)
            _take_cells(contents, book.get_sheet_by_name(about.name), looks)
            yield contents.found(number)


def _take_cells(contents: SheetContents, sheet: Any, looks: SheetLooks) -> None:
    top, left = sheet.start or (0, 0)
    for line, values in enumerate(sheet.to_python(), top + 1):
        for column, value in enumerate(values, left + 1):
            if value != "":
                style = looks.styles.get((line, column), PLAIN)
                contents.put(line, column, _seen(value, style), style.font)
            if looks.is_from_1904 and isinstance(value, int | float) and may_be_day(value):
                contents.likely_days.add(line)
    for (line, column), error in looks.errors.items():
        contents.put(line, column, Seen(error), "")
    contents.hidden_rows = looks.hidden_rows
    for first, last in looks.hidden_columns:
        contents.hide_columns(first, last)
    contents.take_out_covered(looks.merged)


def _seen(value: object, style: Style) -> Seen:
    if isinstance(value, str | bool):
        return Seen(str(value).upper() if isinstance(value, bool) else value)
    number = _number(value)
    if style.number_format != GENERAL:
        return seen(number, read_format(style.number_format))
    return Seen(plain(number))


def _number(value: Any) -> float:
    """The number a sheet holds for a value, days counted from 1900 whatever the sheet does."""
    if isinstance(value, time):
        return (value.hour * 60 + value.minute) / (24 * 60)
    if isinstance(value, timedelta):
        return value / _DAY
    if isinstance(value, datetime):
        return (value - _FIRST_DAY) / _DAY
    if isinstance(value, date):
        return (value - _FIRST_DAY.date()) / _DAY
    return float(value)
