"""Writing many rows at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, insert, text
from sqlmodel import SQLModel

from tracker.store.columns import Flag, IsoDate
from tracker.store.for_people import Columns


def insert_rows(connection: Connection, table: str, rows: Sequence[Columns]) -> None:
    """Write rows, all with the same columns.

    To an SQLite file by its driver alone: what SQLAlchemy does for each value takes as long as
    writing it.
    """
    if not rows:
        return  # SQLAlchemy would write one of defaults.
    target = SQLModel.metadata.tables[table]
    if connection.dialect.name != "sqlite":
        connection.execute(insert(target), rows)
        return
    names = tuple(rows[0])
    sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.executemany(sql, _as_sqlite_takes_them(target, names, rows))


def new_ids(connection: Connection, table: str, number: int) -> Sequence[int]:
    """The ids that so many new rows get."""
    if connection.dialect.name == "sqlite":
        # SQLite itself would take the next ones, and nobody else writes meanwhile.
        last = connection.scalar(text(f"SELECT coalesce(max(id), 0) FROM {table}"))
        return range(last + 1, last + 1 + number)
    drawn = text("SELECT nextval(pg_get_serial_sequence(:table, 'id')) FROM generate_series(1, :n)")
    return connection.scalars(drawn, {"table": table, "n": number}).all()


def _as_sqlite_takes_them(
    table: Table, names: tuple[str, ...], rows: Sequence[Columns]
) -> Iterator[list[Any]]:
    """As the types of ``columns`` have it: a day as ISO text, a truth as a number."""
    turned: list[tuple[int, Callable[[Any], Any]]] = [
        (place, _TURNED[type(table.c[name].type)])
        for place, name in enumerate(names)
        if type(table.c[name].type) in _TURNED
    ]
    values_of = itemgetter(*names)
    for row in rows:
        values = list(values_of(row))
        for place, turn in turned:
            if values[place] is not None:
                values[place] = turn(values[place])
        yield values


_TURNED: dict[type[Any], Callable[[Any], Any]] = {
    IsoDate: date.isoformat,
    Flag: int,
}
