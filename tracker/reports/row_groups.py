"""The groups of a sheet: which rows stand together, and what is said over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Progress
from tracker.core.layout import Grouping, Layout
from tracker.core.layout_rows import Rows, by_age, by_document, by_name, possible_parts, totals_of
from tracker.core.successors import Successors
from tracker.wording.formats import format_date
from tracker.wording.labels import NO_UNIT
from tracker.wording.report_text import (
    NO_ASSIGNER,
    NO_OFFICER,
    age_heading,
    document_heading,
    group_heading,
    name_heading,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGroup:
    """Rows that stand together."""

    heading: str | None
    """None where a layout has no groups."""
    rows: Rows


def row_groups(layout: Layout, rows: Rows, successors: Successors) -> tuple[RowGroup, ...]:
    """The rows of a layout in its groups, the empty ones that it always shows among them."""
    if layout.group_by is Grouping.NONE:
        return (RowGroup(heading=None, rows=rows),)
    if layout.group_by is Grouping.GROUP:
        return _by_part(layout, rows)
    if layout.group_by is Grouping.AGE:
        return tuple(
            RowGroup(heading=age_heading(band.least, band.most, len(found)), rows=found)
            for band, found in by_age(rows)
        )
    if layout.group_by is Grouping.DOCUMENT:
        return tuple(
            RowGroup(
                heading=document_heading(
                    document.number, format_date(document.issued_on), len(found)
                ),
                rows=found,
            )
            for document, found in by_document(rows)
        )
    name_of, missing = _NAMES[layout.group_by]
    return tuple(
        RowGroup(heading=name_heading(name or missing, len(found), _overdue(found)), rows=found)
        for name, found in by_name(rows, name_of, successors)
    )


def _by_part(layout: Layout, rows: Rows) -> tuple[RowGroup, ...]:
    numbers = totals_of(rows).groups
    return tuple(
        RowGroup(
            heading=group_heading(part, numbers[part]),
            rows=tuple(row for row in rows if row.assessment.group is part),
        )
        for part in possible_parts(layout.rows)
    )


def _overdue(rows: Rows) -> int:
    return sum(row.assessment.progress is Progress.OVERDUE for row in rows)


_NAMES: dict[Grouping, tuple[Callable[[AssessedDirective], str], str]] = {
    Grouping.UNIT: (lambda row: row.unit, NO_UNIT),
    Grouping.OFFICER: (lambda row: row.officer, NO_OFFICER),
    Grouping.ASSIGNED_BY: (lambda row: row.assigned_by, NO_ASSIGNER),
}
