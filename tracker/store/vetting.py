"""A copy about to be restored: taken aside, proved sound, brought to the form this program knows.

The copy itself is only ever read: it may be the last one there is.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path

from sqlmodel import SQLModel

from tracker.core.errors import UnreadableInput
from tracker.store import tables as _tables  # noqa: F401 - makes the tables known
from tracker.store.backup import is_sound
from tracker.store.database import file_engine
from tracker.store.errors import DiskTrouble, LockedRegister, UnreadableEvent, UpgradeFailed
from tracker.store.payload import event_from_payload
from tracker.store.private import companions, make_file
from tracker.store.schema import APPLICATION_ID, SCHEMA_NUMBER
from tracker.store.search_index import make_anew
from tracker.store.sqlite_file import PATIENCE_SECONDS, connected
from tracker.store.upgrading import upgrade_file
from tracker.store.waiting import connect


class Unusable(StrEnum):
    """Why a register cannot be restored from a file."""

    MISSING = "missing"
    IS_FOLDER = "is_folder"
    NOT_READABLE = "not_readable"
    """The system does not let it be read, or it is no file."""
    NOT_A_REGISTER = "not_a_register"
    NEWER = "newer"
    """Made by a newer version of the program."""
    DAMAGED = "damaged"


class UnusableCopy(UnreadableInput):
    """The file is no register that could be restored; nothing has been changed."""

    def __init__(self, path: str, why: Unusable) -> None:
        super().__init__(path, why.value)
        self.path = path
        self.why = why


def vetted(source: Path, room: Path) -> Path:
    """A sound copy of ``source`` in the present form, in a private folder."""
    copy = room / "register.db"
    _take(source, copy)
    with _judged(source, copy):
        if _form(copy, source) < SCHEMA_NUMBER:
            upgrade_file(str(copy), file_engine(str(copy), foreign_keys=False))
        _index_anew(copy)
        _require_every_table(copy)
        _require_readable_events(copy)
    return copy


def _index_anew(copy: Path) -> None:
    """Whatever became of the index where the copy was made: it follows from the directives."""
    with closing(connected(str(copy))) as connection:
        connection.execute("BEGIN")
        make_anew(connection.execute)
        connection.execute("COMMIT")


def _require_readable_events(copy: Path) -> None:
    """What cannot be replayed would be found out only by whoever needs it next."""
    with closing(connected(str(copy))) as connection:
        for kind, payload in connection.execute("SELECT kind, payload FROM event"):
            event_from_payload(kind, payload)


def require_file(source: Path) -> None:
    """Refuse what is not even a file, before anything is made."""
    try:
        is_there, is_folder, is_file = source.exists(), source.is_dir(), source.is_file()
    except OSError as error:
        raise UnusableCopy(str(source), Unusable.NOT_READABLE) from error
    if not is_there:
        raise UnusableCopy(str(source), Unusable.MISSING)
    if is_folder:
        raise UnusableCopy(str(source), Unusable.IS_FOLDER)
    if not is_file:
        raise UnusableCopy(str(source), Unusable.NOT_READABLE)


def _take(source: Path, copy: Path) -> None:
    """Copy while others may be writing; with a journal left by a killed writer, copy that too."""
    make_file(copy)
    try:
        with _judged(source, copy):
            _copy_through_sqlite(source, copy)
    except _CannotRollBack:
        _copy_as_it_lies(source, copy)


class _CannotRollBack(Exception):
    """What was left half-way can be put right only by writing, and the copy is not written to."""


def _copy_through_sqlite(source: Path, copy: Path) -> None:
    uri = f"{source.absolute().as_uri()}?mode=ro"
    with (
        closing(connect(uri, patience_seconds=PATIENCE_SECONDS)) as original,
        closing(connected(str(copy))) as taken,
    ):
        original.execute("BEGIN")
        original.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        original.backup(taken)


def _copy_as_it_lies(source: Path, copy: Path) -> None:
    try:
        for old, new in zip((source, *companions(source)), (copy, *companions(copy)), strict=True):
            if old.exists():
                make_file(new)
                shutil.copyfile(old, new)
    except OSError as error:
        raise UnusableCopy(str(source), Unusable.NOT_READABLE) from error


@contextmanager
def _judged(source: Path, copy: Path) -> Iterator[None]:
    """Say of the copy what SQLite, or the upgrade, says of it."""
    try:
        yield
    except sqlite3.Error as error:
        raise _trouble(error, source, copy) from error
    except (UpgradeFailed, UnreadableEvent) as error:
        raise UnusableCopy(str(source), Unusable.DAMAGED) from error


def _trouble(error: sqlite3.Error, source: Path, copy: Path) -> Exception:
    """Only the private copy is written to, so a disk that cannot be written is that one's."""
    extended = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    code = extended & 0xFF
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
        return _CannotRollBack()
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockedRegister(str(source))
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and extended not in _READING):
        return DiskTrouble(str(copy.parent.parent), is_full=code == sqlite3.SQLITE_FULL)
    return UnusableCopy(str(source), _WHY.get(code, Unusable.DAMAGED))


_READING = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ)

_WHY = {
    sqlite3.SQLITE_NOTADB: Unusable.NOT_A_REGISTER,
    sqlite3.SQLITE_IOERR: Unusable.NOT_READABLE,
}


def _form(copy: Path, source: Path) -> int:
    """The form of a copy that was found to be a sound register."""
    with closing(connected(str(copy))) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION_ID:
            raise UnusableCopy(str(source), Unusable.NOT_A_REGISTER)
        number: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if number > SCHEMA_NUMBER:
            raise UnusableCopy(str(source), Unusable.NEWER)
        if not is_sound(connection):
            raise UnusableCopy(str(source), Unusable.DAMAGED)
        return number


def _require_every_table(copy: Path) -> None:
    with closing(connected(str(copy))) as connection:
        for table in SQLModel.metadata.sorted_tables:
            columns = ", ".join(column.name for column in table.columns)
            connection.execute(f"SELECT {columns} FROM {table.name} LIMIT 1")
