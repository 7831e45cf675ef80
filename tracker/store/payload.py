"""Events as JSON and back: the form in which the truth is stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.core.deadline import Cycle, Deadline, DeadlineKind, Offset, OffsetUnit, Recurrence
from tracker.core.directive import Assignment, Citation
from tracker.core.events import Corrected, Event, EventKind, Happening, class_of, kind_of
from tracker.store.errors import UnreadableEvent

Converters = Mapping[str, Callable[[Any], Any]]


def payload_of(event: Event) -> str:
    """Everything that replay needs of an event, as JSON."""
    fields = plain(event)
    if isinstance(event, Corrected) and event.replacement is not None:
        fields["replacement"]["kind"] = kind_of(event.replacement).value
    return json.dumps(fields, ensure_ascii=False, sort_keys=True)


def event_from_payload(kind: str, payload: str) -> Event:
    """The event that was stored; ``UnreadableEvent`` where it is none."""
    try:
        return _event(kind, json.loads(payload))
    except (ValueError, TypeError, KeyError, AttributeError, AssertionError) as trouble:
        raise UnreadableEvent(kind) from trouble


def _event(kind: str, fields: Mapping[str, Any]) -> Event:
    event: Event = _built(class_of(EventKind(kind)), _EVENT)(fields)
    return event


def _replacement(fields: Mapping[str, Any]) -> Happening:
    """What stands in the place of an event: it says of which kind it is."""
    others = {name: value for name, value in fields.items() if name != "kind"}
    event = _event(fields["kind"], others)
    assert isinstance(event, Happening)
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
    "replacement": _replacement,
}
