"""Writing down what the events amount to: rows of ``directive``, ``standing`` and ``note``."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, bindparam, delete, text, update
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session, SQLModel

from tracker.core.days_off import DaysOff
from tracker.core.life import Directive, replayed
from tracker.store.errors import NoSuchDirective, StaleRecord
from tracker.store.for_people import Columns
from tracker.store.inserting import insert_rows
from tracker.store.living import live_events
from tracker.store.mapping import directive_columns, note_rows, standing_rows
from tracker.store.server_reading import ConnectionReading
from tracker.store.tables import DirectiveRow, NoteRow, StandingRow

_LAST_CHANGE = text("""
SELECT who, at FROM operation
WHERE id IN (SELECT operation_id FROM event WHERE directive_id = :id)
    OR undoes IN (SELECT operation_id FROM event WHERE directive_id = :id)
ORDER BY id DESC LIMIT 1""")


def row_of(
    session: Session, id: int, expected_version: int | None, *, with_void: bool = False
) -> DirectiveRow:
    """The row of a directive, which must not have been changed since it was read."""
    row = session.get(DirectiveRow, id)
    if row is None or (row.is_void and not with_void):
        raise NoSuchDirective(id)
    if expected_version is not None and row.version != expected_version:
        raise _stale(session, row, expected=expected_version)
    return row


def _stale(session: Session, row: DirectiveRow, *, expected: int) -> StaleRecord:
    """The refusal of a change that rests on an older version."""
    assert row.id is not None
    found = session.connection().execute(_LAST_CHANGE, {"id": row.id}).first()
    last = (found.who, found.at) if found else ("", "")
    return StaleRecord(row.id, row.document_number, expected=expected, found=row.version, last=last)


def load(session: Session, id: int, *, version: int, days_off: DaysOff) -> Directive:
    """A directive replayed from its live events."""
    events = live_events(ConnectionReading(session.connection()), [id])[id]
    return replayed(events, id=id, version=version, days_off=days_off)


def write_row(session: Session, row: DirectiveRow, columns: Columns) -> None:
    """Bring the row up to date; refused where another has changed it meanwhile."""
    assert row.id is not None
    id, number, expected = row.id, row.document_number, row.version
    for name, value in columns.items():
        setattr(row, name, value)
    try:
        session.flush()
    except StaleDataError as error:
        raise StaleRecord(id, number, expected=expected, found=row.version) from error


_AT_ONCE = 500


def write_directives(connection: Connection, directives: Sequence[Directive]) -> None:
    """Write everything that follows from the events of directives that are there already.

    The register must be held: no version is asked about.
    """
    table = _table(DirectiveRow)
    statement = update(table).where(table.c.id == bindparam("known_id"))
    for first in range(0, len(directives), _AT_ONCE):
        some = directives[first : first + _AT_ONCE]
        rows = [
            {**directive_columns(one), "version": one.version, "known_id": one.id} for one in some
        ]
        connection.execute(statement, rows)
        write_standing(connection, some)
        write_notes(connection, some)


def write_standing(connection: Connection, directives: Sequence[Directive]) -> None:
    """Replace the spans of directives."""
    _clear(connection, StandingRow, [directive.id for directive in directives])
    insert_standing(connection, directives)


def write_notes(connection: Connection, directives: Sequence[Directive]) -> None:
    """Replace the notes of directives."""
    _clear(connection, NoteRow, [directive.id for directive in directives])
    insert_notes(connection, directives)


def forget(connection: Connection, ids: Sequence[int]) -> None:
    """Clear away directives of which nothing is left but their history."""
    table = _table(DirectiveRow)
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        gone = update(table).where(table.c.id.in_(some))
        connection.execute(gone.values(is_void=True, version=table.c.version + 1))
        for row in (StandingRow, NoteRow):
            _clear(connection, row, some)


def _clear(connection: Connection, row: type[SQLModel], ids: Sequence[int]) -> None:
    table = _table(row)
    connection.execute(delete(table).where(table.c.directive_id.in_(ids)))


def insert_standing(connection: Connection, directives: Sequence[Directive]) -> None:
    """Write the spans of directives that have none."""
    insert_rows(connection, "standing", [row for each in directives for row in standing_rows(each)])


def insert_notes(connection: Connection, directives: Sequence[Directive]) -> None:
    """Write the notes of directives that have none."""
    insert_rows(connection, "note", [row for each in directives for row in note_rows(each)])


def _table(row: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(row.__tablename__)]
