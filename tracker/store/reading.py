"""Opening the register to look at it."""

from __future__ import annotations

from tracker.core.database_address import is_url
from tracker.store.sqlite_file import FileReading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.rows import Reading


def open_reading(
    location: str, *, patience_seconds: float | None = None, memory_kib: int = 0
) -> Reading:
    """Open a register to read; use it with ``with``, and not for long: it holds back writers.

    Never makes or changes anything. A file is read without loading SQLAlchemy; while somebody
    writes to it this waits so long (or as long as usual), then raises ``LockedRegister``.
    ``memory_kib``: how much of the file may be held meanwhile; 0 for the usual.
    """
    if not is_url(location):
        return FileReading(location, patience_seconds=patience_seconds, memory_kib=memory_kib)
    from tracker.store.server_reading import ServerReading  # noqa: PLC0415 - only for a server

    return ServerReading(location)
