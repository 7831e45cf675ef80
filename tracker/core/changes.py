"""What may happen to a directive, and when it may not: each change checked, then an event.

Every function takes the directive as it stands and gives the event to append, or raises a
``Refused`` that says which rule stands against it.
"""

from __future__ import annotations

from datetime import date

from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import Citation, State
from tracker.core.events import (
    Completed,
    EventKind,
    Extended,
    Noted,
    Reopened,
    Resumed,
    Started,
    Suspended,
    Withdrawn,
)
from tracker.core.grounds import (
    ANY_CALENDAR,
    BEGINS_IN,
    OPEN,
    days_done,
    latest_after,
    require_day,
    require_state,
    require_turns_in_force,
    without_effect,
)
from tracker.core.life import Directive
from tracker.core.refusals import (
    DeadlineBeforeAssignment,
    NothingChanges,
    SeriesMustRecur,
    TooEarly,
    TurnsCannotReopen,
    UnclearDeadline,
    WrongState,
)
from tracker.core.timeline import whole_spans


def start(directive: Directive, *, on: date, today: date) -> Started:
    """Work begins; it may be told late, of a day before whatever happened since."""
    require_day(directive, on, today)
    standing = next(
        span.facts for span in whole_spans(directive.happened, ANY_CALENDAR) if span.covers(on)
    )
    needed = BEGINS_IN[EventKind.STARTED]
    if standing.state not in needed:
        raise WrongState(directive, standing, needed)
    return Started(effective_on=on)


def extend(
    directive: Directive, deadline: Deadline, *, authority: Citation, today: date
) -> Extended:
    """The deadline is moved by a document of the authority that set it.

    A letter as old as the completion, or older, may be told after it.
    """
    day = authority.issued_on
    require_day(directive, day, today)
    require_clear_deadline(directive, deadline)
    completed_on = directive.latest.completed_on
    if completed_on is None or completed_on < day:
        require_state(directive, *BEGINS_IN[EventKind.EXTENDED])
    if _is_in_force(directive, deadline, day):
        raise NothingChanges(directive)
    if directive.is_recurring and deadline.kind is not DeadlineKind.RECURRING:
        raise SeriesMustRecur(directive, deadline)
    event = Extended(deadline=deadline, authority=authority)
    require_turns_in_force(directive, event)
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
    require_day(directive, on, today)
    require_state(directive, *BEGINS_IN[EventKind.WITHDRAWN])
    event = Withdrawn(effective_on=on, authority=authority, reason=reason)
    if latest_after(directive, event).facts.state in OPEN:
        raise without_effect(directive, event, (Reopened,))
    last_done = max(days_done(directive), default=None)
    if last_done is not None and (on < last_done or (on == last_done and directive.is_recurring)):
        raise TooEarly(directive, on, last_done)
    return event


def suspend(
    directive: Directive, *, on: date, authority: Citation, reason: str, today: date
) -> Suspended:
    """Halted by the province."""
    require_day(directive, on, today)
    require_state(directive, *BEGINS_IN[EventKind.SUSPENDED])
    event = Suspended(effective_on=on, authority=authority, reason=reason)
    if latest_after(directive, event).facts.state is not State.SUSPENDED:
        raise without_effect(directive, event, (Resumed, Reopened))
    return event


def resume(
    directive: Directive, *, on: date, authority: Citation, reason: str, today: date
) -> Resumed:
    """Set going again."""
    require_day(directive, on, today)
    require_state(directive, *BEGINS_IN[EventKind.RESUMED])
    event = Resumed(effective_on=on, authority=authority, reason=reason)
    if latest_after(directive, event).facts.state is State.SUSPENDED:
        raise without_effect(directive, event, (Suspended,))
    return event


def reopen(
    directive: Directive, *, on: date, authority: Citation, reason: str, today: date
) -> Reopened:
    """Returned by the province after it was done, or restored after a withdrawal."""
    require_day(directive, on, today)
    if directive.is_recurring and directive.latest.state in OPEN:
        raise TurnsCannotReopen(directive)
    require_state(directive, *BEGINS_IN[EventKind.REOPENED])
    event = Reopened(effective_on=on, authority=authority, reason=reason)
    if latest_after(directive, event).facts.state not in OPEN:
        raise without_effect(directive, event, (Completed, Withdrawn))
    return event


def note(directive: Directive, *, on: date, text: str, today: date) -> Noted:
    """A progress note."""
    require_day(directive, on, today)
    return Noted(effective_on=on, text=text)


def require_clear_deadline(directive: Directive, deadline: Deadline) -> None:
    """A letter sets a deadline that can be understood, and not one before the assignment."""
    if deadline.is_unclear or deadline.kind is DeadlineKind.NONE:
        raise UnclearDeadline(directive, deadline)
    if deadline.due_on is not None and deadline.due_on < directive.assignment.assigned_on:
        raise DeadlineBeforeAssignment(directive, deadline.due_on)
