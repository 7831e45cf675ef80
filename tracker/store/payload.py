"""Events as JSON and back: the form in which the truth is stored."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from tracker.core.deadline import Deadline
from tracker.core.directive import Assignment, Citation
from tracker.core.events import Corrected, Event, EventKind, Happening, class_of, kind_of
from tracker.store.errors import UnreadableEvent
from tracker.store.json_parts import DEADLINE, Converters, built, json_text, plain


def payload_of(event: Event) -> str:
    """Everything that replay needs of an event, as JSON."""
    if not isinstance(event, Corrected) or event.replacement is None:
        return json_text(event, is_sorted=True)
    fields = plain(event)
    fields["replacement"]["kind"] = kind_of(event.replacement).value
    return json_text(fields, is_sorted=True)


def event_from_payload(kind: str, payload: str) -> Event:
    """The event that was stored; ``UnreadableEvent`` where it is none."""
    try:
        return _event(kind, json.loads(payload))
    except (ValueError, TypeError, KeyError, AttributeError, AssertionError) as trouble:
        raise UnreadableEvent(kind) from trouble


def _event(kind: str, fields: Mapping[str, Any]) -> Event:
    event: Event = built(class_of(EventKind(kind)), _EVENT)(fields)
    return event


def _replacement(fields: Mapping[str, Any]) -> Happening:
    """What stands in the place of an event: it says of which kind it is."""
    others = {name: value for name, value in fields.items() if name != "kind"}
    event = _event(fields["kind"], others)
    assert isinstance(event, Happening)
    return event


_citation = built(Citation, {"issued_on": date.fromisoformat})

_deadline = built(Deadline, DEADLINE)

_assignment = built(
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
    "replacement": _replacement,
}
