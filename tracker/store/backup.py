"""A consistent copy of an SQLite register, proved to be one before it is relied upon."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tracker.core.errors import CannotWriteFile
from tracker.store.errors import BackupFailed, DamagedRegister, OutdatedRegister
from tracker.store.search_index import is_about_index, is_table_of_index
from tracker.store.sqlite_file import check_file, connected, trouble_of
from tracker.store.unfinished import put_in_place, unfinished


class BackupExists(CannotWriteFile):
    """Something stands where a copy is to go, and a copy never takes the place of a file."""

    def __init__(self, target: str) -> None:
        super().__init__(target)
        self.target = target


class BackupNotWritten(CannotWriteFile):
    """The system does not let a copy be written where it is to go."""

    def __init__(self, target: str, error_number: int | None) -> None:
        super().__init__(target, error_number)
        self.target = target
        self.error_number = error_number
        """As in ``errno``: no permission, no space left, ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """By what a person tells one copy of a register from another."""

    directives: int
    changed_by: str
    """Who changed it last; empty where nobody has."""
    changed_at: str
    """When, as an ISO instant in UTC."""


def back_up(path: str, target: Path) -> Contents:
    """Copy the register to ``target``, which must not exist, while others may be using it."""
    with _source_named(path), closing(connected(path)) as source:
        source.execute("BEGIN")
        return back_up_from(source, path, target=target)


def back_up_from(source: sqlite3.Connection, path: str, *, target: Path) -> Contents:
    """The same over an open connection, whose hold on the register is kept."""
    with suppress(OutdatedRegister):
        check_file(source, path)
    with new_copy(target) as copy, _target_named(target):
        return _copy(source, copy, path=path, target=target)


@contextmanager
def new_copy(target: Path) -> Iterator[Path]:
    """A private file to write a copy into, which gets its name when the block ends well."""
    if os.path.lexists(target):
        raise BackupExists(str(target))
    try:
        with unfinished(target) as copy:
            yield copy
            _name(copy, target)
    except OSError as error:
        raise BackupNotWritten(str(target), error.errno) from error


def _name(copy: Path, target: Path) -> None:
    try:
        put_in_place(copy, target)
    except FileExistsError as error:
        raise BackupExists(str(target)) from error


@contextmanager
def _source_named(path: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise (trouble_of(error, path) or error) from error


@contextmanager
def _target_named(target: Path) -> Iterator[None]:
    """A disk that is full is the one written to; other troubles may be of either file."""
    try:
        yield
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_FULL:
            raise
        raise BackupNotWritten(str(target), errno.ENOSPC) from error


def _copy(source: sqlite3.Connection, copy: Path, *, path: str, target: Path) -> Contents:
    """Copy in one go: the source is held for reading, so what is counted is what is copied."""
    with closing(connected(str(copy))) as connection:
        counts = row_counts(source)
        source.backup(connection)
        if not is_sound(connection):
            raise DamagedRegister(path)
        if row_counts(connection) != counts or _marks(connection) != _marks(source):
            raise BackupFailed(path, target=str(target))
        return contents(connection)


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds every page, index, constraint and reference of a file in order.

    Newer ones look into the index of the search as well, which can be made anew.
    """
    lines = connection.execute("PRAGMA integrity_check").fetchall()
    is_whole = all(line == "ok" or is_about_index(line) for (line,) in lines)
    return is_whole and not connection.execute("PRAGMA foreign_key_check").fetchall()


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table holds."""
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for name in tables_of(connection)
    }


def tables_of(connection: sqlite3.Connection) -> list[str]:
    """The tables of a register of any form, without those in which SQLite keeps an index."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "ORDER BY name"
    ).fetchall()
    return [name for (name,) in names if not is_table_of_index(name)]


def contents(connection: sqlite3.Connection) -> Contents:
    """What a register of any form holds."""
    (number,) = connection.execute("SELECT count(*) FROM directive WHERE is_void = 0").fetchone()
    last = connection.execute("SELECT who, at FROM operation ORDER BY id DESC LIMIT 1").fetchone()
    who, at = last or ("", "")
    return Contents(directives=number, changed_by=who, changed_at=at)


def _marks(connection: sqlite3.Connection) -> tuple[int, ...]:
    """By what a file says that it is a register, and of which form."""
    return tuple(
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    )
