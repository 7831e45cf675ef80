"""What must hold of the numbers of a report: each check with the numbers it is made on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Group
from tracker.core.membership import Membership
from tracker.core.totals import Totals, sums


class CheckKind(StrEnum):
    """Which number of a report is checked."""

    TOTAL = "total"
    """The three groups together, and all rows."""
    DONE = "done"
    """The sum of its parts, and the rows under its heading; so are the other two groups."""
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    ONE_GROUP = "one_group"
    """Every row stands in exactly one group, and once."""
    WITHDRAWN = "withdrawn"
    """Beside the total: the rows left out for that reason; so is the other one."""
    SUPPORTING = "supporting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A number of a report beside what it must be equal to."""

    kind: CheckKind
    stated: int
    """As the report gives it."""
    parts: Mapping[str, int] = field(default_factory=dict)
    """What it must be the sum of, by name; empty where it has no parts."""
    counted: int
    """How many rows it stands for."""

    @property
    def is_sum(self) -> bool:
        """Whether the parts come to the number, none of them less than nothing."""
        numbers = self.parts.values()
        return not numbers or (self.stated == sum(numbers) and min(numbers) >= 0)

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong with the number."""
        return self.is_sum and self.stated == self.counted


def number_checks(
    totals: Totals,
    rows: Iterable[AssessedDirective],
    left_out: Iterable[tuple[AssessedDirective, Membership]],
) -> tuple[Check, ...]:
    """Check every number of a report against its parts, its rows and those left out."""
    counted = Counter(row.assessment.group for row in rows)
    rows_of = {"total": counted.total(), **{group.value: counted[group] for group in Group}}
    beside = Counter(why for _, why in left_out)
    return (
        *(
            Check(kind=CheckKind(name), stated=whole, parts=parts, counted=rows_of[name])
            for name, whole, parts in sums(totals)
        ),
        Check(
            kind=CheckKind.WITHDRAWN,
            stated=totals.withdrawn,
            counted=beside[Membership.WITHDRAWN],
        ),
        Check(
            kind=CheckKind.SUPPORTING,
            stated=totals.supporting,
            counted=beside[Membership.SUPPORTING],
        ),
    )


def one_group_check(rows: Sequence[AssessedDirective]) -> Check:
    """Check that every row, or turn of a recurring directive, stands in one group, and once."""
    group_of = {row.key: row.assessment.group for row in rows}
    found = Counter(group_of.values())
    return Check(
        kind=CheckKind.ONE_GROUP,
        stated=len(rows),
        parts={group.value: found[group] for group in Group},
        counted=len(group_of),
    )
