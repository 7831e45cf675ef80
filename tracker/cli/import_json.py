"""An import as JSON for other programs: ISO dates, stable English keys and values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from tracker.cli.table_json import place_fields, table_fields
from tracker.core.totals import SCHEMA_VERSION
from tracker.intake.drafts import Draft
from tracker.operations.import_preview import ImportedTable, ImportPreview
from tracker.operations.importing import Imported
from tracker.operations.table_preview import RowFate, TableRow
from tracker.reports.json_form import iso_day


def imported_fields(preview: ImportPreview, entered: Imported | None) -> Mapping[str, object]:
    """What the files hold, and what has become of it; null where nothing was entered."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tables": [_table(table) for table in preview.tables],
        "entered": entered and _entered(entered, preview),
    }


def _table(table: ImportedTable) -> Mapping[str, object]:
    preview = table.preview
    return {
        **table_fields(table),
        "rows": list(map(_row, preview.rows)),
        "groups": [
            {"line": one.line, "group": one.group.value, "claimed": one.claimed, "found": one.found}
            for one in preview.groups
        ],
        "passed_over": [
            {"line": one.line, "kind": one.kind.value, "text": one.text}
            for one in preview.passed_over
        ],
        "month_first_lines": list(preview.month_first_lines),
        "turned_lines": list(preview.turned_lines),
    }


def _row(row: TableRow) -> Mapping[str, object]:
    problem, assignment, completion = row.problem, row.assignment, row.completion
    return {
        "line": row.line,
        "fate": row.kind.value,
        "is_entered": row.is_entered,
        "seen": row.draft and _draft(row.draft),
        "unused": list(row.draft.unused) if row.draft else [],
        "document_number": assignment and assignment.document.number,
        "issued_on": assignment and iso_day(assignment.document.issued_on),
        "content": assignment and assignment.content,
        "deadline": assignment and iso_day(assignment.deadline.due_on),
        "completed_on": completion and iso_day(completion.completed_on),
        "progress": row.progress and row.progress.value,
        "is_contradicted": row.is_contradicted,
        "problem": problem
        and {"kind": problem.kind.value, "field": problem.field.value, "seen": problem.seen},
        "directive": row.duplicate_of,
        "likeness": row.likeness,
        "differences": [
            {
                "field": one.field.value,
                "ours": one.ours,
                "theirs": one.theirs,
                "proposal": one.proposal.value,
            }
            for one in row.differences
        ],
        "repeats": row.repeats and place_fields(row.repeats),
        "remarks": [one.kind.value for one in row.remarks],
    }


def _draft(draft: Draft) -> Mapping[str, object]:
    """The texts of a row as they were written, where anything was."""
    texts = {field.name: getattr(draft, field.name) for field in fields(draft)}
    return {name: text for name, text in texts.items() if isinstance(text, str) and text}


def _entered(entered: Imported, preview: ImportPreview) -> Mapping[str, object]:
    return {
        "new": list(entered.new),
        "changed": list(entered.changed),
        "left_out": [{**place_fields(one.place), "directive": one.id} for one in entered.left_out],
        "problems": len(preview.of_kind(RowFate.PROBLEM)),
    }
