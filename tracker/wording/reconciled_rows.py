"""Which rows of two lists are meant: where one stands, what it is called, how sure the match is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tracker.wording.formats import format_date, format_turn
from tracker.wording.message_parts import shortened

PLACE = {"sheet": "trang tính", "table": "bảng", "text": "văn bản"}
"""What a table is called in its file."""

_DOCUMENTS = {
    "number_and_date": "cùng văn bản",
    "number": "cùng số ký hiệu, danh sách không ghi ngày",
    "number_of_other_date": "đoán, cùng số ký hiệu khác ngày",
    "nothing": "đoán",
}


def table_words(found: Any) -> str:
    """A table by the name it has in its file, else by its number."""
    name = f"«{shortened(found.name)}»" if found.name else str(found.number)
    return f"{PLACE[found.kind.value]} {name}"


def table_in_file(table: Any) -> str:
    """The same with the file."""
    return f"{table_words(table.found)} ({shortened(table.file)})"


class Places:
    """Where rows of their list stand, in words as few as tell them apart."""

    def __init__(self, tables: Sequence[Any]) -> None:
        self._tables = tables
        registers = [table for table in tables if table.is_register]
        self._is_one_table = len(registers) <= 1
        self._is_one_file = len({table.file for table in tables}) <= 1

    def of(self, place: Any) -> str:
        """``dòng 14``, with the sheet and the file where there are several."""
        words = f"dòng {place.line}"
        return words if self._is_one_table else f"{words}, {self.table(self._tables[place.table])}"

    def table_of(self, place: Any) -> str:
        """The table in which a row stands, in front of it, where there are several."""
        return self.told_apart(self._tables[place.table])

    def told_apart(self, table: Any) -> str:
        """``trang tính «Tháng 12»: ``; nothing where it is the only one with tasks."""
        return "" if self._is_one_table else f"{self.table(table)}: "

    def table(self, table: Any) -> str:
        """``trang tính «Tháng 12»``, ``bảng 2 (a.docx)``."""
        return table_words(table.found) if self._is_one_file else table_in_file(table)

    def several(self, places: Iterable[Any]) -> str:
        """The places of several rows."""
        return "; ".join(map(self.of, places))


def ours_named(row: Any) -> str:
    """A task by its id and document."""
    day = format_date(row.document.issued_on)
    return f"{row.id}  {row.document.number} ngày {day}{format_turn(row.facts.instance)}"


def theirs_named(theirs: Any) -> str:
    """A task by its document, as their list has it."""
    number = theirs.number or "(không có số ký hiệu)"
    day = "" if theirs.issued_on is None else f" ngày {format_date(theirs.issued_on)}"
    return f"{shortened(number)}{day}"


def match_words(match: Any) -> str:
    """How sure it is that two are one: ``đoán, giống 83%``; empty where it is certain."""
    if match.is_certain:
        return ""
    if match.likeness >= 1 and not match.is_guess:
        return _DOCUMENTS[match.document.value]
    return f"{_DOCUMENTS[match.document.value]}, {_likeness(match.likeness)}"


def _likeness(likeness: float) -> str:
    """Never rounded up to all of it."""
    return f"giống {int(likeness * 100)}%"
