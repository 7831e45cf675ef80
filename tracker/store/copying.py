"""A register carried between a server and a file, row by row, and compared when it is there."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from sqlmodel import SQLModel

from tracker.core.database_address import without_password
from tracker.store import tables as _tables  # noqa: F401 - makes the tables known
from tracker.store.backup import Contents, contents, is_sound, new_copy, tables_of
from tracker.store.database import file_engine
from tracker.store.errors import BackupFailed, NoRegister, OutdatedRegister
from tracker.store.schema import APPLICATION_ID, VERSION_TABLE, check_schema
from tracker.store.search_index import WAITING, bring_up_to_date
from tracker.store.server import server_engine
from tracker.store.server_reading import schema_number
from tracker.store.sqlite_file import connected
from tracker.store.troubles import troubles_named
from tracker.store.upgrading import migrate

_AT_ONCE = 500

_WORKED_OUT = ("standing_tally", WAITING, VERSION_TABLE)
"""What migrations and triggers fill by themselves."""

Rows = Iterator[Sequence[Any]]


def back_up_server(location: str, target: Path) -> Contents:
    """Copy a register on a server, as it is at one moment, into a register file of the same form.

    Nobody is held up meanwhile, and no change that is under way gets in by half.
    """
    engine = server_engine(location).execution_options(
        isolation_level="REPEATABLE READ", postgresql_readonly=True
    )
    try:
        with troubles_named(location), engine.connect() as connection:
            return copy_to_file(connection, location, target=target)
    finally:
        engine.dispose()


def copy_to_file(connection: Connection, location: str, *, target: Path) -> Contents:
    """The same over an open connection, which must go on seeing one and the same register."""
    shown = without_password(location)
    number = schema_number(connection)
    if number is None:
        raise NoRegister(shown)
    with suppress(OutdatedRegister):
        check_schema(shown, number)
    with new_copy(target) as copy:
        _make_tables(copy, number)
        with closing(connected(str(copy))) as file:
            if not _is_filled(connection, file) or not is_sound(file):
                raise BackupFailed(shown, target=str(target))
            return contents(file)


def copy_to_server(file: sqlite3.Connection, connection: Connection) -> bool:
    """Fill the empty tables of a register with the rows of a file; tells whether all arrived."""
    tables = {table.name: table for table in _tables_of(file)}
    for name in (each.name for each in SQLModel.metadata.sorted_tables):
        table = tables[name]
        sent = _Digest(_in_file(file, table))
        _insert(connection, table, sent)
        if table.key == ("id",):
            connection.execute(text(_NEXT_ID.format(table=name)))
        if sent.value != _digest(_on_server(connection, table)):
            return False
    return True


_NEXT_ID = """
SELECT setval(pg_get_serial_sequence('{table}', 'id'), coalesce(max(id), 0) + 1, false)
FROM {table}"""


def _make_tables(copy: Path, number: int) -> None:
    engine = file_engine(str(copy), foreign_keys=False)
    with engine.begin() as connection:
        migrate(connection, f"{number:04d}")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    engine.dispose()


def _is_filled(connection: Connection, file: sqlite3.Connection) -> bool:
    """Fill the tables of a file, and tell whether they then hold what the server's hold."""
    tables = _tables_of(file)
    file.execute("BEGIN")
    digests = []
    for table in tables:
        sent = _Digest(_on_server(connection, table))
        file.executemany(table.insert("?"), sent)
        digests.append(sent.value)
    bring_up_to_date(file.execute)
    file.execute("COMMIT")
    return digests == [_digest(_in_file(file, table)) for table in tables]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def select(self) -> str:
        """Every row, in an order that both engines agree upon."""
        return f"SELECT {', '.join(self.columns)} FROM {self.name} ORDER BY {', '.join(self.key)}"

    def insert(self, place: str) -> str:
        """One row, with a sign for each value."""
        places = ", ".join(place for _ in self.columns)
        return f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({places})"


def _tables_of(file: sqlite3.Connection) -> tuple[_Table, ...]:
    """The tables of whichever form the file has."""
    return tuple(_table(file, name) for name in tables_of(file) if name not in _WORKED_OUT)


def _table(file: sqlite3.Connection, name: str) -> _Table:
    columns = file.execute(f"PRAGMA table_info({name})").fetchall()
    return _Table(
        name=name,
        columns=tuple(column[1] for column in columns),
        key=tuple(column[1] for column in columns if column[5]),
    )


def _in_file(file: sqlite3.Connection, table: _Table) -> Rows:
    return file.execute(table.select)


def _on_server(connection: Connection, table: _Table) -> Rows:
    found = connection.execute(text(table.select), execution_options={"yield_per": _AT_ONCE})
    return (tuple(row) for row in found)


def _insert(connection: Connection, table: _Table, rows: Rows) -> None:
    waiting: list[tuple[Any, ...]] = []
    for row in rows:
        waiting.append(tuple(row))
        if len(waiting) == _AT_ONCE:
            connection.exec_driver_sql(table.insert("%s"), waiting)
            waiting = []
    if waiting:
        connection.exec_driver_sql(table.insert("%s"), waiting)


class _Digest(Iterator[Sequence[Any]]):
    """Rows as they pass by, and what they amount to when all have passed."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._hash = hashlib.sha256()

    def __next__(self) -> Sequence[Any]:
        row = next(self._rows)
        self._hash.update(repr(tuple(row)).encode(errors="backslashreplace"))
        return row

    @property
    def value(self) -> str:
        """The same for the same rows in the same order."""
        return self._hash.hexdigest()


def _digest(rows: Rows) -> str:
    passing = _Digest(rows)
    for _ in passing:
        pass
    return passing.value
