"""Taking back the last operation of a user."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, text
from sqlmodel import Session

from tracker.core.life import replayed
from tracker.store.database import Store
from tracker.store.days_off import load_days_off
from tracker.store.errors import NothingToUndo, UndoConflict
from tracker.store.projection import (
    IS_LIVE,
    clear_standing,
    live_events,
    write_directive,
    write_row,
)
from tracker.store.server_reading import ConnectionReading
from tracker.store.tables import DirectiveRow, OperationRow
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


_LAST = text("""
SELECT id, name, at FROM operation
WHERE who = :who AND undoes IS NULL
    AND NOT EXISTS (SELECT 1 FROM operation AS u WHERE u.undoes = operation.id)
ORDER BY id DESC LIMIT 1""")

_TOUCHED = text("SELECT DISTINCT directive_id FROM event WHERE operation_id = :id ORDER BY 1")

_BUILT_UPON = text(f"""
SELECT directive.document_number, operation.who, operation.at FROM event
JOIN operation ON operation.id = event.operation_id
JOIN directive ON directive.id = event.directive_id
WHERE event.operation_id > :id AND {IS_LIVE}
    AND event.directive_id IN (SELECT directive_id FROM event WHERE operation_id = :id)
ORDER BY event.id LIMIT 1""")


def undo_last(store: Store, *, who: str, at: datetime) -> Undone:
    """Take back the latest operation of this user that still stands.

    Refused where another operation has built upon it since.
    """
    with writing_session(store) as session:
        operation = session.connection().execute(_LAST, {"who": who}).first()
        if operation is None:
            raise NothingToUndo(who)
        _require_nothing_built_upon(session, operation.id)
        session.add(OperationRow(name="undo", who=who, at=instant(at), undoes=operation.id))
        session.flush()
        return Undone(
            operation=operation.name,
            at=operation.at,
            directives=_replay_touched(session, operation),
        )


def _require_nothing_built_upon(session: Session, operation_id: int) -> None:
    later = session.connection().execute(_BUILT_UPON, {"id": operation_id}).first()
    if later is not None:
        raise UndoConflict(later.document_number, who=later.who, at=later.at)


def _replay_touched(session: Session, operation: Row[tuple[int]]) -> tuple[tuple[int, str], ...]:
    days_off = load_days_off(ConnectionReading(session.connection()))
    touched = session.connection().execute(_TOUCHED, {"id": operation.id}).scalars().all()
    told = []
    for id in touched:
        row = session.get_one(DirectiveRow, id)
        told.append((id, row.document_number))
        events = live_events(session, id)
        if events:
            directive = replayed(events, id=id, version=row.version + 1, days_off=days_off)
            write_directive(session, row, directive)
        else:
            write_row(session, row, {"is_void": True, "version": row.version + 1})
            clear_standing(session, id)
    return tuple(told)
