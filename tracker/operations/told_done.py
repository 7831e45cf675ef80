"""What a row tells of a completion otherwise than the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tracker.core import completions
from tracker.core.directive import Facts, Progress, State
from tracker.core.errors import Refused
from tracker.core.events import Completed
from tracker.core.grounds import done_facts
from tracker.core.vietnamese import fold
from tracker.intake.drafts import Field
from tracker.operations.completing import results_in
from tracker.operations.row_against import RowAgainst, Told
from tracker.operations.table_differences import Proposal

_OPEN = (State.NOT_STARTED, State.IN_PROGRESS)
_JUDGED_OPEN = (Progress.NOT_YET_DUE, Progress.OVERDUE)


def about_completion(case: RowAgainst) -> Iterator[Told]:
    """The completion, its day and its result."""
    theirs = _told(case)
    if theirs is None:
        if is_behind(case):
            yield case.told(Field.COMPLETED, _our_day(case), "", _about_open(case))
    elif (facts := _same_completion(case, theirs)) is not None:
        yield from _about_result(case, theirs, facts)
    else:
        yield _about_day(case, theirs)


def _told(case: RowAgainst) -> Completed | None:
    """The completion that the row tells of; of a turn the register may know which, by its day."""
    unplaced, turn = case.row.drafted.unplaced, case.row.drafted.turn
    is_dated = unplaced is not None and (unplaced.completed_on or turn) is not None
    return unplaced if is_dated else case.row.drafted.completion


def is_behind(case: RowAgainst) -> bool:
    """Whether the row counts as open what is done by now."""
    claim = case.row.drafted.claim
    is_judged_open = claim is not None and claim.progress in _JUDGED_OPEN
    is_claimed_open = is_judged_open or case.claimed_state in _OPEN
    is_done = case.state is State.DONE or _done_turn(case) is not None
    return is_done and is_claimed_open and case.row.drafted.completion is None


def _about_open(case: RowAgainst) -> Proposal:
    """Whether somebody must find out which is right: what was done by the day of a list should not
    stand in it as open. One of another day, or of none, may just be older than the completion."""
    listed_on = case.row.listed_on
    completed_on = (_done_turn(case) or case.directive.latest).completed_on
    if listed_on is None or completed_on is None or completed_on > listed_on:
        return Proposal.TELL_THEM
    return Proposal.LOOK


def _done_turn(case: RowAgainst) -> Facts | None:
    """The turn that the row is about, if it is done."""
    turn, done = case.row.drafted.turn, done_facts(case.directive)
    return next((one for one in done if turn is not None and one.instance == turn), None)


def _our_day(case: RowAgainst) -> str:
    """The day of the completion in force that the row is about."""
    facts = _done_turn(case) or case.directive.latest
    return day_text(facts.completed_on)


def _same_completion(case: RowAgainst, theirs: Completed) -> Facts | None:
    """The completion in force that the row tells of too: a row without a day contradicts none."""
    latest = _done_turn(case) or case.directive.latest
    if case.directive.is_recurring and case.row.drafted.turn is None:
        done = done_facts(case.directive)
        return next((one for one in done if one.completed_on == theirs.completed_on), None)
    is_same = theirs.completed_on in (None, latest.completed_on)
    return latest if is_same and latest.state is State.DONE else None


def _about_day(case: RowAgainst, theirs: Completed) -> Told:
    turn, ours = case.row.drafted.turn, _our_day(case)
    said = case.before.completion_days(turn)
    seen = day_text(theirs.completed_on)
    if theirs.completed_on in said:
        return case.told(Field.COMPLETED, ours, seen, Proposal.TELL_THEM)
    # Without a day nobody can tell which turn it is, or whether it was before it was reopened.
    is_of_some_turn = case.directive.is_recurring and turn is None
    is_vague = theirs.completed_on is None and bool(said or is_of_some_turn)
    completed = None if is_vague else _completed(case, theirs)
    if completed is None:
        return case.told(Field.COMPLETED, ours, seen, Proposal.LOOK)
    return case.told(Field.COMPLETED, ours, seen, Proposal.COMPLETE, completed)


def _completed(case: RowAgainst, theirs: Completed) -> Completed | None:
    """The completion that can be recorded; None where a rule stands against it."""
    completion = replace(theirs, instance=None)
    turn = case.row.drafted.turn if case.directive.is_recurring else None
    try:
        return completions.complete(case.directive, completion, today=case.today, turn_month=turn)
    except Refused:
        return None


def _about_result(case: RowAgainst, theirs: Completed, facts: Facts) -> Iterator[Told]:
    ours, seen = facts.result_text, theirs.result_text
    if not seen or fold(seen) == fold(ours) or _names_no_more(seen, ours):
        return
    if fold(seen) in case.before.results:
        yield case.told(Field.RESULT, ours, seen, Proposal.TELL_THEM)
    elif (filled := None if ours else _with_result(case, theirs, facts)) is not None:
        yield case.told(Field.RESULT, ours, seen, Proposal.FILL_IN, filled)
    else:
        yield case.told(Field.RESULT, ours, seen, Proposal.LOOK)


def _names_no_more(seen: str, ours: str) -> bool:
    """Whether a result names documents, and none that ours does not name as well."""
    theirs = {(one.number.casefold(), one.issued_on) for one in results_in(seen)}
    known = {(one.number.casefold(), one.issued_on) for one in results_in(ours)}
    return bool(theirs) and theirs <= known


def _with_result(case: RowAgainst, theirs: Completed, facts: Facts) -> Completed | None:
    """The completion in force with the result that it lacks."""
    completion = replace(theirs, completed_on=facts.completed_on, instance=facts.instance)
    try:
        return completions.correct_completion(
            case.directive, completion, today=case.today, turn_month=facts.instance
        )
    except Refused:
        return None


def day_text(day: date | None) -> str:
    """A day as a difference has it."""
    return "" if day is None else day.isoformat()
