"""A consistent copy of an SQLite register, proved to be one before it is relied upon."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from tracker.store.errors import BackupFailed, DamagedRegister
from tracker.store.private import make_file, make_folder
from tracker.store.sqlite_file import connected, trouble_of


def back_up(path: str, target: Path) -> None:
    """Copy the register to ``target``, which must not exist, while others may be using it."""
    if target.exists():
        raise BackupFailed(path, target=str(target))
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    try:
        make_folder(target.absolute().parent)
        make_file(unfinished)
        _copy(path, unfinished)
        unfinished.rename(target)
    except OSError as error:
        raise BackupFailed(path, target=str(target)) from error
    except sqlite3.Error as error:
        raise (trouble_of(error, path) or error) from error
    finally:
        _remove(unfinished)


def _remove(unfinished: Path) -> None:
    """Clear away what a failed copy left, where the folder lets us."""
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)


def _copy(path: str, target: Path) -> None:
    """Copy in one go: the source is held for reading, so what is counted is what is copied."""
    with closing(connected(path)) as source, closing(connected(str(target))) as copy:
        source.execute("BEGIN")
        counts = row_counts(source)
        source.backup(copy)
        source.execute("ROLLBACK")
        if not is_sound(copy):
            raise DamagedRegister(path)
        if row_counts(copy) != counts:
            raise BackupFailed(path, target=str(target))


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds every page, index and constraint of a file in order."""
    return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table holds."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in tables
    }
