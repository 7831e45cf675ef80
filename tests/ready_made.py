"""Registers made in a moment, for tests of what comes after that.

The migrations make one in each run of the tests; what they made is what every other file gets.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import cache

import pytest
from sqlalchemy import Connection, create_engine

from tracker.store import upgrading
from tracker.store.schema import SCHEMA_NUMBER, VERSION_TABLE
from tracker.store.search_index import is_table_of_index

by_migrations = upgrading.make_register
"""What the program itself does."""


@pytest.fixture(autouse=True)
def ready_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new file gets what the migrations made once."""
    monkeypatch.setattr(upgrading, "make_register", _made_again)


def _made_again(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        by_migrations(connection)
        return
    made, driver = _made_once(), _driver(connection)
    for statement in made.statements:
        driver.execute(statement)
    for table, rows in made.rows.items():
        driver.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    driver.execute(f"PRAGMA user_version = {SCHEMA_NUMBER}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What is in a register in which nothing has been entered."""

    statements: list[str]
    rows: dict[str, list[tuple[object, ...]]]


@cache
def _made_once() -> _Made:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        by_migrations(connection)
        driver = _driver(connection)
        return _Made(
            statements=[
                sql for name, sql in driver.execute(_OBJECTS) if not is_table_of_index(name)
            ],
            rows={table: driver.execute(f"SELECT * FROM {table}").fetchall() for table in _FILLED},
        )


_OBJECTS = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY rowid"
_FILLED = (VERSION_TABLE, "day_off")


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
