"""What an event changed, in the words and fields that people read in a history."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any

from tracker.core.directive import Assignment
from tracker.core.events import Completed, Corrected, Event, Noted, Voided, kind_of
from tracker.core.happened import standing_at
from tracker.core.life import Directive
from tracker.store.json_parts import plain

Columns = dict[str, Any]


def told(event: Event, *, before: Directive | None, after: Directive) -> tuple[Columns, Columns]:
    """The fields that an event changed: as they were, and as they became."""
    if before is None:
        known = _fields(after)
        return {}, {
            name: value for name, value in known.items() if value not in (None, "", [], False)
        }
    is_same = before.assignment == after.assignment
    of = _fields_of_facts if is_same else _fields
    old, new = _differing(of(before), of(after))
    if isinstance(event, Corrected):
        wrong, right = _corrected(event, before)
        return {**old, **wrong}, {**new, **right, **_said(event)}
    return old, {**new, **_said(event)}


def _differing(old: Columns, new: Columns) -> tuple[Columns, Columns]:
    """What the two do not have in common; of what only one has, nothing is in the other."""
    return (
        {name: value for name, value in old.items() if new.get(name) != value},
        {name: value for name, value in new.items() if old.get(name) != value},
    )


def _fields(directive: Directive) -> Columns:
    return {**_fields_of_assignment(directive.assignment), **_fields_of_facts(directive)}


def _fields_of_facts(directive: Directive) -> Columns:
    facts = directive.latest
    return {
        "deadline": facts.deadline.text,
        "due_on": plain(facts.due_on),
        "state": facts.state.value,
        "completed_on": plain(facts.completed_on),
        "result": facts.result_text,
    }


_PLAIN_FIELDS = tuple(
    field.name
    for field in fields(Assignment)
    if field.name not in ("document", "deadline", "is_started")
)


_plain_fields_of = attrgetter(*_PLAIN_FIELDS)


def _fields_of_assignment(assignment: Assignment) -> Columns:
    values = {
        name: value if type(value) is str else plain(value)
        for name, value in zip(_PLAIN_FIELDS, _plain_fields_of(assignment), strict=True)
    }
    return {
        "document_number": assignment.document.number,
        "issued_on": plain(assignment.document.issued_on),
        **values,
        "assigned_deadline": assignment.deadline.text,
    }


def _said(event: Event) -> Columns:
    """What an event says that no field of the directive holds."""
    if isinstance(event, Noted):
        return {"note": event.text}
    if isinstance(event, Completed) and event.instance is not None:
        return {
            "instance": plain(event.instance),
            "completed_on": plain(event.completed_on),
            "result": event.result_text,
        }
    said = {"reason": getattr(event, "reason", "")}
    if isinstance(event, Voided):
        said["duplicate_of"] = event.duplicate_of
    if isinstance(event, Corrected):
        said["corrects"] = event.number
    return {name: value for name, value in said.items() if value}


def _corrected(event: Corrected, before: Directive) -> tuple[Columns, Columns]:
    """What the event put right had said, and what is said in its place."""
    wrong = standing_at(before.events, event.number)
    right = event.replacement
    old, new = _differing(
        {} if wrong is None else _fields_of_event(wrong),
        {} if right is None else _fields_of_event(right),
    )
    return old, {**new, "corrected_kind": kind_of(before.events[event.number - 1]).value}


def _fields_of_event(event: Event) -> Columns:
    authority, deadline = getattr(event, "authority", None), getattr(event, "deadline", None)
    texts = (getattr(event, name, "") for name in ("result_text", "text", "reason"))
    known = {
        "event_on": plain(event.effective_on),
        "event_by": authority and authority.number,
        "event_by_issued_on": authority and plain(authority.issued_on),
        "event_deadline": deadline and deadline.text,
        "event_text": next(filter(None, texts), ""),
        "instance": plain(getattr(event, "instance", None)),
    }
    return {name: value for name, value in known.items() if value}
