"""What a report on a period holds: its rows, its totals, and who was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Group
from tracker.core.membership import Membership
from tracker.core.periods import ReportingPeriod
from tracker.core.report_checks import number_checks
from tracker.core.totals import SUPPORTING, Count, Totals, TotalsDoNotAddUp, add_up

Judged = tuple[AssessedDirective, Membership]
"""A row, and why it is in the report or is not."""


_BESIDE = (Membership.WITHDRAWN, Membership.SUPPORTING)
"""Left out, and a number beside the total all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContents:
    """Everything a report says, before any layout: every file and text is made from this."""

    period: ReportingPeriod
    as_of: date
    rows: tuple[AssessedDirective, ...]
    """All rows in the order asked for; the groups are read off them."""
    totals: Totals
    reasons: tuple[Membership, ...] = ()
    """Why each of the rows is in the report, in their order."""
    left_out: tuple[Judged, ...] = ()

    def __post_init__(self) -> None:
        for check in number_checks(self.totals, self.rows, self.left_out):
            if not check.holds:
                raise TotalsDoNotAddUp(f"a number is not what it stands for: {check}")

    def rows_of(self, group: Group) -> tuple[AssessedDirective, ...]:
        """The rows of one part of the appendix, in order."""
        return tuple(row for row in self.rows if row.assessment.group is group)

    @property
    def judged(self) -> tuple[Judged, ...]:
        """The rows, each with the reason why it is in the report."""
        return tuple(zip(self.rows, self.reasons, strict=True))


def report_contents(
    period: ReportingPeriod, as_of: date, *, judged: Iterable[Judged]
) -> ReportContents:
    """Divide judged rows into those of the report and those left out, and add them up."""
    everyone = tuple(judged)
    shown = tuple((row, why) for row, why in everyone if why.is_included)
    rows = tuple(row for row, _ in shown)
    left_out = tuple((row, why) for row, why in everyone if not why.is_included)
    beside = [_count(row, why) for row, why in left_out if why in _BESIDE]
    totals = add_up([*(_count(row, why) for row, why in shown), *beside])
    return ReportContents(
        period=period,
        as_of=as_of,
        rows=rows,
        totals=totals,
        reasons=tuple(why for _, why in shown),
        left_out=left_out,
    )


def _count(row: AssessedDirective, why: Membership) -> Count:
    assessment = row.assessment
    return Count(
        SUPPORTING if why is Membership.SUPPORTING else assessment.group,
        assessment.progress,
        is_due_soon=assessment.is_due_soon,
        has_no_deadline=assessment.has_no_deadline,
        number=1,
    )
