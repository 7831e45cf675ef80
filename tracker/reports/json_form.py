"""A report as JSON for other programs: ISO dates, stable English keys and values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Citation, Group
from tracker.core.report import ReportContents
from tracker.core.totals import GROUPS, SCHEMA_VERSION
from tracker.reports.concealing import concealed, concealed_contents


def report_json(report: ReportContents, *, are_secret_numbers_shown: bool = False) -> str:
    """Write a whole report; what is secret in it stays out."""
    shown = concealed_contents(report, are_numbers_shown=are_secret_numbers_shown)
    return json.dumps(_report_fields(shown), ensure_ascii=False, indent=2) + "\n"


def _report_fields(report: ReportContents) -> Mapping[str, object]:
    return {
        "schema_version": SCHEMA_VERSION,
        "period": report.period.key,
        "starts_on": iso_day(report.period.starts_on),
        "ends_on": iso_day(report.period.ends_on),
        "as_of": iso_day(report.as_of),
        "totals": report.totals.as_dict(),
        "groups": {
            group: [_fields(row) for row in report.rows_of(Group(group))] for group in GROUPS
        },
        "left_out": [{**_fields(row), "reason": reason.value} for row, reason in report.left_out],
    }


def row_fields(
    row: AssessedDirective, *, are_secret_numbers_shown: bool = False
) -> Mapping[str, object]:
    """Name everything that may be said of one row; what does not apply is null."""
    return _fields(concealed(row, are_numbers_shown=are_secret_numbers_shown))


def _fields(row: AssessedDirective) -> Mapping[str, object]:
    facts, assessment = row.facts, row.assessment
    return {
        "id": row.id,
        "instance": iso_day(facts.instance),
        "document_number": row.document.number,
        "issued_on": iso_day(row.document.issued_on),
        "assigned_on": iso_day(row.assigned_on),
        "content": row.content,
        "deadline_text": row.assigned_deadline.text,
        "deadline": iso_day(row.assigned_deadline.due_on),
        "deadline_in_force_text": facts.deadline.text,
        "deadline_kind": facts.deadline.kind.value,
        "effective_deadline": iso_day(assessment.effective_due_on),
        "state": facts.state.value,
        "group": assessment.group and assessment.group.value,
        "progress": assessment.progress.value,
        "completed_on": iso_day(facts.completed_on),
        "days_left": assessment.days_left,
        "days_late": assessment.days_late,
        "due_soon": assessment.is_due_soon,
        "no_deadline": assessment.has_no_deadline,
        "due_on_day_off": assessment.is_due_on_day_off,
        "extension_count": facts.extension_count,
        "extended_after_expiry": facts.is_extended_after_expiry,
        "extended_by": facts.extended_by and citation_fields(facts.extended_by),
        "reopen_count": facts.reopen_count,
        "issuing_body": row.issuing_body,
        "unit": row.unit,
        "supporting_units": list(row.supporting_units),
        "officer": row.officer,
        "assigned_by": row.assigned_by,
        "pinned": row.is_pinned,
        "secret": row.is_secret,
        "supporting": row.is_supporting,
        "result_text": facts.result_text,
        "result_documents": [citation_fields(document) for document in row.result_documents],
        "latest_note": row.latest_note,
        "version": row.version,
    }


def citation_fields(document: Citation) -> Mapping[str, object]:
    """Name the parts of a citation."""
    return {"number": document.number, "issued_on": iso_day(document.issued_on)}


def iso_day(day: date | None) -> str | None:
    """Write a day as programs read it: ``2023-11-03``; null where there is none."""
    return None if day is None else day.isoformat()
