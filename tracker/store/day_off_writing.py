"""Changing the office's table of days off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select
from sqlmodel import Session, SQLModel

from tracker.core.days_off import DaysOff
from tracker.store.database import Store
from tracker.store.days_off import DayOff, load_days_off
from tracker.store.errors import DayOffUnknown
from tracker.store.projection import load, row_of, write_standing
from tracker.store.server_reading import ConnectionReading
from tracker.store.writing import writing_session


def put_days_off(store: Store, days: Iterable[DayOff]) -> int:
    """Enter days, in place of what the table said of them.

    Returns how many directives now have another last working day. No version is raised: what
    their documents say is unchanged.
    """
    rows = [{"day": day.day, "kind": day.kind.value, "name": day.name} for day in days]
    with writing_session(store) as session:
        _forget(session, [row["day"] for row in rows])
        if rows:
            session.connection().execute(insert(SQLModel.metadata.tables["day_off"]), rows)
        return _move_last_days(session)


def remove_day_off(store: Store, day: date) -> int:
    """Let a day be an ordinary one again; returns as ``put_days_off`` does."""
    with writing_session(store) as session:
        if _forget(session, [day]) == 0:
            raise DayOffUnknown(day)
        return _move_last_days(session)


def _forget(session: Session, days: list[Any]) -> int:
    table = SQLModel.metadata.tables["day_off"]
    return session.connection().execute(delete(table).where(table.c.day.in_(days))).rowcount


def _move_last_days(session: Session) -> int:
    days_off = load_days_off(ConnectionReading(session.connection()))
    moved = _directives_of(session, _stale_days(session, days_off))
    for id in moved:
        version = row_of(session, id, None).version
        write_standing(session, load(session, id, version=version, days_off=days_off))
    return len(moved)


def _stale_days(session: Session, days_off: DaysOff) -> list[date]:
    """The due days whose next working day is no longer the one written down."""
    table = SQLModel.metadata.tables["standing"]
    due = select(table.c.due_on, table.c.working_due_on).where(table.c.due_on.is_not(None))
    return [
        due_on
        for due_on, working_due_on in session.connection().execute(due.distinct())
        if days_off.next_working_day(due_on) != working_due_on
    ]


def _directives_of(session: Session, due_days: list[date]) -> list[int]:
    table = SQLModel.metadata.tables["standing"]
    ids = select(table.c.directive_id).where(table.c.due_on.in_(due_days)).distinct()
    return list(session.connection().execute(ids.order_by(table.c.directive_id)).scalars())
