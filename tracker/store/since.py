"""What was entered in the register, or taken back, since a report was issued."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.store.days_off import DayKind
from tracker.store.issued import IssuedReport
from tracker.store.live import IS_LIVE, stands
from tracker.store.rows import Reading

_EVENTS = f"""
SELECT directive_id, id FROM event
WHERE id > :last_event_id AND {IS_LIVE}
UNION ALL
SELECT event.directive_id, event.id
FROM operation AS undo JOIN event ON event.operation_id = undo.undoes
WHERE undo.id > :last_operation_id AND event.id <= :last_event_id"""
"""What was both entered and taken back since has changed nothing."""

_DAYS = f"""
SELECT day, old_kind, old_name, new_kind, new_name, operation.who, operation.at, operation.id
FROM day_off_change JOIN operation ON operation.id = day_off_change.operation_id
WHERE operation.id > :last_operation_id AND {stands("operation.id")}
UNION ALL
SELECT day, new_kind, new_name, old_kind, old_name, undo.who, undo.at, undo.id
FROM operation AS undo JOIN day_off_change ON day_off_change.operation_id = undo.undoes
WHERE undo.id > :last_operation_id AND undo.undoes <= :last_operation_id"""
"""What was taken back is told as a change the other way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChanged:
    """A change of the office's calendar."""

    day: date
    old_kind: DayKind | None
    """None: an ordinary day."""
    old_name: str
    new_kind: DayKind | None
    new_name: str
    who: str
    at: str
    """As an ISO instant in UTC."""


def events_since(reading: Reading, report: IssuedReport) -> dict[int, frozenset[int]]:
    """Return the ids of the events that the report did not know of, or that no longer count.

    By the directive they belong to.
    """
    found: defaultdict[int, set[int]] = defaultdict(set)
    for directive_id, event_id in reading.rows(_EVENTS, _parameters(report)):
        found[directive_id].add(event_id)
    return {directive_id: frozenset(events) for directive_id, events in found.items()}


def days_changed_since(reading: Reading, report: IssuedReport) -> tuple[DayChanged, ...]:
    """Return the changes of the calendar that the report did not know of, as they were made."""
    parameters = {"last_operation_id": report.last_operation_id}
    rows = reading.rows(_DAYS, parameters)
    return tuple(_day_changed(row) for row in sorted(rows, key=lambda row: (row[-1], row[0])))


def _day_changed(row: tuple[Any, ...]) -> DayChanged:
    day, old_kind, old_name, new_kind, new_name, who, at, _ = row
    return DayChanged(
        day=date.fromisoformat(day),
        old_kind=old_kind and DayKind(old_kind),
        old_name=old_name,
        new_kind=new_kind and DayKind(new_kind),
        new_name=new_name,
        who=who,
        at=at,
    )


def _parameters(report: IssuedReport) -> dict[str, int]:
    return {
        "last_event_id": report.last_event_id,
        "last_operation_id": report.last_operation_id,
    }
