"""Who is in a period's appendix, and why the others are not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import State


class Membership(StrEnum):
    """The reason a directive is in a period's appendix, or is left out of it."""

    OPEN = "open"
    COMPLETED_IN_PERIOD = "completed_in_period"
    NOT_REPORTED_BEFORE = "not_reported_before"
    """Completed before the period (or on an unknown day) and in no issued report yet."""
    PINNED = "pinned"
    """Reported before, and kept in every appendix all the same."""
    WITHDRAWN = "withdrawn"
    REPORTED_BEFORE = "reported_before"

    @property
    def is_included(self) -> bool:
        """Whether such a directive is a row of the appendix."""
        return self not in (Membership.WITHDRAWN, Membership.REPORTED_BEFORE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedSoFar:
    """What earlier reports already showed as done."""

    until: date | None = None
    """Everything completed on or before this day counts as reported (a new register)."""
    rows: frozenset[tuple[int, date | None]] = frozenset()
    """(directive id, instance) shown as done in an issued report on an earlier period."""
    same_kind_rows: frozenset[tuple[int, date | None]] = frozenset()
    """Those of them in reports of the same kind, months for a month. Where one was made some
    days after its period's end, it shows completions of the next period already; a year, on
    the other hand, shows again what its months showed."""

    def holds(self, row: AssessedDirective) -> bool:
        """Whether this completed row was reported before."""
        completed_on = row.facts.completed_on
        if completed_on is not None and self.until is not None and completed_on <= self.until:
            return True
        return (row.id, row.facts.instance) in self.rows | self.same_kind_rows

    def holds_of_same_kind(self, row: AssessedDirective) -> bool:
        """Whether a report of the same kind showed it, even before its period began."""
        return (row.id, row.facts.instance) in self.same_kind_rows


def membership(
    row: AssessedDirective, *, period_starts_on: date, reported: ReportedSoFar
) -> Membership:
    """Decide on one row, judged as of the report's day.

    The window of completions needs no upper end: a completion after the as-of day is not
    yet a fact, and where the as-of day is later than the period's end it ends there.
    """
    if row.facts.state is State.WITHDRAWN:
        return Membership.WITHDRAWN
    if row.facts.state is not State.DONE:
        return Membership.OPEN
    completed_on = row.facts.completed_on
    is_in_period = completed_on is not None and completed_on >= period_starts_on
    if is_in_period and not reported.holds_of_same_kind(row):
        return Membership.COMPLETED_IN_PERIOD
    if not reported.holds(row):
        return Membership.NOT_REPORTED_BEFORE
    return Membership.PINNED if row.is_pinned else Membership.REPORTED_BEFORE
