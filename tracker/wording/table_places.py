"""Where in files a table stands, and where in a table a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tracker.wording.formats import format_number
from tracker.wording.message_parts import shortened

PLACE = {"sheet": "trang tính", "table": "bảng", "text": "văn bản"}
"""What a table is called in its file."""

STDIN = "đầu vào"
"""What is called ``-`` on a command line."""

_ABOVE = "câu phía trên bảng"
"""What stands in no row: the table counts it as its line 0."""

_RUNS_SHOWN = 12


def table_words(found: Any) -> str:
    """A table by the name it has in its file, else by its number."""
    name = f"«{shortened(found.name)}»" if found.name else str(found.number)
    return f"{PLACE[found.kind.value]} {name}"


def table_in_file(table: Any) -> str:
    """The same with the file."""
    return f"{table_words(table.found)} ({file_words(table.file)})"


def file_words(name: str) -> str:
    """A file by its name; what a pipe brings has none."""
    return STDIN if name == "-" else shortened(name)


def line_words(line: int) -> str:
    """A row of a table: ``dòng 14``; of what introduces it: ``câu phía trên bảng``."""
    return f"dòng {line}" if line else _ABOVE


def lines_words(lines: Iterable[int]) -> str:
    """Several rows, those that follow one another together: ``dòng 3, 5–9``."""
    runs = [
        format_number(first) if first == last else f"{format_number(first)}–{format_number(last)}"
        for first, last in _runs(lines)
    ]
    return f"dòng {', '.join(runs[:_RUNS_SHOWN])}" + (", …" if len(runs) > _RUNS_SHOWN else "")


def _runs(lines: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of every row of numbers without a gap."""
    run: list[int] = []
    for line in sorted(lines):
        if run and line > run[-1] + 1:
            yield run[0], run[-1]
            run = []
        run.append(line)
    if run:
        yield run[0], run[-1]


class Places:
    """Where rows of tables stand, in words as few as tell them apart."""

    def __init__(self, tables: Sequence[Any]) -> None:
        self._tables = tables
        registers = [table for table in tables if table.is_register]
        self._is_one_table = len(registers) <= 1
        self._is_one_file = len({table.file for table in tables}) <= 1

    def of(self, place: Any) -> str:
        """``dòng 14``, with the sheet and the file where there are several."""
        words = line_words(place.line)
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
