"""What each division must be reminded of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Progress
from tracker.core.successors import Successors
from tracker.core.vietnamese import fold, sort_key
from tracker.operations.desk import Desk
from tracker.operations.queries import UnknownName, unknown_name
from tracker.store.listing import assessed
from tracker.store.naming import names, supporting_names
from tracker.store.reading import open_reading
from tracker.store.selection import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """The open directives of one division that are late or soon will be."""

    unit: str
    """Empty for directives that no division leads."""
    overdue: tuple[AssessedDirective, ...]
    """The longest overdue first."""
    due_soon: tuple[AssessedDirective, ...]
    """The next due first."""
    supported: tuple[AssessedDirective, ...] = ()
    """Late or due soon, led by another division that this one supports."""


def reminders(
    desk: Desk, *, as_of: date, unit: str | None, successors: Successors
) -> tuple[Reminder, ...]:
    """One for each division that has something to be reminded of, in Vietnamese order."""
    with open_reading(desk.location) as reading:
        rows = assessed(
            reading,
            as_of=as_of,
            policy=desk.policy,
            selection=Selection(progress=_OPEN, is_supporting=False),
        )
    pressing = sorted(filter(_is_pressing, rows), key=_due)
    units = {fold(name): name for row in pressing for name in _named(row, successors)}
    wanted = units.keys() if unit is None else {fold(successors.of(unit))} & units.keys()
    return tuple(
        reminder
        for name in sorted(
            (units[key] for key in wanted), key=lambda name: (not name, sort_key(name))
        )
        if (reminder := _reminder(name, pressing, successors.of)) is not None
    )


def unknown_unit(desk: Desk, unit: str, *, successors: Successors) -> UnknownName | None:
    """That no division of this name leads or supports anything, where that is so."""
    with open_reading(desk.location) as reading:
        written = (*names(reading, "unit"), *supporting_names(reading))
    return unknown_name("unit", (successors.of(unit),), map(successors.of, written))


_OPEN = frozenset({Progress.OVERDUE, Progress.NOT_YET_DUE})


def _is_pressing(row: AssessedDirective) -> bool:
    return row.assessment.progress is Progress.OVERDUE or row.assessment.is_due_soon


def _due(row: AssessedDirective) -> tuple[date, int]:
    return row.assessment.effective_due_on or date.max, row.id


def _named(row: AssessedDirective, successors: Successors) -> Iterable[str]:
    yield successors.of(row.unit)
    yield from map(successors.of, row.supporting_units)


def _reminder(
    unit: str, rows: Sequence[AssessedDirective], successor: Callable[[str], str]
) -> Reminder | None:
    key = fold(unit)
    led = [row for row in rows if fold(successor(row.unit)) == key]
    reminder = Reminder(
        unit=unit,
        overdue=tuple(row for row in led if row.assessment.progress is Progress.OVERDUE),
        due_soon=tuple(row for row in led if row.assessment.is_due_soon),
        supported=tuple(
            row
            for row in rows
            if row not in led and key in {fold(successor(name)) for name in row.supporting_units}
        ),
    )
    has_any = reminder.overdue or reminder.due_soon or reminder.supported
    return reminder if has_any else None
