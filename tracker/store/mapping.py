"""Between the nouns of the core and the rows of the tables: the one place that knows both."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from tracker.core.directive import Assignment, Facts, Span, State
from tracker.core.document_number import UnreadableDocumentNumber, parse_document_number
from tracker.core.events import Completed, Event, Noted
from tracker.core.life import Directive
from tracker.core.vietnamese import fold
from tracker.store.payload import (
    deadline_rule,
    kind_of,
    payload_of,
    plain,
    results_text,
)

Columns = dict[str, Any]


def directive_columns(directive: Directive) -> Columns:
    """The columns of ``directive`` that follow from its events."""
    assignment = directive.assignment
    deadline = assignment.deadline
    return {
        **document_columns(assignment.document.number),
        "issued_on": assignment.document.issued_on,
        "content": assignment.content,
        "assigned_on": assignment.assigned_on,
        "issuing_body": assignment.issuing_body,
        "unit": assignment.unit,
        "supporting_units": json.dumps(assignment.supporting_units, ensure_ascii=False),
        "officer": assignment.officer,
        "assigned_by": assignment.assigned_by,
        "is_pinned": assignment.is_pinned,
        "deadline_text": deadline.text,
        "deadline_kind": deadline.kind.value,
        "deadline_rule": deadline_rule(deadline),
        "is_before": deadline.is_before,
        "due_on": deadline.due_on,
        "search_text": _search_text(directive),
    }


def document_columns(number: str) -> Columns:
    """A document number as written, to be found by, and to be sorted by.

    A tab sorts before all that a symbol may hold, so that the joined text sorts as its parts.
    """
    try:
        known = parse_document_number(number)
    except UnreadableDocumentNumber:
        key, serial, rest = fold(number), None, fold(number)
    else:
        key, serial = known.key, known.serial
        rest = f"{known.suffix}\t{known.symbol}\t{known.year or 0:04d}".casefold()
    return {
        "document_number": number,
        "document_key": key,
        "document_serial": serial,
        "document_symbol": rest,
    }


def _search_text(directive: Directive) -> str:
    assignment = directive.assignment
    texts = [assignment.document.number, assignment.content, assignment.unit, assignment.officer]
    results = {span.facts.result_text: None for span in directive.spans if span.until is None}
    return "\n".join(fold(text) for text in (*texts, *results) if text)


def standing_rows(directive: Directive) -> list[Columns]:
    """The rows of ``standing``: one for each span."""
    return [_standing_row(directive, span) for span in directive.spans]


def _standing_row(directive: Directive, span: Span) -> Columns:
    facts = span.facts
    return {
        "directive_id": directive.id,
        "instance": facts.instance,
        "since": span.since,
        "until": span.until,
        "state": facts.state.value,
        "deadline_text": facts.deadline.text,
        "deadline_kind": facts.deadline.kind.value,
        "deadline_rule": deadline_rule(facts.deadline),
        "is_before": facts.deadline.is_before,
        "is_unclear": facts.deadline.is_unclear,
        "due_on": facts.due_on,
        "working_due_on": facts.working_due_on,
        "completed_on": facts.completed_on,
        "result_text": facts.result_text,
        "results": _results(directive, facts),
        "extension_count": facts.extension_count,
        "is_extended_after_expiry": facts.is_extended_after_expiry,
    }


def _results(directive: Directive, facts: Facts) -> str:
    """The documents of the completion these facts come from."""
    if facts.state is not State.DONE:
        return results_text(())
    wanted = (facts.completed_on, facts.result_text, facts.instance)
    for event in reversed(directive.events):
        if isinstance(event, Completed):
            given = (event.completed_on, event.result_text, event.instance)
            if given == wanted:
                return results_text(event.results)
    return results_text(())


def event_columns(event: Event, *, before: Directive | None, after: Directive) -> Columns:
    """The columns of ``event``, with what it changed for people to read."""
    authority = getattr(event, "authority", None)
    old, new = _differences(before, after)
    return {
        "kind": kind_of(event).value,
        "effective_on": event.effective_on,
        "authority_number": authority.number if authority else None,
        "authority_issued_on": authority.issued_on if authority else None,
        "payload": payload_of(event),
        "old_values": json.dumps(old, ensure_ascii=False, sort_keys=True),
        "new_values": json.dumps({**new, **_said(event)}, ensure_ascii=False, sort_keys=True),
    }


def _differences(before: Directive | None, after: Directive) -> tuple[Columns, Columns]:
    """The fields that differ, as they were and as they became."""
    new = _for_people(after)
    if before is None:
        return {}, {
            name: value for name, value in new.items() if value not in (None, "", [], False)
        }
    old = _for_people(before)
    changed = [name for name in new if new[name] != old[name]]
    return {name: old[name] for name in changed}, {name: new[name] for name in changed}


def _for_people(directive: Directive) -> Columns:
    assignment, facts = directive.assignment, directive.latest
    return {
        **_assignment_for_people(assignment),
        "deadline": facts.deadline.text,
        "due_on": plain(facts.due_on),
        "state": facts.state.value,
        "completed_on": plain(facts.completed_on),
        "result": facts.result_text,
    }


def _assignment_for_people(assignment: Assignment) -> Columns:
    values = {
        field.name: plain(getattr(assignment, field.name))
        for field in fields(assignment)
        if field.name not in ("document", "deadline", "is_started")
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
    reason = getattr(event, "reason", "")
    return {"reason": reason} if reason else {}
