"""What has happened to one directive, and who entered it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from tracker.core.events import Event, EventKind
from tracker.store.payload import event_from_payload
from tracker.store.rows import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronicleEntry:
    """An event, who entered it when, and what it changed."""

    event_id: int
    operation_id: int
    operation: str
    """The name of the operation: ``add``, ``extend``."""
    at: str
    """When it was entered, as an ISO instant in UTC."""
    who: str
    kind: EventKind
    event: Event
    effective_on: date | None
    old_values: dict[str, Any]
    """The fields that changed, as they were."""
    new_values: dict[str, Any]
    """The fields that changed, as they became."""
    number: int | None = None
    """By which the event is named when it is put right: its place, from 1, among those of the
    directive that stand; None where it was taken back."""
    taken_back_by: str | None = None
    """Who took the operation back."""
    taken_back_at: str | None = None


_EVENTS = """
SELECT event.id, event.operation_id, operation.name, operation.at, operation.who, event.kind,
    event.payload, event.effective_on, event.old_values, event.new_values,
    taken_back.who, taken_back.at
FROM event
JOIN operation ON operation.id = event.operation_id
LEFT JOIN operation AS taken_back ON taken_back.undoes = operation.id
WHERE event.directive_id = :directive_id
ORDER BY event.id"""


def chronicle(reading: Reading, directive_id: int) -> tuple[ChronicleEntry, ...]:
    """Return everything entered about a directive, in order, what was taken back included."""
    rows = reading.rows(_EVENTS, {"directive_id": directive_id})
    numbers = count(1)
    return tuple(_entry(row, None if row[-1] else next(numbers)) for row in rows)


def _entry(row: tuple[Any, ...], number: int | None) -> ChronicleEntry:
    event_id, operation_id, name, at, who, kind, payload, effective_on, old, new, by, by_at = row
    return ChronicleEntry(
        event_id=event_id,
        operation_id=operation_id,
        operation=name,
        at=at,
        who=who,
        kind=EventKind(kind),
        event=event_from_payload(kind, payload),
        effective_on=date.fromisoformat(effective_on) if effective_on else None,
        old_values=json.loads(old),
        new_values=json.loads(new),
        number=number,
        taken_back_by=by,
        taken_back_at=by_at,
    )
