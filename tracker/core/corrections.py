"""Putting right what was entered wrongly: each correction checked, then an event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from tracker.core.changes import require_clear_deadline
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import Assignment, Span
from tracker.core.events import (
    Assigned,
    Completed,
    Corrected,
    Edited,
    Event,
    Extended,
    Happening,
    Started,
    Voided,
    kind_of,
)
from tracker.core.grounds import (
    ANY_CALENDAR,
    days_done,
    days_of_events,
    require_day,
    require_turns_in_force,
)
from tracker.core.happened import happened, numbered, standing_at
from tracker.core.life import Directive
from tracker.core.refusals import (
    BeforeAssignment,
    CannotCorrect,
    NoSuchEvent,
    NothingChanges,
    OthersDependOnIt,
    SeriesMustRecur,
    TurnsAreDone,
    UnclearDeadline,
    WithoutEffect,
)
from tracker.core.timeline import taking_effect, timeline, whole_spans
from tracker.core.turns import are_turns_in_force


def edit(directive: Directive, after: Assignment) -> Edited:
    """What the letter says was typed wrongly."""
    before = directive.assignment
    if after == before:
        raise NothingChanges(directive)
    if after.deadline.is_unclear and after.deadline != before.deadline:
        raise UnclearDeadline(directive, after.deadline)
    lasting = [event for event in directive.happened if not isinstance(event, Completed)]
    days = [*days_of_events(lasting), *days_done(directive)]
    earliest = min(days, default=after.assigned_on)
    if earliest < after.assigned_on:
        raise BeforeAssignment(replace(directive, assignment=after), earliest)
    event = Edited(before=before, after=after)
    require_turns_in_force(directive, event)
    return event


_NEVER_CORRECTED = (Assigned, Edited, Corrected)
"""These are put right by an edit, another edit, another correction."""


def standing_event(directive: Directive, number: int) -> Happening:
    """The event of that number as it stands now; what was removed, as it stood before."""
    if not 1 <= number <= len(directive.events):
        raise NoSuchEvent(directive, number)
    event = directive.events[number - 1]
    if isinstance(event, _NEVER_CORRECTED):
        raise CannotCorrect(directive, number, kind_of(event))
    standing = standing_at(directive.events, number)
    assert not isinstance(standing, _NEVER_CORRECTED)
    return event if standing is None else standing


def correct(
    directive: Directive,
    *,
    number: int,
    replacement: Happening | None,
    reason: str,
    today: date,
) -> Corrected:
    """An event was entered wrongly: ``replacement`` stands in its place, or it never happened.

    What was entered on the strength of it must still take effect.
    """
    wrong = standing_event(directive, number)
    if replacement is not None:
        _require_same_kind(wrong, replacement)
        _require_plausible(directive, wrong, replacement, today=today)
    event = Corrected(number=number, replacement=replacement, reason=reason)
    after = happened((*directive.events, event))
    if _as_read(after) == _as_read(directive.happened):
        raise NothingChanges(directive)
    _require_effects(directive, event)
    _require_turns(directive, after)
    return event


def _require_same_kind(wrong: Happening, right: Happening) -> None:
    """Of another kind it would be another event; a caller that asks for one is wrong."""
    is_turn, was_turn = (getattr(one, "instance", None) is not None for one in (right, wrong))
    if type(right) is not type(wrong) or is_turn is not was_turn:
        raise TypeError(type(right))


def _require_plausible(
    directive: Directive, wrong: Happening, right: Happening, *, today: date
) -> None:
    if right.effective_on is not None:
        require_day(directive, right.effective_on, today)
    if isinstance(right, Extended) and right.deadline != getattr(wrong, "deadline", None):
        require_clear_deadline(directive, right.deadline)


def _as_read(events: tuple[Event, ...]) -> tuple[object, ...]:
    """Everything that can be read off events: the facts of every day, and what was said.

    A completion that another has put right is in neither.
    """
    said = [event for event in events if not isinstance(event, (Started, Completed))]
    return timeline(events, ANY_CALENDAR), said


def _require_effects(directive: Directive, correction: Corrected) -> None:
    """Nothing that was recorded may be lost without a word, the replacement included."""
    before = _in_effect(directive.events)
    after = _in_effect((*directive.events, correction))
    lost = sorted(before - after - {correction.number})
    if lost:
        kind = kind_of(directive.events[lost[0] - 1])
        raise OthersDependOnIt(directive, correction.number, lost[0], kind)
    if correction.replacement is not None and correction.number in before - after:
        latest = whole_spans(happened((*directive.events, correction)), ANY_CALENDAR)[-1].facts
        raise WithoutEffect(directive, correction.effective_on, latest.state)


def _in_effect(events: tuple[Event, ...]) -> frozenset[int]:
    """The numbers of the events that make the facts what they are."""
    standing = numbered(events)
    places = taking_effect(tuple(event for _, event in standing), ANY_CALENDAR)
    return frozenset(standing[place][0] for place in places)


def _require_turns(directive: Directive, after: tuple[Event, ...]) -> None:
    """A series stays one, at least for as long as its turns were done."""
    spans = whole_spans(after, ANY_CALENDAR)
    if not are_turns_in_force(spans, after):
        raise TurnsAreDone(directive)
    ended = _series_ended_by(spans)
    if (
        ended is not None
        and _series_ended_by(whole_spans(directive.happened, ANY_CALENDAR)) is None
    ):
        raise SeriesMustRecur(directive, ended)


def _series_ended_by(spans: tuple[Span, ...]) -> Deadline | None:
    """The deadline, not a recurring one, that a letter has given a series."""
    for before, after in pairwise(span.facts.deadline for span in spans):
        if before.kind is DeadlineKind.RECURRING is not after.kind:
            return after
    return None


def void(directive: Directive, *, reason: str, duplicate_of: int | None) -> Voided:
    """The directive was entered by mistake, mostly a second time."""
    if directive.is_void:
        raise NothingChanges(directive)
    return Voided(reason=reason, duplicate_of=duplicate_of)
