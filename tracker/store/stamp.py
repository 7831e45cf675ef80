"""What tells one state of the register from another, asked again and again by whoever watches it.

Imports only what a quick read may load.
"""

from __future__ import annotations

import os

from tracker.core.database_address import is_url

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.rows import Reading

FileStamp = tuple[int, int, int, int]
"""Device, file, size and time of the last change, of a register that is a file."""


def file_stamp(location: str) -> FileStamp | None:
    """What the file system says of a register; None for a server, or where there is no file.

    Equal stamps mean that nothing was written in between; another file means another register.
    """
    if is_url(location):
        return None
    try:
        found = os.stat(location)
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def last_operation(reading: Reading) -> int:
    """The id of the operation entered last; 0 where nothing was entered yet."""
    rows = reading.rows("SELECT max(id) FROM operation", {})
    return int(rows[0][0] or 0)


def highest_id(reading: Reading) -> int:
    """As many directives as there may be at most."""
    rows = reading.rows("SELECT max(id) FROM directive", {})
    return int(rows[0][0] or 0)
