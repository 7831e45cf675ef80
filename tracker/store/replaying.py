"""Working everything out from the events again, after the form of the register has changed."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, text, update
from sqlmodel import SQLModel

from tracker.core.life import Directive, replayed
from tracker.store.days_off import load_days_off
from tracker.store.living import live_events
from tracker.store.mapping import directive_columns
from tracker.store.projection import insert_notes, insert_standing
from tracker.store.server_reading import ConnectionReading

_AT_ONCE = 500


def replay_all(connection: Connection) -> None:
    """Write every projection anew. Versions stay: nobody has changed anything."""
    tables = SQLModel.metadata.tables
    for name in ("standing", "note"):
        connection.execute(delete(tables[name]))
    reading = ConnectionReading(connection)
    days_off = load_days_off(reading)
    ids = connection.execute(text("SELECT id FROM directive ORDER BY id")).scalars().all()
    for first in range(0, len(ids), _AT_ONCE):
        events = live_events(reading, ids[first : first + _AT_ONCE])
        _write(
            connection,
            [
                replayed(events_of_one, id=id, version=0, days_off=days_off)
                for id, events_of_one in sorted(events.items())
            ],
        )


def _write(connection: Connection, directives: Iterable[Directive]) -> None:
    known = list(directives)
    if not known:
        return
    table = SQLModel.metadata.tables["directive"]
    connection.execute(
        update(table).where(table.c.id == bindparam("known_id")),
        [{**directive_columns(directive), "known_id": directive.id} for directive in known],
    )
    insert_standing(connection, known)
    insert_notes(connection, known)
