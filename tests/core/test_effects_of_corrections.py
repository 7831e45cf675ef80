"""What a correction may not do: lose an event without a word, or touch the days before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
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
    every_month,
)
from tests.lives import (
    FIRST_DAY,
    LAST_DAY,
    attempt,
    dated_steps,
    days,
    edits,
    lives,
    on_another_day,
    steps,
)
from tracker.core import completions, corrections
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import State
from tracker.core.events import (
    Assigned,
    Completed,
    Corrected,
    Edited,
    Event,
    EventKind,
    Extended,
    Happening,
    Noted,
    Reopened,
    Resumed,
    Started,
    Suspended,
    Voided,
    Withdrawn,
)
from tracker.core.life import Directive, replayed, with_event
from tracker.core.refusals import (
    NothingChanges,
    OthersDependOnIt,
    SeriesMustRecur,
    TurnsAreDone,
    UnclearDeadline,
    WithoutEffect,
)
from tracker.core.timeline import taking_effect

NOVEMBER = date(2023, 11, 25)
MONTHLY = an_assignment(deadline=every_month(25))


def _day(number: int) -> date:
    return date(2023, 11, number)


def _suspended(on: date) -> Suspended:
    return Suspended(effective_on=on, authority=a_citation())


def _resumed(on: date) -> Resumed:
    return Resumed(effective_on=on, authority=a_citation())


def _withdrawn(on: date) -> Withdrawn:
    return Withdrawn(effective_on=on, authority=a_citation())


def _reopened(on: date) -> Reopened:
    return Reopened(effective_on=on, authority=a_citation())


def _letter(deadline: Deadline, on: date) -> Extended:
    return Extended(deadline=deadline, authority=a_citation("7001/UBND-NC", on))


def _corrected(directive: Directive, number: int, replacement: Happening | None) -> Directive:
    event = corrections.correct(
        directive, number=number, replacement=replacement, reason="gõ nhầm", today=LAST_DAY
    )
    return with_event(directive, event, WEEKENDS_ONLY)


# What the others rest on: events, which is corrected and how -> which would be lost.
RESTING: list[tuple[list[Event], int, Happening | None, int, EventKind]] = [
    ([_suspended(_day(10)), _resumed(_day(20))], 2, None, 3, EventKind.RESUMED),
    ([_suspended(_day(10)), _resumed(_day(20))], 2, _suspended(_day(21)), 3, EventKind.RESUMED),
    ([_withdrawn(_day(10)), _reopened(_day(20))], 2, None, 3, EventKind.REOPENED),
    ([a_completion(_day(10)), _reopened(_day(20))], 2, None, 3, EventKind.REOPENED),
    (
        [a_completion(_day(10)), _reopened(_day(20))],
        2,
        a_completion(_day(21)),
        3,
        EventKind.REOPENED,
    ),
    # Of the two completions only one would be left.
    (
        [a_completion(_day(10)), _reopened(_day(20)), a_completion(_day(25))],
        3,
        None,
        2,
        EventKind.COMPLETED,
    ),
    # A withdrawal put before a completion would undo it.
    (
        [a_completion(_day(10)), _reopened(_day(15)), _withdrawn(_day(20))],
        4,
        _withdrawn(_day(5)),
        2,
        EventKind.COMPLETED,
    ),
]


@pytest.mark.parametrize(("events", "number", "replacement", "other", "kind"), RESTING)
def test_what_another_event_rests_on_stays(
    *,
    events: list[Event],
    number: int,
    replacement: Happening | None,
    other: int,
    kind: EventKind,
) -> None:
    with pytest.raises(OthersDependOnIt) as refused:
        _corrected(a_directive(*events), number, replacement)
    assert (refused.value.event, refused.value.other) == (number, other)
    assert refused.value.kind is kind


def test_a_withdrawal_is_not_put_before_a_turn_that_was_done() -> None:
    done = a_completion(_day(20), instance=NOVEMBER)
    directive = a_directive(done, _withdrawn(_day(24)), assignment=MONTHLY)
    assert _corrected(directive, 3, _withdrawn(_day(21))).latest.state is State.WITHDRAWN
    for on in (_day(20), _day(10)):
        with pytest.raises(OthersDependOnIt) as refused:
            _corrected(directive, 3, _withdrawn(on))
        assert refused.value.other == 2


# A replacement that would itself be lost.
LOST: list[tuple[list[Event], int, Happening]] = [
    ([_suspended(_day(10)), _resumed(_day(20))], 3, _resumed(_day(9))),
    ([a_completion(_day(10)), _reopened(_day(20))], 3, _reopened(_day(9))),
    ([_withdrawn(_day(10)), _reopened(_day(20))], 3, _reopened(_day(9))),
]


@pytest.mark.parametrize(("events", "number", "replacement"), LOST)
def test_a_replacement_must_take_effect_where_the_wrong_event_did(
    events: list[Event], number: int, replacement: Happening
) -> None:
    with pytest.raises(WithoutEffect) as refused:
        _corrected(a_directive(*events), number, replacement)
    assert refused.value.day == replacement.effective_on


def test_the_letter_of_a_suspension_is_corrected_although_no_day_changes() -> None:
    right = replace(_suspended(_day(10)), authority=a_citation("1235/UBND-KGVX"), reason="dịch")
    directive = _corrected(a_directive(_suspended(_day(10))), 2, right)
    assert directive.happened[1] == right
    assert directive.spans == a_directive(_suspended(_day(10))).spans


def test_a_completion_may_be_put_before_an_extension_which_waits_for_a_return() -> None:
    letter = an_extension(date(2024, 1, 31), approved_on=_day(20))
    directive = _corrected(a_directive(letter, a_completion(_day(25))), 3, a_completion(_day(15)))
    assert directive.latest.due_on == date(2023, 12, 10)
    assert directive.latest.extended_by is None
    returned = with_event(directive, _reopened(_day(28)), WEEKENDS_ONLY)
    assert returned.latest.due_on == date(2024, 1, 31)
    assert returned.latest.extended_by == letter.authority


def test_an_extension_that_waits_for_a_return_can_be_corrected_meanwhile() -> None:
    letter = an_extension(date(2024, 1, 31), approved_on=_day(20))
    right = an_extension(date(2024, 2, 29), approved_on=_day(20))
    directive = _corrected(a_directive(a_completion(_day(15)), letter), 3, right)
    returned = with_event(directive, _reopened(_day(28)), WEEKENDS_ONLY)
    assert returned.latest.due_on == date(2024, 2, 29)


def test_a_completion_that_is_removed_leaves_the_withdrawal_after_it_in_force() -> None:
    directive = a_directive(a_completion(_day(10)), _withdrawn(_day(20)))
    assert directive.latest.state is State.DONE
    assert _corrected(directive, 2, None).latest.state is State.WITHDRAWN


def test_a_completion_without_a_day_gets_one_and_may_lose_it_again() -> None:
    directive = _corrected(a_directive(a_completion(None)), 2, a_completion(_day(20)))
    assert directive.latest.completed_on == _day(20)
    assert _corrected(directive, 2, a_completion(None)).latest.completed_on is None


def test_the_turn_of_a_completion_cannot_become_the_whole() -> None:
    directive = a_directive(a_completion(_day(20), instance=NOVEMBER), assignment=MONTHLY)
    with pytest.raises(TypeError):
        _corrected(directive, 2, a_completion(_day(20)))


def test_a_day_of_a_done_turn_is_corrected_and_the_turn_stays() -> None:
    directive = a_directive(a_completion(_day(20), instance=NOVEMBER), assignment=MONTHLY)
    directive = _corrected(directive, 2, a_completion(_day(22), instance=NOVEMBER))
    done = [span.facts for span in directive.spans if span.facts.state is State.DONE]
    assert [(facts.instance, facts.completed_on) for facts in done] == [(NOVEMBER, _day(22))]


def test_a_letter_that_made_a_series_stays_while_turns_of_it_are_done() -> None:
    letter = _letter(every_month(25), _day(10))
    done = a_completion(_day(20), instance=NOVEMBER)
    directive = a_directive(letter, done)
    with pytest.raises(OthersDependOnIt):
        _corrected(directive, 2, None)
    with pytest.raises(TurnsAreDone):
        _corrected(directive, 2, replace(letter, authority=a_citation(issued_on=_day(21))))
    moved = _corrected(directive, 2, _letter(every_month(20), _day(10)))
    assert {span.facts.instance for span in moved.spans if span.facts.state is State.DONE} == {
        _day(20)
    }


def test_a_letter_that_was_read_as_a_series_by_mistake_may_name_a_day() -> None:
    directive = a_directive(_letter(every_month(25), _day(10)))
    right = _letter(a_deadline(date(2024, 1, 25)), _day(10))
    assert _corrected(directive, 2, right).latest.due_on == date(2024, 1, 25)


def test_a_correction_does_not_end_a_series() -> None:
    of_a_series = a_directive(_letter(every_month(20), _day(10)), assignment=MONTHLY)
    with pytest.raises(SeriesMustRecur):
        _corrected(of_a_series, 2, _letter(a_deadline(date(2024, 1, 25)), _day(10)))
    plain, recurring = an_extension(date(2023, 12, 31), approved_on=_day(10)), every_month(25)
    becoming_one = a_directive(plain, _letter(recurring, _day(15)))
    with pytest.raises(SeriesMustRecur):
        _corrected(becoming_one, 2, replace(plain, authority=a_citation(issued_on=_day(16))))
    another_day = an_extension(date(2024, 1, 31), approved_on=_day(10))
    assert _corrected(becoming_one, 2, another_day).is_recurring


def test_an_unclear_deadline_may_stay_while_its_letter_is_put_right() -> None:
    unclear = a_deadline_of(DeadlineKind.INVALID, "31/4/2024")
    directive = a_directive(_letter(unclear, _day(10)))
    assert _corrected(directive, 2, _letter(unclear, _day(11))).latest.deadline == unclear
    with pytest.raises(UnclearDeadline):
        _corrected(directive, 2, _letter(replace(unclear, text="31/6/2024"), _day(10)))


def test_putting_right_a_completion_in_the_same_words_changes_nothing_in_any_calendar() -> None:
    done = a_completion(_day(20), result_text="298/BC-KHCN")
    directive = a_directive(
        done,
        assignment=an_assignment(deadline=a_deadline(date(2024, 1, 1))),
        days_off=NEW_YEAR_2024,
    )
    with pytest.raises(NothingChanges):
        _corrected(directive, 2, done)
    with pytest.raises(NothingChanges):
        completions.correct_completion(directive, done, today=LAST_DAY)


# Properties.

NOT_HAPPENINGS = (Assigned, Edited, Corrected, Voided)


def _allowed(directive: Directive, day: date) -> list[Corrected]:
    """Every correction the rules allow: each event removed, or put on the day."""
    found = []
    for number, event in enumerate(directive.events, start=1):
        if isinstance(event, NOT_HAPPENINGS):
            continue
        wrong = corrections.standing_event(directive, number)
        for replacement in (None, on_another_day(wrong, day)):
            step = partial(
                corrections.correct,
                number=number,
                replacement=replacement,
                reason="",
                today=LAST_DAY,
            )
            correction = attempt(directive, step)
            if isinstance(correction, Corrected):
                found.append(correction)
    return found


@st.composite
def amended(draw: st.DrawFn) -> tuple[Directive, Corrected]:
    """A directive, and a correction of one of its events that the rules allow."""
    directive = draw(lives(happening=dated_steps() | steps(), max_steps=10))
    allowed = _allowed(directive, draw(days()))
    if not allowed:
        on = directive.assignment.assigned_on
        directive = with_event(directive, Noted(effective_on=on, text="Đã nhận"), WEEKENDS_ONLY)
        allowed = [Corrected(number=len(directive.events), replacement=None)]
    return directive, draw(st.sampled_from(allowed))


def _in_effect(directive: Directive) -> list[Event]:
    places = taking_effect(directive.happened, WEEKENDS_ONLY)
    return [directive.happened[place] for place in sorted(places)]


@given(amended())
def test_a_correction_loses_no_other_event_that_took_effect(
    case: tuple[Directive, Corrected],
) -> None:
    directive, correction = case
    before = _in_effect(directive)
    after = _in_effect(with_event(directive, correction, WEEKENDS_ONLY))
    wrong = corrections.standing_event(directive, correction.number)
    if wrong in before:
        before.remove(wrong)
        if correction.replacement is not None:
            assert correction.replacement in after
    for event in before:
        assert event in after


@given(amended())
def test_a_corrected_life_is_the_life_in_which_it_was_entered_so_in_the_first_place(
    case: tuple[Directive, Corrected],
) -> None:
    directive, correction = case
    after = with_event(directive, correction, WEEKENDS_ONLY)
    place = correction.number - 1
    first_place = (
        *directive.events[:place],
        *([] if correction.replacement is None else [correction.replacement]),
        *directive.events[place + 1 :],
    )
    if any(isinstance(event, Corrected) for event in directive.events):
        return
    entered_so = replayed(first_place, id=1, version=1, days_off=WEEKENDS_ONLY)
    assert entered_so.spans == after.spans
    assert entered_so.latest == after.latest
    assert after.events == (*directive.events, correction)


@given(case=amended(), days_before=st.integers(1, 60))
def test_a_correction_changes_no_day_before_the_wrong_and_the_right_one(
    case: tuple[Directive, Corrected], days_before: int
) -> None:
    directive, correction = case
    wrong = corrections.standing_event(directive, correction.number)
    undated = [e for e in directive.happened if isinstance(e, Completed) and not e.completed_on]
    # A completion entered later holds in place of an earlier one, whatever its day.
    if isinstance(wrong, Completed) or undated:
        return
    known_from = [day for day in (wrong.effective_on, correction.effective_on) if day is not None]
    as_of = min(known_from) - timedelta(days=days_before)
    after = with_event(directive, correction, WEEKENDS_ONLY)
    assert sorted(after.facts_on(as_of), key=repr) == sorted(directive.facts_on(as_of), key=repr)


@given(amended())
def test_a_correction_of_a_correction_brings_back_what_was_there(
    case: tuple[Directive, Corrected],
) -> None:
    directive, correction = case
    wrong = corrections.standing_event(directive, correction.number)
    after = with_event(directive, correction, WEEKENDS_ONLY)
    back = Corrected(number=correction.number, replacement=wrong)
    before = with_event(directive, replace(back), WEEKENDS_ONLY)
    assert with_event(after, back, WEEKENDS_ONLY).spans == before.spans


@given(directive=lives(max_steps=10), step=steps() | edits())
def test_what_is_refused_leaves_everything_as_it_was(directive: Directive, step: object) -> None:
    before = (directive.events, directive.happened, directive.spans)
    event = attempt(directive, step)  # type: ignore[arg-type]
    assert (directive.events, directive.happened, directive.spans) == before
    if event is not None:
        after = with_event(directive, event, WEEKENDS_ONLY)
        assert after.events == (*directive.events, event)


@given(lives(max_steps=10))
def test_however_it_is_put_right_the_whole_has_no_gap_and_no_overlap(directive: Directive) -> None:
    if any(span.facts.instance is not None for span in directive.spans):
        return
    for span, following in pairwise(directive.spans):
        assert span.until == following.since
    if not directive.is_void:
        assert directive.spans[0].since == directive.assignment.assigned_on >= FIRST_DAY


@given(lives(max_steps=10))
def test_every_reopening_in_effect_is_counted_once(directive: Directive) -> None:
    reopened = [event for event in _in_effect(directive) if isinstance(event, Reopened)]
    assert directive.latest.reopen_count == len(reopened)


@given(lives(max_steps=10))
def test_notes_and_starts_move_no_deadline(directive: Directive) -> None:
    without = tuple(
        event for event in directive.happened if not isinstance(event, (Noted, Started))
    )
    again = replayed(without, id=1, version=1, days_off=WEEKENDS_ONLY)
    assert again.latest.due_on == directive.latest.due_on
    assert again.latest.extended_by == directive.latest.extended_by
