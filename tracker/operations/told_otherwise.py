"""What a row tells of a directive otherwise than the register, and what of it can be recorded.

The row never overrules the register: what adds to it becomes an event, everything else is told.
What the register once had, and has put right since, is no news to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tracker.core import changes, corrections
from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import State
from tracker.core.errors import Refused
from tracker.core.events import Event, Started, Suspended, Withdrawn
from tracker.core.life import Directive, with_event
from tracker.core.same_deadline import is_same_deadline
from tracker.core.vietnamese import fold
from tracker.intake.drafts import Field
from tracker.operations.read_rows import ReadRow
from tracker.operations.row_against import RowAgainst, Told
from tracker.operations.table_differences import Difference, Proposal
from tracker.operations.told_done import about_completion, is_behind


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A row beside the directive that it tells of."""

    differences: tuple[Difference, ...]
    events: tuple[Event, ...]
    """What records those that are entered, in order."""
    directive: Directive
    """As it would stand after these events."""


def compare(directive: Directive, row: ReadRow, *, today: date, days_off: DaysOff) -> Comparison:
    """What a row tells otherwise of the directive that it is about."""
    differences: list[Difference] = []
    events: list[Event] = []
    for about in _PARTS:
        for told in about(RowAgainst(directive=directive, row=row, today=today)):
            differences.append(told.difference)
            if told.event is not None:
                events.append(told.event)
                directive = with_event(directive, told.event, days_off)
    return Comparison(differences=tuple(differences), events=tuple(events), directive=directive)


# Who does it, and who asked for it

_NAMES = (
    Field.UNIT,
    Field.SUPPORTING,
    Field.OFFICER,
    Field.ASSIGNED_BY,
    Field.ISSUING_BODY,
)


def _about_names(case: RowAgainst) -> Iterator[Told]:
    ours, theirs = case.directive.assignment, case.row.drafted.assignment
    filled: dict[str, Any] = {}
    for field in _NAMES:
        mine, seen = getattr(ours, field.value), getattr(theirs, field.value)
        if not seen or seen == mine or _folded(seen) == _folded(mine):
            continue
        said = {_folded(getattr(one, field.value)) for one in case.before.assignments}
        if _folded(seen) in said:
            proposal = Proposal.TELL_THEM
        elif mine:
            proposal = Proposal.LOOK
        else:
            filled[field.value] = seen
            continue
        yield case.told(field, _text(mine), _text(seen), proposal)
    event = corrections.edit(case.directive, replace(ours, **filled)) if filled else None
    for number, (name, seen) in enumerate(filled.items(), start=1):
        # One correction fills in all of them.
        recorded = event if number == len(filled) else None
        yield case.told(Field(name), "", _text(seen), Proposal.FILL_IN, recorded)


def _folded(names: str | tuple[str, ...]) -> tuple[str, ...]:
    """Whatever the case, the accents and the order."""
    return tuple(sorted(map(fold, (names,) if isinstance(names, str) else names)))


def _text(names: str | tuple[str, ...]) -> str:
    return names if isinstance(names, str) else "; ".join(names)


# When it was assigned, and when it is due


def _about_assignment_day(case: RowAgainst) -> Iterator[Told]:
    ours, theirs = case.directive.assignment.assigned_on, case.row.drafted.assignment.assigned_on
    if not case.row.draft.assigned or ours == theirs:
        return
    is_known = theirs in {one.assigned_on for one in case.before.assignments}
    proposal = Proposal.TELL_THEM if is_known else Proposal.LOOK
    yield case.told(Field.ASSIGNED, ours.isoformat(), theirs.isoformat(), proposal)


def _about_deadline(case: RowAgainst) -> Iterator[Told]:
    theirs = case.row.drafted.assignment.deadline
    ours = case.directive.latest.deadline
    if theirs.kind is DeadlineKind.NONE or is_same_deadline(ours, theirs):
        return
    is_known = any(is_same_deadline(one, theirs) for one in case.before.deadlines)
    proposal = Proposal.TELL_THEM if is_known else Proposal.NEEDS_DOCUMENT
    yield case.told(Field.DEADLINE, _deadline_text(ours), _deadline_text(theirs), proposal)


def _deadline_text(deadline: Deadline) -> str:
    return deadline.text if deadline.due_on is None else deadline.due_on.isoformat()


# How it stands

_BY_DOCUMENT = {State.SUSPENDED: Suspended, State.WITHDRAWN: Withdrawn}


def _about_state(case: RowAgainst) -> Iterator[Told]:
    claim = case.row.drafted.claim
    halted = None if claim is None or claim.state is None else _BY_DOCUMENT.get(claim.state)
    if halted is not None and claim is not None and claim.state is not None:
        if case.state in (claim.state, State.DONE):
            return
        is_known = any(case.before.of_kind(halted))
        proposal = Proposal.TELL_THEM if is_known else Proposal.NEEDS_DOCUMENT
        yield case.told(Field.PROGRESS, case.state.value, claim.state.value, proposal)
    elif case.row.drafted.completion is None and not case.directive.is_recurring:
        yield from _about_beginning(case)


def _about_beginning(case: RowAgainst) -> Iterator[Told]:
    """Whether work has begun; once it has, that is never taken back."""
    ours, theirs = case.state, case.claimed_state
    if (ours, theirs) == (State.NOT_STARTED, State.IN_PROGRESS):
        started = None if any(case.before.of_kind(Started)) else _started(case)
        proposal = Proposal.TELL_THEM if started is None else Proposal.START
        yield case.told(Field.PROGRESS, ours.value, State.IN_PROGRESS.value, proposal, started)
    elif (ours, theirs) == (State.IN_PROGRESS, State.NOT_STARTED):
        is_known = not all(one.is_started for one in case.before.assignments)
        proposal = Proposal.TELL_THEM if is_known else Proposal.LOOK
        yield case.told(Field.PROGRESS, ours.value, State.NOT_STARTED.value, proposal)


def _started(case: RowAgainst) -> Started | None:
    try:
        return changes.start(case.directive, on=case.today, today=case.today)
    except Refused:
        return None


def _about_note(case: RowAgainst) -> Iterator[Told]:
    """Prose on the progress, unless it is noted already, or is older than the completion."""
    note = case.row.drafted.note
    if note is None or is_behind(case) or _is_noted(note.text, case.before.prose):
        return
    yield case.told(Field.NOTE, "", note.text, Proposal.NOTE, note)


def _is_noted(text: str, prose: frozenset[str]) -> bool:
    return fold(text) in prose or all(fold(line) in prose for line in text.split("\n"))


_PARTS = (
    _about_names,
    _about_assignment_day,
    _about_deadline,
    _about_state,
    about_completion,
    _about_note,
)
