"""Replay: from the events of a directive to the facts that hold on each day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline, DeadlineKind, OffsetUnit
from tracker.core.directive import Assignment, Facts, Span, State
from tracker.core.events import (
    Assigned,
    Completed,
    Corrected,
    Edited,
    Event,
    Extended,
    Noted,
    Reopened,
    Resumed,
    Started,
    Suspended,
    Voided,
    Withdrawn,
)
from tracker.core.turns import has_turns, places_of_done_turns, with_turns


def assignment_of(events: Sequence[Event]) -> Assignment:
    """What was assigned, with every later correction; ``events`` in the order of entry."""
    assignment: Assignment | None = None
    for event in events:
        if isinstance(event, Assigned):
            assignment = event.assignment
        elif isinstance(event, Edited):
            assignment = event.after
    if assignment is None:
        raise ValueError("a directive begins with its assignment")
    return assignment


def timeline(events: Sequence[Event], days_off: DaysOff) -> tuple[Span, ...]:
    """The facts of a directive day by day; ``events`` in the order they were entered.

    Spans of a directive that does not recur follow one another without a gap. A recurring
    one has the spans of each of its turns beside one another.
    """
    return laid_out(whole_spans(events, days_off), events, days_off)


def laid_out(
    spans: tuple[Span, ...], events: Sequence[Event], days_off: DaysOff
) -> tuple[Span, ...]:
    """The same from the spans of the whole; ``events`` are those that these come from."""
    if has_turns(spans):
        return tuple(with_turns(spans, events, assignment_of(events), days_off))
    return spans


def whole_spans(events: Sequence[Event], days_off: DaysOff) -> tuple[Span, ...]:
    """The facts of a directive as a whole, the turns of a recurring one left aside."""
    return tuple(_whole_spans(assignment_of(events), events, days_off))


def taking_effect(events: Sequence[Event], days_off: DaysOff) -> frozenset[int]:
    """The places, in the order of entry, of the events that leave a mark where they stand.

    An extension does so even after the completion: it counts once the directive is reopened.
    """
    assignment = assignment_of(events)
    lasting = (place for place, one in enumerate(events) if isinstance(one, (Extended, Noted)))
    turns = places_of_done_turns(whole_spans(events, days_off), events, assignment, days_off)
    return frozenset((*lasting, *turns, *_moving(assignment, events, days_off)))


def facts_on(spans: Iterable[Span], day: date) -> tuple[Facts, ...]:
    """The facts that hold on a day: none before the assignment, one, or one for each turn."""
    return tuple(span.facts for span in spans if span.covers(day))


@dataclass(frozen=True, slots=True)
class _Standing:
    """What replay carries from event to event."""

    facts: Facts
    is_started: bool
    if_reopened: Facts | None = None
    """Where letters dated after the completion moved the deadline: what they make of it.
    They leave the judgement on a done directive alone, and count once it is reopened."""

    @property
    def open_state(self) -> State:
        return State.IN_PROGRESS if self.is_started else State.NOT_STARTED

    def moved(self, state: State) -> _Standing:
        return replace(self, facts=replace(self.facts, state=state))


@dataclass(frozen=True, slots=True)
class _Dated:
    """An event in its place: the day it counts from, and its number in the order of entry."""

    day: date
    place: int
    event: Event


def _whole_spans(
    assignment: Assignment, events: Sequence[Event], days_off: DaysOff
) -> Iterator[Span]:
    standing = _at_assignment(assignment, days_off)
    since, facts = assignment.assigned_on, standing.facts
    acting = _acting(assignment, events) if len(events) > 1 else []
    for day, of_the_day in groupby(acting, key=lambda dated: dated.day):
        for dated in of_the_day:
            standing = _apply(standing, dated.event, days_off)
        if standing.facts == facts:
            continue
        if day > since:
            yield Span(since=since, until=day, facts=facts)
        since, facts = day, standing.facts
    yield Span(since=since, until=None, facts=facts)


def _moving(assignment: Assignment, events: Sequence[Event], days_off: DaysOff) -> Iterator[int]:
    """The places of the events that the state machine does not pass over."""
    standing = _at_assignment(assignment, days_off)
    for dated in _acting(assignment, events):
        after = _apply(standing, dated.event, days_off)
        if after != standing:
            yield dated.place
        standing = after


def _at_assignment(assignment: Assignment, days_off: DaysOff) -> _Standing:
    facts = Facts(
        state=State.IN_PROGRESS if assignment.is_started else State.NOT_STARTED,
        **_in_force(assignment.deadline, days_off, since=assignment.assigned_on),
    )
    return _Standing(facts, is_started=assignment.is_started)


def _acting(assignment: Assignment, events: Sequence[Event]) -> list[_Dated]:
    """What moves the directive: by the day it counts from, then by entry."""
    return _without_replaced(
        sorted(_dated(assignment, events), key=lambda dated: (dated.day, dated.place))
    )


def _dated(assignment: Assignment, events: Sequence[Event]) -> Iterator[_Dated]:
    """A completion without a date counts from the assignment or the last reopening on."""
    open_since = assignment.assigned_on
    for place, event in enumerate(events):
        if isinstance(event, (Assigned, Edited, Noted, Corrected, Voided)):
            continue
        day = max(event.effective_on or open_since, assignment.assigned_on)
        if isinstance(event, Reopened):
            open_since = max(day, open_since)
        yield _Dated(day, place, event)


def _without_replaced(dated: Iterable[_Dated]) -> list[_Dated]:
    """Between two reopenings only the completion entered last holds: it puts right the others."""
    kept: list[_Dated] = []
    held: _Dated | None = None
    for one in dated:
        if isinstance(one.event, Reopened):
            held = None
        elif isinstance(one.event, Completed) and one.event.instance is None:
            if held is not None and held.place > one.place:
                continue
            if held is not None:
                kept.remove(held)
            held = one
        kept.append(one)
    return kept


def _apply(standing: _Standing, event: Event, days_off: DaysOff) -> _Standing:
    """One step of the state machine; what makes no sense in a state changes nothing."""
    state = standing.facts.state
    match event:
        case Started() if state in (State.NOT_STARTED, State.SUSPENDED):
            return _started(standing)
        case Completed() if state not in (State.DONE, State.WITHDRAWN):
            return _completed(standing, event)
        case Extended():
            return _with_extension(standing, event, days_off)
        case Withdrawn() if state is not State.DONE:
            return standing.moved(State.WITHDRAWN)
        case Suspended() if state in (State.IN_PROGRESS, State.NOT_STARTED):
            return standing.moved(State.SUSPENDED)
        case Resumed() if state is State.SUSPENDED:
            return standing.moved(standing.open_state)
        case Reopened() if state in (State.DONE, State.WITHDRAWN):
            return _reopened(standing)
    return standing


def _started(standing: _Standing) -> _Standing:
    """A suspended directive stays so, and goes on as started when it is resumed."""
    started = replace(standing, is_started=True)
    if standing.facts.state is State.SUSPENDED:
        return started
    return started.moved(State.IN_PROGRESS)


def _completed(standing: _Standing, event: Completed) -> _Standing:
    if event.instance is not None:
        return standing
    facts = replace(
        standing.facts,
        state=State.DONE,
        completed_on=event.completed_on,
        result_text=event.result_text,
    )
    return _Standing(facts, is_started=True)


def _reopened(standing: _Standing) -> _Standing:
    facts = replace(
        standing.if_reopened or standing.facts,
        state=standing.open_state,
        completed_on=None,
        result_text="",
        reopen_count=standing.facts.reopen_count + 1,
    )
    return _Standing(facts, is_started=standing.is_started)


def _with_extension(standing: _Standing, event: Extended, days_off: DaysOff) -> _Standing:
    completed_on = standing.facts.completed_on
    if completed_on is not None and event.effective_on > completed_on:
        so_far = standing.if_reopened or standing.facts
        return replace(standing, if_reopened=_extended(so_far, event, days_off))
    return replace(standing, facts=_extended(standing.facts, event, days_off))


def _extended(facts: Facts, event: Extended, days_off: DaysOff) -> Facts:
    after = with_deadline(facts, event.deadline, days_off, since=event.effective_on)
    is_later = _gives_more_time(facts, after)
    is_expired = facts.due_on is not None and event.effective_on > facts.due_on
    return replace(
        after,
        extended_by=event.authority,
        extension_count=facts.extension_count + is_later,
        is_extended_after_expiry=facts.is_extended_after_expiry or (is_later and is_expired),
    )


def _gives_more_time(before: Facts, after: Facts) -> bool:
    """Whether a new deadline extends the old one: not where it brings the day forward, or is
    the first that was ever set."""
    if before.due_on is None:
        return before.deadline.is_unclear
    return after.due_on is None or after.due_on > before.due_on


_LONGEST_COUNT = 10_000
"""Working days: more would take long to count, and is a slip of the finger."""

_NAMES_A_DAY = (DeadlineKind.DATE, DeadlineKind.PERIOD_END, DeadlineKind.RELATIVE)


def with_deadline(facts: Facts, deadline: Deadline, days_off: DaysOff, *, since: date) -> Facts:
    """Put a deadline in force; ``since`` is the day of the letter that sets it."""
    return replace(facts, **_in_force(deadline, days_off, since=since))


def _in_force(deadline: Deadline, days_off: DaysOff, *, since: date) -> dict[str, Any]:
    """What a deadline in force makes of the facts; ``since`` is the day of its letter."""
    due_on = _day_named(deadline, days_off, since) if deadline.kind in _NAMES_A_DAY else None
    kind = _kind_in_force(deadline)
    if (kind, due_on) != (deadline.kind, deadline.due_on):
        deadline = replace(deadline, kind=kind, due_on=due_on)
    return {
        "deadline": deadline,
        "due_on": due_on,
        "working_due_on": None if due_on is None else days_off.next_working_day(due_on),
    }


def _day_named(deadline: Deadline, days_off: DaysOff, since: date) -> date | None:
    """The day as it was entered; counted anew where it hangs on which days are worked."""
    offset = deadline.offset
    if deadline.due_on is None or offset is None or offset.unit is not OffsetUnit.WORKING_DAY:
        return deadline.due_on
    if offset.amount > _LONGEST_COUNT:
        return deadline.due_on
    try:
        return days_off.add_working_days(offset.base_on or since, offset.amount)
    except OverflowError:
        return deadline.due_on


def _kind_in_force(deadline: Deadline) -> DeadlineKind:
    """What must name a day, or a turn, and does not is invalid: it would otherwise count as in
    time for ever."""
    is_day_missing = deadline.kind in _NAMES_A_DAY and deadline.due_on is None
    is_turn_missing = deadline.kind is DeadlineKind.RECURRING and deadline.recurrence is None
    return DeadlineKind.INVALID if is_day_missing or is_turn_missing else deadline.kind
