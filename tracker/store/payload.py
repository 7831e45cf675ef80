"""Events as JSON and back: the form in which the truth is stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.core.deadline import Cycle, Deadline, DeadlineKind, Offset, OffsetUnit, Recurrence
from tracker.core.directive import Assignment, Citation
from tracker.core.events import (
    Assigned,
    Completed,
    Edited,
    Event,
    EventKind,
    Extended,
    Noted,
    Reopened,
    Resumed,
    Started,
    Suspended,
    Withdrawn,
)

Converters = Mapping[str, Callable[[Any], Any]]

_KINDS: dict[type[Event], EventKind] = {
    Assigned: EventKind.ASSIGNED,
    Edited: EventKind.EDITED,
    Started: EventKind.STARTED,
    Completed: EventKind.COMPLETED,
    Extended: EventKind.EXTENDED,
    Withdrawn: EventKind.WITHDRAWN,
    Suspended: EventKind.SUSPENDED,
    Resumed: EventKind.RESUMED,
    Reopened: EventKind.REOPENED,
    Noted: EventKind.NOTED,
}

_CLASSES: dict[EventKind, type[Event]] = {kind: event for event, kind in _KINDS.items()}


def kind_of(event: Event) -> EventKind:
    """The stored name of an event."""
    return _KINDS[type(event)]


def payload_of(event: Event) -> str:
    """Everything that replay needs of an event, as JSON."""
    return json.dumps(plain(event), ensure_ascii=False, sort_keys=True)


def event_from_payload(kind: str, payload: str) -> Event:
    """The event that was stored."""
    event: Event = _built(_CLASSES[EventKind(kind)], _EVENT)(json.loads(payload))
    return event


def plain(value: Any) -> Any:
    """A value of the core in the terms of JSON."""
    if value is None or type(value) is str:
        return value
    fields = getattr(value, "__dataclass_fields__", ())
    if fields:
        return {name: plain(getattr(value, name)) for name in fields}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def deadline_rule(deadline: Deadline) -> str | None:
    """How a recurring or relative deadline counts, as JSON; None for the others."""
    parts = {"recurrence": deadline.recurrence, "offset": deadline.offset}
    known = {name: plain(part) for name, part in parts.items() if part is not None}
    return json.dumps(known, sort_keys=True) if known else None


def deadline_rule_parts(rule: str | None) -> dict[str, Any]:
    """The parts of a deadline that ``deadline_rule`` stored."""
    if rule is None:
        return {}
    return {name: _DEADLINE[name](value) for name, value in json.loads(rule).items()}


def results_text(results: tuple[Citation, ...]) -> str:
    """Result documents as JSON."""
    pairs = [[result.number, result.issued_on.isoformat()] for result in results]
    return json.dumps(pairs, ensure_ascii=False)


def results_from(text: str) -> tuple[Citation, ...]:
    """The result documents that were stored."""
    return tuple(
        Citation(number=number, issued_on=date.fromisoformat(issued_on))
        for number, issued_on in json.loads(text)
    )


def _built(kind: type[Any], converters: Converters) -> Callable[[Mapping[str, Any]], Any]:
    """A function that makes one of ``kind`` from its fields in JSON."""

    def build(fields: Mapping[str, Any]) -> Any:
        known = {
            name: converters[name](value) if name in converters and value is not None else value
            for name, value in fields.items()
        }
        return kind(**known)

    return build


_citation = _built(Citation, {"issued_on": date.fromisoformat})

_DEADLINE: Converters = {
    "kind": DeadlineKind,
    "due_on": date.fromisoformat,
    "recurrence": _built(Recurrence, {"cycle": Cycle}),
    "offset": _built(Offset, {"unit": OffsetUnit, "base_on": date.fromisoformat}),
}

_deadline = _built(Deadline, _DEADLINE)

_assignment = _built(
    Assignment,
    {
        "document": _citation,
        "deadline": _deadline,
        "assigned_on": date.fromisoformat,
        "supporting_units": tuple,
    },
)


def _citations(plain_citations: list[dict[str, Any]]) -> tuple[Citation, ...]:
    return tuple(_citation(citation) for citation in plain_citations)


_EVENT: Converters = {
    "assignment": _assignment,
    "before": _assignment,
    "after": _assignment,
    "effective_on": date.fromisoformat,
    "completed_on": date.fromisoformat,
    "instance": date.fromisoformat,
    "results": _citations,
    "deadline": _deadline,
    "authority": _citation,
}
