"""Which rows of a report a layout shows, in which order, and which of them stand together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from tracker.core.age_bands import AGE_BANDS, AgeBand
from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Citation, Group, Progress, State
from tracker.core.document_number import document_sort_key
from tracker.core.layout import RowChoice, RowOrder
from tracker.core.merged_names import merged_names, name_order
from tracker.core.successors import Successors
from tracker.core.totals import Count, Totals, add_up

Rows = tuple[AssessedDirective, ...]

_CHOICES: dict[RowChoice, Callable[[AssessedDirective], bool]] = {
    RowChoice.ALL: lambda _: True,
    RowChoice.OPEN: lambda row: row.facts.state is not State.DONE,
    RowChoice.DONE: lambda row: row.facts.state is State.DONE,
    RowChoice.NOT_STARTED: lambda row: row.assessment.group is Group.NOT_STARTED,
    RowChoice.OVERDUE: lambda row: row.assessment.progress is Progress.OVERDUE,
    RowChoice.LATE: lambda row: row.assessment.progress is Progress.LATE,
    RowChoice.DUE_SOON: lambda row: row.assessment.is_due_soon,
    RowChoice.NO_DEADLINE: lambda row: row.assessment.has_no_deadline,
    RowChoice.EXTENDED: lambda row: row.facts.extension_count > 0,
    RowChoice.SUSPENDED: lambda row: row.assessment.progress is Progress.SUSPENDED,
    RowChoice.NEEDS_REVIEW: lambda row: row.assessment.progress is Progress.NEEDS_REVIEW,
}

_OPEN_PARTS = (Group.IN_PROGRESS, Group.NOT_STARTED)

_PARTS = {
    RowChoice.OPEN: _OPEN_PARTS,
    RowChoice.DONE: (Group.DONE,),
    RowChoice.NOT_STARTED: (Group.NOT_STARTED,),
    RowChoice.OVERDUE: _OPEN_PARTS,
    RowChoice.LATE: (Group.DONE,),
    RowChoice.DUE_SOON: _OPEN_PARTS,
    RowChoice.SUSPENDED: (Group.IN_PROGRESS,),
}


def chosen(rows: Iterable[AssessedDirective], choice: RowChoice, order: RowOrder) -> Rows:
    """The rows a layout shows, in its order."""
    return tuple(sorted(filter(_CHOICES[choice], rows), key=_ORDERS[order]))


def possible_parts(choice: RowChoice) -> tuple[Group, ...]:
    """The parts of the appendix such rows can be in: the heading of any other would mislead."""
    return _PARTS.get(choice, tuple(Group))


def totals_of(rows: Iterable[AssessedDirective]) -> Totals:
    """The counts of rows, proved to add up."""
    return add_up(
        Count(
            row.assessment.group,
            row.assessment.progress,
            is_due_soon=row.assessment.is_due_soon,
            has_no_deadline=row.assessment.has_no_deadline,
            number=1,
        )
        for row in rows
    )


def _worst_first(row: AssessedDirective) -> tuple[bool, int, date]:
    is_done = row.facts.state is State.DONE
    return is_done, -row.assessment.days_late, row.assessment.effective_due_on or date.max


def _by_day(day: date | None) -> tuple[bool, date]:
    return day is None, day or date.max


_ORDERS: dict[RowOrder, Callable[[AssessedDirective], Any]] = {
    RowOrder.ENTRY: lambda _: 0,
    RowOrder.WORST_FIRST: _worst_first,
    RowOrder.DEADLINE: lambda row: _by_day(row.assessment.effective_due_on),
    RowOrder.NUMBER: lambda row: (document_sort_key(row.document.number), row.document.issued_on),
    RowOrder.ISSUED: lambda row: row.document.issued_on,
    RowOrder.COMPLETED: lambda row: _by_day(row.facts.completed_on),
    RowOrder.UNIT: lambda row: name_order(row.unit),
    RowOrder.OFFICER: lambda row: name_order(row.officer),
}
"""The order of entry is the order rows come in."""


def by_age(rows: Sequence[AssessedDirective]) -> tuple[tuple[AgeBand, Rows], ...]:
    """Rows by how long they are overdue; a band without rows is there too."""
    return tuple(
        (band, tuple(row for row in rows if band.holds(row.assessment.days_late)))
        for band in AGE_BANDS
    )


def by_document(rows: Sequence[AssessedDirective]) -> tuple[tuple[Citation, Rows], ...]:
    """Rows by the document that assigns, in the order in which each is first met."""
    found: dict[Citation, list[AssessedDirective]] = {}
    for row in rows:
        found.setdefault(row.document, []).append(row)
    return tuple((document, tuple(those)) for document, those in found.items())


def by_name(
    rows: Sequence[AssessedDirective],
    name_of: Callable[[AssessedDirective], str],
    successors: Successors,
) -> tuple[tuple[str, Rows], ...]:
    """Rows by a name, in Vietnamese order, those without one last; one for all its spellings."""
    shown = merged_names(Counter(map(name_of, rows)), successors)
    found: dict[str, list[AssessedDirective]] = {}
    for row in rows:
        found.setdefault(shown[name_of(row)], []).append(row)
    return tuple((name, tuple(found[name])) for name in sorted(found, key=name_order))
