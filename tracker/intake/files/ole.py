"""Compound files, as office programs wrote before 2007: streams in chains of sectors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from struct import error as StructError
from struct import iter_unpack, unpack_from

from tracker.intake.errors import FileTrouble, UnreadableFile

_ENTRY_BYTES = 128
_NAME_BYTES = 64
_KNOWN = (
    "Workbook", "Book", "WordDocument", "EncryptedPackage", "EncryptionInfo",
    "_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA", "Macros", "PowerPoint Document",
)  # fmt: skip
_ROOT, _STREAM = 5, 2
_SECTOR_SHIFTS = (9, 12)
_SMALL_SECTOR_BYTES = 64
_LAST_SECTOR = 0xFFFFFFFA
"""Greater numbers stand for the end of a chain, or for what belongs to none."""


def stream_names(data: bytes) -> frozenset[str]:
    """Those of the names that matter which stand in its directory.

    They are looked for where an entry can begin, so that a broken chain of sectors hides nothing.
    """
    return frozenset(name for name in _KNOWN if _has_entry(data, name))


def _has_entry(data: bytes, name: str) -> bool:
    written = name.encode("utf-16-le")
    entry = written + bytes(_NAME_BYTES - len(written)) + (len(written) + 2).to_bytes(2, "little")
    found = re.finditer(re.escape(entry), data)
    return any(match.start() % _ENTRY_BYTES == 0 for match in found)


def stream(data: bytes, *names: str) -> bytes:
    """The stream that has one of these names.

    Raises ``UnreadableFile`` where there is none, or its chain is broken or goes round.
    """
    try:
        found = _Compound(data).stream(names)
    except StructError as error:
        raise UnreadableFile("", FileTrouble.DAMAGED) from error
    if found is None:
        raise UnreadableFile("", FileTrouble.DAMAGED)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A line of the directory."""

    name: str
    kind: int
    first: int
    size: int


class _Compound:
    """The sectors of a compound file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, _ = unpack_from("<2H", data, 30)
        if shift not in _SECTOR_SHIFTS:
            raise UnreadableFile("", FileTrouble.DAMAGED)
        self._sector = 1 << shift
        self._next = self._table(self._lists())
        (directory,) = unpack_from("<L", data, 48)
        self._entries = list(_entries(self._chain(directory)))

    def stream(self, names: tuple[str, ...]) -> bytes | None:
        """The first stream of one of these names."""
        (least,) = unpack_from("<L", self._data, 56)
        for entry in self._entries:
            if entry.kind == _STREAM and entry.name in names:
                whole = self._small(entry) if entry.size < least else self._chain(entry.first)
                return whole[: entry.size]
        return None

    def _lists(self) -> Iterator[int]:
        """The sectors that say which sector follows which."""
        yield from unpack_from("<109L", self._data, 76)
        (more,) = unpack_from("<L", self._data, 68)
        for _ in range(len(self._data) // self._sector):
            if more >= _LAST_SECTOR:
                return
            *listed, more = unpack_from(f"<{self._sector // 4}L", self._sector_of(more))
            yield from listed

    def _table(self, sectors: Iterator[int]) -> list[int]:
        whole = b"".join(self._sector_of(number) for number in sectors if number < _LAST_SECTOR)
        return [number for (number,) in iter_unpack("<L", whole[: len(whole) // 4 * 4])]

    def _sector_of(self, number: int) -> bytes:
        begins = (number + 1) * self._sector
        found = self._data[begins : begins + self._sector]
        if not found:
            raise UnreadableFile("", FileTrouble.DAMAGED)
        return found

    def _chain(self, first: int) -> bytes:
        return b"".join(map(self._sector_of, _followed(self._next, first)))

    def _small(self, entry: _Entry) -> bytes:
        """A stream that is kept in pieces of a sector."""
        (first,) = unpack_from("<L", self._data, 60)
        table = [number for (number,) in iter_unpack("<L", self._chain(first))]
        root = next((entry for entry in self._entries if entry.kind == _ROOT), entry)
        held, size = self._chain(root.first), _SMALL_SECTOR_BYTES
        return b"".join(held[n * size : (n + 1) * size] for n in _followed(table, entry.first))


def _followed(following: list[int], first: int) -> Iterator[int]:
    """The numbers of a chain; raises ``UnreadableFile`` where it leads nowhere or goes round."""
    number = first
    for _ in range(len(following) + 1):
        if number >= _LAST_SECTOR:
            return
        if number >= len(following):
            break
        yield number
        number = following[number]
    raise UnreadableFile("", FileTrouble.DAMAGED)


def _entries(directory: bytes) -> Iterator[_Entry]:
    for place in range(0, len(directory) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
        length, kind = unpack_from("<HB", directory, place + _NAME_BYTES)
        written = directory[place : place + min(max(length - 2, 0), _NAME_BYTES)]
        first, size = unpack_from("<2L", directory, place + 116)
        yield _Entry(name=written.decode("utf-16-le", "replace"), kind=kind, first=first, size=size)
