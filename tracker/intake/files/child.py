"""The process that reads one file: its bytes come in, its tables go out.

Started as ``python -m tracker.intake.files.child KIND SECONDS PARENT``. Whatever a file does to a
reader, it does it here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from math import ceil
from typing import BinaryIO

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files import limits, wire
from tracker.intake.files.bounds import confine
from tracker.intake.files.budget import Budget
from tracker.intake.files.found import FileKind, FoundTable

READERS = {
    FileKind.WORKBOOK: "workbook",
    FileKind.OLD_WORKBOOK: "old_workbook",
    FileKind.OPEN_WORKBOOK: "open_workbook",
    FileKind.DOCUMENT: "document",
    FileKind.PAGE: "page",
    FileKind.TEXT: "text",
    FileKind.DATA: "data",
}
"""The modules beside this one, each with ``tables_of``; only the one that is needed is loaded."""


def main(kind: str, seconds: str, parent: str) -> None:
    """Read what comes in, and answer."""
    confine(memory=limits.CHILD_BYTES, seconds=ceil(float(seconds)), parent=int(parent))
    answer(FileKind(kind), sys.stdin.buffer.read(limits.FILE_BYTES + 1), sys.stdout.buffer)


def answer(kind: FileKind, data: bytes, out: BinaryIO) -> None:
    """Write the tables of a file, and at the end whether they are all."""
    try:
        for table in tables_of(kind, data):
            out.write(wire.line_of(table))
        last = wire.last_line()
    except UnreadableFile as refused:
        last = wire.last_line(refused.trouble, refused.detail)
    except MemoryError:
        last = wire.last_line(FileTrouble.EXPANDS_TOO_MUCH)
    except Exception:  # noqa: BLE001 - readers raise whatever a broken file makes them raise
        last = wire.last_line(FileTrouble.DAMAGED)
    out.write(last)
    out.flush()


def tables_of(kind: FileKind, data: bytes) -> Iterator[FoundTable]:
    """The tables in which anything stands, as many and as large as they may be."""
    module = import_module(f"tracker.intake.files.{READERS[kind]}")
    read: Callable[[bytes], Iterator[FoundTable]] = module.tables_of
    budget = Budget()
    for table in read(data):
        for row in table.table.rows:
            budget.take_row(row.cells)
            budget.take_text(sum(map(len, row.cells)))
        if table.table.rows:
            yield table


if __name__ == "__main__":
    main(*sys.argv[1:])
