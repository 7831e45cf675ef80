"""Between the nouns of the core and the rows of the tables: the one place that knows both."""

from __future__ import annotations

from functools import lru_cache

from tracker.core.directive import Facts, Span, State
from tracker.core.document_number import UnreadableDocumentNumber, parse_document_number
from tracker.core.events import Completed, Event, Noted, kind_of
from tracker.core.life import Directive
from tracker.core.vietnamese import fold
from tracker.store.for_people import Columns, told
from tracker.store.json_parts import deadline_rule, json_text, results_text
from tracker.store.payload import payload_of


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
        "supporting_units": json_text(assignment.supporting_units),
        "officer": assignment.officer,
        "assigned_by": assignment.assigned_by,
        "is_pinned": assignment.is_pinned,
        "deadline_text": deadline.text,
        "deadline_kind": deadline.kind.value,
        "deadline_rule": deadline_rule(deadline),
        "is_before": deadline.is_before,
        "due_on": deadline.due_on,
        "is_void": directive.is_void,
        "search_text": _search_text(directive),
        "is_supporting": assignment.is_supporting,
        "is_secret": assignment.is_secret,
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
    """What a search looks through: of a secret directive nothing that tells what it is about."""
    assignment = directive.assignment
    results = {span.facts.result_text: None for span in directive.spans if span.until is None}
    is_open = not assignment.is_secret
    texts = (
        fold(assignment.document.number),
        fold(assignment.content) if is_open else "",
        _folded_name(assignment.unit),
        _folded_name(assignment.officer),
        *(map(fold, results) if is_open else ()),
    )
    return "\n".join(filter(None, texts))


_folded_name = lru_cache(maxsize=1024)(fold)
"""Divisions and officers come again and again."""


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
        "is_supporting": directive.assignment.is_supporting,
        "reopen_count": facts.reopen_count,
        "extended_by_number": facts.extended_by and facts.extended_by.number,
        "extended_by_on": facts.extended_by and facts.extended_by.issued_on,
    }


def note_rows(directive: Directive) -> list[Columns]:
    """The rows of ``note``, in the order of entry."""
    if directive.is_void:
        return []
    return [
        {"directive_id": directive.id, "effective_on": event.effective_on, "text": event.text}
        for event in directive.happened
        if isinstance(event, Noted)
    ]


def _results(directive: Directive, facts: Facts) -> str:
    """The documents of the completion these facts come from."""
    if facts.state is not State.DONE:
        return results_text(())
    wanted = (facts.completed_on, facts.result_text, facts.instance)
    for event in reversed(directive.happened):
        if isinstance(event, Completed):
            given = (event.completed_on, event.result_text, event.instance)
            if given == wanted:
                return results_text(event.results)
    return results_text(())


def event_columns(event: Event, *, before: Directive | None, after: Directive) -> Columns:
    """The columns of ``event``, with what it changed for people to read."""
    authority = getattr(event, "authority", None)
    old, new = told(event, before=before, after=after)
    return {
        "kind": kind_of(event).value,
        "effective_on": event.effective_on,
        "authority_number": authority.number if authority else None,
        "authority_issued_on": authority.issued_on if authority else None,
        "payload": payload_of(event),
        "old_values": json_text(old, is_sorted=True),
        "new_values": json_text(new, is_sorted=True),
    }
