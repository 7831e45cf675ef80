"""A recurring directive, turn by turn: ``trước ngày 25 hằng tháng``, assigned on 03/11/2023."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    a_citation,
    a_completion,
    a_directive,
    an_assignment,
    an_extension,
    assessed_on,
    every_month,
)
from tests.lives import LAST_DAY, assignments, days, lives, recurring_deadlines
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import Progress, State
from tracker.core.events import Edited, Event, Extended, Reopened, Resumed, Suspended, Withdrawn
from tracker.core.life import Directive

MONTHLY = an_assignment(deadline=every_month(25))
NOVEMBER, DECEMBER, JANUARY = date(2023, 11, 25), date(2023, 12, 25), date(2024, 1, 25)


def _monthly(*events: Event) -> Directive:
    return a_directive(*events, assignment=MONTHLY)


def _on(directive: Directive, day: date) -> dict[date | None, Progress]:
    """The progress of each turn on a day, by its due day."""
    rows = assessed_on(directive, day)
    assert len({row.facts.instance for row in rows}) == len(rows)
    return {row.facts.instance: row.assessment.progress for row in rows}


def test_each_month_is_a_turn_of_its_own_open_from_the_first_to_its_due_day() -> None:
    directive = _monthly()
    assert _on(directive, date(2023, 11, 2)) == {}
    assert _on(directive, date(2023, 11, 3)) == {NOVEMBER: Progress.NOT_YET_DUE}
    assert _on(directive, NOVEMBER) == {NOVEMBER: Progress.NOT_YET_DUE}
    assert _on(directive, date(2023, 11, 26)) == {NOVEMBER: Progress.OVERDUE}


def test_a_missed_month_is_carried_as_overdue_until_the_next_falls_due_and_then_lapses() -> None:
    directive = _monthly()
    assert _on(directive, date(2023, 12, 1)) == {
        NOVEMBER: Progress.OVERDUE,
        DECEMBER: Progress.NOT_YET_DUE,
    }
    assert _on(directive, DECEMBER) == {
        NOVEMBER: Progress.OVERDUE,
        DECEMBER: Progress.NOT_YET_DUE,
    }
    assert _on(directive, date(2023, 12, 26)) == {DECEMBER: Progress.OVERDUE}


def test_a_turn_done_in_time_stays_as_done_and_the_next_one_opens() -> None:
    directive = _monthly(a_completion(date(2023, 11, 24), instance=NOVEMBER))
    assert _on(directive, date(2023, 11, 23)) == {NOVEMBER: Progress.NOT_YET_DUE}
    assert _on(directive, date(2023, 11, 24)) == {NOVEMBER: Progress.ON_TIME}
    assert _on(directive, date(2023, 12, 14)) == {
        NOVEMBER: Progress.ON_TIME,
        DECEMBER: Progress.NOT_YET_DUE,
    }


def test_a_turn_done_late_is_late_by_its_own_due_day() -> None:
    directive = _monthly(a_completion(date(2023, 11, 28), instance=NOVEMBER))
    assert _on(directive, date(2023, 11, 27)) == {NOVEMBER: Progress.OVERDUE}
    (row,) = assessed_on(directive, date(2023, 11, 28))
    assert (row.assessment.progress, row.assessment.days_late) == (Progress.LATE, 3)


def test_a_turn_done_after_it_lapsed_comes_back_as_late() -> None:
    directive = _monthly(a_completion(date(2024, 1, 5), instance=NOVEMBER))
    assert NOVEMBER not in _on(directive, date(2024, 1, 4))
    assert _on(directive, date(2024, 1, 5))[NOVEMBER] is Progress.LATE


def test_a_turn_done_before_its_period_opens_is_never_seen_open() -> None:
    directive = _monthly(a_completion(date(2023, 11, 28), instance=DECEMBER))
    assert _on(directive, date(2023, 11, 28))[DECEMBER] is Progress.ON_TIME
    assert _on(directive, date(2023, 12, 14))[DECEMBER] is Progress.ON_TIME


def test_a_turn_done_on_an_unknown_day_needs_review_from_the_opening_of_its_period_on() -> None:
    directive = _monthly(a_completion(None, instance=DECEMBER))
    assert DECEMBER not in _on(directive, date(2023, 11, 30))
    assert _on(directive, date(2023, 12, 1))[DECEMBER] is Progress.NEEDS_REVIEW


def test_of_two_completions_of_one_turn_the_one_entered_later_holds() -> None:
    directive = _monthly(
        a_completion(date(2023, 11, 28), instance=NOVEMBER),
        a_completion(date(2023, 11, 24), instance=NOVEMBER),
    )
    assert _on(directive, date(2023, 11, 30)) == {NOVEMBER: Progress.ON_TIME}


def test_while_the_series_is_suspended_its_turns_are_suspended() -> None:
    directive = _monthly(
        Suspended(effective_on=date(2023, 11, 20), authority=a_citation()),
        Resumed(effective_on=date(2023, 12, 5), authority=a_citation()),
    )
    assert _on(directive, date(2023, 11, 19)) == {NOVEMBER: Progress.NOT_YET_DUE}
    assert _on(directive, date(2023, 11, 28)) == {NOVEMBER: Progress.SUSPENDED}
    assert _on(directive, date(2023, 12, 5))[DECEMBER] is Progress.NOT_YET_DUE


def test_a_withdrawn_series_is_one_withdrawn_row_and_its_done_turns_stay_done() -> None:
    directive = _monthly(
        a_completion(date(2023, 11, 24), instance=NOVEMBER),
        Withdrawn(effective_on=date(2023, 12, 1), authority=a_citation()),
    )
    assert _on(directive, date(2023, 12, 14)) == {
        NOVEMBER: Progress.ON_TIME,
        None: Progress.WITHDRAWN,
    }


def test_a_turn_done_after_the_withdrawal_does_not_count_until_the_series_is_restored() -> None:
    withdrawn = Withdrawn(effective_on=date(2023, 11, 20), authority=a_citation())
    restored = Reopened(effective_on=date(2023, 12, 5), authority=a_citation())
    completion = a_completion(date(2023, 11, 24), instance=NOVEMBER)
    assert _on(_monthly(completion, withdrawn), date(2023, 11, 30)) == {None: Progress.WITHDRAWN}
    directive = _monthly(completion, withdrawn, restored)
    assert _on(directive, date(2023, 11, 30)) == {None: Progress.WITHDRAWN}
    assert _on(directive, date(2023, 12, 5)) == {
        NOVEMBER: Progress.ON_TIME,
        DECEMBER: Progress.NOT_YET_DUE,
    }


def test_a_done_turn_stays_the_same_months_turn_when_its_due_day_is_put_right() -> None:
    after = replace(MONTHLY, deadline=every_month(20))
    directive = _monthly(
        a_completion(date(2023, 11, 24), instance=NOVEMBER), Edited(before=MONTHLY, after=after)
    )
    assert _on(directive, date(2023, 12, 14)) == {
        date(2023, 11, 20): Progress.LATE,
        date(2023, 12, 20): Progress.NOT_YET_DUE,
    }


def test_a_letter_that_sets_one_last_day_ends_the_series_from_its_date_on() -> None:
    directive = _monthly(
        a_completion(date(2023, 11, 24), instance=NOVEMBER),
        an_extension(date(2024, 3, 31), approved_on=date(2023, 12, 5)),
    )
    assert _on(directive, date(2023, 12, 4)) == {
        NOVEMBER: Progress.ON_TIME,
        DECEMBER: Progress.NOT_YET_DUE,
    }
    assert _on(directive, date(2023, 12, 5)) == {
        NOVEMBER: Progress.ON_TIME,
        None: Progress.NOT_YET_DUE,
    }


def test_a_letter_may_turn_a_plain_directive_into_a_series() -> None:
    letter = Extended(deadline=every_month(25), authority=a_citation(issued_on=date(2023, 12, 5)))
    directive = a_directive(letter)
    assert _on(directive, date(2023, 12, 4)) == {None: Progress.NOT_YET_DUE}
    assert DECEMBER in _on(directive, date(2023, 12, 5))
    assert None not in _on(directive, date(2023, 12, 5))


def test_a_series_without_a_rule_needs_review_instead_of_being_in_time_for_ever() -> None:
    deadline = Deadline(text="định kỳ", kind=DeadlineKind.RECURRING)
    directive = a_directive(assignment=an_assignment(deadline=deadline))
    assert _on(directive, date(2023, 12, 14)) == {None: Progress.NEEDS_REVIEW}


recurring_lives = lives(of=assignments(recurring_deadlines()))


@given(directive=recurring_lives, day=days())
def test_no_turn_is_ever_shown_twice_on_one_day(directive: Directive, day: date) -> None:
    rows = [facts.instance for facts in directive.facts_on(day)]
    assert len(rows) == len(set(rows))


@given(directive=recurring_lives, day=days(), ahead=st.integers(0, 3650))
def test_a_recurring_directive_is_in_sight_on_every_day_from_its_assignment_on(
    directive: Directive, day: date, ahead: int
) -> None:
    since = directive.assignment.assigned_on
    for seen_on in (max(day, since), date.fromordinal(LAST_DAY.toordinal() + ahead)):
        assert directive.facts_on(seen_on)
    assert directive.facts_on(date.fromordinal(since.toordinal() - 1)) == ()


@given(directive=recurring_lives)
def test_only_done_turns_go_on_without_an_end(directive: Directive) -> None:
    for span in directive.spans:
        if span.facts.instance is not None:
            assert (span.until is None) is (span.facts.state is State.DONE)
