"""Taking back the last operation of a user."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from tracker.store.calendar import take_back_days
from tracker.store.database import Store
from tracker.store.days_off import load_days_off
from tracker.store.errors import NothingToUndo, OtherOperationSince
from tracker.store.last_operation import LastOperation, last_operation
from tracker.store.living import living
from tracker.store.projection import forget, write_directives
from tracker.store.server_reading import ConnectionReading
from tracker.store.tables import OperationRow
from tracker.store.undo_grounds import require_nothing_built_upon
from tracker.store.writing import instant, writing_session


def undo_last(
    store: Store, *, who: str, at: datetime, expected_id: int | None = None
) -> LastOperation:
    """Take back the latest operation of this user that still stands.

    Refused where another operation has built upon it since, where a report went out by it, and
    where it is not the one expected.
    """
    with writing_session(store) as session:
        connection = session.connection()
        reading = ConnectionReading(connection)
        last = last_operation(reading, who)
        if last is None:
            raise NothingToUndo(who)
        if expected_id not in (None, last.id):
            raise OtherOperationSince(last.operation, at=last.at)
        require_nothing_built_upon(reading, last.id)
        session.add(OperationRow(name="undo", who=who, at=instant(at), undoes=last.id))
        session.flush()
        take_back_days(connection, last.id)
        _replay(session, [id for id, _ in last.directives])
    return last


def _replay(session: Session, touched: Sequence[int]) -> None:
    """Let directives be what is left of their events."""
    reading = ConnectionReading(session.connection())
    days_off = load_days_off(reading)
    left = living(reading, touched, days_off)
    forget(session.connection(), [id for id in touched if id not in left])
    write_directives(
        session.connection(), [replace(one, version=one.version + 1) for one in left.values()]
    )
