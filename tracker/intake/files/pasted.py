"""A text that was copied elsewhere and pasted, as a file of one table."""

from __future__ import annotations

from tracker.intake.files.found import FileKind, FileTables, FoundTable, PlaceKind
from tracker.intake.pasted_text import read_pasted


def file_of_text(text: str) -> FileTables:
    """A pasted text as a file; nothing in it is refused, and it has no name."""
    table = FoundTable(kind=PlaceKind.TEXT, number=1, name="", table=read_pasted(text))
    return FileTables(name="", kind=FileKind.TEXT, tables=(table,))
