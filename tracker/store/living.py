"""Directives as they stand, replayed from the events that a reading holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.core.days_off import DaysOff
from tracker.core.events import Edited, Event, EventKind
from tracker.core.life import Directive, replayed
from tracker.store.live import IS_LIVE
from tracker.store.payload import event_from_payload
from tracker.store.rows import Reading


def live_events(reading: Reading, ids: Iterable[int]) -> dict[int, tuple[Event, ...]]:
    """The events of directives in the order of entry, without those taken back.

    A directive of which none is left has no place in the answer.
    """
    found: dict[int, list[Event]] = {}
    sql = f"""
SELECT directive_id, kind, payload FROM event
WHERE directive_id IN ({_listed(ids)}) AND {IS_LIVE} ORDER BY id"""
    for id, kind, payload in reading.rows(sql, {}):
        found.setdefault(id, []).append(event_from_payload(kind, payload))
    return {id: tuple(events) for id, events in found.items()}


def living(reading: Reading, ids: Iterable[int], days_off: DaysOff) -> dict[int, Directive]:
    """The directives of these ids that are in the register, each with its present version."""
    events = live_events(reading, ids)
    sql = f"SELECT id, version FROM directive WHERE id IN ({_listed(events)})"
    return {
        id: replayed(events[id], id=id, version=version, days_off=days_off)
        for id, version in reading.rows(sql, {})
    }


def edits(reading: Reading) -> Iterator[tuple[int, Edited]]:
    """Every correction of what a letter says, with the id of the directive that it is about."""
    sql = f"""
SELECT directive_id, payload FROM event JOIN directive ON directive.id = directive_id
WHERE kind = '{EventKind.EDITED}' AND is_void = 0 AND {IS_LIVE} ORDER BY event.id"""
    for id, payload in reading.rows(sql, {}):
        event = event_from_payload(EventKind.EDITED, payload)
        assert isinstance(event, Edited)
        yield id, event


def _listed(ids: Iterable[int]) -> str:
    return ", ".join(str(int(id)) for id in ids) or "NULL"
