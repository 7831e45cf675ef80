"""The turns of a recurring directive: its whole life divided into one row for each period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.core.days_off import DaysOff
from tracker.core.deadline import Cycle, DeadlineKind, Recurrence
from tracker.core.directive import Assignment, Facts, Span, State
from tracker.core.events import Completed, Event
from tracker.core.recurrence import Instance, instances, turn_at

HORIZON_YEARS = 30
"""For how long after its assignment the turns of a recurring directive are laid out."""


def has_turns(spans: Iterable[Span]) -> bool:
    """Whether a directive recurs at any time of its life."""
    return any(_recurrence(span) is not None for span in spans)


def with_turns(
    spans: Sequence[Span], events: Iterable[Event], assignment: Assignment, days_off: DaysOff
) -> Iterator[Span]:
    """Replace every recurring span by the turns it carries.

    A done turn stays, as a done directive does. A missed one goes once the next falls due.
    """
    done = {turn.due_on: turn for turn in _done_turns(spans, events, assignment)}
    for span in spans:
        recurrence = _recurrence(span)
        if recurrence is None:
            yield span
        else:
            done_here = _under(recurrence, done.values())
            for turn in _laid_out(recurrence, span, assignment):
                yield from _open_span(turn, span, done_here, days_off)
    for done_turn in done.values():
        yield from _done_span(done_turn, spans, days_off)


def places_of_done_turns(
    spans: Sequence[Span], events: Iterable[Event], assignment: Assignment, days_off: DaysOff
) -> Iterator[int]:
    """The places, in the order of entry, of the completions by which a turn is done."""
    if has_turns(spans):
        done = {turn.due_on: turn for turn in _done_turns(spans, events, assignment)}
        for turn in done.values():
            if any(_done_span(turn, spans, days_off)):
                yield turn.place


def _recurrence(span: Span) -> Recurrence | None:
    """How a span recurs; a withdrawn or wholly done directive has no turns."""
    return None if span.facts.state in (State.WITHDRAWN, State.DONE) else _rule(span)


def _rule(span: Span) -> Recurrence | None:
    is_recurring = span.facts.deadline.kind is DeadlineKind.RECURRING
    return span.facts.deadline.recurrence if is_recurring else None


def are_turns_in_force(spans: Sequence[Span], events: Iterable[Event]) -> bool:
    """Whether the directive recurred on every day on which one of its turns was done."""
    return all(
        any(_rule(span) is not None and span.since <= day for span in spans)
        for event in events
        if isinstance(event, Completed) and (day := event.completed_on or event.instance)
        if event.instance is not None
    )


@dataclass(frozen=True, slots=True)
class _DoneTurn:
    place: int
    due_on: date
    since: date
    cycle: Cycle
    completion: Completed
    facts: Facts
    """Of the series as it stood when the turn was done."""


def _done_turns(
    spans: Sequence[Span], events: Iterable[Event], assignment: Assignment
) -> Iterator[_DoneTurn]:
    """The completed turns in the order of entry: of two for the same turn the later holds.

    The due day a completion names is looked up anew, because the day of the month may have
    been put right since; what was done in November stays November's.
    """
    for place, event in enumerate(events):
        if isinstance(event, Completed) and event.instance is not None:
            facts, recurrence = _in_force(spans, event.completed_on or event.instance)
            turn = turn_at(recurrence, event.instance)
            since = max(event.completed_on or turn.opens_on, assignment.assigned_on)
            yield _DoneTurn(place, turn.due_on, since, recurrence.cycle, event, facts)


def _under(recurrence: Recurrence, done: Iterable[_DoneTurn]) -> dict[date, _DoneTurn]:
    """The done turns by the due day they have under a rule: a letter that moves the day of the
    month leaves October done."""
    return {_due_under(recurrence, turn): turn for turn in done}


def _due_under(recurrence: Recurrence, turn: _DoneTurn) -> date:
    if turn.cycle is not recurrence.cycle:
        return turn.due_on
    return turn_at(recurrence, turn.due_on).due_on


def _in_force(spans: Sequence[Span], day: date) -> tuple[Facts, Recurrence]:
    """How the series stood on a day, else last before it, else first after it."""
    recurring = [(span, rule) for span in spans if (rule := _rule(span)) is not None]
    before = [found for found in recurring if found[0].since <= day]
    span, rule = before[-1] if before else recurring[0]
    return span.facts, rule


def _laid_out(recurrence: Recurrence, span: Span, assignment: Assignment) -> Iterator[Instance]:
    horizon = date(min(assignment.assigned_on.year + HORIZON_YEARS, date.max.year - 2), 12, 31)
    until = horizon if span.until is None else min(span.until, horizon)
    return instances(recurrence, since=assignment.assigned_on, until=until)


def _open_span(
    turn: Instance, span: Span, done: Mapping[date, _DoneTurn], days_off: DaysOff
) -> Iterator[Span]:
    ends = [turn.lapses_on]
    if span.until is not None:
        ends.append(span.until)
    if turn.due_on in done:
        ends.append(done[turn.due_on].since)
    since, until = max(turn.opens_on, span.since), min(ends)
    if since < until:
        facts = _turn_facts(span.facts, turn.due_on, days_off)
        yield Span(since=since, until=until, facts=facts)


def _done_span(turn: _DoneTurn, spans: Sequence[Span], days_off: DaysOff) -> Iterator[Span]:
    """From the day it was done, unless the directive was withdrawn by then."""
    facts = replace(
        _turn_facts(turn.facts, turn.due_on, days_off),
        state=State.DONE,
        completed_on=turn.completion.completed_on,
        result_text=turn.completion.result_text,
    )
    for span in spans:
        has_ended = span.until is not None and span.until <= turn.since
        if not has_ended and span.facts.state is not State.WITHDRAWN:
            yield Span(since=max(turn.since, span.since), until=None, facts=facts)
            return


def _turn_facts(facts: Facts, due_on: date, days_off: DaysOff) -> Facts:
    working_due_on = days_off.next_working_day(due_on)
    return replace(
        facts, instance=due_on, due_on=due_on, working_due_on=working_due_on, reopen_count=0
    )
