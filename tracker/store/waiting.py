"""Connections to SQLite files that say so when they have waited for others for a while.

SQLite itself waits, and says nothing until its time is up: so it is given a short time first.
"""

from __future__ import annotations

import sqlite3
import time

from tracker.store.patience import is_anyone_told, tell_waiting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Self, TypeVar

    T = TypeVar("T")

SILENT_SECONDS = 2
"""So long the waiting of a statement is nothing to speak of."""


def connect(uri: str, *, patience_seconds: float) -> sqlite3.Connection:
    """Open a file by its URI; each statement waits so long for others, told of where wanted."""
    if patience_seconds <= SILENT_SECONDS or not is_anyone_told():
        return sqlite3.connect(uri, uri=True, timeout=patience_seconds, isolation_level=None)
    connection = sqlite3.connect(
        uri, uri=True, timeout=SILENT_SECONDS, isolation_level=None, factory=_TellingConnection
    )
    connection.seconds_left = patience_seconds - SILENT_SECONDS
    return connection


class _TellingConnection(sqlite3.Connection):
    """Waits for a short time, says so, and goes on waiting."""

    seconds_left: float = 0
    """How long to wait once it is told; nothing when it has been."""

    def cursor(self, factory: Any = None) -> Any:
        """A cursor that tells too."""
        return super().cursor(factory or _TellingCursor)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """Execute through such a cursor; the library itself goes past it."""
        return self.cursor().execute(sql, parameters)  # type: ignore[no-any-return]

    def commit(self) -> None:
        """Commit as usual: that waits for those who read."""
        self.patiently(super().commit)

    def patiently(self, run: Callable[[], T]) -> T:
        """Run something, and a second time where it has waited for others in vain."""
        began = time.monotonic()
        try:
            return run()
        except sqlite3.OperationalError as error:
            if not self.seconds_left or not _has_waited(error, since=began):
                raise
        tell_waiting()
        super().execute(f"PRAGMA busy_timeout = {round(self.seconds_left * 1000)}")
        self.seconds_left = 0
        return run()


class _TellingCursor(sqlite3.Cursor):
    """Executes for such a connection."""

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        """Execute as usual."""
        connection = self.connection
        assert isinstance(connection, _TellingConnection)
        run = super().execute
        return connection.patiently(lambda: run(sql, parameters))


def _has_waited(error: sqlite3.Error, *, since: float) -> bool:
    """Whether time was up; SQLite refuses at once where two would wait for each other."""
    is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
    return is_busy and time.monotonic() - since >= SILENT_SECONDS / 2
