"""Workbooks of today: ``.xlsx``, whoever wrote it.

The texts are what somebody who looks at the sheet sees, as far as that can be told without
calculating anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.intake.files.book_parts import read_book
from tracker.intake.files.budget import Budget
from tracker.intake.files.found import FoundTable
from tracker.intake.files.markup import follow
from tracker.intake.files.parts import chunks, opened
from tracker.intake.files.sheet_cells import SheetReading


def tables_of(data: bytes) -> Iterator[FoundTable]:
    """Its sheets in order, hidden ones too."""
    archive = opened(data)
    book = read_book(archive)
    budget = Budget()
    for number, sheet in enumerate(book.sheets, 1):
        reading = SheetReading(sheet, book, budget)
        part = chunks(archive, sheet.part)
        follow(part, start=reading.start, end=reading.end, text=reading.text)
        yield reading.contents().found(number)
