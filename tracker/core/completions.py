"""What is done: the directive as a whole, or one turn of a recurring one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.core.directive import Facts, Span, State
from tracker.core.events import Completed, Reopened
from tracker.core.grounds import (
    ANY_CALENDAR,
    OPEN,
    done_facts,
    latest_after,
    require_day,
    require_state,
    without_effect,
)
from tracker.core.life import Directive
from tracker.core.refusals import (
    NoDoneTurn,
    NoSuchTurn,
    NothingChanges,
    NoTurns,
    SeveralDoneTurns,
    SeveralTurns,
    WrongState,
)
from tracker.core.timeline import timeline, whole_spans
from tracker.core.turns import are_turns_in_force


def complete(
    directive: Directive, completion: Completed, *, today: date, turn_month: date | None = None
) -> Completed:
    """The directive, or one turn of a recurring one, is done.

    ``turn_month`` is any day of the month in which the wanted turn falls due; without it the one
    turn open that day is meant, and nothing is guessed where there are two. What was done before
    a withdrawal may be told after it.
    """
    if completion.completed_on is not None:
        require_day(directive, completion.completed_on, today)
    elif directive.latest.state is State.WITHDRAWN:
        raise WrongState(directive, directive.latest, OPEN)
    if directive.is_recurring:
        return _complete_turn(directive, completion, today=today, turn_month=turn_month)
    if turn_month is not None:
        raise NoTurns(directive)
    latest = directive.latest
    is_day_given = completion.completed_on is not None
    if latest.state is State.DONE and not (latest.completed_on is None and is_day_given):
        raise WrongState(directive, latest, OPEN)
    return _holding_completion(directive, completion)


def correct_completion(
    directive: Directive, completion: Completed, *, today: date, turn_month: date | None = None
) -> Completed:
    """The day or the result of a completion was typed wrongly; this one takes its place."""
    if completion.completed_on is not None:
        require_day(directive, completion.completed_on, today)
    if directive.is_recurring:
        instance = done_turn(directive, turn_month).instance
        return _holding_turn(directive, replace(completion, instance=instance))
    if turn_month is not None:
        raise NoTurns(directive)
    require_state(directive, State.DONE)
    return _holding_completion(directive, completion)


def done_turn(directive: Directive, turn_month: date | None) -> Facts:
    """The one done turn of a series that is meant, by the month it falls due where that is said."""
    done = [
        facts
        for facts in done_facts(directive)
        if facts.instance is not None
        and (turn_month is None or _falls_in(facts.instance, turn_month))
    ]
    if not done:
        raise NoDoneTurn(directive, turn_month)
    if len(done) > 1:
        due_days = [facts.instance for facts in done if facts.instance is not None]
        raise SeveralDoneTurns(directive, tuple(sorted(due_days)))
    return done[0]


def _holding_completion(directive: Directive, completion: Completed) -> Completed:
    """The completion, once it is sure that the directive is done by it."""
    latest = latest_after(directive, completion).facts
    if directive.latest.state is latest.state is State.WITHDRAWN:
        raise WrongState(directive, directive.latest, OPEN)
    held = (latest.state, latest.completed_on, latest.result_text)
    if held != (State.DONE, completion.completed_on, completion.result_text):
        raise without_effect(directive, completion, (Reopened,))
    if latest == whole_spans(directive.happened, ANY_CALENDAR)[-1].facts:
        raise NothingChanges(directive)
    return completion


def _complete_turn(
    directive: Directive, completion: Completed, *, today: date, turn_month: date | None
) -> Completed:
    if directive.latest.state is State.DONE:
        raise WrongState(directive, directive.latest, OPEN)
    due_on = _turn(directive, completion, completion.completed_on or today, turn_month)
    return _holding_turn(directive, replace(completion, instance=due_on))


def _holding_turn(directive: Directive, completion: Completed) -> Completed:
    """The completion, once it is sure that the turn is done by it."""
    events = (*directive.happened, completion)
    if not are_turns_in_force(whole_spans(events, ANY_CALENDAR), events):
        raise NoSuchTurn(directive, completion.instance)
    spans = timeline(events, ANY_CALENDAR)
    is_held = any(
        span.facts.state is State.DONE
        and span.facts.instance == completion.instance
        and span.facts.completed_on == completion.completed_on
        for span in spans
    )
    if not is_held:
        raise WrongState(directive, directive.latest, OPEN)
    if spans == timeline(directive.happened, ANY_CALENDAR):
        raise NothingChanges(directive)
    return completion


def _turn(directive: Directive, completion: Completed, day: date, turn_month: date | None) -> date:
    done = _done_turns(directive)
    closed = {
        due_on
        for due_on, completed_on in done.items()
        if completed_on is not None or completion.completed_on is None or turn_month is None
    }
    meant = [
        span
        for span in directive.spans
        if span.facts.instance is not None
        and span.facts.instance not in closed
        and _is_meant(span, day, turn_month)
    ]
    # Where a letter moved the day of the month, the month names two; the day tells them apart.
    on_the_day = [span for span in meant if span.covers(day)] or meant
    turns = sorted({span.facts.instance for span in on_the_day if span.facts.instance})
    if not turns:
        raise NoSuchTurn(directive, turn_month)
    if len(turns) > 1:
        raise SeveralTurns(directive, tuple(turns))
    return turns[0]


def _is_meant(span: Span, day: date, turn_month: date | None) -> bool:
    if turn_month is None:
        return span.covers(day)
    return _falls_in(span.facts.instance, turn_month)


def _falls_in(due_on: date | None, month: date | None) -> bool:
    if due_on is None or month is None:
        return False
    return (due_on.year, due_on.month) == (month.year, month.month)


def _done_turns(directive: Directive) -> dict[date, date | None]:
    """The due days of the turns done so far, and the days they were done."""
    return {
        facts.instance: facts.completed_on
        for facts in done_facts(directive)
        if facts.instance is not None
    }
