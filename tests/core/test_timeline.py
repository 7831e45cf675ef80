"""Replay: what held on which day, whatever the order in which the clerk typed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.builders import (
    NEW_YEAR_2024,
    WEEKENDS_ONLY,
    a_citation,
    a_completion,
    a_deadline,
    a_deadline_of,
    a_directive,
    an_assignment,
    an_extension,
)
from tests.lives import (
    LAST_DAY,
    assignments,
    calendars,
    dated_deadlines,
    dated_steps,
    days,
    edits,
    lives,
    undated_deadlines,
)
from tracker.core.days_off import DaysOff
from tracker.core.deadline import (
    NO_DEADLINE,
    Deadline,
    DeadlineKind,
    Offset,
    OffsetUnit,
)
from tracker.core.directive import Assignment, Facts, Progress, Span, State
from tracker.core.events import (
    Assigned,
    Completed,
    Edited,
    Event,
    Extended,
    Noted,
    Reopened,
    Resumed,
    Started,
    Suspended,
    Withdrawn,
)
from tracker.core.life import Directive, replayed
from tracker.core.rules import DeadlinePolicy, Policy, classify
from tracker.core.timeline import assignment_of, facts_on, timeline, whole_spans

ASSIGNED_ON = date(2023, 11, 3)


def _day(number: int) -> date:
    """A day in November 2023, after the assignment."""
    return date(2023, 11, number)


def _states(*events: Event) -> list[tuple[date, State]]:
    return [(span.since, span.facts.state) for span in a_directive(*events).spans]


def _latest(*events: Event) -> Facts:
    return a_directive(*events).latest


def _suspended(on: date) -> Suspended:
    return Suspended(effective_on=on, authority=a_citation())


def _resumed(on: date) -> Resumed:
    return Resumed(effective_on=on, authority=a_citation())


def _withdrawn(on: date) -> Withdrawn:
    return Withdrawn(effective_on=on, authority=a_citation())


def _reopened(on: date) -> Reopened:
    return Reopened(effective_on=on, authority=a_citation())


def test_nothing_holds_before_the_assignment_and_one_thing_from_then_on() -> None:
    spans = a_directive().spans
    assert facts_on(spans, ASSIGNED_ON - timedelta(days=1)) == ()
    assert [facts.state for facts in facts_on(spans, ASSIGNED_ON)] == [State.IN_PROGRESS]


def test_a_directive_without_an_assignment_is_a_defect() -> None:
    with pytest.raises(ValueError, match="assignment"):
        assignment_of([a_completion(_day(20))])


def test_an_event_holds_from_its_own_day_on() -> None:
    assert _states(a_completion(_day(27))) == [
        (ASSIGNED_ON, State.IN_PROGRESS),
        (_day(27), State.DONE),
    ]


def test_an_event_on_the_day_of_assignment_leaves_no_day_before_it() -> None:
    assert _states(a_completion(ASSIGNED_ON)) == [(ASSIGNED_ON, State.DONE)]


def test_what_comes_and_goes_on_one_day_leaves_no_trace() -> None:
    assert _states(_suspended(_day(10)), _resumed(_day(10))) == [(ASSIGNED_ON, State.IN_PROGRESS)]


LIVES = [
    # events on days of November -> state from each day on
    (
        [Started(effective_on=_day(9)), _suspended(_day(10)), _resumed(_day(20))],
        [(9, State.IN_PROGRESS), (10, State.SUSPENDED), (20, State.IN_PROGRESS)],
    ),
    (
        [_suspended(_day(10)), _resumed(_day(20))],
        [(10, State.SUSPENDED), (20, State.NOT_STARTED)],
    ),
    (
        [_suspended(_day(10)), Started(effective_on=_day(15)), _resumed(_day(20))],
        [(10, State.SUSPENDED), (20, State.IN_PROGRESS)],
    ),
    (
        [_withdrawn(_day(10)), _reopened(_day(20))],
        [(10, State.WITHDRAWN), (20, State.NOT_STARTED)],
    ),
    (
        [a_completion(_day(10)), _reopened(_day(20)), a_completion(_day(25))],
        [(10, State.DONE), (20, State.IN_PROGRESS), (25, State.DONE)],
    ),
    ([_suspended(_day(10)), a_completion(_day(15))], [(10, State.SUSPENDED), (15, State.DONE)]),
    # What makes no sense in a state changes nothing.
    ([a_completion(_day(10)), _withdrawn(_day(15))], [(10, State.DONE)]),
    ([a_completion(_day(10)), _suspended(_day(15))], [(10, State.DONE)]),
    ([_withdrawn(_day(10)), a_completion(_day(15))], [(10, State.WITHDRAWN)]),
    ([_withdrawn(_day(10)), _suspended(_day(15))], [(10, State.WITHDRAWN)]),
    ([_resumed(_day(10)), _reopened(_day(15))], []),
    ([Noted(effective_on=_day(10), text="Đang lấy ý kiến")], []),
]


@pytest.mark.parametrize(("events", "states"), LIVES)
def test_a_directive_marked_not_started_goes_from_state_to_state(
    events: list[Event], states: list[tuple[int, State]]
) -> None:
    directive = a_directive(*events, assignment=an_assignment(is_started=False))
    seen = [(span.since, span.facts.state) for span in directive.spans]
    assert seen[0] == (ASSIGNED_ON, State.NOT_STARTED)
    assert seen[1:] == [(_day(number), state) for number, state in states]


def test_reopening_forgets_the_completion_and_its_result() -> None:
    facts = _latest(a_completion(_day(10), result_text="298/BC-KHCN"), _reopened(_day(20)))
    assert (facts.completed_on, facts.result_text) == (None, "")


# Completions without a date, and those put right.


def test_a_completion_without_a_date_counts_from_the_assignment_on() -> None:
    assert _states(a_completion(None)) == [(ASSIGNED_ON, State.DONE)]


def test_a_completion_without_a_date_after_a_reopening_counts_from_the_reopening_on() -> None:
    assert _states(a_completion(_day(10)), _reopened(_day(20)), a_completion(None)) == [
        (ASSIGNED_ON, State.IN_PROGRESS),
        (_day(10), State.DONE),
        (_day(20), State.DONE),
    ]
    assert (
        _latest(a_completion(_day(10)), _reopened(_day(20)), a_completion(None)).completed_on
        is None
    )


@pytest.mark.parametrize("first", [None, _day(20), _day(25)])
@pytest.mark.parametrize("second", [None, _day(15), _day(28)])
def test_of_two_completions_the_one_entered_later_holds(
    first: date | None, second: date | None
) -> None:
    directive = a_directive(
        a_completion(first, result_text="sai"), a_completion(second, result_text="đúng")
    )
    assert (directive.latest.completed_on, directive.latest.result_text) == (second, "đúng")
    assert [span.since for span in directive.spans if span.facts.state is State.DONE] == [
        second or ASSIGNED_ON
    ]


def test_a_completion_before_a_reopening_is_not_replaced_by_the_one_after_it() -> None:
    undated, again = a_completion(None), a_completion(_day(25))
    assert _states(undated, _reopened(_day(20)), again) == [
        (ASSIGNED_ON, State.DONE),
        (_day(20), State.IN_PROGRESS),
        (_day(25), State.DONE),
    ]


# Deadlines.


def test_an_extension_is_in_force_from_its_approval_on_and_the_first_deadline_is_kept() -> None:
    directive = a_directive(an_extension(date(2023, 12, 31), approved_on=date(2023, 12, 5)))
    before, after = directive.spans
    assert (before.facts.due_on, after.facts.due_on) == (date(2023, 12, 10), date(2023, 12, 31))
    assert after.since == date(2023, 12, 5)
    assert directive.assignment.deadline.due_on == date(2023, 12, 10)


# deadline so far, new one, approved on -> counted as an extension, after expiry
EXTENSIONS = [
    (a_deadline(_day(20)), a_deadline(_day(25)), _day(10), 1, False),
    (a_deadline(_day(20)), a_deadline(_day(25)), _day(20), 1, False),
    (a_deadline(_day(20)), a_deadline(_day(25)), _day(21), 1, True),
    (a_deadline(_day(20)), a_deadline(_day(15)), _day(10), 0, False),
    (a_deadline(_day(20)), a_deadline(_day(15)), _day(21), 0, False),
    (a_deadline(_day(20)), a_deadline_of(DeadlineKind.ONGOING), _day(10), 1, False),
    (NO_DEADLINE, a_deadline(_day(25)), _day(10), 0, False),
    (a_deadline_of(DeadlineKind.INVALID), a_deadline(_day(25)), _day(10), 1, False),
]


@pytest.mark.parametrize(("first", "new", "approved_on", "count", "is_after_expiry"), EXTENSIONS)
def test_only_what_gives_more_time_counts_as_an_extension(
    first: Deadline, new: Deadline, approved_on: date, *, count: int, is_after_expiry: bool
) -> None:
    letter = Extended(deadline=new, authority=a_citation(issued_on=approved_on))
    facts = a_directive(letter, assignment=an_assignment(deadline=first)).latest
    assert facts.deadline == new
    assert facts.extension_count == count
    assert facts.is_extended_after_expiry is is_after_expiry


def test_an_extension_of_the_day_of_completion_counts_whichever_was_typed_first() -> None:
    letter = an_extension(_day(30), approved_on=_day(20))
    done = a_completion(_day(20))
    assert a_directive(letter, done).spans == a_directive(done, letter).spans
    assert _latest(done, letter).due_on == _day(30)


def test_an_extension_after_the_completion_leaves_the_judgement_alone() -> None:
    done, letter = a_completion(_day(20)), an_extension(_day(30), approved_on=_day(25))
    assert a_directive(done, letter).spans == a_directive(done).spans


@pytest.mark.parametrize("returned_on", [_day(25), _day(28)])
def test_an_extension_after_the_completion_counts_once_the_directive_is_returned(
    returned_on: date,
) -> None:
    done, letter = a_completion(_day(20)), an_extension(date(2024, 1, 31), approved_on=_day(25))
    directive = a_directive(done, letter, _reopened(returned_on))
    assert directive.latest.due_on == date(2024, 1, 31)
    assert directive.latest.extension_count == 1
    assert directive.facts_on(_day(24))[0].due_on == date(2023, 12, 10)


def test_a_withdrawn_directive_keeps_an_extension_for_the_day_it_is_restored() -> None:
    facts = _latest(
        _withdrawn(_day(10)),
        an_extension(date(2024, 1, 31), approved_on=_day(15)),
        _reopened(_day(20)),
    )
    assert facts.due_on == date(2024, 1, 31)


def test_the_working_day_is_found_in_the_office_calendar() -> None:
    assignment = an_assignment(deadline=a_deadline(date(2023, 12, 31)))
    directive = a_directive(assignment=assignment, days_off=NEW_YEAR_2024)
    assert directive.latest.working_due_on == date(2024, 1, 2)
    extended = a_directive(
        an_extension(date(2024, 1, 6), approved_on=_day(20)), days_off=NEW_YEAR_2024
    )
    assert extended.latest.working_due_on == date(2024, 1, 8)


@pytest.mark.parametrize(
    "kind", [DeadlineKind.DATE, DeadlineKind.PERIOD_END, DeadlineKind.RELATIVE]
)
def test_a_deadline_that_should_name_a_day_and_does_not_is_never_in_time(
    kind: DeadlineKind,
) -> None:
    facts = a_directive(assignment=an_assignment(deadline=a_deadline_of(kind))).latest
    assert classify(facts, LAST_DAY, Policy()).progress is Progress.NEEDS_REVIEW


def test_a_day_beside_thuong_xuyen_sets_no_deadline() -> None:
    deadline = a_deadline(_day(10), kind=DeadlineKind.ONGOING)
    facts = a_directive(assignment=an_assignment(deadline=deadline)).latest
    assert classify(facts, LAST_DAY, Policy()).progress is Progress.NOT_YET_DUE


# The letter in force, and how often it was returned.


def test_the_letter_that_moved_the_deadline_is_known_and_stays_so_when_it_is_done() -> None:
    letter = an_extension(date(2023, 12, 31), approved_on=_day(10))
    before, open_after, done = a_directive(letter, a_completion(_day(20))).spans
    assert before.facts.extended_by is None
    assert open_after.facts.extended_by == done.facts.extended_by == letter.authority


def test_a_letter_after_the_completion_is_in_force_from_the_return_on() -> None:
    first = an_extension(date(2023, 12, 31), approved_on=_day(10), number="7001/UBND-NC")
    later = an_extension(date(2024, 1, 31), approved_on=_day(22), number="7002/UBND-NC")
    events = (first, a_completion(_day(20)), later, _reopened(_day(25)))
    by_day = {day: a_directive(*events).facts_on(_day(day))[0] for day in (9, 10, 22, 25)}
    assert {day: facts.extended_by for day, facts in by_day.items()} == {
        9: None,
        10: first.authority,
        22: first.authority,
        25: later.authority,
    }


def test_returns_are_counted_and_what_leaves_no_trace_is_not() -> None:
    events: list[Event] = [a_completion(_day(10)), _reopened(_day(12)), _reopened(_day(13))]
    again = [*events, _withdrawn(_day(14)), _reopened(_day(15)), a_completion(_day(20))]
    assert [_latest(*events[:n]).reopen_count for n in range(4)] == [0, 0, 1, 1]
    assert _latest(*again).reopen_count == 2


# Deadlines counted in working days.


def _in_working_days(
    count: int, *, stored: date | None, base_on: date | None = None, **changes: Any
) -> Deadline:
    offset = Offset(amount=count, unit=OffsetUnit.WORKING_DAY, base_on=base_on)
    deadline = Deadline(
        text=f"trong {count} ngày làm việc",
        kind=DeadlineKind.RELATIVE,
        due_on=stored,
        offset=offset,
    )
    return replace(deadline, **changes)


# the holiday moves the last day of a term that it lies in, and of no other
TERMS = [
    # from the assignment on, 29/12/2023
    (_in_working_days(10, stored=date(2024, 1, 12)), date(2024, 1, 15)),
    # from a day named in the text
    (_in_working_days(3, stored=date(2024, 1, 5), base_on=date(2024, 1, 2)), date(2024, 1, 5)),
    (_in_working_days(3, stored=date(2024, 1, 3), base_on=date(2023, 12, 29)), date(2024, 1, 4)),
    # counted otherwise, or without end: as it was entered
    (
        _in_working_days(
            10, stored=date(2024, 1, 8), offset=Offset(amount=10, unit=OffsetUnit.DAY)
        ),
        date(2024, 1, 8),
    ),
    (_in_working_days(10_001, stored=date(2062, 1, 2)), date(2062, 1, 2)),
    (
        _in_working_days(9_999, stored=date(9999, 12, 31), base_on=date(9999, 1, 1)),
        date(9999, 12, 31),
    ),
]


@pytest.mark.parametrize(("deadline", "due_on"), TERMS)
def test_a_term_in_working_days_is_counted_in_the_calendar_as_it_is_now(
    deadline: Deadline, due_on: date
) -> None:
    assignment = an_assignment(deadline=deadline, assigned_on=date(2023, 12, 29))
    facts = a_directive(assignment=assignment, days_off=NEW_YEAR_2024).latest
    assert (facts.due_on, facts.deadline.due_on) == (due_on, due_on)


def test_a_term_set_by_a_letter_is_counted_from_the_letter_on() -> None:
    letter = Extended(
        deadline=_in_working_days(3, stored=date(2024, 1, 3)),
        authority=a_citation("7001/UBND-NC", date(2023, 12, 29)),
    )
    assert a_directive(letter, days_off=NEW_YEAR_2024).latest.due_on == date(2024, 1, 4)
    assert a_directive(letter).latest.due_on == date(2024, 1, 3)


def test_a_term_that_never_got_a_day_does_not_get_one_by_replay() -> None:
    assignment = an_assignment(deadline=_in_working_days(10, stored=None))
    assert a_directive(assignment=assignment).latest.deadline.kind is DeadlineKind.INVALID


@given(
    count=st.integers(0, 90),
    base=days(),
    days_off=calendars(),
    announced=days(),
)
def test_one_more_day_off_never_shortens_a_term(
    *, count: int, base: date, days_off: DaysOff, announced: date
) -> None:
    assignment = an_assignment(
        deadline=_in_working_days(count, stored=base, base_on=base), assigned_on=base
    )
    more = replace(days_off, holidays=days_off.holidays | {announced})
    before, after = (
        a_directive(assignment=assignment, days_off=calendar).latest.due_on
        for calendar in (days_off, more)
    )
    assert before is not None
    assert after is not None
    assert before <= after
    if announced > before or announced <= base:
        assert after == before


# Corrections.


def test_a_correction_counts_from_the_beginning_on() -> None:
    before = an_assignment()
    after = replace(before, deadline=a_deadline(_day(30)), content="Nội dung đúng")
    directive = a_directive(Edited(before=before, after=after))
    assert directive.assignment == after
    assert [span.facts.due_on for span in directive.spans] == [_day(30)]


def test_a_correction_to_an_earlier_day_of_assignment_shows_the_directive_earlier() -> None:
    before = an_assignment()
    after = replace(before, assigned_on=date(2023, 10, 20))
    directive = a_directive(a_completion(_day(20)), Edited(before=before, after=after))
    assert [span.since for span in directive.spans] == [date(2023, 10, 20), _day(20)]


# Properties.

plain_deadlines = dated_deadlines() | undated_deadlines()
plain_lives = lives(of=assignments(plain_deadlines))


@given(directive=lives())
def test_the_whole_of_a_directive_has_no_gap_and_no_overlap(directive: Directive) -> None:
    spans = whole_spans(directive.happened, WEEKENDS_ONLY)
    assert spans[0].since == directive.assignment.assigned_on
    assert spans[-1].until is None
    for span, following in pairwise(spans):
        assert span.since < following.since
        assert span.until == following.since
        assert span.facts != following.facts


@given(directive=lives(), day=days())
def test_a_directive_that_does_not_recur_gives_one_row_on_every_day(
    directive: Directive, day: date
) -> None:
    rows = directive.facts_on(day)
    if day < directive.assignment.assigned_on:
        assert rows == ()
    elif all(facts.instance is None for facts in rows):
        assert len(rows) == 1


dated_lives = lives(happening=dated_steps())


@given(directive=lives(happening=dated_steps() | edits()), as_of=days())
def test_a_past_day_is_replayed_without_anything_that_came_after_it(
    directive: Directive, as_of: date
) -> None:
    def is_known(event: Event) -> bool:
        """A correction of the letter is about the past, whenever it was typed."""
        if isinstance(event, (Assigned, Edited)):
            return True
        return event.effective_on is not None and event.effective_on <= as_of

    known = [event for event in directive.events if is_known(event)]
    replay = facts_on(timeline(known, WEEKENDS_ONLY), as_of)
    assert sorted(replay, key=repr) == sorted(directive.facts_on(as_of), key=repr)


def _is_any_completion_replaced(events: list[Event]) -> bool:
    """Of two completions between two reopenings the order of entry says which one holds."""
    is_done = False
    for event in sorted(events, key=lambda event: event.effective_on or date.min):
        if isinstance(event, Completed) and event.instance is None:
            if is_done:
                return True
            is_done = True
        elif isinstance(event, Reopened):
            is_done = False
    return False


@given(directive=dated_lives, data=st.data())
def test_the_order_in_which_events_of_different_days_were_entered_does_not_matter(
    directive: Directive, data: st.DataObject
) -> None:
    first, *later = directive.events
    assume(not _is_any_completion_replaced(later))
    by_day: dict[date | None, list[Event]] = {}
    for event in later:
        by_day.setdefault(event.effective_on, []).append(event)
    shuffled = data.draw(st.permutations(list(by_day.values())))
    events = (first, *(event for of_a_day in shuffled for event in of_a_day))
    again = replayed(events, id=1, version=1, days_off=WEEKENDS_ONLY)
    assert set(again.spans) == set(directive.spans)


@given(
    directive=lives(of=assignments(dated_deadlines()), happening=dated_steps()),
    approved_on=days(),
    more=st.integers(0, 60),
    as_of=days(),
    policy=st.builds(Policy, deadline_policy=st.sampled_from(DeadlinePolicy)),
)
def test_one_more_extension_to_a_later_day_never_makes_any_day_worse(
    *, directive: Directive, approved_on: date, more: int, as_of: date, policy: Policy
) -> None:
    kept = tuple(event for event in directive.events if not isinstance(event, Extended))
    assert directive.assignment.deadline.due_on is not None
    later = directive.assignment.deadline.due_on + timedelta(days=more)
    letter = an_extension(later, approved_on=max(approved_on, directive.assignment.assigned_on))
    for facts, more_facts in zip(
        facts_on(timeline(kept, WEEKENDS_ONLY), as_of),
        facts_on(timeline((*kept, letter), WEEKENDS_ONLY), as_of),
        strict=True,
    ):
        before, after = classify(facts, as_of, policy), classify(more_facts, as_of, policy)
        assert after.days_late <= before.days_late
        assert (before.progress, after.progress) in {
            (before.progress, before.progress),
            (Progress.OVERDUE, Progress.NOT_YET_DUE),
            (Progress.LATE, Progress.ON_TIME),
        }


@given(
    assignment=assignments(plain_deadlines),
    completed_on=days(),
    letters=st.lists(st.tuples(st.integers(1, 60), days()), max_size=4),
    later=st.integers(0, 365),
)
def test_completing_freezes_the_answer(
    *,
    assignment: Assignment,
    completed_on: date,
    letters: list[tuple[int, date]],
    later: int,
) -> None:
    done = a_directive(a_completion(completed_on), assignment=assignment)
    done_since = done.latest_since
    extensions = [
        an_extension(to, approved_on=done_since + timedelta(days=after)) for after, to in letters
    ]
    spans = timeline((*done.events, *extensions), WEEKENDS_ONLY)
    (then,) = done.facts_on(done_since)
    (now,) = facts_on(spans, done_since + timedelta(days=later))
    answer = classify(then, done_since, Policy())
    assert classify(now, done_since + timedelta(days=later), Policy()) == answer


@given(directive=lives(), days_off=calendars())
def test_days_off_move_working_days_and_nothing_else(
    directive: Directive, days_off: DaysOff
) -> None:
    moved = replayed(directive.events, id=0, version=0, days_off=days_off).spans
    assert _nominal(moved) == _nominal(directive.spans)
    for span in moved:
        if span.facts.due_on is not None:
            assert span.facts.working_due_on == days_off.next_working_day(span.facts.due_on)


def _nominal(spans: tuple[Span, ...]) -> list[Span]:
    return [replace(span, facts=replace(span.facts, working_due_on=None)) for span in spans]
