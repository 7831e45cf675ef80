"""Writing down what the events amount to: the rows of ``directive`` and ``standing``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert, text
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, SQLModel

from tracker.core.days_off import DaysOff
from tracker.core.events import Event
from tracker.core.life import Directive, replayed
from tracker.store.errors import NoSuchDirective, StaleRecord
from tracker.store.mapping import directive_columns, standing_rows
from tracker.store.payload import event_from_payload
from tracker.store.tables import DirectiveRow, StandingRow

IS_LIVE = "NOT EXISTS (SELECT 1 FROM operation AS u WHERE u.undoes = event.operation_id)"
"""An event counts unless its operation was taken back."""

_LIVE_EVENTS = text(
    f"SELECT kind, payload FROM event WHERE directive_id = :id AND {IS_LIVE} ORDER BY id"
)

_LAST_CHANGE = text("""
SELECT who, at FROM operation
WHERE id IN (SELECT operation_id FROM event WHERE directive_id = :id)
    OR undoes IN (SELECT operation_id FROM event WHERE directive_id = :id)
ORDER BY id DESC LIMIT 1""")


def live_events(session: Session, id: int) -> tuple[Event, ...]:
    """The events of a directive in the order of entry, without those taken back."""
    rows = session.connection().execute(_LIVE_EVENTS, {"id": id})
    return tuple(event_from_payload(kind, payload) for kind, payload in rows)


def row_of(session: Session, id: int, expected_version: int | None) -> DirectiveRow:
    """The row of a directive, which must not have been changed since it was read."""
    row = session.get(DirectiveRow, id)
    if row is None or row.is_void:
        raise NoSuchDirective(id)
    if expected_version is not None and row.version != expected_version:
        raise stale(session, id, expected=expected_version, found=row.version)
    return row


def stale(session: Session, id: int, *, expected: int, found: int) -> StaleRecord:
    """The refusal of a change that rests on an older version."""
    last = session.connection().execute(_LAST_CHANGE, {"id": id}).first()
    who, at = (last.who, last.at) if last else ("", "")
    return StaleRecord(id, expected=expected, found=found, who=who, at=at)


def load(session: Session, id: int, *, version: int, days_off: DaysOff) -> Directive:
    """A directive replayed from its live events."""
    return replayed(live_events(session, id), id=id, version=version, days_off=days_off)


def write_row(session: Session, row: DirectiveRow, columns: dict[str, Any]) -> None:
    """Bring the row up to date; refused where another has changed it meanwhile."""
    assert row.id is not None
    id, expected = row.id, row.version
    for name, value in columns.items():
        setattr(row, name, value)
    try:
        session.flush()
    except StaleDataError as error:
        raise StaleRecord(id, expected=expected, found=row.version) from error


def write_directive(session: Session, row: DirectiveRow, directive: Directive) -> None:
    """Write the row and the standing of a directive."""
    write_row(session, row, {**directive_columns(directive), "version": directive.version})
    write_standing(session, directive)


def write_standing(session: Session, directive: Directive) -> None:
    """Replace the spans of a directive."""
    clear_standing(session, directive.id)
    insert_standing(session, [directive])


def clear_standing(session: Session, id: int) -> None:
    """Forget the spans of a directive."""
    table = SQLModel.metadata.tables["standing"]
    session.connection().execute(delete(table).where(table.c.directive_id == id))


def insert_standing(session: Session, directives: Sequence[Directive]) -> None:
    """Write the spans of directives that have none."""
    rows = [row for directive in directives for row in standing_rows(directive)]
    table = SQLModel.metadata.tables[str(StandingRow.__tablename__)]
    session.connection().execute(insert(table), rows)
