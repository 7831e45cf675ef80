"""The stable English form of issued reports and of what differs from them, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tracker.core.differences import FieldDifference, Value
from tracker.core.directive import Citation
from tracker.operations.comparing import Comparison, Explained, MovedOn
from tracker.reports.json_form import citation_fields
from tracker.store.chronicle import ChronicleEntry
from tracker.store.issued import IssuedReport
from tracker.store.since import DayChanged
from tracker.wording.differences import hidden_values
from tracker.wording.secrecy import shown_number

Fields = dict[str, object]


def issued_fields(report: IssuedReport) -> Fields:
    """Name everything known of a report that was issued."""
    retraction = report.retraction
    return {
        "id": report.id,
        "period": report.period.key,
        "starts_on": _plain(report.period.starts_on),
        "ends_on": _plain(report.period.ends_on),
        "as_of": _plain(report.as_of),
        "layout": report.layout,
        "number": report.number,
        "dated_on": _plain(report.dated_on),
        "file_name": report.file_name,
        "format": report.format,
        "sha256": report.sha256,
        "totals": report.totals,
        "issued_by": report.issued_by,
        "issued_at": report.issued_at,
        "in_force": report.is_in_force,
        "retraction": retraction
        and {"reason": retraction.reason, "by": retraction.who, "at": retraction.at},
    }


def comparison_fields(comparison: Comparison, *, are_secret_shown: bool) -> Fields:
    """What ``diff --json`` prints."""
    return {
        "report": issued_fields(comparison.report),
        "totals": {
            "old": comparison.then.totals.as_dict(),
            "new": comparison.now.totals.as_dict(),
        },
        "differences": [
            _difference_fields(one, are_secret_shown=are_secret_shown)
            for one in comparison.differences
        ],
        "moved_on": [
            _moved_on_fields(one, are_secret_shown=are_secret_shown) for one in comparison.moved_on
        ],
        "days_changed": [_day_fields(one) for one in comparison.days_changed],
    }


def _difference_fields(one: Explained, *, are_secret_shown: bool) -> Fields:
    difference = one.difference
    hidden = hidden_values(difference, are_secret_shown=are_secret_shown)
    return {
        "kind": difference.kind.value,
        **_row_fields(difference.row, are_secret_shown=are_secret_shown),
        "membership": {
            "old": difference.before and difference.before[1].value,
            "new": difference.after and difference.after[1].value,
        },
        "fields": {
            field.field: _field_fields(field, instead=hidden.get(field.field))
            for field in difference.fields
        },
        "events": [
            _entry_fields(entry, is_letter_shown=are_secret_shown or not hidden)
            for entry in one.entries
        ],
    }


def _field_fields(field: FieldDifference, *, instead: str | None) -> Fields:
    if instead is not None:
        return {"old": instead, "new": instead}
    return {"old": _plain(field.old), "new": _plain(field.new)}


def _moved_on_fields(one: MovedOn, *, are_secret_shown: bool) -> Fields:
    return {
        **_row_fields(one.row, are_secret_shown=are_secret_shown),
        "events": [
            _entry_fields(entry, is_letter_shown=are_secret_shown or not one.row.is_secret)
            for entry in one.entries
        ],
    }


def _row_fields(row: Any, *, are_secret_shown: bool) -> Fields:
    return {
        "id": row.id,
        "document_number": shown_number(row, are_secret_shown=are_secret_shown),
        "issued_on": _plain(row.document.issued_on),
        "instance": _plain(row.facts.instance),
    }


def _entry_fields(entry: ChronicleEntry, *, is_letter_shown: bool) -> Mapping[str, object]:
    authority = getattr(entry.event, "authority", None)
    return {
        "event": entry.event_id,
        "operation": entry.operation_id,
        "kind": entry.kind.value,
        "effective_on": _plain(entry.effective_on),
        "recorded_at": entry.at,
        "recorded_by": entry.who,
        "authority": citation_fields(authority) if authority and is_letter_shown else None,
        "taken_back_by": entry.taken_back_by,
        "taken_back_at": entry.taken_back_at,
    }


def _day_fields(one: DayChanged) -> Fields:
    return {
        "day": _plain(one.day),
        "old": {"kind": one.old_kind and one.old_kind.value, "name": one.old_name},
        "new": {"kind": one.new_kind and one.new_kind.value, "name": one.new_name},
        "recorded_at": one.at,
        "recorded_by": one.who,
    }


def _plain(value: Value) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Citation):
        return citation_fields(value)
    return list(value) if isinstance(value, tuple) else value
