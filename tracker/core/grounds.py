"""What every change of a directive is checked against, and what it would lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from tracker.core.days_off import DaysOff
from tracker.core.directive import Facts, Span, State
from tracker.core.events import Assigned, Edited, Event, EventKind
from tracker.core.life import Directive
from tracker.core.refusals import (
    BeforeAssignment,
    ChangeRefused,
    InTheFuture,
    TooEarly,
    TurnsAreDone,
    WithoutEffect,
    WrongState,
)
from tracker.core.timeline import whole_spans
from tracker.core.turns import are_turns_in_force

OPEN = (State.NOT_STARTED, State.IN_PROGRESS, State.SUSPENDED)

BEGINS_IN: Mapping[EventKind, tuple[State, ...]] = {
    EventKind.STARTED: (State.NOT_STARTED,),
    EventKind.COMPLETED: OPEN,
    EventKind.EXTENDED: OPEN,
    EventKind.WITHDRAWN: (*OPEN, State.DONE),
    EventKind.SUSPENDED: (State.NOT_STARTED, State.IN_PROGRESS),
    EventKind.RESUMED: (State.SUSPENDED,),
    EventKind.REOPENED: (State.DONE, State.WITHDRAWN),
    EventKind.NOTED: tuple(State),
    EventKind.EDITED: tuple(State),
    EventKind.VOIDED: tuple(State),
}
"""The states in which a change finds a directive; more is allowed only where a day before the
last change is told late."""

ANY_CALENDAR = DaysOff()
"""States do not depend on days off."""


def require_day(directive: Directive, day: date, today: date) -> None:
    """Nothing happens before the assignment, and nothing tomorrow."""
    if day < directive.assignment.assigned_on:
        raise BeforeAssignment(directive, day)
    if day > today:
        raise InTheFuture(directive, day, today)


def require_state(directive: Directive, *needed: State) -> None:
    """The directive must be in one of these states."""
    if directive.latest.state not in needed:
        raise WrongState(directive, directive.latest, needed)


def require_turns_in_force(directive: Directive, event: Event) -> None:
    """What was done of a series must stay done after the event."""
    if not are_turns_in_force(whole_after(directive, event), directive.happened):
        raise TurnsAreDone(directive)


def days_done(directive: Directive) -> list[date]:
    """The days on which the directive or its turns were done, as far as they are known."""
    return [facts.completed_on for facts in done_facts(directive) if facts.completed_on is not None]


def done_facts(directive: Directive) -> list[Facts]:
    """The completions in force, of the directive or of its turns, as put right since."""
    return [span.facts for span in directive.spans if span.facts.state is State.DONE]


def days_of_events(
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


def whole_after(directive: Directive, event: Event) -> tuple[Span, ...]:
    """The spans of the whole directive as the event would leave them."""
    return whole_spans((*directive.happened, event), ANY_CALENDAR)


def latest_after(directive: Directive, event: Event) -> Span:
    """The last of them."""
    return whole_after(directive, event)[-1]


def without_effect(
    directive: Directive, event: Event, ended_by: tuple[type[Event], ...]
) -> ChangeRefused:
    """Why an event changes nothing: mostly because one that ends its effect is dated later."""
    day = event.effective_on
    since = max(days_of_events(directive.happened, ended_by), default=None)
    if day is not None and since is not None and day < since:
        return TooEarly(directive, day, since)
    return WithoutEffect(directive, day, latest_after(directive, event).facts.state)
