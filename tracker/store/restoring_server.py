"""A copy put in the place of a register on a server, which is kept first."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, text
from sqlmodel import SQLModel

from tracker.core.database_address import without_password
from tracker.store.backup import contents
from tracker.store.backup_files import stem_of_backups
from tracker.store.copying import copy_to_file, copy_to_server
from tracker.store.database import Store
from tracker.store.errors import NotARegister
from tracker.store.keeping import Kept, Restored, RestoreFailed, kept_before
from tracker.store.schema import SCHEMA_NUMBER, VERSION_TABLE
from tracker.store.server import server_engine
from tracker.store.server_reading import schema_number
from tracker.store.sqlite_file import connected
from tracker.store.upgrading import migrate, upgrade_server


def restore_on_server(location: str, copy: Path, *, folder: Path, source: Path) -> Restored:
    """Fill a register on a server with a sound copy of the present form, in one transaction."""
    shown = without_password(location)
    with (
        Store(location=location, engine=server_engine(location)) as store,
        store.transaction() as connection,
        closing(connected(str(copy))) as file,
    ):
        number = schema_number(connection)
        kept = None if number is None else _kept(connection, location, folder, source)
        if number is None:
            _require_nothing_else(connection, shown)
            migrate(connection)
        elif number < SCHEMA_NUMBER:
            upgrade_server(connection, shown)
        _empty(connection)
        if not copy_to_server(file, connection):
            raise RestoreFailed(shown)
        return Restored(contents=contents(file), kept=kept)


def _kept(connection: Connection, location: str, folder: Path, source: Path) -> Kept:
    """Every other change waits for ours, so the register stands still meanwhile."""
    return kept_before(
        folder,
        stem_of_backups(location),
        lambda target: copy_to_file(connection, location, target=target),
        spared=source,
    )


def _require_nothing_else(connection: Connection, shown: str) -> None:
    if connection.scalar(text("SELECT to_regclass('directive')")) is not None:
        raise NotARegister(shown)


def _empty(connection: Connection) -> None:
    """Empty every table; who may use them, and what others built upon them, stays.

    The table with the form comes first, which every reader asks first, and is emptied with the
    others: whoever began to read before sees the old register or is told to come again, but
    never sees an empty one.
    """
    connection.execute(text(f"LOCK TABLE {VERSION_TABLE} IN ACCESS EXCLUSIVE MODE"))
    names = [table.name for table in SQLModel.metadata.sorted_tables]
    for name in names:
        connection.execute(text(f"ALTER TABLE {name} DISABLE TRIGGER USER"))
    connection.execute(text(f"TRUNCATE {', '.join((VERSION_TABLE, *names))}"))
    for name in names:
        connection.execute(text(f"ALTER TABLE {name} ENABLE TRIGGER USER"))
    number = {"number": f"{SCHEMA_NUMBER:04d}"}
    connection.execute(text(f"INSERT INTO {VERSION_TABLE} VALUES (:number)"), number)
