"""The judgement, written so that an official can check it line by line."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, a_deadline_of, some_facts
from tests.lives import days, deadlines
from tracker.core.deadline import DeadlineKind
from tracker.core.directive import Facts, Group, Progress, State
from tracker.core.rules import Assessment, DeadlinePolicy, Policy, classify, effective_due_on

NOMINAL = Policy()
ROLLED = Policy(deadline_policy=DeadlinePolicy.NEXT_WORKING_DAY)

OPEN = State.IN_PROGRESS
DONE = State.DONE

# A Sunday (10/12/2023) and the Monday after it; a Friday (15/12/2023).
SUNDAY, MONDAY = date(2023, 12, 10), date(2023, 12, 11)
FRIDAY = date(2023, 12, 15)

# state, deadline, completed on, as of -> progress, days late
BOUNDARIES = [
    # Open: on the last day in time, the day after late.
    (OPEN, FRIDAY, None, date(2023, 12, 14), Progress.NOT_YET_DUE, 0),
    (OPEN, FRIDAY, None, date(2023, 12, 15), Progress.NOT_YET_DUE, 0),
    (OPEN, FRIDAY, None, date(2023, 12, 16), Progress.OVERDUE, 1),
    (OPEN, FRIDAY, None, date(2024, 1, 1), Progress.OVERDUE, 17),
    (OPEN, date(2024, 2, 29), None, date(2024, 2, 29), Progress.NOT_YET_DUE, 0),
    (OPEN, date(2024, 2, 29), None, date(2024, 3, 1), Progress.OVERDUE, 1),
    # Not started: judged the same.
    (State.NOT_STARTED, FRIDAY, None, date(2023, 12, 15), Progress.NOT_YET_DUE, 0),
    (State.NOT_STARTED, FRIDAY, None, date(2023, 12, 18), Progress.OVERDUE, 3),
    # Done: by the day of completion, whenever one looks.
    (DONE, FRIDAY, date(2023, 12, 14), date(2023, 12, 14), Progress.ON_TIME, 0),
    (DONE, FRIDAY, date(2023, 12, 15), date(2023, 12, 15), Progress.ON_TIME, 0),
    (DONE, FRIDAY, date(2023, 12, 16), date(2023, 12, 16), Progress.LATE, 1),
    (DONE, FRIDAY, date(2023, 12, 15), date(2024, 6, 30), Progress.ON_TIME, 0),
    (DONE, FRIDAY, date(2023, 12, 25), date(2024, 6, 30), Progress.LATE, 10),
    # Without a deadline: never late.
    (OPEN, None, None, date(2033, 1, 1), Progress.NOT_YET_DUE, 0),
    (DONE, None, date(2033, 1, 1), date(2033, 1, 1), Progress.ON_TIME, 0),
    # Done on an unknown day: nobody can say.
    (DONE, FRIDAY, None, date(2023, 12, 14), Progress.NEEDS_REVIEW, 0),
    (DONE, None, None, date(2023, 12, 14), Progress.NEEDS_REVIEW, 0),
    # Halted or taken back: never late.
    (State.SUSPENDED, FRIDAY, None, date(2024, 6, 30), Progress.SUSPENDED, 0),
    (State.WITHDRAWN, FRIDAY, None, date(2024, 6, 30), Progress.WITHDRAWN, 0),
]


@pytest.mark.parametrize(
    ("state", "due_on", "completed_on", "as_of", "progress", "days_late"), BOUNDARIES
)
def test_on_the_last_day_it_is_in_time_and_the_day_after_it_is_late(
    *,
    state: State,
    due_on: date | None,
    completed_on: date | None,
    as_of: date,
    progress: Progress,
    days_late: int,
) -> None:
    facts = some_facts(due_on, state=state, completed_on=completed_on)
    assessment = classify(facts, as_of, NOMINAL)
    assert (assessment.progress, assessment.days_late) == (progress, days_late)


KINDS = [
    # kind of deadline -> while open, once done
    (DeadlineKind.NONE, Progress.NOT_YET_DUE, Progress.ON_TIME),
    (DeadlineKind.ONGOING, Progress.NOT_YET_DUE, Progress.ON_TIME),
    (DeadlineKind.CONDITIONAL, Progress.NOT_YET_DUE, Progress.ON_TIME),
    (DeadlineKind.INCOMPLETE, Progress.NEEDS_REVIEW, Progress.NEEDS_REVIEW),
    (DeadlineKind.INVALID, Progress.NEEDS_REVIEW, Progress.NEEDS_REVIEW),
]


@pytest.mark.parametrize(("kind", "while_open", "once_done"), KINDS)
def test_a_deadline_without_a_day_is_never_late_and_an_unclear_one_never_in_time(
    kind: DeadlineKind, while_open: Progress, once_done: Progress
) -> None:
    facts = some_facts(deadline=a_deadline_of(kind))
    not_started = some_facts(deadline=a_deadline_of(kind), state=State.NOT_STARTED)
    done = some_facts(deadline=a_deadline_of(kind), state=DONE, completed_on=TODAY)
    assert classify(facts, TODAY, NOMINAL).progress is while_open
    assert classify(not_started, TODAY, NOMINAL).progress is while_open
    assert classify(done, TODAY, NOMINAL).progress is once_done
    assert classify(done, TODAY, NOMINAL).has_no_deadline is not facts.deadline.is_unclear


def test_a_suspended_directive_with_an_unclear_deadline_is_suspended() -> None:
    facts = some_facts(deadline=a_deadline_of(DeadlineKind.INVALID), state=State.SUSPENDED)
    assert classify(facts, TODAY, NOMINAL).progress is Progress.SUSPENDED


@pytest.mark.parametrize(
    ("state", "group"),
    [
        (State.DONE, Group.DONE),
        (State.IN_PROGRESS, Group.IN_PROGRESS),
        (State.SUSPENDED, Group.IN_PROGRESS),
        (State.NOT_STARTED, Group.NOT_STARTED),
        (State.WITHDRAWN, None),
    ],
)
def test_the_group_follows_the_recorded_state(state: State, group: Group | None) -> None:
    assert classify(some_facts(state=state), TODAY, NOMINAL).group is group


# policy, completed on or None, as of -> progress, days late
DAY_OFF = [
    (NOMINAL, None, SUNDAY, Progress.NOT_YET_DUE, 0),
    (NOMINAL, None, MONDAY, Progress.OVERDUE, 1),
    (NOMINAL, MONDAY, MONDAY, Progress.LATE, 1),
    (ROLLED, None, SUNDAY, Progress.NOT_YET_DUE, 0),
    (ROLLED, None, MONDAY, Progress.NOT_YET_DUE, 0),
    (ROLLED, None, date(2023, 12, 12), Progress.OVERDUE, 1),
    (ROLLED, MONDAY, MONDAY, Progress.ON_TIME, 0),
    (ROLLED, date(2023, 12, 13), date(2023, 12, 13), Progress.LATE, 2),
]


@pytest.mark.parametrize(("policy", "completed_on", "as_of", "progress", "days_late"), DAY_OFF)
def test_a_deadline_on_a_sunday_ends_that_day_or_the_next_working_day_by_policy(
    *,
    policy: Policy,
    completed_on: date | None,
    as_of: date,
    progress: Progress,
    days_late: int,
) -> None:
    state = DONE if completed_on else OPEN
    facts = some_facts(SUNDAY, state=state, completed_on=completed_on)
    assessment = classify(facts, as_of, policy)
    assert (assessment.progress, assessment.days_late) == (progress, days_late)
    assert assessment.is_due_on_day_off


def test_a_deadline_on_a_working_day_is_the_same_under_both_policies() -> None:
    facts = some_facts(FRIDAY)
    assert effective_due_on(facts, NOMINAL) == effective_due_on(facts, ROLLED) == FRIDAY
    assert not classify(facts, TODAY, NOMINAL).is_due_on_day_off


# days before the deadline -> due soon, with the notice of seven days
NOTICE = [(8, False), (7, True), (1, True), (0, True), (-1, False)]


@pytest.mark.parametrize(("days_left", "is_due_soon"), NOTICE)
def test_due_soon_begins_seven_days_before_the_deadline_and_ends_with_it(
    days_left: int, *, is_due_soon: bool
) -> None:
    assessment = classify(some_facts(FRIDAY), FRIDAY - timedelta(days=days_left), NOMINAL)
    assert assessment.is_due_soon is is_due_soon
    assert assessment.days_left == days_left


def test_the_notice_is_as_long_as_the_office_wants_it() -> None:
    facts, as_of = some_facts(FRIDAY), FRIDAY - timedelta(days=5)
    assert not classify(facts, as_of, Policy(due_soon_days=4)).is_due_soon
    assert classify(facts, as_of, Policy(due_soon_days=5)).is_due_soon


@pytest.mark.parametrize("state", [State.DONE, State.SUSPENDED, State.WITHDRAWN])
def test_what_is_not_being_worked_on_has_no_days_left_and_is_not_due_soon(state: State) -> None:
    facts = some_facts(FRIDAY, state=state, completed_on=TODAY if state is DONE else None)
    assessment = classify(facts, TODAY, NOMINAL)
    assert assessment.days_left is None
    assert not assessment.is_due_soon


def _dated_facts(due_days: st.SearchStrategy[date]) -> st.SearchStrategy[Facts]:
    def facts(state: State, due_on: date, completed_on: date | None) -> Facts:
        return some_facts(due_on, state=state, completed_on=completed_on)

    return st.builds(facts, st.sampled_from(State), due_days, st.none() | days())


def _any_facts() -> st.SearchStrategy[Facts]:
    kinds = st.builds(
        lambda deadline, state: some_facts(deadline=deadline, state=state),
        deadlines(),
        st.sampled_from(State),
    )
    return _dated_facts(days()) | kinds


policies = st.builds(
    Policy, deadline_policy=st.sampled_from(DeadlinePolicy), due_soon_days=st.integers(0, 30)
)

PROGRESS_OF_GROUP = {
    Group.DONE: {Progress.ON_TIME, Progress.LATE, Progress.NEEDS_REVIEW},
    Group.IN_PROGRESS: {
        Progress.NOT_YET_DUE,
        Progress.OVERDUE,
        Progress.SUSPENDED,
        Progress.NEEDS_REVIEW,
    },
    Group.NOT_STARTED: {Progress.NOT_YET_DUE, Progress.OVERDUE, Progress.NEEDS_REVIEW},
    None: {Progress.WITHDRAWN},
}


@given(facts=_any_facts(), as_of=days(), policy=policies)
def test_any_facts_on_any_day_have_exactly_one_progress_and_it_belongs_to_their_group(
    facts: Facts, as_of: date, policy: Policy
) -> None:
    assessment = classify(facts, as_of, policy)
    assert isinstance(assessment.progress, Progress)
    assert assessment.progress in PROGRESS_OF_GROUP[assessment.group]


@given(facts=_any_facts(), as_of=days(), policy=policies)
def test_days_late_are_counted_for_what_is_late_and_for_nothing_else(
    facts: Facts, as_of: date, policy: Policy
) -> None:
    assessment = classify(facts, as_of, policy)
    is_late = assessment.progress in (Progress.LATE, Progress.OVERDUE)
    assert (assessment.days_late > 0) is is_late
    if assessment.progress is Progress.OVERDUE:
        assert assessment.days_left == -assessment.days_late


@given(facts=_any_facts(), first=days(), later=st.integers(0, 90), policy=policies)
def test_as_the_day_advances_the_only_move_is_from_not_yet_due_to_overdue(
    facts: Facts, first: date, later: int, policy: Policy
) -> None:
    before = classify(facts, first, policy).progress
    after = classify(facts, first + timedelta(days=later), policy).progress
    assert before is after or (before, after) == (Progress.NOT_YET_DUE, Progress.OVERDUE)


def _badness(assessment: Assessment) -> int:
    return int(assessment.progress in (Progress.LATE, Progress.OVERDUE))


@given(facts=_dated_facts(days()), as_of=days(), policy=policies, more=st.integers(0, 90))
def test_more_time_never_makes_the_judgement_worse(
    facts: Facts, as_of: date, policy: Policy, more: int
) -> None:
    assert facts.due_on is not None
    longer = some_facts(
        facts.due_on + timedelta(days=more), state=facts.state, completed_on=facts.completed_on
    )
    before, after = classify(facts, as_of, policy), classify(longer, as_of, policy)
    assert _badness(after) <= _badness(before)
    assert after.days_late <= before.days_late


@given(facts=_any_facts(), as_of=days())
def test_the_next_working_day_is_never_the_harsher_policy(facts: Facts, as_of: date) -> None:
    assert _badness(classify(facts, as_of, ROLLED)) <= _badness(classify(facts, as_of, NOMINAL))
