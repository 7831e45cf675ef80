"""Whoever waits for others longer than a moment hears of it, once; the outcome is the same."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from tests.store.conftest import PostgreSql
from tests.store.registers import BOTH_WAYS, read, write
from tracker.store import server, sqlite_file, waiting
from tracker.store.database import open_store, take_turn
from tracker.store.errors import LockedRegister
from tracker.store.finding import find
from tracker.store.patience import WaitingTold
from tracker.store.reading import open_reading


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "SILENT_SECONDS", 0.02)
    monkeypatch.setattr(sqlite_file, "PATIENCE_SECONDS", 0.06)


@pytest.fixture
def other(file_location: str) -> Iterator[sqlite3.Connection]:
    """Somebody else, who has the register to himself."""
    with closing(sqlite3.connect(file_location, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield connection


@BOTH_WAYS
def test_what_waits_is_told_of_and_goes_on_as_soon_as_the_other_is_done(
    file_location: str, other: sqlite3.Connection, use: Callable[[str], None]
) -> None:
    told = []

    def tell() -> None:
        told.append(1)
        other.execute("COMMIT")

    with WaitingTold(tell):
        use(file_location)
    assert told == [1]


@BOTH_WAYS
@pytest.mark.usefixtures("other")
def test_it_is_told_once_however_often_one_waits_and_is_still_refused(
    file_location: str, use: Callable[[str], None]
) -> None:
    told: list[int] = []
    with WaitingTold(lambda: told.append(1)):
        for _ in range(2):
            with pytest.raises(LockedRegister):
                use(file_location)
    assert told == [1]


def test_a_commit_that_waits_for_a_reader_is_told_of(file_location: str) -> None:
    told: list[int] = []
    reading = open_reading(file_location)
    find(reading)

    def tell() -> None:
        told.append(1)
        reading.close()

    with WaitingTold(tell):
        write(file_location)
    assert told == [1]
    with open_reading(file_location) as after:
        assert len(find(after)) == 1


@pytest.mark.usefixtures("other")
def test_a_reader_with_a_patience_of_its_own_and_one_whom_nobody_hears_say_nothing(
    file_location: str,
) -> None:
    told: list[int] = []
    with WaitingTold(lambda: told.append(1)):
        with pytest.raises(LockedRegister):
            open_reading(file_location, patience_seconds=0.01)
        with WaitingTold(None), pytest.raises(LockedRegister):
            read(file_location)
    assert told == []


def test_where_nobody_is_in_the_way_nothing_is_said(file_location: str) -> None:
    told: list[int] = []
    with WaitingTold(lambda: told.append(1)):
        write(file_location)
        read(file_location)
    assert told == []


def test_two_that_would_wait_for_each_other_are_not_said_to_wait(
    file_location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite refuses at once; nothing would come of trying again."""
    monkeypatch.setattr(waiting, "SILENT_SECONDS", 10)
    monkeypatch.setattr(sqlite_file, "PATIENCE_SECONDS", 20)
    told: list[int] = []
    with WaitingTold(lambda: told.append(1)):
        one, two = (sqlite_file.connected(file_location) for _ in range(2))
        for connection in (one, two):
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM directive").fetchone()
        one.execute("UPDATE directive SET version = version")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            two.execute("UPDATE directive SET version = version")
    for connection in (one, two):
        connection.close()
    assert told == []


@pytest.fixture
def server_location(postgresql: PostgreSql, monkeypatch: pytest.MonkeyPatch) -> str:
    """A register on the server; whoever opens it from now on is patient for a short time."""
    monkeypatch.setattr(server, "PATIENCE_SECONDS", 0.5)
    location = postgresql.register()
    with open_store(location):
        return location


def test_a_turn_on_a_server_that_is_long_in_coming_is_told_of(server_location: str) -> None:
    told: list[int] = []
    engine = create_engine(server_location, poolclass=NullPool)
    with engine.connect() as other:
        take_turn(other)

        def tell() -> None:
            told.append(1)
            other.rollback()

        with WaitingTold(tell):
            write(server_location)
            write(server_location)
        take_turn(other)
        with WaitingTold(lambda: told.append(2)), pytest.raises(LockedRegister):
            write(server_location)
        with WaitingTold(None), pytest.raises(LockedRegister):
            write(server_location)
    assert told == [1, 2]
    with open_reading(server_location) as after:
        assert len(find(after)) == 2


def test_a_turn_on_a_server_that_comes_soon_is_not_told_of(
    server_location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "SILENT_SECONDS", 20)
    told: list[int] = []
    engine = create_engine(server_location, poolclass=NullPool)
    with open_store(server_location) as store, engine.connect() as other:
        take_turn(other)
        timer = threading.Timer(0.2, other.rollback)
        timer.start()
        with WaitingTold(lambda: told.append(1)), store.transaction() as connection:
            patience = connection.exec_driver_sql("SHOW lock_timeout").scalar_one()
        timer.join()
    assert (told, patience) == ([], "500ms")
