"""Whether what is worked out from the events is what they amount to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from tracker.core.days_off import DaysOff
from tracker.core.life import Directive, replayed
from tracker.store.days_off import load_days_off
from tracker.store.errors import UnreadableEvent
from tracker.store.for_people import Columns
from tracker.store.live import IS_LIVE
from tracker.store.mapping import directive_columns, note_rows, standing_rows
from tracker.store.payload import event_from_payload
from tracker.store.rows import Reading

_AT_ONCE = 500

_EVENTS = f"""
SELECT directive_id, kind, payload FROM event
WHERE directive_id BETWEEN :first AND :last AND {IS_LIVE} ORDER BY id"""

Row = tuple[Any, ...]


def disagreements(reading: Reading) -> Iterator[tuple[str, int]]:
    """The table and the directive wherever a row is not what a replay of the events gives."""
    days_off = load_days_off(reading)
    ((last,),) = reading.rows("SELECT coalesce(max(id), 0) FROM directive", {})
    for first in range(1, last + 1, _AT_ONCE):
        span = {"first": first, "last": first + _AT_ONCE - 1}
        yield from _among(reading, span, days_off)


def _among(
    reading: Reading, span: Mapping[str, int], days_off: DaysOff
) -> Iterator[tuple[str, int]]:
    wanted: dict[str, dict[int, list[Columns]]] = {"directive": {}, "standing": {}, "note": {}}
    unread = set()
    for id, events in _entered(reading, span).items():
        try:
            directive = _replayed(id, events, days_off)
        except (UnreadableEvent, ValueError, TypeError, KeyError, AttributeError, AssertionError):
            unread.add(id)
            yield "event", id
            continue
        wanted["directive"][id] = [directive_columns(directive)]
        wanted["standing"][id] = standing_rows(directive)
        wanted["note"][id] = note_rows(directive)
    gone = _without_events(reading, span)
    for table, rows in wanted.items():
        ignored = unread | gone if table == "directive" else unread
        yield from (
            (table, id) for id in _differing(reading, table, rows, span) if id not in ignored
        )


def _entered(reading: Reading, span: Mapping[str, int]) -> dict[int, list[tuple[str, str]]]:
    entered: dict[int, list[tuple[str, str]]] = {}
    for id, kind, payload in reading.rows(_EVENTS, span):
        entered.setdefault(id, []).append((kind, payload))
    return entered


def _replayed(id: int, events: Sequence[tuple[str, str]], days_off: DaysOff) -> Directive:
    happened = tuple(event_from_payload(kind, payload) for kind, payload in events)
    return replayed(happened, id=id, version=0, days_off=days_off)


def _without_events(reading: Reading, span: Mapping[str, int]) -> set[int]:
    """Directives whose entering was taken back: their row says as much and nothing else counts."""
    sql = f"""
    SELECT id FROM directive WHERE is_void = 1 AND id BETWEEN :first AND :last
    AND NOT EXISTS (SELECT 1 FROM event WHERE directive_id = directive.id AND {IS_LIVE})"""
    return {id for (id,) in reading.rows(sql, span)}


def _differing(
    reading: Reading, table: str, wanted: Mapping[int, list[Columns]], span: Mapping[str, int]
) -> list[int]:
    """The directives whose rows are other ones, or that have rows and should have none."""
    owner = "id" if table == "directive" else "directive_id"
    names = next((list(rows[0]) for rows in wanted.values() if rows), [owner])
    found: dict[int, list[Row]] = {}
    columns = ", ".join((owner, *names))
    between = f"{owner} BETWEEN :first AND :last"
    for id, *row in reading.rows(
        f"SELECT {columns} FROM {table} WHERE {between} ORDER BY id", span
    ):
        found.setdefault(id, []).append(tuple(row))
    return [
        id
        for id in sorted({*wanted, *found})
        if found.get(id, []) != _as_stored(wanted.get(id, []), names)
    ]


def _as_stored(rows: Sequence[Columns], names: Sequence[str]) -> list[Row]:
    return [tuple(_stored(row[name]) for name in names) for row in rows]


def _stored(value: Any) -> Any:
    """A value as a reading gives it."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value
