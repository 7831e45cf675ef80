"""What may happen to a directive, and when it may not: each change checked, then an event.

Every function takes the directive as it stands and gives the event to append, or raises a
``Refused`` that says which rule stands against it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import Assignment, Citation, Facts, Span, State
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
from tracker.core.life import Directive
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
from tracker.core.timeline import timeline, whole_spans
from tracker.core.turns import are_turns_in_force

_OPEN = (State.NOT_STARTED, State.IN_PROGRESS, State.SUSPENDED)

_ANY_CALENDAR = DaysOff()
"""States do not depend on days off."""


def start(directive: Directive, *, on: date, today: date) -> Started:
    """Work begins; it may be told late, of a day before whatever happened since."""
    _require_day(directive, on, today)
    standing = next(
        span.facts for span in whole_spans(directive.events, _ANY_CALENDAR) if span.covers(on)
    )
    if standing.state is not State.NOT_STARTED:
        raise WrongState(directive, standing, (State.NOT_STARTED,))
    return Started(effective_on=on)


def complete(
    directive: Directive, completion: Completed, *, today: date, turn_month: date | None = None
) -> Completed:
    """The directive, or one turn of a recurring one, is done.

    ``turn_month`` is any day of the month in which the wanted turn falls due; without it the one
    turn open that day is meant, and nothing is guessed where there are two. What was done before
    a withdrawal may be told after it.
    """
    if completion.completed_on is not None:
        _require_day(directive, completion.completed_on, today)
    elif directive.latest.state is State.WITHDRAWN:
        raise WrongState(directive, directive.latest, _OPEN)
    if directive.is_recurring:
        return _complete_turn(directive, completion, today=today, turn_month=turn_month)
    if turn_month is not None:
        raise NoTurns(directive)
    latest = directive.latest
    is_day_given = completion.completed_on is not None
    if latest.state is State.DONE and not (latest.completed_on is None and is_day_given):
        raise WrongState(directive, latest, _OPEN)
    return _holding_completion(directive, completion)


def correct_completion(
    directive: Directive, completion: Completed, *, today: date, turn_month: date | None = None
) -> Completed:
    """The day or the result of a completion was typed wrongly; this one takes its place."""
    if completion.completed_on is not None:
        _require_day(directive, completion.completed_on, today)
    if directive.is_recurring:
        instance = done_turn(directive, turn_month).instance
        return _holding_turn(directive, replace(completion, instance=instance))
    if turn_month is not None:
        raise NoTurns(directive)
    _require_state(directive, State.DONE)
    return _holding_completion(directive, completion)


def done_turn(directive: Directive, turn_month: date | None) -> Facts:
    """The one done turn of a series that is meant, by the month it falls due where that is said."""
    done = [
        facts
        for facts in _done(directive)
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
    latest = _latest_after(directive, completion).facts
    if directive.latest.state is latest.state is State.WITHDRAWN:
        raise WrongState(directive, directive.latest, _OPEN)
    held = (latest.state, latest.completed_on, latest.result_text)
    if held != (State.DONE, completion.completed_on, completion.result_text):
        raise _without_effect(directive, completion, (Reopened,))
    if latest == directive.latest:
        raise NothingChanges(directive)
    return completion


def _complete_turn(
    directive: Directive, completion: Completed, *, today: date, turn_month: date | None
) -> Completed:
    if directive.latest.state is State.DONE:
        raise WrongState(directive, directive.latest, _OPEN)
    due_on = _turn(directive, completion, completion.completed_on or today, turn_month)
    return _holding_turn(directive, replace(completion, instance=due_on))


def _holding_turn(directive: Directive, completion: Completed) -> Completed:
    """The completion, once it is sure that the turn is done by it."""
    events = (*directive.events, completion)
    if not are_turns_in_force(whole_spans(events, _ANY_CALENDAR), events):
        raise NoSuchTurn(directive, completion.instance)
    spans = timeline(events, _ANY_CALENDAR)
    is_held = any(
        span.facts.state is State.DONE
        and span.facts.instance == completion.instance
        and span.facts.completed_on == completion.completed_on
        for span in spans
    )
    if not is_held:
        raise WrongState(directive, directive.latest, _OPEN)
    if spans == timeline(directive.events, _ANY_CALENDAR):
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
        for facts in _done(directive)
        if facts.instance is not None
    }


def _done(directive: Directive) -> list[Facts]:
    """The completions in force, of the directive or of its turns, as put right since."""
    return [span.facts for span in directive.spans if span.facts.state is State.DONE]


def extend(
    directive: Directive, deadline: Deadline, *, authority: Citation, today: date
) -> Extended:
    """The deadline is moved by a document of the authority that set it.

    A letter as old as the completion, or older, may be told after it.
    """
    day = authority.issued_on
    _require_day(directive, day, today)
    if deadline.is_unclear or deadline.kind is DeadlineKind.NONE:
        raise UnclearDeadline(directive, deadline)
    if deadline.due_on is not None and deadline.due_on < directive.assignment.assigned_on:
        raise DeadlineBeforeAssignment(directive, deadline.due_on)
    completed_on = directive.latest.completed_on
    if completed_on is None or completed_on < day:
        _require_state(directive, *_OPEN)
    if _is_in_force(directive, deadline, day):
        raise NothingChanges(directive)
    if directive.is_recurring and deadline.kind is not DeadlineKind.RECURRING:
        raise SeriesMustRecur(directive, deadline)
    event = Extended(deadline=deadline, authority=authority)
    _require_turns_in_force(directive, event)
    return event


def _is_in_force(directive: Directive, deadline: Deadline, day: date) -> bool:
    return deadline.due_on is not None and any(
        (facts.deadline.kind, facts.due_on) == (deadline.kind, deadline.due_on)
        for facts in directive.facts_on(day)
    )


def withdraw(
    directive: Directive, *, on: date, authority: Citation, reason: str, today: date
) -> Withdrawn:
    """Taken back by the province. What was done before stays done."""
    _require_day(directive, on, today)
    _require_state(directive, *_OPEN, State.DONE)
    event = Withdrawn(effective_on=on, authority=authority, reason=reason)
    if _latest_after(directive, event).facts.state in _OPEN:
        raise _without_effect(directive, event, (Reopened,))
    last_done = max(_days_done(directive), default=None)
    if last_done is not None and (on < last_done or (on == last_done and directive.is_recurring)):
        raise TooEarly(directive, on, last_done)
    return event


def suspend(
    directive: Directive, *, on: date, authority: Citation, reason: str, today: date
) -> Suspended:
    """Halted by the province."""
    _require_day(directive, on, today)
    _require_state(directive, State.NOT_STARTED, State.IN_PROGRESS)
    event = Suspended(effective_on=on, authority=authority, reason=reason)
    if _latest_after(directive, event).facts.state is not State.SUSPENDED:
        raise _without_effect(directive, event, (Resumed, Reopened))
    return event


def resume(
    directive: Directive, *, on: date, authority: Citation, reason: str, today: date
) -> Resumed:
    """Set going again."""
    _require_day(directive, on, today)
    _require_state(directive, State.SUSPENDED)
    event = Resumed(effective_on=on, authority=authority, reason=reason)
    if _latest_after(directive, event).facts.state is State.SUSPENDED:
        raise _without_effect(directive, event, (Suspended,))
    return event


def reopen(
    directive: Directive, *, on: date, authority: Citation, reason: str, today: date
) -> Reopened:
    """Returned by the province after it was done, or restored after a withdrawal."""
    _require_day(directive, on, today)
    if directive.is_recurring and directive.latest.state in _OPEN:
        raise TurnsCannotReopen(directive)
    _require_state(directive, State.DONE, State.WITHDRAWN)
    event = Reopened(effective_on=on, authority=authority, reason=reason)
    if _latest_after(directive, event).facts.state not in _OPEN:
        raise _without_effect(directive, event, (Completed, Withdrawn))
    return event


def note(directive: Directive, *, on: date, text: str, today: date) -> Noted:
    """A progress note."""
    _require_day(directive, on, today)
    return Noted(effective_on=on, text=text)


def edit(directive: Directive, after: Assignment) -> Edited:
    """What the letter says was typed wrongly."""
    before = directive.assignment
    if after == before:
        raise NothingChanges(directive)
    if after.deadline.is_unclear and after.deadline != before.deadline:
        raise UnclearDeadline(directive, after.deadline)
    lasting = [event for event in directive.events if not isinstance(event, Completed)]
    days = [*_days_of_events(lasting), *_days_done(directive)]
    earliest = min(days, default=after.assigned_on)
    if earliest < after.assigned_on:
        raise BeforeAssignment(replace(directive, assignment=after), earliest)
    event = Edited(before=before, after=after)
    _require_turns_in_force(directive, event)
    return event


def _require_turns_in_force(directive: Directive, event: Event) -> None:
    if not are_turns_in_force(_whole_after(directive, event), directive.events):
        raise TurnsAreDone(directive)


def _days_done(directive: Directive) -> list[date]:
    """The days on which the directive or its turns were done, as far as they are known."""
    return [facts.completed_on for facts in _done(directive) if facts.completed_on is not None]


def _days_of_events(
    events: Iterable[Event], kinds: tuple[type[Event], ...] | None = None
) -> list[date]:
    """The days later events count from, or those of some kinds; without what has no day."""
    return [
        event.effective_on
        for event in events
        if not isinstance(event, (Assigned, Edited))
        and (kinds is None or isinstance(event, kinds))
        and event.effective_on is not None
    ]


def _whole_after(directive: Directive, event: Event) -> tuple[Span, ...]:
    return whole_spans((*directive.events, event), _ANY_CALENDAR)


def _latest_after(directive: Directive, event: Event) -> Span:
    return _whole_after(directive, event)[-1]


def _without_effect(
    directive: Directive, event: Event, ended_by: tuple[type[Event], ...]
) -> ChangeRefused:
    """Why an event changes nothing: mostly because one that ends its effect is dated later."""
    day = event.effective_on
    since = max(_days_of_events(directive.events, ended_by), default=None)
    if day is not None and since is not None and day < since:
        return TooEarly(directive, day, since)
    return WithoutEffect(directive, day, _latest_after(directive, event).facts.state)


def _require_day(directive: Directive, day: date, today: date) -> None:
    if day < directive.assignment.assigned_on:
        raise BeforeAssignment(directive, day)
    if day > today:
        raise InTheFuture(directive, day, today)


def _require_state(directive: Directive, *needed: State) -> None:
    if directive.latest.state not in needed:
        raise WrongState(directive, directive.latest, needed)
