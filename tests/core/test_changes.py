"""What may happen to a directive, and what is refused: typed on 14/12/2023 unless said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from tests.builders import (
    TODAY,
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
from tests.lives import LAST_DAY, Step, days, entries, lives
from tracker.core import changes, completions, corrections
from tracker.core.deadline import NO_DEADLINE, Deadline, DeadlineKind
from tracker.core.directive import State
from tracker.core.events import (
    Completed,
    Edited,
    Event,
    Extended,
    Reopened,
    Resumed,
    Started,
    Suspended,
    Withdrawn,
)
from tracker.core.life import Directive, with_event
from tracker.core.refusals import (
    BeforeAssignment,
    ChangeRefused,
    DeadlineBeforeAssignment,
    InTheFuture,
    NoDoneTurn,
    NoSuchTurn,
    NothingChanges,
    NoTurns,
    SeriesMustRecur,
    SeveralDoneTurns,
    SeveralTurns,
    TooEarly,
    TurnsAreDone,
    TurnsCannotReopen,
    UnclearDeadline,
    WithoutEffect,
    WrongState,
)

NOT_STARTED = an_assignment(is_started=False)
MONTHLY = an_assignment(deadline=every_month(25))
NOVEMBER, DECEMBER = date(2023, 11, 25), date(2023, 12, 25)


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


def _monthly(*events: Event) -> Directive:
    return a_directive(*events, assignment=MONTHLY)


def _start(directive: Directive, on: date) -> Started:
    return changes.start(directive, on=on, today=TODAY)


def _complete(directive: Directive, on: date | None, turn_month: date | None = None) -> Completed:
    return completions.complete(directive, a_completion(on), today=TODAY, turn_month=turn_month)


def _correct(directive: Directive, on: date | None, turn_month: date | None = None) -> Completed:
    return completions.correct_completion(
        directive, a_completion(on), today=TODAY, turn_month=turn_month
    )


def _extend(directive: Directive, to: Deadline, approved_on: date = date(2023, 12, 5)) -> Event:
    authority = a_citation("7001/UBND-NC", approved_on)
    return changes.extend(directive, to, authority=authority, today=TODAY)


def _withdraw(directive: Directive, on: date) -> Event:
    return changes.withdraw(directive, on=on, authority=a_citation(), reason="r", today=TODAY)


def _suspend(directive: Directive, on: date) -> Event:
    return changes.suspend(directive, on=on, authority=a_citation(), reason="r", today=TODAY)


def _resume(directive: Directive, on: date) -> Event:
    return changes.resume(directive, on=on, authority=a_citation(), reason="r", today=TODAY)


def _reopen(directive: Directive, on: date) -> Event:
    return changes.reopen(directive, on=on, authority=a_citation(), reason="r", today=TODAY)


def _note(directive: Directive, on: date) -> Event:
    return changes.note(directive, on=on, text="Đang lấy ý kiến", today=TODAY)


def _extend_by_letter_of(directive: Directive, on: date) -> Event:
    return _extend(directive, a_deadline(date(2024, 1, 31)), approved_on=on)


def _complete_november(directive: Directive, on: date) -> Completed:
    return _complete(directive, on, turn_month=NOVEMBER)


# what happens -> a directive to which it may happen
DATED: list[tuple[Callable[[Directive, date], Event], Directive]] = [
    (_start, a_directive(assignment=NOT_STARTED)),
    (_complete, a_directive()),
    (_correct, a_directive(a_completion(_day(10)))),
    (_complete_november, _monthly()),
    (_extend_by_letter_of, a_directive()),
    (_withdraw, a_directive()),
    (_suspend, a_directive()),
    (_resume, a_directive(_suspended(_day(3)))),
    (_reopen, a_directive(a_completion(_day(3)))),
    (_reopen, a_directive(_withdrawn(_day(3)))),
    (_note, a_directive()),
]


@pytest.mark.parametrize(("change", "directive"), DATED)
def test_nothing_happens_before_the_assignment_or_in_the_future(
    change: Callable[[Directive, date], Event], directive: Directive
) -> None:
    with pytest.raises(BeforeAssignment) as early:
        change(directive, _day(2))
    assert (early.value.day, early.value.assigned_on) == (_day(2), _day(3))
    with pytest.raises(InTheFuture) as late:
        change(directive, date(2023, 12, 15))
    assert (late.value.day, late.value.today) == (date(2023, 12, 15), TODAY)
    assert late.value.number == "6340/UBND-NC"
    assert late.value.exit_code == 4


@pytest.mark.parametrize(("change", "directive"), DATED)
def test_what_may_happen_counts_from_the_day_said(
    change: Callable[[Directive, date], Event], directive: Directive
) -> None:
    event = change(directive, _day(20))
    assert event.effective_on == _day(20)


# what happens -> a directive to which it may not happen any more
STATES: list[tuple[Callable[[Directive, date], Event], Directive, State]] = [
    (_start, a_directive(), State.IN_PROGRESS),
    (_start, a_directive(a_completion(_day(10)), assignment=NOT_STARTED), State.DONE),
    (_complete, a_directive(a_completion(_day(10))), State.DONE),
    (_complete, a_directive(_withdrawn(_day(10))), State.WITHDRAWN),
    (_complete, _monthly(_withdrawn(_day(3))), State.WITHDRAWN),
    (_correct, a_directive(), State.IN_PROGRESS),
    (_extend_by_letter_of, a_directive(a_completion(_day(10))), State.DONE),
    (_extend_by_letter_of, a_directive(a_completion(None)), State.DONE),
    (_extend_by_letter_of, a_directive(_withdrawn(_day(10))), State.WITHDRAWN),
    (_withdraw, a_directive(_withdrawn(_day(10))), State.WITHDRAWN),
    (_suspend, a_directive(_suspended(_day(10))), State.SUSPENDED),
    (_suspend, a_directive(a_completion(_day(10))), State.DONE),
    (_suspend, a_directive(_withdrawn(_day(10))), State.WITHDRAWN),
    (_resume, a_directive(), State.IN_PROGRESS),
    (_reopen, a_directive(), State.IN_PROGRESS),
    (_reopen, a_directive(_suspended(_day(10))), State.SUSPENDED),
]


@pytest.mark.parametrize(("change", "directive", "state"), STATES)
def test_a_change_is_refused_where_the_directive_stands_elsewhere(
    change: Callable[[Directive, date], Event], directive: Directive, state: State
) -> None:
    with pytest.raises((WrongState, NoSuchTurn)) as refused:
        change(directive, _day(20))
    if isinstance(refused.value, WrongState):
        assert refused.value.state is state
        assert state not in refused.value.needed


# Told late: what happened earlier is entered after what came later.


def test_a_start_may_be_told_after_the_completion() -> None:
    directive = a_directive(a_completion(_day(20)), assignment=NOT_STARTED)
    assert _start(directive, _day(10)) == Started(effective_on=_day(10))


def test_a_completion_before_the_withdrawal_may_be_told_after_it() -> None:
    directive = a_directive(_withdrawn(date(2023, 12, 1)))
    event = _complete(directive, _day(27))
    after = with_event(directive, event, WEEKENDS_ONLY)
    assert (after.latest.state, after.latest.completed_on) == (State.DONE, _day(27))


@pytest.mark.parametrize("on", [date(2023, 12, 1), date(2023, 12, 2), None])
def test_a_completion_on_or_after_the_withdrawal_is_refused(on: date | None) -> None:
    with pytest.raises(WrongState):
        _complete(a_directive(_withdrawn(date(2023, 12, 1))), on)


def test_a_turn_done_before_the_withdrawal_of_the_series_may_be_told_after_it() -> None:
    directive = _monthly(_withdrawn(date(2023, 12, 1)))
    assert _complete(directive, _day(24)).instance == NOVEMBER
    with pytest.raises(WrongState):
        _complete(directive, date(2023, 12, 5), turn_month=NOVEMBER)


@pytest.mark.parametrize("approved_on", [_day(15), _day(20)])
def test_a_letter_as_old_as_the_completion_or_older_may_be_told_after_it(
    approved_on: date,
) -> None:
    directive = a_directive(a_completion(_day(20)))
    event = _extend(directive, a_deadline(date(2023, 12, 31)), approved_on=approved_on)
    after = with_event(directive, event, WEEKENDS_ONLY)
    assert after.latest.due_on == date(2023, 12, 31)


# What would be swallowed by a later event is refused, never lost.

SWALLOWED: list[tuple[Callable[[Directive, date], Event], Directive, date]] = [
    (_complete, a_directive(a_completion(_day(10)), _reopened(_day(20))), _day(20)),
    (_withdraw, a_directive(a_completion(_day(10)), _reopened(_day(20))), _day(20)),
    (_suspend, a_directive(_suspended(_day(10)), _resumed(_day(20))), _day(20)),
    (_suspend, a_directive(a_completion(_day(10)), _reopened(_day(20))), _day(20)),
    (_resume, a_directive(_suspended(_day(20))), _day(20)),
    (_reopen, a_directive(a_completion(_day(20))), _day(20)),
    (_reopen, a_directive(_withdrawn(_day(20))), _day(20)),
    (_reopen, a_directive(a_completion(_day(10)), _withdrawn(_day(20))), _day(20)),
    (_correct, a_directive(a_completion(None), _reopened(_day(20)), a_completion(None)), _day(20)),
]


@pytest.mark.parametrize(("change", "directive", "since"), SWALLOWED)
@pytest.mark.parametrize("on", [_day(5), _day(15)])
def test_a_change_dated_before_the_event_that_undoes_it_is_too_early(
    change: Callable[[Directive, date], Event], directive: Directive, since: date, on: date
) -> None:
    with pytest.raises(TooEarly) as refused:
        change(directive, on)
    assert (refused.value.day, refused.value.since) == (on, since)


@pytest.mark.parametrize(("change", "directive", "since"), SWALLOWED)
def test_a_change_on_the_day_of_the_event_before_it_holds(
    change: Callable[[Directive, date], Event], directive: Directive, since: date
) -> None:
    event = change(directive, since)
    after = with_event(directive, event, WEEKENDS_ONLY)
    assert after.latest != directive.latest


def test_a_resumption_may_lie_before_an_extension_given_while_suspended() -> None:
    letter = an_extension(date(2024, 1, 31), approved_on=_day(25))
    directive = a_directive(_suspended(_day(10)), letter)
    assert _resume(directive, _day(20)).effective_on == _day(20)


# Completions.


def test_what_was_done_before_it_was_taken_back_stays_done_and_the_letter_is_kept() -> None:
    directive = a_directive(a_completion(_day(20)))
    after = with_event(directive, _withdraw(directive, _day(25)), WEEKENDS_ONLY)
    assert after.latest.state is State.DONE
    assert isinstance(after.events[-1], Withdrawn)


def test_a_missing_day_of_completion_may_be_given_later() -> None:
    directive = a_directive(a_completion(None))
    after = with_event(directive, _complete(directive, _day(20)), WEEKENDS_ONLY)
    assert after.latest.completed_on == _day(20)
    assert after.facts_on(_day(19))[0].state is State.IN_PROGRESS


def test_a_missing_day_of_completion_is_not_given_by_another_missing_day() -> None:
    with pytest.raises(WrongState):
        _complete(a_directive(a_completion(None)), None)


@pytest.mark.parametrize("on", [_day(5), _day(28), None])
def test_a_day_of_completion_may_be_put_right_both_ways(on: date | None) -> None:
    directive = a_directive(a_completion(_day(20)))
    after = with_event(directive, _correct(directive, on), WEEKENDS_ONLY)
    assert (after.latest.state, after.latest.completed_on) == (State.DONE, on)


def test_a_result_may_be_put_right_without_another_day() -> None:
    directive = a_directive(a_completion(_day(20), result_text="298/BC-KHCN"))
    correction = a_completion(_day(20), result_text="289/BC-KHCN")
    event = completions.correct_completion(directive, correction, today=TODAY)
    assert with_event(directive, event, WEEKENDS_ONLY).latest.result_text == "289/BC-KHCN"


def test_a_correction_that_corrects_nothing_is_refused() -> None:
    with pytest.raises(NothingChanges):
        _correct(a_directive(a_completion(_day(20))), _day(20))


def test_a_completion_cannot_be_moved_behind_a_withdrawal_it_preceded() -> None:
    directive = a_directive(a_completion(_day(20)), _withdrawn(_day(25)))
    with pytest.raises(WithoutEffect) as refused:
        _correct(directive, _day(28))
    assert (refused.value.day, refused.value.state) == (_day(28), State.WITHDRAWN)
    assert _correct(directive, _day(22)).completed_on == _day(22)


# Turns.


def test_a_completion_closes_the_one_turn_still_open_that_day() -> None:
    assert _complete(_monthly(), _day(20)).instance == NOVEMBER
    november = a_completion(_day(24), instance=NOVEMBER)
    assert _complete(_monthly(november), date(2023, 12, 10)).instance == DECEMBER


def test_a_completion_without_a_day_closes_the_earliest_turn_open_today() -> None:
    november = a_completion(_day(24), instance=NOVEMBER)
    assert _complete(_monthly(november), None).instance == DECEMBER


def test_where_two_turns_are_open_the_one_that_was_done_must_be_named() -> None:
    with pytest.raises(SeveralTurns) as refused:
        _complete(_monthly(), date(2023, 12, 10))
    assert refused.value.turns == (NOVEMBER, DECEMBER)


def test_what_was_done_is_not_withdrawn_from_an_earlier_day() -> None:
    directive = a_directive(a_completion(_day(20)))
    with pytest.raises(TooEarly) as refused:
        _withdraw(directive, _day(15))
    assert (refused.value.day, refused.value.since) == (_day(15), _day(20))
    turn = _monthly(a_completion(_day(24), instance=NOVEMBER))
    with pytest.raises(TooEarly):
        _withdraw(turn, _day(20))


def test_a_turn_may_be_named_by_its_month() -> None:
    december = _complete(_monthly(), date(2023, 12, 10), turn_month=date(2023, 12, 1))
    assert december.instance == DECEMBER


def test_a_turn_may_be_done_before_its_period_opens_if_it_is_named() -> None:
    directive = _monthly(a_completion(_day(24), instance=NOVEMBER))
    with pytest.raises(NoSuchTurn):
        _complete(directive, _day(28))
    event = _complete(directive, _day(28), turn_month=date(2023, 12, 31))
    after = with_event(directive, event, WEEKENDS_ONLY)
    assert {facts.instance: facts.state for facts in after.facts_on(_day(28))} == {
        NOVEMBER: State.DONE,
        DECEMBER: State.DONE,
    }


def test_a_turn_long_lapsed_may_still_be_done_if_it_is_named() -> None:
    event = completions.complete(
        _monthly(), a_completion(date(2024, 3, 1)), today=LAST_DAY, turn_month=NOVEMBER
    )
    assert event.instance == NOVEMBER


@pytest.mark.parametrize("turn_month", [NOVEMBER, date(2023, 10, 1), date(1999, 1, 1)])
def test_a_turn_done_already_or_never_due_cannot_be_done(turn_month: date) -> None:
    directive = _monthly(a_completion(_day(24), instance=NOVEMBER))
    with pytest.raises(NoSuchTurn) as refused:
        _complete(directive, _day(28), turn_month=turn_month)
    assert refused.value.wanted == turn_month


def test_the_missing_day_of_a_turn_may_be_given_later() -> None:
    directive = _monthly(a_completion(None, instance=NOVEMBER))
    event = _complete(directive, _day(24), turn_month=NOVEMBER)
    after = with_event(directive, event, WEEKENDS_ONLY)
    assert [facts.completed_on for facts in after.facts_on(_day(24))] == [_day(24)]


def test_the_day_of_a_done_turn_may_be_put_right() -> None:
    directive = _monthly(a_completion(_day(28), instance=NOVEMBER))
    event = _correct(directive, _day(24), turn_month=NOVEMBER)
    assert (event.instance, event.completed_on) == (NOVEMBER, _day(24))
    with pytest.raises(NothingChanges):
        _correct(directive, _day(28), turn_month=NOVEMBER)


def test_a_correction_of_a_turn_must_name_one_that_is_done() -> None:
    directive = _monthly(a_completion(_day(28), instance=NOVEMBER))
    with pytest.raises(NoDoneTurn):
        _correct(directive, _day(24), turn_month=DECEMBER)
    assert _correct(directive, _day(24)).instance == NOVEMBER


def test_where_two_turns_are_done_the_one_to_correct_must_be_named() -> None:
    directive = _monthly(
        a_completion(_day(28), instance=NOVEMBER),
        a_completion(date(2023, 12, 20), instance=DECEMBER),
    )
    with pytest.raises(SeveralDoneTurns) as refused:
        _correct(directive, _day(24))
    assert refused.value.turns == (NOVEMBER, DECEMBER)


@pytest.mark.parametrize("change", [_complete, _correct])
def test_a_turn_cannot_be_named_where_there_are_none(
    change: Callable[..., Completed],
) -> None:
    with pytest.raises(NoTurns):
        change(a_directive(), _day(20), turn_month=NOVEMBER)


def test_a_done_turn_cannot_be_reopened_but_a_withdrawn_series_can() -> None:
    november = a_completion(_day(24), instance=NOVEMBER)
    with pytest.raises(TurnsCannotReopen):
        _reopen(_monthly(november), _day(28))
    withdrawn = _monthly(november, _withdrawn(date(2023, 12, 1)))
    assert _reopen(withdrawn, date(2023, 12, 5)).effective_on == date(2023, 12, 5)


def test_a_series_that_was_done_as_a_whole_before_it_recurred_has_no_turn_to_do() -> None:
    before = an_assignment()
    directive = a_directive(a_completion(_day(20)), Edited(before=before, after=MONTHLY))
    with pytest.raises(WrongState):
        _complete(directive, _day(28))


# Deadlines.


@pytest.mark.parametrize(
    "deadline",
    [NO_DEADLINE, a_deadline_of(DeadlineKind.INVALID), a_deadline_of(DeadlineKind.INCOMPLETE)],
)
def test_a_deadline_is_not_extended_to_something_unclear(deadline: Deadline) -> None:
    with pytest.raises(UnclearDeadline) as refused:
        _extend(a_directive(), deadline)
    assert refused.value.text == deadline.text


def test_a_deadline_may_be_moved_earlier_but_not_before_the_assignment() -> None:
    for earlier in (_day(20), _day(3)):
        event = _extend(a_directive(), a_deadline(earlier), approved_on=_day(10))
        assert with_event(a_directive(), event, WEEKENDS_ONLY).latest.due_on == earlier
    with pytest.raises(DeadlineBeforeAssignment) as refused:
        _extend(a_directive(), a_deadline(_day(2)), approved_on=_day(10))
    assert (refused.value.due_on, refused.value.assigned_on) == (_day(2), _day(3))


def test_an_extension_to_the_day_already_in_force_is_refused() -> None:
    with pytest.raises(NothingChanges):
        _extend(a_directive(), a_deadline(date(2023, 12, 10)))
    directive = a_directive(an_extension(date(2023, 12, 31), approved_on=_day(20)))
    with pytest.raises(NothingChanges):
        _extend(directive, a_deadline(date(2023, 12, 31)))
    back = _extend(directive, a_deadline(date(2023, 12, 10)))
    assert with_event(directive, back, WEEKENDS_ONLY).latest.due_on == date(2023, 12, 10)


def test_a_letter_may_make_a_dated_directive_an_ongoing_one() -> None:
    event = _extend(a_directive(), a_deadline_of(DeadlineKind.ONGOING, "Thường xuyên"))
    assert with_event(a_directive(), event, WEEKENDS_ONLY).latest.due_on is None


# Corrections of the letter.


def test_a_correction_keeps_what_was_and_what_is() -> None:
    before = an_assignment()
    after = replace(before, unit="Phòng Quản lý Khoa học")
    assert corrections.edit(a_directive(), after) == Edited(before=before, after=after)


def test_an_edit_that_changes_nothing_is_refused() -> None:
    with pytest.raises(NothingChanges):
        corrections.edit(a_directive(), an_assignment())


def test_an_edit_cannot_make_the_deadline_unclear_but_may_leave_an_unclear_one() -> None:
    unclear = an_assignment(deadline=a_deadline_of(DeadlineKind.INVALID, "31/4/2023"))
    with pytest.raises(UnclearDeadline):
        corrections.edit(a_directive(), unclear)
    after = replace(unclear, unit="Văn phòng")
    assert corrections.edit(a_directive(assignment=unclear), after).after == after


def test_the_day_of_assignment_cannot_be_put_behind_what_has_happened() -> None:
    directive = a_directive(a_completion(_day(20)))
    after = an_assignment(assigned_on=_day(20))
    assert corrections.edit(directive, after).after == after
    with pytest.raises(BeforeAssignment) as refused:
        corrections.edit(directive, an_assignment(assigned_on=_day(21)))
    assert (refused.value.day, refused.value.assigned_on) == (_day(20), _day(21))


def test_a_series_with_done_turns_cannot_be_edited_into_a_plain_directive() -> None:
    plain = replace(MONTHLY, deadline=a_deadline(DECEMBER))
    assert corrections.edit(_monthly(), plain).after == plain
    with pytest.raises(TurnsAreDone):
        corrections.edit(_monthly(a_completion(_day(24), instance=NOVEMBER)), plain)


def test_a_letter_gives_no_series_one_last_day() -> None:
    for directive in (_monthly(), _monthly(a_completion(_day(24), instance=NOVEMBER))):
        with pytest.raises(SeriesMustRecur):
            _extend(directive, a_deadline(date(2024, 3, 31)), approved_on=_day(25))


def test_a_letter_may_give_a_series_another_day_of_the_month() -> None:
    event = _extend(_monthly(), every_month(20), approved_on=_day(3))
    after = with_event(_monthly(), event, WEEKENDS_ONLY)
    assert date(2023, 12, 20) in [facts.instance for facts in after.facts_on(date(2023, 12, 1))]


def test_a_turn_is_not_done_before_the_letter_that_made_the_directive_recur() -> None:
    letter = Extended(deadline=every_month(25), authority=a_citation(issued_on=_day(20)))
    directive = a_directive(letter)
    with pytest.raises(NoSuchTurn):
        _complete(directive, _day(15), turn_month=NOVEMBER)
    assert _complete(directive, _day(20), turn_month=NOVEMBER).instance == NOVEMBER


@pytest.mark.parametrize(("change", "directive"), DATED)
def test_what_happens_today_may_be_told_today(
    change: Callable[[Directive, date], Event], directive: Directive
) -> None:
    assert change(directive, TODAY).effective_on == TODAY


# Properties.


def _refusal(directive: Directive, step: Step) -> ChangeRefused | None:
    try:
        step(directive)
    except ChangeRefused as refused:
        return refused
    return None


@given(directive=lives(), step=entries())
def test_a_step_is_either_allowed_or_refused_for_a_reason_that_makes_sense(
    directive: Directive, step: Step
) -> None:
    refused = _refusal(directive, step)
    if isinstance(refused, TooEarly):
        assert refused.day < refused.since
    if isinstance(refused, WithoutEffect):
        assert (directive.latest.state, refused.state) == (State.DONE, State.WITHDRAWN)


@given(directive=lives(), on=days())
def test_a_completion_that_is_accepted_is_never_lost(directive: Directive, on: date) -> None:
    completion = a_completion(on, result_text="vừa ghi")
    try:
        event = completions.complete(directive, completion, today=LAST_DAY)
    except ChangeRefused:
        return
    after = with_event(directive, event, WEEKENDS_ONLY)
    done = [span.facts for span in after.spans if span.facts.result_text == "vừa ghi"]
    assert [(facts.state, facts.completed_on) for facts in done] == [(State.DONE, on)]
    assert done[0] in after.facts_on(LAST_DAY)
