"""Who is in the December 2023 appendix: the period from 15/11 on, judged on 14/12/2023."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import (
    TODAY,
    a_citation,
    a_completion,
    a_deadline_of,
    a_directive,
    an_assignment,
    assessed_on,
    every_month,
)
from tracker.core.assessed import AssessedDirective, CompletionKey
from tracker.core.deadline import Cycle, Deadline, DeadlineKind, Recurrence
from tracker.core.events import Event, Reopened, Suspended, Withdrawn
from tracker.core.membership import Membership, ReportedSoFar, matched, membership

STARTS_ON = date(2023, 11, 15)
ASSIGNED_ON = date(2023, 7, 21)

NOTHING = ReportedSoFar()
IN_A_REPORT = ReportedSoFar(rows=frozenset({(1, None, 0)}))
IN_A_MONTH = ReportedSoFar(rows=frozenset({(1, None, 0)}), same_kind_rows=frozenset({(1, None, 0)}))
ANOTHER_IN_A_REPORT = ReportedSoFar(rows=frozenset({(2, None, 0), (1, date(2023, 11, 25), 0)}))


def _row(*events: Event, is_pinned: bool = False) -> AssessedDirective:
    assignment = an_assignment(assigned_on=ASSIGNED_ON, is_pinned=is_pinned)
    (row,) = assessed_on(a_directive(*events, assignment=assignment), TODAY)
    return row


def _decided(row: AssessedDirective, reported: ReportedSoFar = NOTHING) -> Membership:
    return membership(row, period_starts_on=STARTS_ON, reported=reported)


# completed on, reported so far -> in the appendix, why or why not
COMPLETIONS = [
    (date(2023, 12, 14), NOTHING, Membership.COMPLETED_IN_PERIOD),
    (date(2023, 11, 15), NOTHING, Membership.COMPLETED_IN_PERIOD),
    (date(2023, 11, 14), NOTHING, Membership.NOT_REPORTED_BEFORE),
    (date(2023, 8, 1), NOTHING, Membership.NOT_REPORTED_BEFORE),
    (date(2023, 11, 14), IN_A_REPORT, Membership.REPORTED_BEFORE),
    (date(2023, 11, 14), IN_A_MONTH, Membership.REPORTED_BEFORE),
    (date(2023, 11, 14), ANOTHER_IN_A_REPORT, Membership.NOT_REPORTED_BEFORE),
    # A register that was begun with "reported until".
    (date(2023, 11, 14), ReportedSoFar(until=date(2023, 11, 14)), Membership.REPORTED_BEFORE),
    (date(2023, 11, 14), ReportedSoFar(until=date(2023, 11, 13)), Membership.NOT_REPORTED_BEFORE),
    # What was done within the period belongs to it: a year shows again what its months showed.
    (date(2023, 11, 27), IN_A_REPORT, Membership.COMPLETED_IN_PERIOD),
    (date(2023, 11, 27), ReportedSoFar(until=date(2023, 11, 30)), Membership.COMPLETED_IN_PERIOD),
    # But the month before may have been made late enough to show it already.
    (date(2023, 11, 27), IN_A_MONTH, Membership.REPORTED_BEFORE),
    # On an unknown day: until a report has shown it.
    (None, NOTHING, Membership.NOT_REPORTED_BEFORE),
    (None, ReportedSoFar(until=date(2023, 11, 14)), Membership.NOT_REPORTED_BEFORE),
    (None, IN_A_REPORT, Membership.REPORTED_BEFORE),
]


@pytest.mark.parametrize(("completed_on", "reported", "why"), COMPLETIONS)
def test_a_done_directive_is_in_the_period_it_was_done_in_or_in_the_first_report_after(
    completed_on: date | None, reported: ReportedSoFar, why: Membership
) -> None:
    assert _decided(_row(a_completion(completed_on)), reported) is why


@pytest.mark.parametrize("reported", [NOTHING, IN_A_REPORT, IN_A_MONTH])
def test_an_open_directive_is_in_every_appendix(reported: ReportedSoFar) -> None:
    suspended = Suspended(effective_on=date(2023, 12, 1), authority=a_citation())
    assert _decided(_row(), reported) is Membership.OPEN
    assert _decided(_row(suspended), reported) is Membership.OPEN


def test_an_open_directive_with_an_unclear_deadline_is_in_the_appendix() -> None:
    assignment = an_assignment(deadline=a_deadline_of(DeadlineKind.INVALID))
    (row,) = assessed_on(a_directive(assignment=assignment))
    assert _decided(row) is Membership.OPEN


def test_a_withdrawn_directive_is_left_out_even_when_pinned() -> None:
    withdrawn = Withdrawn(effective_on=date(2023, 12, 1), authority=a_citation())
    assert _decided(_row(withdrawn, is_pinned=True)) is Membership.WITHDRAWN


def test_a_pinned_directive_stays_although_it_was_reported_and_needs_no_pin_before() -> None:
    row = _row(a_completion(date(2023, 10, 30)), is_pinned=True)
    assert _decided(row, IN_A_REPORT) is Membership.PINNED
    assert _decided(row) is Membership.NOT_REPORTED_BEFORE


def test_the_turns_of_a_recurring_directive_are_decided_on_one_by_one() -> None:
    november = a_completion(date(2023, 11, 10), instance=date(2023, 11, 25))
    assignment = an_assignment(deadline=every_month(25))
    done, december = assessed_on(a_directive(november, assignment=assignment))[::-1]
    assert (done.facts.instance, december.facts.instance) == (
        date(2023, 11, 25),
        date(2023, 12, 25),
    )
    assert _decided(done) is Membership.NOT_REPORTED_BEFORE
    assert _decided(done, IN_A_REPORT) is Membership.NOT_REPORTED_BEFORE
    assert _decided(done, ANOTHER_IN_A_REPORT) is Membership.REPORTED_BEFORE
    assert _decided(december, ANOTHER_IN_A_REPORT) is Membership.OPEN


def test_only_the_withdrawn_the_reported_and_what_others_lead_are_left_out() -> None:
    left_out = {why for why in Membership if not why.is_included}
    assert left_out == {
        Membership.WITHDRAWN,
        Membership.REPORTED_BEFORE,
        Membership.SUPPORTING,
    }


def test_what_others_lead_is_left_out_unless_it_is_asked_for() -> None:
    assignment = an_assignment(assigned_on=ASSIGNED_ON, is_supporting=True)
    (row,) = assessed_on(a_directive(assignment=assignment), TODAY)
    assert _decided(row) is Membership.SUPPORTING
    asked_for = membership(row, period_starts_on=STARTS_ON, reported=NOTHING, with_supporting=True)
    assert asked_for is Membership.OPEN


@pytest.mark.parametrize("with_supporting", [True, False])
def test_what_others_lead_is_withdrawn_like_anything_else(*, with_supporting: bool) -> None:
    withdrawn = Withdrawn(effective_on=date(2023, 12, 1), authority=a_citation())
    assignment = an_assignment(is_supporting=True)
    (row,) = assessed_on(a_directive(withdrawn, assignment=assignment), TODAY)
    decided = membership(
        row, period_starts_on=STARTS_ON, reported=NOTHING, with_supporting=with_supporting
    )
    assert decided is Membership.WITHDRAWN


def test_what_was_returned_after_it_was_reported_is_reported_again_once_it_is_done_again() -> None:
    returned = Reopened(effective_on=date(2023, 11, 20), authority=a_citation())
    first = a_completion(date(2023, 11, 10))
    assert _decided(_row(first), IN_A_MONTH) is Membership.REPORTED_BEFORE
    assert _decided(_row(first, returned), IN_A_MONTH) is Membership.OPEN
    again = _row(first, returned, a_completion(date(2023, 12, 1)))
    assert _decided(again, IN_A_MONTH) is Membership.COMPLETED_IN_PERIOD
    both = ReportedSoFar(same_kind_rows=frozenset({(1, None, 0), (1, None, 1)}))
    assert _decided(again, both) is Membership.REPORTED_BEFORE


# The due day of a done turn was put right after a report had shown it.


def _turn(deadline: Deadline, instance: date) -> AssessedDirective:
    done = a_completion(date(2023, 11, 10), instance=instance)
    assignment = an_assignment(deadline=deadline)
    rows = assessed_on(a_directive(done, assignment=assignment))
    (row,) = (row for row in rows if row.facts.completed_on is not None)
    return row


def _shown(*keys: CompletionKey) -> ReportedSoFar:
    return ReportedSoFar(rows=frozenset(keys), same_kind_rows=frozenset(keys))


YEARLY = Deadline(
    text="trước ngày 15/12 hằng năm",
    kind=DeadlineKind.RECURRING,
    recurrence=Recurrence(cycle=Cycle.YEAR, day=15, month=12),
)
QUARTERLY = Deadline(
    text="hằng quý", kind=DeadlineKind.RECURRING, recurrence=Recurrence(cycle=Cycle.QUARTER)
)

# the deadline as it was put right, the due day as reported -> the due day now
MOVED = [
    (every_month(20), date(2023, 11, 25), date(2023, 11, 20)),
    (every_month(None), date(2023, 11, 25), date(2023, 11, 30)),
    (YEARLY, date(2023, 11, 30), date(2023, 12, 15)),
    (QUARTERLY, date(2023, 11, 25), date(2023, 12, 31)),
]


@pytest.mark.parametrize(("deadline", "was", "now"), MOVED)
def test_a_turn_whose_due_day_was_put_right_stays_reported(
    deadline: Deadline, was: date, now: date
) -> None:
    row = _turn(deadline, was)
    assert row.facts.instance == now
    known = matched(_shown((1, was, 0)), [row])
    assert known == _shown((1, was, 0), (1, now, 0))
    assert _decided(row, known) is Membership.REPORTED_BEFORE


@pytest.mark.parametrize("other", [(1, date(2023, 10, 25), 0), (2, date(2023, 11, 25), 0)])
def test_another_turn_and_another_directive_were_not_reported_by_it(other: CompletionKey) -> None:
    row = _turn(every_month(20), date(2023, 11, 25))
    assert matched(_shown(other), [row]) == _shown(other)


def test_a_turn_that_is_still_known_by_its_due_day_stands_for_itself() -> None:
    november = _turn(every_month(25), date(2023, 11, 25))
    assert matched(_shown(november.completion_key), [november]) == _shown(november.completion_key)


def test_what_does_not_recur_is_not_moved_nor_is_what_is_open() -> None:
    done, still_open = _row(a_completion(date(2023, 11, 10))), _row()
    for row in (done, still_open):
        reported = _shown((1, None, 3))
        assert matched(reported, [row]) == reported
