"""What was entered wrongly is put right without a trace being lost, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from tests.builders import (
    NEW_YEAR_2024,
    WEEKENDS_ONLY,
    a_citation,
    a_completion,
    a_directive,
    an_assignment,
    an_extension,
    assessed_on,
    every_month,
)
from tests.lives import LAST_DAY, Step, attempt, lives, steps
from tracker.core import corrections
from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline, DeadlineKind, Offset, OffsetUnit
from tracker.core.directive import Progress, Span, State
from tracker.core.events import (
    Completed,
    Corrected,
    Edited,
    EventKind,
    Happening,
    Noted,
    Reopened,
    Resumed,
    Suspended,
    Voided,
)
from tracker.core.happened import happened
from tracker.core.life import Directive, replayed, with_event
from tracker.core.refusals import (
    BeforeAssignment,
    CannotCorrect,
    DeadlineBeforeAssignment,
    InTheFuture,
    NoSuchEvent,
    NothingChanges,
    OthersDependOnIt,
)

TODAY = date(2024, 3, 1)

EXTENSION = an_extension(date(2023, 12, 31), approved_on=date(2023, 12, 5))
DONE = a_completion(date(2023, 11, 27), result_text="1514/KHCN-VP")
NOTE = Noted(effective_on=date(2023, 11, 20), text="Đã gửi xin ý kiến")
SUSPENDED = Suspended(effective_on=date(2023, 11, 20), authority=a_citation())
RESUMED = Resumed(effective_on=date(2023, 11, 25), authority=a_citation())
RETURNED = Reopened(effective_on=date(2023, 12, 1), authority=a_citation())


def corrected(
    directive: Directive, number: int, replacement: Happening | None, reason: str = ""
) -> Directive:
    event = corrections.correct(
        directive, number=number, replacement=replacement, reason=reason, today=TODAY
    )
    return with_event(directive, event, WEEKENDS_ONLY)


def test_a_corrected_extension_counts_from_its_right_letter_to_its_right_day() -> None:
    right = an_extension(date(2024, 1, 31), approved_on=date(2023, 12, 8))
    directive = corrected(a_directive(EXTENSION), 2, right)
    (before,) = directive.facts_on(date(2023, 12, 7))
    (after,) = directive.facts_on(date(2023, 12, 8))
    assert (before.due_on, before.extended_by) == (date(2023, 12, 10), None)
    assert (after.due_on, after.extended_by) == (date(2024, 1, 31), right.authority)
    assert directive.events[1] == EXTENSION
    assert directive.happened == (directive.events[0], right)


def test_an_extension_that_never_was_leaves_no_trace_in_the_judgement() -> None:
    directive = corrected(a_directive(EXTENSION), 2, None)
    (row,) = assessed_on(directive)
    assert (row.assessment.progress, row.facts.extension_count) == (Progress.OVERDUE, 0)


def test_a_completion_entered_for_the_wrong_directive_opens_it_again_on_every_day() -> None:
    directive = corrected(a_directive(DONE), 2, None)
    assert {span.facts.state for span in directive.spans} == {State.IN_PROGRESS}


def test_a_correction_is_itself_corrected_by_naming_the_same_event_again() -> None:
    wrong_again = an_extension(date(2024, 2, 29), approved_on=date(2023, 12, 5))
    right = an_extension(date(2024, 1, 31), approved_on=date(2023, 12, 5))
    directive = corrected(corrected(a_directive(EXTENSION), 2, wrong_again), 2, right)
    assert directive.latest.due_on == date(2024, 1, 31)
    assert corrections.standing_event(directive, 2) == right


def test_what_was_removed_can_be_put_back() -> None:
    directive = corrected(corrected(a_directive(NOTE), 2, None), 2, NOTE)
    assert directive.happened[1:] == (NOTE,)


def test_a_note_is_corrected_although_no_facts_hang_on_it() -> None:
    directive = corrected(a_directive(NOTE), 2, replace(NOTE, text="Đã gửi"))
    assert directive.happened[1] == replace(NOTE, text="Đã gửi")


@pytest.mark.parametrize("number", [0, 4, 99])
def test_there_is_no_event_of_that_number(number: int) -> None:
    with pytest.raises(NoSuchEvent):
        corrected(a_directive(EXTENSION, NOTE), number, None)


def test_an_assignment_an_edit_and_a_correction_are_put_right_otherwise() -> None:
    directive = a_directive(EXTENSION)
    edited = corrections.edit(directive, replace(directive.assignment, content="Khác"))
    directive = corrected(with_event(directive, edited, WEEKENDS_ONLY), 2, None)
    for number, kind in (
        (1, EventKind.ASSIGNED),
        (3, EventKind.EDITED),
        (4, EventKind.CORRECTED),
    ):
        with pytest.raises(CannotCorrect) as refused:
            corrected(directive, number, None)
        assert refused.value.kind is kind


def test_what_another_event_rests_on_is_not_taken_away() -> None:
    with pytest.raises(OthersDependOnIt) as refused:
        corrected(a_directive(SUSPENDED, RESUMED), 2, None)
    assert (refused.value.other, refused.value.kind) == (3, EventKind.RESUMED)
    with pytest.raises(OthersDependOnIt):
        corrected(a_directive(DONE, RETURNED), 2, None)
    with pytest.raises(OthersDependOnIt):
        corrected(a_directive(DONE, RETURNED), 2, replace(DONE, completed_on=date(2023, 12, 2)))


def test_from_the_last_event_back_everything_can_be_removed() -> None:
    directive = corrected(corrected(a_directive(SUSPENDED, RESUMED), 3, None), 2, None)
    assert directive.spans == a_directive().spans


def test_a_correction_must_be_as_plausible_as_an_entry() -> None:
    directive = a_directive(EXTENSION, NOTE)
    too_early = an_extension(date(2023, 10, 1), approved_on=date(2023, 12, 5))
    with pytest.raises(DeadlineBeforeAssignment):
        corrected(directive, 2, too_early)
    with pytest.raises(InTheFuture):
        corrected(directive, 3, replace(NOTE, effective_on=date(2024, 3, 2)))
    with pytest.raises(BeforeAssignment):
        corrected(directive, 3, replace(NOTE, effective_on=date(2023, 11, 2)))
    with pytest.raises(NothingChanges):
        corrected(directive, 2, EXTENSION)
    with pytest.raises(TypeError):
        corrected(directive, 2, NOTE)


def test_a_completion_put_right_by_a_later_one_has_nothing_left_to_correct() -> None:
    later = a_completion(date(2023, 11, 28), result_text="1514/KHCN-VP")
    directive = a_directive(DONE, later)
    with pytest.raises(NothingChanges):
        corrected(directive, 2, None)
    assert corrected(directive, 3, None).latest.completed_on == date(2023, 11, 27)


def test_a_turn_done_by_mistake_is_open_again() -> None:
    november = Completed(completed_on=date(2023, 11, 20), instance=date(2023, 11, 25))
    directive = a_directive(november, assignment=an_assignment(deadline=every_month()))
    assert any(facts.state is State.DONE for facts in directive.facts_on(date(2023, 11, 24)))
    directive = corrected(directive, 2, None)
    assert all(facts.state is not State.DONE for facts in directive.facts_on(date(2023, 11, 24)))


def test_a_voided_directive_is_on_no_day_and_its_events_stay() -> None:
    directive = a_directive(EXTENSION)
    event = corrections.void(directive, reason="", duplicate_of=3)
    gone = with_event(directive, event, WEEKENDS_ONLY)
    assert event == Voided(reason="", duplicate_of=3)
    assert (gone.is_void, gone.spans, gone.facts_on(TODAY)) == (True, (), ())
    assert gone.events[:2] == directive.events
    with pytest.raises(NothingChanges):
        corrections.void(gone, reason="", duplicate_of=None)


def test_each_return_by_the_province_begins_a_completion_of_its_own() -> None:
    again = a_completion(date(2023, 12, 9))
    (first,) = assessed_on(a_directive(DONE))
    (second,) = assessed_on(a_directive(DONE, RETURNED, again))
    assert (first.completion_key, second.completion_key) == ((1, None, 0), (1, None, 1))
    put_right = a_completion(date(2023, 12, 8))
    (same,) = assessed_on(a_directive(DONE, RETURNED, again, put_right))
    assert same.completion_key == second.completion_key


def test_what_was_removed_and_done_later_is_another_completion_and_what_was_put_right_is_not() -> (
    None
):
    (first,) = assessed_on(a_directive(DONE))
    removed = corrected(a_directive(DONE), 2, None)
    anew = with_event(removed, a_completion(date(2023, 12, 9)), WEEKENDS_ONLY)
    (second,) = assessed_on(anew)
    assert (first.completion_key, second.completion_key) == ((1, None, 0), (1, None, 1))
    put_right = with_event(anew, a_completion(date(2023, 12, 8)), WEEKENDS_ONLY)
    (same,) = assessed_on(put_right)
    assert same.completion_key == second.completion_key
    (another_day,) = assessed_on(
        corrected(a_directive(DONE), 2, replace(DONE, completed_on=date(2023, 11, 28)))
    )
    assert another_day.completion_key == first.completion_key


def test_a_correction_of_a_completion_that_is_removed_leaves_the_first_one_itself() -> None:
    corrected_once = a_directive(DONE, a_completion(date(2023, 11, 29)))
    (back,) = assessed_on(corrected(corrected_once, 3, None))
    assert back.completion_key == (1, None, 0)
    again = with_event(
        corrected(corrected_once, 3, None), a_completion(date(2023, 11, 30)), WEEKENDS_ONLY
    )
    (same,) = assessed_on(again)
    assert same.completion_key == (1, None, 0)


def test_a_turn_that_was_removed_and_done_later_is_another_completion_of_that_turn_alone() -> None:
    october = Completed(completed_on=date(2023, 11, 20), instance=date(2023, 11, 25))
    november = Completed(completed_on=date(2023, 12, 10), instance=date(2023, 12, 25))
    directive = a_directive(october, november, assignment=an_assignment(deadline=every_month()))
    anew = with_event(corrected(directive, 2, None), october, WEEKENDS_ONLY)
    keys = {row.completion_key for row in assessed_on(anew) if row.facts.completed_on}
    assert keys == {(1, date(2023, 11, 25), 1), (1, date(2023, 12, 25), 0)}


def test_a_deadline_in_working_days_follows_the_calendar_and_no_other_does() -> None:
    counted = Deadline(
        text="trong 10 ngày làm việc",
        kind=DeadlineKind.RELATIVE,
        due_on=date(2024, 1, 12),
        offset=Offset(amount=10, unit=OffsetUnit.WORKING_DAY),
    )
    assignment = an_assignment(deadline=counted, assigned_on=date(2023, 12, 29))
    in_days = replace(counted, offset=Offset(amount=14, unit=OffsetUnit.DAY))

    def due(deadline: Deadline, days_off: DaysOff) -> date | None:
        one = replace(assignment, deadline=deadline)
        return a_directive(assignment=one, days_off=days_off).latest.due_on

    assert due(counted, NEW_YEAR_2024) == date(2024, 1, 15)
    assert due(counted, WEEKENDS_ONLY) == date(2024, 1, 12)
    assert due(in_days, NEW_YEAR_2024) == date(2024, 1, 12)


def without_rounds(directive: Directive) -> list[Span]:
    """The spans but for what tells one completion from the next."""
    return [replace(span, facts=replace(span.facts, reopen_count=0)) for span in directive.spans]


@given(lives(max_steps=10))
def test_replay_goes_by_what_happened_as_if_it_had_been_entered_so(directive: Directive) -> None:
    if not any(isinstance(event, Corrected) for event in directive.events):
        return
    entered_right = replayed(directive.happened, id=directive.id, version=1, days_off=WEEKENDS_ONLY)
    assert without_rounds(entered_right) == without_rounds(directive)
    assert happened(directive.happened) == directive.happened


@given(lives(), steps())
def test_an_event_taken_back_leaves_everything_as_it_was(directive: Directive, step: Step) -> None:
    event = attempt(directive, step)
    if event is None:
        return
    after = with_event(directive, event, WEEKENDS_ONLY)
    assert after.events[:-1] == directive.events
    back = replayed(after.events[:-1], id=0, version=1, days_off=WEEKENDS_ONLY)
    assert (back.spans, back.happened) == (directive.spans, directive.happened)


@given(lives(max_steps=10))
def test_nothing_happens_before_the_assignment_or_after_today_however_it_is_corrected(
    directive: Directive,
) -> None:
    first = directive.assignment.assigned_on
    for event in directive.happened[1:]:
        if event.effective_on is not None and not isinstance(event, (Edited, Completed)):
            assert first <= event.effective_on <= LAST_DAY
