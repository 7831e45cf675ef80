"""What a report on a period holds: its rows, its totals, and who was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Group
from tracker.core.membership import Membership
from tracker.core.periods import ReportingPeriod
from tracker.core.totals import GROUPS, Count, Totals, TotalsDoNotAddUp, add_up

Judged = tuple[AssessedDirective, Membership]
"""A row, and why it is in the report or is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContents:
    """Everything a report says, before any layout: every file and text is made from this."""

    period: ReportingPeriod
    as_of: date
    rows: tuple[AssessedDirective, ...]
    """All rows in the order asked for; the groups are read off them."""
    totals: Totals
    left_out: tuple[Judged, ...] = ()

    def __post_init__(self) -> None:
        for group in GROUPS:
            if self.totals.groups[group]["total"] != len(self.rows_of(Group(group))):
                raise TotalsDoNotAddUp("a group's total is not the number of its rows")
        if self.totals.total != len(self.rows):
            raise TotalsDoNotAddUp("the total is not the number of rows")

    def rows_of(self, group: Group) -> tuple[AssessedDirective, ...]:
        """The rows of one part of the appendix, in order."""
        return tuple(row for row in self.rows if row.assessment.group is group)


def report_contents(
    period: ReportingPeriod, as_of: date, *, judged: Iterable[Judged]
) -> ReportContents:
    """Divide judged rows into those of the report and those left out, and add them up."""
    everyone = tuple(judged)
    rows = tuple(row for row, why in everyone if why.is_included)
    left_out = tuple((row, why) for row, why in everyone if not why.is_included)
    withdrawn = tuple(row for row, why in left_out if why is Membership.WITHDRAWN)
    totals = add_up(map(_count, rows + withdrawn))
    return ReportContents(period=period, as_of=as_of, rows=rows, totals=totals, left_out=left_out)


def _count(row: AssessedDirective) -> Count:
    assessment = row.assessment
    return Count(
        assessment.group,
        assessment.progress,
        is_due_soon=assessment.is_due_soon,
        has_no_deadline=assessment.has_no_deadline,
        number=1,
    )
