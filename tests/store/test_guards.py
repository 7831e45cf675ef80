"""What the database itself refuses, whoever asks."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.builders import an_assignment, every_month
from tests.store.registers import add, append, fill_in, reading_of
from tests.store.test_writing import NOTE, everything
from tracker.store.database import Store
from tracker.store.sqlite_file import connected

GROWING = (
    "operation",
    "event",
    "day_off_change",
    "issued_report",
    "issued_row",
    "report_retraction",
)
"""The tables that hold what was entered, and nothing else can bring back."""


@pytest.fixture
def kept(store: Store) -> Store:
    fill_in(store)
    return store


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE event SET payload = '{}'",
        "UPDATE event SET id = 99 WHERE id = 1",
        "DELETE FROM event",
        "UPDATE operation SET who = 'hoa'",
        "DELETE FROM operation",
        "UPDATE standing SET due_on = since",
        "UPDATE day_off_change SET new_kind = NULL",
        "DELETE FROM day_off_change",
        "UPDATE issued_report SET sha256 = 'x'",
        "UPDATE issued_report SET file_name = 'x'",
        "DELETE FROM issued_report",
        "UPDATE issued_row SET is_done = 1",
        "DELETE FROM issued_row",
        "UPDATE report_retraction SET reason = ''",
        "DELETE FROM report_retraction",
    ],
)
def test_the_past_and_the_standing_cannot_be_rewritten(kept: Store, sql: str) -> None:
    before = [everything(kept, table) for table in (*GROWING, "standing")]
    with pytest.raises(DBAPIError, match="refuses"), kept.engine.begin() as connection:
        connection.execute(text(sql))
    assert all(before)
    assert before == [everything(kept, table) for table in (*GROWING, "standing")]


REPLACED = "REPLACE INTO operation (id, at, who, name) VALUES (1, 'x', 'hoa', 'x')"
PUT_OVER = (
    "INSERT INTO operation (id, at, who, name) VALUES (1, 'x', 'hoa', 'x') "
    "ON CONFLICT (id) DO UPDATE SET who = 'hoa'"
)


def test_an_operation_cannot_be_put_over_another(kept: Store) -> None:
    before = everything(kept, "operation")
    with pytest.raises(DBAPIError, match=r"only grows|refuses"), kept.engine.begin() as connection:
        connection.execute(text(PUT_OVER))
    assert everything(kept, "operation") == before


def test_sqlite_refuses_replace_even_where_triggers_do_not_recur(file_store: Store) -> None:
    append(file_store, add(file_store), NOTE)
    before = everything(file_store, "operation")
    with (
        closing(connected(file_store.location)) as stranger,
        pytest.raises(sqlite3.IntegrityError, match="only grows"),
    ):
        stranger.execute(REPLACED)
    assert everything(file_store, "operation") == before


@pytest.mark.parametrize("table", GROWING)
def test_sqlite_lets_nothing_be_put_over_what_has_been_entered(
    file_store: Store, table: str
) -> None:
    fill_in(file_store)
    before = everything(file_store, table)
    with (
        closing(connected(file_store.location)) as stranger,
        pytest.raises(sqlite3.IntegrityError, match="only grows"),
    ):
        stranger.execute(f"REPLACE INTO {table} SELECT * FROM {table}")
    assert everything(file_store, table) == before


@pytest.mark.parametrize("table", GROWING)
def test_postgresql_does_not_let_the_past_be_truncated(postgresql_store: Store, table: str) -> None:
    with (
        pytest.raises(DBAPIError, match="refuses"),
        postgresql_store.engine.begin() as connection,
    ):
        connection.execute(text(f"TRUNCATE {table} CASCADE"))


@pytest.mark.parametrize(
    "change",
    [
        "issued_on = '31/4/2023'",
        "due_on = '2023-02-30'",
        "is_void = 2",
        "deadline_kind = 'tomorrow'",
        "version = NULL",
        "version = 'two'",
        "is_supporting = 2",
        "is_secret = NULL",
    ],
)
def test_what_is_no_value_of_a_column_is_refused(kept: Store, change: str) -> None:
    with pytest.raises(DBAPIError), kept.engine.begin() as connection:
        connection.execute(text(f"UPDATE directive SET {change}"))


def test_a_day_is_one_only_in_full(file_store: Store) -> None:
    """As text ``2023-2-3`` would sort after December."""
    add(file_store)
    with pytest.raises(IntegrityError), file_store.engine.begin() as connection:
        connection.execute(text("UPDATE directive SET due_on = '2023-2-3'"))


def test_an_event_belongs_to_a_directive_that_exists(kept: Store) -> None:
    orphan = (
        "INSERT INTO event (operation_id, directive_id, kind, payload, old_values, new_values) "
        "VALUES (1, 99, 'noted', '{}', '{}', '{}')"
    )
    with pytest.raises(IntegrityError), kept.engine.begin() as connection:
        connection.execute(text(orphan))


def test_an_operation_is_taken_back_only_once(kept: Store) -> None:
    take_back = "INSERT INTO operation (at, who, name, undoes) VALUES ('x', 'hoa', 'undo', 1)"
    with kept.engine.begin() as connection:
        connection.execute(text(take_back))
    with pytest.raises(IntegrityError), kept.engine.begin() as connection:
        connection.execute(text(take_back))


def test_the_tally_follows_what_a_stranger_deletes(kept: Store) -> None:
    """Whoever repairs a register by hand still leaves numbers that are true."""
    add(kept, an_assignment(deadline=every_month()))
    with kept.engine.begin() as connection:
        connection.execute(text("DELETE FROM standing WHERE directive_id = 1"))
    with reading_of(kept) as reading:
        kept_rows = reading.rows("SELECT sum(number) FROM standing_tally", {})
        real = reading.rows("SELECT count(*) FROM standing WHERE until IS NULL", {})
    assert int(kept_rows[0][0] or 0) == real[0][0] == 0
