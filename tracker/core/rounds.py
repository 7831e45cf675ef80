"""Telling one completion of a directive from the next, however each is put right later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tracker.core.directive import Facts, Span, State
from tracker.core.events import Completed, Event, Reopened
from tracker.core.happened import numbered, standing_at

_Turn = tuple[int, int] | None
"""The month in which a turn falls due; None for a directive as a whole."""


def with_removals_counted(spans: Sequence[Span], events: Sequence[Event]) -> tuple[Span, ...]:
    """Count every completion that was removed as an opening anew, for those entered after it.

    What was reported as done, turned out not to be, and was done later is another completion.
    One that only got another day or another result is still the same.
    """
    removed = _removed(events)
    if not removed:
        return tuple(spans)
    standing = numbered(events)
    return tuple(
        replace(span, facts=_counted(span.facts, standing, removed))
        if span.facts.state is State.DONE
        else span
        for span in spans
    )


def _removed(events: Sequence[Event]) -> list[tuple[int, _Turn]]:
    """The numbers of the completions that never were, each with its turn."""
    return [
        (number, _turn(event.instance))
        for number, event in enumerate(events, start=1)
        if isinstance(event, Completed) and standing_at(events, number) is None
    ]


def _turn(instance: date | None) -> _Turn:
    return None if instance is None else (instance.year, instance.month)


def _counted(
    facts: Facts, standing: Sequence[tuple[int, Event]], removed: Sequence[tuple[int, _Turn]]
) -> Facts:
    turn = _turn(facts.instance)
    first = _first_entered(facts, standing, turn)
    gone = sum(number < first for number, of_turn in removed if of_turn == turn)
    return replace(facts, reopen_count=facts.reopen_count + gone)


def _first_entered(facts: Facts, standing: Sequence[tuple[int, Event]], turn: _Turn) -> int:
    """The number of the entry by which this completion was first recorded."""
    completions = [
        (number, event)
        for number, event in standing
        if isinstance(event, Completed) and _turn(event.instance) == turn
    ]
    holding = [
        number
        for number, event in completions
        if (event.completed_on, event.result_text) == (facts.completed_on, facts.result_text)
    ]
    last = max(holding, default=0)
    reopened = (number for number, event in standing if isinstance(event, Reopened))
    since = max((number for number in reopened if turn is None and number < last), default=0)
    return min((number for number, _ in completions if since < number <= last), default=0)
