"""Office files are archives; packed so, the same parts always make the same file."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DAY = (1980, 1, 1, 0, 0, 0)


def packed_anew(
    raw: BytesIO, change: Callable[[str, bytes], bytes] = lambda _, content: content
) -> bytes:
    """The archive without the times and the system its parts were packed with.

    ``change`` takes the name and content of each part, and gives what is to be packed.
    """
    packed = BytesIO()
    with ZipFile(raw) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as result:
        for name in parts.namelist():
            entry = ZipInfo(name, date_time=_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            result.writestr(entry, change(name, parts.read(name)))
    return packed.getvalue()
