"""The stable English form of lists and histories, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from tracker.core.assessed import AssessedDirective
from tracker.core.totals import SCHEMA_VERSION
from tracker.reports.json_form import citation_fields, row_fields
from tracker.store.chronicle import ChronicleEntry


def list_fields(rows: Iterable[AssessedDirective], as_of: date) -> dict[str, object]:
    """What ``list --json`` prints."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": as_of.isoformat(),
        "items": [row_fields(row) for row in rows],
    }


def history_fields(entries: Iterable[ChronicleEntry]) -> list[Mapping[str, object]]:
    """What happened to a directive, in the order it was entered."""
    return [_entry_fields(entry) for entry in entries]


def _entry_fields(entry: ChronicleEntry) -> Mapping[str, object]:
    authority = getattr(entry.event, "authority", None)
    return {
        "event": entry.event_id,
        "operation": entry.operation_id,
        "kind": entry.kind.value,
        "effective_on": entry.effective_on and entry.effective_on.isoformat(),
        "recorded_at": entry.at,
        "recorded_by": entry.who,
        "authority": authority and citation_fields(authority),
        "old": entry.old_values,
        "new": entry.new_values,
        "taken_back_by": entry.taken_back_by,
        "taken_back_at": entry.taken_back_at,
    }
