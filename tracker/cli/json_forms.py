"""The stable English form of a directive and of an event, for programs."""

from __future__ import annotations

from typing import Any

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Citation
from tracker.store.chronicle import ChronicleEntry

SCHEMA_VERSION = 1


def row_form(row: AssessedDirective) -> dict[str, Any]:
    """One item of ``list --json``; dates are ISO, what does not apply is null."""
    facts, assessment = row.facts, row.assessment
    return {
        "id": row.id,
        "instance": _day(facts.instance),
        "document_number": row.document.number,
        "issued_on": _day(row.document.issued_on),
        "assigned_on": _day(row.assigned_on),
        "content": row.content,
        "deadline_text": row.assigned_deadline.text,
        "deadline": _day(row.assigned_deadline.due_on),
        "deadline_in_force_text": facts.deadline.text,
        "deadline_kind": facts.deadline.kind.value,
        "effective_deadline": _day(assessment.effective_due_on),
        "state": facts.state.value,
        "group": assessment.group and assessment.group.value,
        "progress": assessment.progress.value,
        "completed_on": _day(facts.completed_on),
        "days_left": assessment.days_left,
        "days_late": assessment.days_late,
        "due_soon": assessment.is_due_soon,
        "no_deadline": assessment.has_no_deadline,
        "due_on_day_off": assessment.is_due_on_day_off,
        "extension_count": facts.extension_count,
        "extended_after_expiry": facts.is_extended_after_expiry,
        "unit": row.unit,
        "officer": row.officer,
        "assigned_by": row.assigned_by,
        "pinned": row.is_pinned,
        "result": facts.result_text,
        "result_documents": [citation_form(document) for document in row.result_documents],
        "latest_note": row.latest_note,
        "version": row.version,
    }


def citation_form(citation: Citation) -> dict[str, Any]:
    """A cited document."""
    return {"number": citation.number, "issued_on": _day(citation.issued_on)}


def entry_form(entry: ChronicleEntry) -> dict[str, Any]:
    """One event of a directive's history."""
    authority = getattr(entry.event, "authority", None)
    return {
        "event": entry.event_id,
        "operation": entry.operation_id,
        "kind": entry.kind.value,
        "effective_on": _day(entry.effective_on),
        "recorded_at": entry.at,
        "recorded_by": entry.who,
        "authority": authority and citation_form(authority),
        "old": entry.old_values,
        "new": entry.new_values,
        "taken_back_by": entry.taken_back_by,
        "taken_back_at": entry.taken_back_at,
    }


def _day(day: Any) -> str | None:
    return None if day is None else str(day.isoformat())
