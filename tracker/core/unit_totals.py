"""How each division stands: counts that add up, and the share of what it did in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Progress
from tracker.core.layout_rows import by_name
from tracker.core.successors import Successors
from tracker.core.totals import TotalsDoNotAddUp


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTotals:
    """The directives of one division, or of all, in numbers."""

    total: int = 0
    on_time: int = 0
    late: int = 0
    in_time: int = 0
    overdue: int = 0
    other: int = 0
    """Suspended, or in need of review."""
    due_soon: int = 0
    """Among those in time."""
    no_deadline: int = 0
    """Among all others."""
    on_time_by_a_day: int = 0
    """Done on time with a day set: without one nobody could have been late."""

    def __post_init__(self) -> None:
        if self.total != self.on_time + self.late + self.in_time + self.overdue + self.other:
            raise TotalsDoNotAddUp("the parts of a division are not its total")

    @property
    def rate(self) -> Fraction | None:
        """Done on time among all whose day has come; None where it has come for none."""
        due = self.on_time_by_a_day + self.late + self.overdue
        return Fraction(self.on_time_by_a_day, due) if due else None


_COUNTED: dict[str, Callable[[AssessedDirective], bool]] = {
    "total": lambda _: True,
    "on_time": lambda row: row.assessment.progress is Progress.ON_TIME,
    "late": lambda row: row.assessment.progress is Progress.LATE,
    "in_time": lambda row: row.assessment.progress is Progress.NOT_YET_DUE,
    "overdue": lambda row: row.assessment.progress is Progress.OVERDUE,
    "other": lambda row: row.assessment.progress in (Progress.SUSPENDED, Progress.NEEDS_REVIEW),
    "due_soon": lambda row: row.assessment.is_due_soon,
    "no_deadline": lambda row: row.assessment.has_no_deadline,
    "on_time_by_a_day": lambda row: (
        row.assessment.progress is Progress.ON_TIME and row.assessment.effective_due_on is not None
    ),
}


def count_up(rows: Sequence[AssessedDirective]) -> UnitTotals:
    """The numbers of some rows."""
    return UnitTotals(**{name: sum(map(is_so, rows)) for name, is_so in _COUNTED.items()})


def totals_by_unit(
    rows: Sequence[AssessedDirective], successors: Successors
) -> tuple[tuple[str, UnitTotals], ...]:
    """Each division with its numbers, in Vietnamese order, what no division leads last."""
    found = tuple((unit, count_up(of_unit)) for unit, of_unit in by_name(rows, _unit, successors))
    if _sum(totals for _, totals in found) != count_up(rows):
        raise TotalsDoNotAddUp("the divisions together are not all rows")
    return found


def _unit(row: AssessedDirective) -> str:
    return row.unit


def _sum(parts: Iterable[UnitTotals]) -> UnitTotals:
    numbers = tuple(parts)
    return UnitTotals(
        **{one.name: sum(getattr(part, one.name) for part in numbers) for one in fields(UnitTotals)}
    )
