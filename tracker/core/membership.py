"""Who is in a period's appendix, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tracker.core.assessed import AssessedDirective, CompletionKey
from tracker.core.directive import State
from tracker.core.recurrence import turn_at


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
    SUPPORTING = "supporting"
    """The office does not lead it."""

    @property
    def is_included(self) -> bool:
        """Whether such a directive is a row of the appendix."""
        return self not in _LEFT_OUT


_LEFT_OUT = (Membership.WITHDRAWN, Membership.REPORTED_BEFORE, Membership.SUPPORTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedSoFar:
    """What earlier reports already showed as done."""

    until: date | None = None
    """Everything completed on or before this day counts as reported (a new register)."""
    rows: frozenset[CompletionKey] = frozenset()
    """Shown as done in an issued report on an earlier period."""
    same_kind_rows: frozenset[CompletionKey] = frozenset()
    """Shown as done in any other issued report of the same kind, months for a month. Where one
    was made some days after its period's end, it shows completions of the next period already; a
    year, on the other hand, shows again what its months showed."""

    def holds(self, row: AssessedDirective) -> bool:
        """Whether this completed row was reported before."""
        completed_on = row.facts.completed_on
        if completed_on is not None and self.until is not None and completed_on <= self.until:
            return True
        return row.completion_key in self.rows or row.completion_key in self.same_kind_rows

    def holds_of_same_kind(self, row: AssessedDirective) -> bool:
        """Whether a report of the same kind showed it, even before its period began."""
        return row.completion_key in self.same_kind_rows


def matched(reported: ReportedSoFar, rows: Iterable[AssessedDirective]) -> ReportedSoFar:
    """With the turns whose due day was put right since under the due day they have now.

    A turn that no row answers to any more is the one in whose period its old due day lies.
    """
    done = [row for row in rows if row.facts.state is State.DONE]
    return replace(
        reported,
        rows=reported.rows | _moved(reported.rows, done),
        same_kind_rows=reported.same_kind_rows | _moved(reported.same_kind_rows, done),
    )


def _moved(
    reported: frozenset[CompletionKey], done: Sequence[AssessedDirective]
) -> set[CompletionKey]:
    """The keys under which turns that were reported are known now, where those are others."""
    old_due_days: dict[tuple[int, int], set[date]] = {}
    for id, instance, reopen_count in reported - {row.completion_key for row in done}:
        if instance is not None:
            old_due_days.setdefault((id, reopen_count), set()).add(instance)
    return {
        row.completion_key
        for row in done
        if any(
            _is_turn_of(row, due_on)
            for due_on in old_due_days.get((row.id, row.facts.reopen_count), ())
        )
    }


def _is_turn_of(row: AssessedDirective, due_on: date) -> bool:
    recurrence = row.facts.deadline.recurrence
    return recurrence is not None and turn_at(recurrence, due_on).due_on == row.facts.instance


def membership(
    row: AssessedDirective,
    *,
    period_starts_on: date,
    reported: ReportedSoFar,
    with_supporting: bool = False,
) -> Membership:
    """Decide on one row, judged as of the report's day.

    The window of completions needs no upper end: a completion after the as-of day is not
    yet a fact, and where the as-of day is later than the period's end it ends there.
    """
    if row.facts.state is State.WITHDRAWN:
        return Membership.WITHDRAWN
    if row.is_supporting and not with_supporting:
        return Membership.SUPPORTING
    if row.facts.state is not State.DONE:
        return Membership.OPEN
    completed_on = row.facts.completed_on
    is_in_period = completed_on is not None and completed_on >= period_starts_on
    if is_in_period and not reported.holds_of_same_kind(row):
        return Membership.COMPLETED_IN_PERIOD
    if not reported.holds(row):
        return Membership.NOT_REPORTED_BEFORE
    return Membership.PINNED if row.is_pinned else Membership.REPORTED_BEFORE
