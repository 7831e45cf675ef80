"""The names in a compound file, which is what office programs wrote before 2007."""

from __future__ import annotations

import re

_ENTRY_BYTES = 128
_NAME_BYTES = 64
_KNOWN = (
    "Workbook", "Book", "WordDocument", "EncryptedPackage", "EncryptionInfo",
    "_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA", "Macros", "PowerPoint Document",
)  # fmt: skip


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
