"""What may be said of a finished report: do its numbers hold, was everything done in time?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tracker.core.report import ReportContents
from tracker.core.report_checks import Check, number_checks, one_group_check
from tracker.core.totals import Totals


class Hindrance(StrEnum):
    """Why a report may not claim "đầy đủ, đúng thời gian"."""

    NOTHING_ASSIGNED = "nothing_assigned"
    """There is nothing that could have been done in time."""
    OVERDUE = "overdue"
    LATE = "late"
    NEEDS_REVIEW = "needs_review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was checked of a report, and what stands in the way of its claim."""

    checks: tuple[Check, ...]
    hindrances: Mapping[Hindrance, int]
    """How many rows there are of each kind of trouble; only what there is."""

    @property
    def is_sound(self) -> bool:
        """Whether every check holds."""
        return all(check.holds for check in self.checks)

    @property
    def may_claim(self) -> bool:
        """Whether "đầy đủ, đúng thời gian" may be said."""
        return self.is_sound and not self.hindrances


def verdict_on(contents: ReportContents) -> Verdict:
    """Check a report, and look for what forbids its claim."""
    numbers = number_checks(contents.totals, contents.rows, contents.left_out)
    return Verdict(
        checks=(*numbers, one_group_check(contents.rows)),
        hindrances=_hindrances(contents.totals),
    )


def _hindrances(totals: Totals) -> Mapping[Hindrance, int]:
    if totals.total == 0:
        return {Hindrance.NOTHING_ASSIGNED: 0}
    troubles = {
        Hindrance.OVERDUE: totals.overdue,
        Hindrance.LATE: totals.groups["done"]["late"],
        Hindrance.NEEDS_REVIEW: totals.needs_review,
    }
    return {hindrance: number for hindrance, number in troubles.items() if number}
