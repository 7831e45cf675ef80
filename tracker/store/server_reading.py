"""Reading from a database server, or inside an open change, with the same SQL texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, text

from tracker.core.database_address import without_password
from tracker.store.errors import LockedRegister, NoRegister
from tracker.store.rows import ROWS_IN_CHUNK, Reading
from tracker.store.schema import VERSION_TABLE, check_schema
from tracker.store.server import server_engine
from tracker.store.troubles import troubles_named


class ConnectionReading(Reading):
    """Reads over a connection that somebody else has opened and will close."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.is_file = connection.dialect.name == "sqlite"

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Return every row of the answer."""
        if self.is_file:
            # SQLite knows named parameters itself; SQLAlchemy would look for them every time.
            return list(map(tuple, self._connection.exec_driver_sql(sql, dict(parameters))))
        found = self._connection.execute(text(sql), dict(parameters))
        return [tuple(row) for row in found]

    def chunks(self, sql: str, parameters: Mapping[str, Any]) -> Iterator[list[tuple[Any, ...]]]:
        """Yield the rows of the answer a chunk at a time."""
        options = {"yield_per": ROWS_IN_CHUNK}
        asked = text(sql), dict(parameters)
        with self._connection.execute(*asked, execution_options=options) as found:
            for rows in found.partitions(ROWS_IN_CHUNK):
                yield [tuple(row) for row in rows]


class ServerReading(Reading):
    """Reads a PostgreSQL database as it is at one moment."""

    def __init__(self, location: str) -> None:
        self._location = location
        self._engine = server_engine(location).execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        with troubles_named(location):
            self._connection = self._engine.connect()
        try:
            with troubles_named(location):
                check_server(self._connection, location)
        except BaseException:
            self.close()
            raise

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Return every row of the answer."""
        with troubles_named(self._location):
            return ConnectionReading(self._connection).rows(sql, parameters)

    def chunks(self, sql: str, parameters: Mapping[str, Any]) -> Iterator[list[tuple[Any, ...]]]:
        """Yield the rows of the answer a chunk at a time."""
        with troubles_named(self._location):
            yield from ConnectionReading(self._connection).chunks(sql, parameters)

    def close(self) -> None:
        """Let go of the server."""
        self._connection.close()
        self._engine.dispose()


def check_server(connection: Connection, location: str) -> None:
    """Refuse a database that holds no register of the known form."""
    shown = without_password(location)
    number = schema_number(connection)
    if number is None:
        # A table without its row is one that is being filled again: a restore ends at this moment.
        raise (LockedRegister if _has_schema_table(connection) else NoRegister)(shown)
    check_schema(shown, number)


def schema_number(connection: Connection) -> int | None:
    """The number of the last migration a server database has seen; None for no register."""
    if not _has_schema_table(connection):
        return None
    found = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    return None if found is None else int(found)


def _has_schema_table(connection: Connection) -> bool:
    named = {"name": VERSION_TABLE}
    return connection.scalar(text("SELECT to_regclass(:name)"), named) is not None
