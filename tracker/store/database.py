"""The register opened for changes: made when missing, brought up to date when older."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import NullPool

from tracker.core.database_address import is_url, without_password
from tracker.store.errors import (
    CannotOpenRegister,
    NotARegister,
    OutdatedRegister,
    ReadOnlyRegister,
)
from tracker.store.private import make_file, make_folder
from tracker.store.schema import APPLICATION_ID, check_schema
from tracker.store.search_index import bring_up_to_date
from tracker.store.sqlite_file import check_file, connected, is_blank, trouble_of
from tracker.store.troubles import troubles_named

WRITING = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
    "PRAGMA recursive_triggers = ON",
)
"""How a file is opened for changes: what is committed stays, even if the plug is pulled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A register that can be changed; use it with ``with``."""

    location: str
    engine: Engine

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All of it or nothing, while every other writer waits."""
        with troubles_named(self.location), self.engine.begin() as connection:
            take_turn(connection)
            yield connection

    def close(self) -> None:
        """Let go of the register."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def open_store(location: str) -> Store:
    """Open a register for changes; makes it, and its folder, where there is none."""
    if is_url(location):
        return _open_server(location)
    if is_blank(location):
        _make_file(location)
    elif _is_outdated(location):
        from tracker.store.upgrading import upgrade_file  # noqa: PLC0415 - seldom needed

        upgrade_file(location, file_engine(location, foreign_keys=False))
    return Store(location=location, engine=file_engine(location))


@lru_cache(maxsize=8)
def file_engine(path: str, *, foreign_keys: bool = True) -> Engine:
    """The engine for an SQLite file that must exist; connects to nothing yet.

    The same for the same path, since an engine remembers how its statements are written. It keeps
    no connection: whatever lies at the path by then is opened.
    """

    def connect() -> sqlite3.Connection:
        connection = connected(path)
        for pragma in (*WRITING, f"PRAGMA foreign_keys = {int(foreign_keys)}"):
            connection.execute(pragma)
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", _begin_as_writer)
    event.listen(engine, "commit", _index_what_changed)
    return engine


def _begin_as_writer(connection: Connection) -> None:
    """Take the lock at once: a change that reads first must not find it gone when it writes."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _index_what_changed(connection: Connection) -> None:
    """Whatever has been changed by whichever way is found from the same moment on."""
    bring_up_to_date(connection.exec_driver_sql)


def take_turn(connection: Connection) -> None:
    """Wait until no other change is under way. On SQLite the transaction itself has done so."""
    if connection.dialect.name == "postgresql":
        from tracker.store.server import take_turn_on_server  # noqa: PLC0415 - needs a driver

        take_turn_on_server(connection)


def _is_outdated(path: str) -> bool:
    try:
        with closing(connected(path)) as connection:
            check_file(connection, path)
    except OutdatedRegister:
        return True
    except sqlite3.Error as error:
        raise (trouble_of(error, path) or error) from error
    return False


def _make_file(path: str) -> None:
    """Make the folder and the file for their owner only, then the tables."""
    from tracker.store.upgrading import make_register  # noqa: PLC0415 - once in a register's life

    try:
        make_folder(Path(path).absolute().parent)
        make_file(Path(path))
    except PermissionError as error:
        raise ReadOnlyRegister(path) from error
    except OSError as error:
        raise CannotOpenRegister(path) from error
    with Store(location=path, engine=file_engine(path)) as store, store.transaction() as connection:
        if _application_id(connection) == 0:
            make_register(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _application_id(connection: Connection) -> int:
    number: int = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    return number


def _open_server(location: str) -> Store:
    from tracker.store.server import server_engine  # noqa: PLC0415 - needs a driver
    from tracker.store.server_reading import schema_number  # noqa: PLC0415

    store = Store(location=location, engine=server_engine(location))
    shown = without_password(location)
    with store.transaction() as connection:
        number = schema_number(connection)
        if number is None:
            _make_on_server(connection, shown)
            return store
        try:
            check_schema(shown, number)
        except OutdatedRegister:
            from tracker.store.upgrading import upgrade_server  # noqa: PLC0415 - seldom needed

            upgrade_server(connection, shown)
    return store


def _make_on_server(connection: Connection, shown: str) -> None:
    from tracker.store.upgrading import make_register  # noqa: PLC0415 - once in a register's life

    if connection.scalar(text("SELECT to_regclass('directive')")) is not None:
        raise NotARegister(shown)
    make_register(connection)
