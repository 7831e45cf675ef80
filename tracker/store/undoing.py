"""Taking back the last operation of a user."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Row, text
from sqlmodel import Session

from tracker.core.life import replayed
from tracker.store.calendar import take_back_days
from tracker.store.database import Store
from tracker.store.days_off import load_days_off
from tracker.store.errors import NothingToUndo
from tracker.store.live import stands
from tracker.store.projection import forget, live_events, write_directive
from tracker.store.server_reading import ConnectionReading
from tracker.store.tables import DirectiveRow, OperationRow
from tracker.store.undo_grounds import require_nothing_built_upon
from tracker.store.writing import instant, writing_session


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back."""

    operation: str
    """Its name: ``add``, ``extend``."""
    at: str
    """When it was done, as an ISO instant in UTC."""
    directives: tuple[tuple[int, str], ...]
    """Id and document number of every directive it had touched."""
    days: tuple[date, ...] = ()
    """Days of the calendar that are again what they were."""
    reports: tuple[int, ...] = ()
    """Issued reports whose retraction was taken back: they are in force again."""


_LAST = text(f"""
SELECT id, name, at FROM operation
WHERE who = :who AND undoes IS NULL AND {stands("operation.id")}
ORDER BY id DESC LIMIT 1""")

_TOUCHED = text("SELECT DISTINCT directive_id FROM event WHERE operation_id = :id ORDER BY 1")

_RETRACTED = text("""
SELECT report_id FROM report_retraction WHERE operation_id = :id ORDER BY report_id""")


def undo_last(store: Store, *, who: str, at: datetime) -> Undone:
    """Take back the latest operation of this user that still stands.

    Refused where another operation has built upon it since, and where a report went out by it.
    """
    with writing_session(store) as session:
        connection = session.connection()
        operation = connection.execute(_LAST, {"who": who}).first()
        if operation is None:
            raise NothingToUndo(who)
        require_nothing_built_upon(connection, operation.id)
        session.add(OperationRow(name="undo", who=who, at=instant(at), undoes=operation.id))
        session.flush()
        return Undone(
            operation=operation.name,
            at=operation.at,
            days=take_back_days(connection, operation.id),
            directives=_replay_touched(session, operation),
            reports=tuple(connection.execute(_RETRACTED, {"id": operation.id}).scalars()),
        )


def _replay_touched(session: Session, operation: Row[tuple[int]]) -> tuple[tuple[int, str], ...]:
    connection = session.connection()
    days_off = load_days_off(ConnectionReading(connection))
    touched = connection.execute(_TOUCHED, {"id": operation.id}).scalars().all()
    events = live_events(connection, touched)
    told = []
    for id in touched:
        row = session.get_one(DirectiveRow, id)
        told.append((id, row.document_number))
        if id in events:
            version = row.version + 1
            directive = replayed(events[id], id=id, version=version, days_off=days_off)
            write_directive(session, row, directive)
        else:
            forget(session, row)
    return tuple(told)
