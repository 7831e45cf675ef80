"""The register as an SQLite file: opened safely, its troubles named.

Imports only what a quick read may load.
"""

from __future__ import annotations

import os
import sqlite3

from tracker.store.errors import (
    CannotOpenRegister,
    DamagedIndex,
    DamagedRegister,
    DiskTrouble,
    FolderForRegister,
    LockedRegister,
    LostRegister,
    NoRegister,
    NotARegister,
    ReadOnlyRegister,
)
from tracker.store.rows import ROWS_IN_CHUNK, GivenUp, Reading
from tracker.store.schema import APPLICATION_ID, check_schema
from tracker.store.waiting import connect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from tracker.core.errors import TrackerError

PATIENCE_SECONDS = 20
"""How long to wait for others' changes to end. SQLite lets nobody queue: with eight writers at once
on a busy machine the unluckiest was seen to wait more than five seconds."""

_TROUBLES = {
    sqlite3.SQLITE_BUSY: LockedRegister,
    sqlite3.SQLITE_LOCKED: LockedRegister,
    sqlite3.SQLITE_PROTOCOL: LockedRegister,
    sqlite3.SQLITE_READONLY: ReadOnlyRegister,
    sqlite3.SQLITE_PERM: ReadOnlyRegister,
    sqlite3.SQLITE_NOTADB: NotARegister,
    sqlite3.SQLITE_CORRUPT: DamagedRegister,
    sqlite3.SQLITE_FORMAT: DamagedRegister,
}

_SIGNS_OF_DAMAGE = ("no such table", "Could not decode")


def connected(path: str, *, patience_seconds: float | None = None) -> sqlite3.Connection:
    """Open an existing file; never makes one. Waits for others as long as usual, or as said."""
    patience = PATIENCE_SECONDS if patience_seconds is None else patience_seconds
    connection = connect(f"file:{_escaped(path)}?mode=rw", patience_seconds=patience)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _escaped(path: str) -> str:
    absolute = os.path.abspath(path).replace(os.sep, "/")
    for sign in "%?#":
        absolute = absolute.replace(sign, f"%{ord(sign):02x}")
    return absolute if absolute.startswith("/") else f"/{absolute}"


def check_file(connection: sqlite3.Connection, path: str) -> None:
    """Refuse what is not a register of the known form."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        raise NoRegister(path) if is_blank(path) else NotARegister(path)
    check_schema(path, connection.execute("PRAGMA user_version").fetchone()[0])


def is_blank(path: str) -> bool:
    """Whether nothing has been written here yet; ``LostRegister`` where copies say otherwise.

    Whoever goes on to make a register in a blank place, or to call it empty, is stopped by that.
    """
    blank = not os.path.exists(path) or (os.path.isfile(path) and os.path.getsize(path) == 0)
    if blank and (lost := _lost(path)):
        raise lost
    return blank


FOLDER_OF_COPIES = "backups"
"""Beside a register."""


def _lost(path: str) -> LostRegister | None:
    copies = list(_copies_of(path))
    if not copies:
        return None
    return LostRegister(path, copies=len(copies), newest=max(copies)[1])


def _copies_of(path: str) -> Iterator[tuple[int, str]]:
    """When each copy beside a register was written, and where it is."""
    folder, name = os.path.split(os.path.abspath(path))
    prefix = os.path.splitext(name)[0] + "-"
    try:
        with os.scandir(os.path.join(folder, FOLDER_OF_COPIES)) as entries:
            for entry in entries:
                if not _is_copy(entry.name, prefix) or not entry.is_file():
                    continue
                found = entry.stat()
                if found.st_size:
                    yield found.st_mtime_ns, entry.path
    except OSError:
        return


def _is_copy(name: str, prefix: str) -> bool:
    """Dated, or made before something; damaged remains, and copies of another register, are not."""
    if not name.startswith(prefix) or not name.endswith(".db"):
        return False
    rest = name.removeprefix(prefix)
    return rest[0].isdigit() or rest.startswith("before-")


def trouble_of(error: sqlite3.Error, path: str) -> TrackerError | None:
    """What an error of SQLite means to a user; None for a mistake of this program."""
    extended = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if extended == sqlite3.SQLITE_CORRUPT_VTAB:
        return DamagedIndex(path)
    code = extended & 0xFF
    if code in _TROUBLES:
        return _TROUBLES[code](path)
    if code == sqlite3.SQLITE_CANTOPEN:
        return _cannot_open(path)
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return DiskTrouble(path, is_full=code == sqlite3.SQLITE_FULL)
    if str(error).startswith(_SIGNS_OF_DAMAGE):
        return DamagedRegister(path)
    return None


def _cannot_open(path: str) -> TrackerError:
    """SQLite says the same of a missing file, a closed door, and a folder it cannot write in."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return _lost(path) or NoRegister(path)
    except OSError:
        return CannotOpenRegister(path)
    if os.path.isdir(path):
        return FolderForRegister(path)
    if not os.path.isfile(path) or not os.access(path, os.R_OK):
        return CannotOpenRegister(path)
    return ReadOnlyRegister(path)


_STEPS = 1_000
"""Of SQLite, from one question whether to go on to the next."""


_LETTERS_IN_CHUNK = 16 * 1024
"""Of many numbers as one text, so many are taken apart at a time."""


class FileReading(Reading):
    """Reads an SQLite file with the standard library alone."""

    is_file = True

    def __init__(
        self, path: str, *, patience_seconds: float | None = None, memory_kib: int = 0
    ) -> None:
        """``memory_kib``: how much may be held of the file and for sorting; 0 for the usual."""
        self._path = path
        self._connection: sqlite3.Connection | None = None
        try:
            self._connection = connected(path, patience_seconds=patience_seconds)
            if memory_kib:
                self._connection.execute(f"PRAGMA cache_size = {-memory_kib}")
            self._connection.execute("PRAGMA query_only = ON")
            self._connection.execute("BEGIN")
            check_file(self._connection, path)
        except sqlite3.Error as error:
            self.close()
            raise self._named(error) from error
        except BaseException:
            self.close()
            raise

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Return every row of the answer."""
        assert self._connection is not None
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise self._named(error) from error

    def chunks(self, sql: str, parameters: Mapping[str, Any]) -> Iterator[list[tuple[Any, ...]]]:
        """Yield the rows of the answer a chunk at a time."""
        assert self._connection is not None
        try:
            answer = self._connection.execute(sql, parameters)
            while rows := answer.fetchmany(ROWS_IN_CHUNK):
                yield rows
        except sqlite3.Error as error:
            raise self._named(error) from error

    def ids(self, sql: str, parameters: Mapping[str, Any]) -> array[int]:
        """Return the same as one text: between rows Python would give way to another thread.

        A screen that draws meanwhile would be stopped as often as there are rows.
        """
        from array import array  # noqa: PLC0415 - late, as for other readings

        found = array("q")
        joined = self.rows(f"SELECT group_concat(id) FROM ({sql})", parameters)[0][0] or ""
        start = 0
        while start < len(joined):
            end = joined.find(",", start + _LETTERS_IN_CHUNK)
            end = len(joined) if end < 0 else end
            found.extend(map(int, joined[start:end].split(",")))
            start = end + 1
        return found

    def heed(self, give_up: Callable[[], bool]) -> None:
        """Ask every fraction of a millisecond whether to go on."""
        assert self._connection is not None
        self._connection.set_progress_handler(give_up, _STEPS)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _named(self, error: sqlite3.Error) -> Exception:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            return GivenUp()
        return trouble_of(error, self._path) or error
