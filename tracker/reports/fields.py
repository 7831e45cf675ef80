"""What each field of a layout puts into its cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Progress
from tracker.core.layout import Field, Layout
from tracker.core.unit_totals import UnitTotals
from tracker.reports.cell_texts import (
    age_text,
    day_text,
    days_late_text,
    deadline_text,
    document_text,
    extended_by_text,
    extension_count_text,
    in_decree_form,
    progress_text,
    result_text,
    told_progress,
)
from tracker.wording.formats import format_count
from tracker.wording.report_text import format_rate


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """A directive in its place on a sheet."""

    row: AssessedDirective
    ordinal: int
    as_of: date
    labels: Mapping[Progress, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitShown:
    """A division in its place on a sheet, or all of them."""

    ordinal: str
    name: str
    totals: UnitTotals


_OF_DIRECTIVE: dict[Field, Callable[[RowShown], str]] = {
    Field.ORDINAL: lambda it: str(it.ordinal),
    Field.DOCUMENT: lambda it: document_text(it.row.document),
    Field.DOCUMENT_NUMBER: lambda it: it.row.document.number,
    Field.ISSUED_ON: lambda it: day_text(it.row.document.issued_on),
    Field.CONTENT: lambda it: it.row.content,
    Field.DEADLINE: lambda it: deadline_text(it.row),
    Field.ORIGINAL_DEADLINE: lambda it: in_decree_form(it.row.assigned_deadline.text),
    Field.EFFECTIVE_DEADLINE: lambda it: day_text(it.row.assessment.effective_due_on),
    Field.COMPLETED_ON: lambda it: day_text(it.row.facts.completed_on),
    Field.PROGRESS: lambda it: progress_text(it.row, it.labels),
    Field.RESULT: lambda it: result_text(it.row),
    Field.NOTE: lambda it: it.row.latest_note,
    Field.PLAN_PROGRESS: lambda it: told_progress(it.row, it.labels),
    Field.UNIT: lambda it: it.row.unit,
    Field.SUPPORTING_UNITS: lambda it: ";\n".join(it.row.supporting_units),
    Field.OFFICER: lambda it: it.row.officer,
    Field.ASSIGNED_BY: lambda it: it.row.assigned_by,
    Field.ISSUING_BODY: lambda it: it.row.issuing_body,
    Field.LEAD: lambda it: _lines(it.row.unit, it.row.officer and f"({it.row.officer})"),
    Field.ASSIGNED: lambda it: _lines(day_text(it.row.assigned_on), it.row.assigned_by),
    Field.ASSIGNED_ON: lambda it: day_text(it.row.assigned_on),
    Field.DAYS_LATE: lambda it: days_late_text(it.row),
    Field.AGE: lambda it: age_text(it.row, it.as_of),
    Field.EXTENSION_COUNT: lambda it: extension_count_text(it.row),
    Field.EXTENDED_BY: lambda it: extended_by_text(it.row),
}

_OF_UNIT: dict[Field, Callable[[UnitShown], str]] = {
    Field.ORDINAL: lambda it: it.ordinal,
    Field.UNIT: lambda it: it.name,
    Field.TOTAL: lambda it: format_count(it.totals.total),
    Field.ON_TIME: lambda it: format_count(it.totals.on_time),
    Field.LATE: lambda it: format_count(it.totals.late),
    Field.IN_TIME: lambda it: format_count(it.totals.in_time),
    Field.DUE_SOON: lambda it: format_count(it.totals.due_soon),
    Field.OVERDUE: lambda it: format_count(it.totals.overdue),
    Field.NO_DEADLINE: lambda it: format_count(it.totals.no_deadline),
    Field.OTHER: lambda it: format_count(it.totals.other),
    Field.RATE: lambda it: format_rate(it.totals.rate),
}


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))


def directive_cells(layout: Layout, shown: RowShown) -> tuple[str, ...]:
    """The texts of one directive, a cell for each column."""
    return tuple(_OF_DIRECTIVE[column.holds](shown) for column in layout.columns)


def unit_cells(layout: Layout, shown: UnitShown) -> tuple[str, ...]:
    """The texts of one division, a cell for each column."""
    return tuple(_OF_UNIT[column.holds](shown) for column in layout.columns)
