"""Compound files, in which old and encrypted workbooks lie, and the records of an old workbook."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

SECTOR = 512
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_LEAST = 4_096
"""Shorter streams would lie in a table of their own; these are filled up instead."""

HEADER_SHIFT, HEADER_TABLES, HEADER_FOLDER, HEADER_MORE = 30, 44, 48, 68
"""Where the header tells the size of a sector, the tables, the first folder, more tables."""


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A sound compound file with these streams."""
    contents = [_filled(data) for data in streams.values()]
    folder_sectors = -(-(len(streams) + 1) * 128 // SECTOR)
    others = folder_sectors + sum(len(data) for data in contents) // SECTOR
    tables = next(count for count in range(1, 110) if count * 128 >= count + others)
    chain = [TABLE] * tables + _chained(tables, folder_sectors)
    entries = []
    for name, data in zip(streams, contents, strict=True):
        entries.append(folder_entry(name, 2, len(chain), len(data)))
        chain += _chained(len(chain), len(data) // SECTOR)
    linked = [_with_next(entry, at, len(entries)) for at, entry in enumerate(entries, 1)]
    root = folder_entry("Root Entry", 5, END, 0, child=1 if entries else FREE)
    folder = (root + b"".join(linked)).ljust(folder_sectors * SECTOR, b"\0")
    chain += [FREE] * (tables * 128 - len(chain))
    head = struct.pack(
        "<8s16s5H6x9I", MAGIC, b"", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, tables, 0, _LEAST, END, 0,
        END, 0,
    )  # fmt: skip
    listed = list(range(tables)) + [FREE] * (109 - tables)
    head = head[:76] + struct.pack("<109I", *listed)
    return head + struct.pack(f"<{len(chain)}I", *chain) + folder + b"".join(contents)


def _filled(data: bytes) -> bytes:
    length = max(_LEAST, -(-len(data) // SECTOR) * SECTOR)
    return data.ljust(length, b"\0")


def _chained(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), END] if count else []


def folder_entry(name: str, kind: int, start: int, size: int, *, child: int = FREE) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sH2B3I36x2I4x", raw, len(raw), kind, 1, FREE, FREE, child, start, size)


def _with_next(entry: bytes, at: int, count: int) -> bytes:
    follower = at + 1 if at < count else FREE
    return entry[:72] + struct.pack("<I", follower) + entry[76:]


def patched(data: bytes, at: int, value: int, form: str = "<I") -> bytes:
    """A file with another number at one place."""
    new = struct.pack(form, value)
    return data[:at] + new + data[at + len(new) :]


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<2H", kind, len(data)) + data


def label(row: int, column: int, text: str) -> bytes:
    raw = text.encode("utf-16-le")
    return record(0x204, struct.pack("<4HB", row, column, 15, len(text), 1) + raw)


def labels(table: Sequence[Sequence[str]]) -> bytes:
    return b"".join(
        label(row, column, text)
        for row, texts in enumerate(table)
        for column, text in enumerate(texts)
    )


def bound_sheet(offset: int, name: str = "Trang") -> bytes:
    raw = name.encode("utf-16-le")
    return record(0x85, struct.pack("<I4B", offset, 0, 0, len(name) & 0xFF, 1) + raw)


BOOK_START = record(0x809, struct.pack("<4H2I", 0x600, 5, 0x0DBB, 0x07CC, 0, 6))
SHEET_START = record(0x809, struct.pack("<4H2I", 0x600, 0x10, 0x0DBB, 0x07CC, 0, 6))
ENDED = record(0x0A)
DIMENSIONS = record(0x200, struct.pack("<2I3H", 0, 100, 0, 20, 0))


def book(inside: bytes, *, globals_: bytes = b"", dimensions: bytes = DIMENSIONS) -> bytes:
    """The stream of a workbook of one sheet, which holds these records."""
    opening = BOOK_START + record(0x42, struct.pack("<H", 1200)) + globals_
    offset = len(opening) + len(bound_sheet(0)) + len(ENDED)
    return opening + bound_sheet(offset) + ENDED + SHEET_START + dimensions + inside + ENDED


def xls(inside: bytes, **more: bytes) -> bytes:
    """A workbook of Excel 97 with these records in its sheet."""
    return compound({"Workbook": book(inside, **more)})
