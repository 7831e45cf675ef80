"""What two lists tell otherwise of one task, and why that is likely so."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from tracker.core.assessed import AssessedDirective
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import Facts, Progress, State
from tracker.core.matching import Match, SameDocument
from tracker.core.membership import Membership
from tracker.core.office_named import means_office, sounds_like_division
from tracker.core.reconciled import Aspect, Cause, Disagreement, OurTask, TheirTask
from tracker.core.same_deadline import is_same_deadline
from tracker.core.slips import slip_between
from tracker.core.successors import Successors
from tracker.core.vietnamese import fold

_OPEN = (State.NOT_STARTED, State.IN_PROGRESS)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitNames:
    """By which names divisions are one."""

    own: frozenset[str] = frozenset()
    """The names of the office itself, folded: a list of many offices names no division of it."""
    successors: Successors = field(default_factory=Successors)
    divisions: frozenset[str] = frozenset()
    """The names of its divisions, folded, as far as they are known."""

    def are_one(self, name: str, other: str) -> bool:
        """Whether two names mean one division, or one of them none in particular."""
        keys = {fold(self.successors.of(each)) for each in (name, other)}
        return len(keys) == 1 or "" in keys or any(map(self.is_own, keys))

    def is_own(self, name: str) -> bool:
        """Whether it is the office itself, however it is shortened."""
        return means_office(self.successors.of(name), self.own)

    def is_other_office(self, name: str) -> bool:
        """Whether it is neither the office nor a division of it, in a list that names offices."""
        if not name or self.is_own(name):
            return False
        known = {fold(name), fold(self.successors.of(name))}
        return known.isdisjoint(self.divisions) and not sounds_like_division(name)


def disagreements(
    ours: OurTask, theirs: TheirTask, match: Match, names: UnitNames, *, is_of_offices: bool = False
) -> tuple[Disagreement, ...]:
    """Everything in which two that were matched differ, the document first.

    ``is_of_offices``: whether their list names the offices that lead, ours among them.
    """
    found = [
        *_about_document(ours, theirs, match),
        *_about_deadline(ours, theirs),
        *_about_completion(ours, theirs),
    ]
    aspects = {one.aspect for one in found}
    found += _about_progress(ours, theirs, aspects)
    found += _about_unit(ours.row.unit, theirs.unit, names, is_of_offices=is_of_offices)
    return tuple(found)


def _about_unit(
    ours: str, theirs: str, names: UnitNames, *, is_of_offices: bool
) -> Iterator[Disagreement]:
    is_same = bool(ours) and names.are_one(ours, theirs)
    if is_of_offices and not is_same and names.is_other_office(theirs):
        yield Disagreement(aspect=Aspect.LEAD, cause=Cause.OTHER_LEAD)
    elif not names.are_one(ours, theirs):
        yield Disagreement(aspect=Aspect.UNIT, cause=Cause.OTHER_UNIT)


def _about_document(ours: OurTask, theirs: TheirTask, match: Match) -> Iterator[Disagreement]:
    if match.document is SameDocument.NOTHING:
        yield Disagreement(aspect=Aspect.NUMBER, cause=Cause.OTHER_NUMBER)
    issued_on = ours.row.document.issued_on
    if theirs.issued_on not in (None, issued_on):
        yield _of_days(Aspect.ISSUED, Cause.OTHER_DATE, issued_on, theirs.issued_on)


def _of_days(aspect: Aspect, cause: Cause, one: date | None, other: date | None) -> Disagreement:
    slip = None if one is None or other is None else slip_between(one, other)
    return Disagreement(aspect=aspect, cause=cause, slip=slip)


def _about_deadline(ours: OurTask, theirs: TheirTask) -> Iterator[Disagreement]:
    if theirs.deadline is None or _is_deadline(theirs.deadline, ours.row.facts):
        return
    due_on, wanted = ours.row.facts.due_on, theirs.deadline.due_on
    yield _of_days(Aspect.DEADLINE, _cause_of_deadline(ours, theirs.deadline), due_on, wanted)


def _is_deadline(theirs: Deadline, facts: Facts) -> bool:
    """Whether a deadline as written is the one in force, or the due day of the turn."""
    is_of_turn = facts.instance is not None and theirs.due_on == facts.due_on
    return is_of_turn or is_same_deadline(theirs, facts.deadline)


def _cause_of_deadline(ours: OurTask, theirs: Deadline) -> Cause:
    facts = ours.row.facts
    if theirs.is_unclear:
        return Cause.DEADLINE_UNCLEAR_THERE
    if facts.deadline.is_unclear:
        return Cause.DEADLINE_UNCLEAR_HERE
    if facts.extended_by is not None:
        is_old = theirs.due_on == ours.row.assigned_deadline.due_on
        return Cause.EXTENSION_UNKNOWN if is_old else Cause.EXTENDED_OTHERWISE
    if theirs.kind is DeadlineKind.NONE:
        return Cause.DEADLINE_MISSING_THERE
    if facts.deadline.kind is DeadlineKind.NONE:
        return Cause.DEADLINE_MISSING_HERE
    return Cause.OTHER_DEADLINE


def _about_completion(ours: OurTask, theirs: TheirTask) -> Iterator[Disagreement]:
    row = _known(ours, theirs)
    is_done, day = row.facts.state is State.DONE, row.facts.completed_on
    aspect = Aspect.COMPLETION
    if theirs.is_done is None:
        return
    if is_done and not theirs.is_done:
        is_reported = ours.membership in (Membership.REPORTED_BEFORE, Membership.PINNED)
        cause = Cause.DONE_REPORTED_BEFORE if is_reported else Cause.DONE_UNKNOWN_THERE
        yield Disagreement(aspect=aspect, cause=cause)
    elif theirs.is_done and not is_done:
        yield Disagreement(aspect=aspect, cause=Cause.DONE_UNKNOWN_HERE)
    elif is_done and theirs.completed_on not in (None, day):
        cause = Cause.DAY_UNKNOWN_HERE if day is None else Cause.OTHER_DAY
        yield _of_days(aspect, cause, day, theirs.completed_on)


def _known(ours: OurTask, theirs: TheirTask) -> AssessedDirective:
    """The row to compare with: they may tell already of what came after the day."""
    return ours.later if ours.later is not None and theirs.is_done else ours.row


def _about_progress(
    ours: OurTask, theirs: TheirTask, aspects: Collection[Aspect]
) -> Iterator[Disagreement]:
    progress, told = _known(ours, theirs).assessment.progress, theirs.told_progress
    if theirs.claimed_state is State.WITHDRAWN and progress is not Progress.WITHDRAWN:
        yield Disagreement(aspect=Aspect.PROGRESS, cause=Cause.WITHDRAWN_THERE)
    elif told not in (None, progress, ours.row.assessment.progress):
        cause = _cause_of_progress(progress, theirs, aspects)
        # What they do not claim is told by the dates from which it follows.
        is_claimed = theirs.claims_progress and not _is_open_on_both(progress, theirs)
        if is_claimed or cause is not Cause.FOLLOWS:
            yield Disagreement(aspect=Aspect.PROGRESS, cause=cause)


def _is_open_on_both(progress: Progress, theirs: TheirTask) -> bool:
    """Whether they claim that it is going on, and no more: that is no word on whether it is due."""
    is_open = {progress, theirs.progress} <= {Progress.NOT_YET_DUE, Progress.OVERDUE}
    is_state_alone = theirs.claimed_progress is None and theirs.claimed_state in _OPEN
    return is_open and is_state_alone


def _cause_of_progress(progress: Progress, theirs: TheirTask, aspects: Collection[Aspect]) -> Cause:
    if progress is Progress.SUSPENDED:
        return Cause.SUSPENDED_HERE
    if theirs.told_progress is Progress.SUSPENDED:
        return Cause.SUSPENDED_THERE
    is_by_dates = theirs.progress is not progress
    if is_by_dates and not {Aspect.DEADLINE, Aspect.COMPLETION}.isdisjoint(aspects):
        return Cause.FOLLOWS
    if progress is Progress.NEEDS_REVIEW:
        return Cause.UNCLEAR_HERE
    if theirs.claimed_progress is theirs.progress_now is not theirs.progress:
        return Cause.DRAWN_UP_LATER
    return Cause.CLAIMED_OTHERWISE
