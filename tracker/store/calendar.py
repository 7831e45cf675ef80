"""Changing the office's calendar, and every deadline that hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection, delete, insert, select, text
from sqlmodel import SQLModel

from tracker.core.days_off import DaysOff
from tracker.core.deadline import OffsetUnit
from tracker.core.life import Directive, replayed
from tracker.core.rules import DeadlinePolicy
from tracker.store.days_off import DayKind, load_days_off
from tracker.store.errors import DayUnchanged
from tracker.store.for_people import Columns
from tracker.store.living import live_events
from tracker.store.projection import write_standing
from tracker.store.server_reading import ConnectionReading


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDays:
    """The last day in time of a directive or a turn, under either policy."""

    nominal: date | None
    working: date | None

    def under(self, policy: DeadlinePolicy) -> date | None:
        """The one that counts."""
        return self.working if policy is DeadlinePolicy.NEXT_WORKING_DAY else self.nominal


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedDeadline:
    """A directive, or a turn of one, with a last day in time that a changed day has moved."""

    id: int
    document_number: str
    before: LastDays
    after: LastDays
    instance: date | None = None
    """The turn, by its nominal due day."""


def together(moves: Iterable[MovedDeadline]) -> tuple[MovedDeadline, ...]:
    """What several changes moved in all, each directive and turn once."""
    whole: dict[tuple[int, date | None], MovedDeadline] = {}
    for move in moves:
        key = (move.id, move.instance)
        first = whole.get(key, move)
        whole[key] = replace(move, before=first.before)
    return tuple(move for move in whole.values() if move.before != move.after)


def set_day(connection: Connection, day: date, kind: DayKind | None, name: str) -> Columns:
    """Put a day into the calendar, or (None) take it out; returns the change to be recorded."""
    table = SQLModel.metadata.tables["day_off"]
    known = connection.execute(select(table).where(table.c.day == day)).first()
    old = {"old_kind": None, "old_name": ""}
    if known is not None:
        old = {"old_kind": known.kind, "old_name": known.name}
    new = {"new_kind": kind and kind.value, "new_name": name if kind else ""}
    if tuple(old.values()) == tuple(new.values()):
        raise DayUnchanged(day)
    connection.execute(delete(table).where(table.c.day == day))
    if kind is not None:
        connection.execute(insert(table), [{"day": day, "kind": kind.value, "name": name}])
    return {"day": day, **old, **new}


_CHANGES = text("""
SELECT day, old_kind, old_name FROM day_off_change WHERE operation_id = :id ORDER BY id DESC""")


def take_back_days(connection: Connection, operation_id: int) -> None:
    """Let the days that an operation changed be what they were."""
    changes = connection.execute(_CHANGES, {"id": operation_id}).all()
    for change in changes:
        day, kind = date.fromisoformat(change.day), change.old_kind and DayKind(change.old_kind)
        before = _calendar(connection)
        set_day(connection, day, kind, change.old_name)
        replay_around(connection, day, before=before, after=_calendar(connection))


def _calendar(connection: Connection) -> DaysOff:
    return load_days_off(ConnectionReading(connection))


_COUNTS_WORKING_DAYS = f'%"{OffsetUnit.WORKING_DAY.value}"%'

_HANGING = text("""
SELECT DISTINCT directive_id FROM standing
WHERE (due_on >= :first AND due_on <= :day)
    OR (deadline_rule LIKE :counts_working_days AND (due_on IS NULL OR due_on >= :day))
ORDER BY directive_id""")

_AT_ONCE = 500


def replay_around(
    connection: Connection, day: date, *, before: DaysOff, after: DaysOff
) -> tuple[MovedDeadline, ...]:
    """Reckon anew every deadline that a change of one day may move."""
    parameters = {
        "day": day.isoformat(),
        "first": _first_carried(day, before).isoformat(),
        "counts_working_days": _COUNTS_WORKING_DAYS,
    }
    ids = connection.execute(_HANGING, parameters).scalars().all()
    moved: list[MovedDeadline] = []
    for first in range(0, len(ids), _AT_ONCE):
        chunk = ids[first : first + _AT_ONCE]
        moved += _replay(connection, chunk, before=before, after=after)
    return tuple(moved)


def _first_carried(day: date, calendar: DaysOff) -> date:
    """The first of the days off that run up to the day: what falls due on one is carried on."""
    while calendar.is_day_off(day - timedelta(days=1)):
        day -= timedelta(days=1)
    return day


def _replay(
    connection: Connection, ids: Sequence[int], *, before: DaysOff, after: DaysOff
) -> Iterator[MovedDeadline]:
    changed = []
    for id, events in live_events(ConnectionReading(connection), ids).items():
        old, new = (
            replayed(events, id=id, version=0, days_off=calendar) for calendar in (before, after)
        )
        if old.spans != new.spans:
            changed.append(new)
            yield from _moved(old, new)
    write_standing(connection, changed)


_NONE = LastDays(nominal=None, working=None)


def _moved(old: Directive, new: Directive) -> Iterator[MovedDeadline]:
    number = new.assignment.document.number
    last_days = _last_days(new)
    for instance, before in _last_days(old).items():
        after = last_days.get(instance, _NONE)
        if before != after:
            yield MovedDeadline(
                id=new.id,
                document_number=number,
                before=before,
                after=after,
                instance=instance,
            )


def _last_days(directive: Directive) -> dict[date | None, LastDays]:
    """The last days in time of the directive, or of each of its turns, as it stands now."""
    return {
        span.facts.instance: LastDays(nominal=span.facts.due_on, working=span.facts.working_due_on)
        for span in directive.spans
    }
