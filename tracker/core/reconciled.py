"""What comes of comparing the list of those who assign with the register: what agrees, what not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tracker.core.assessed import AssessedDirective
from tracker.core.deadline import Deadline
from tracker.core.directive import Citation, Progress, State
from tracker.core.matching import Match
from tracker.core.membership import Membership
from tracker.core.periods import ReportingPeriod
from tracker.core.slips import Slip


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ListPlace:
    """Where a row of their list stands."""

    table: int
    """The place of its table among all that were read, from 0."""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirTask:
    """A task as their list tells it; None and empty where it tells nothing."""

    place: ListPlace
    number: str
    """As written."""
    key: str
    """As ``DocumentNumber.key``."""
    issued_on: date | None
    content: str
    deadline: Deadline | None = None
    """None where the list has no deadlines at all."""
    turn: date | None = None
    """The due day of the turn of a recurring task that it is, where the list says so."""
    is_done: bool | None = None
    """None where the list tells nothing of completions. A list that was drawn up after the day of
    the comparison tells of what was done after it too."""
    completed_on: date | None = None
    result: str = ""
    unit: str = ""
    claim: str = ""
    """The progress in their own words."""
    claimed_progress: Progress | None = None
    claimed_state: State | None = None
    progress: Progress | None = None
    """What follows from their own dates on the day of the comparison, or on that of the completion
    where that is later."""
    progress_now: Progress | None = None
    """What follows from them today."""
    is_secret: bool = False
    """What it says is secret here: it is a secret directive, or of the document of one."""
    is_unread: bool = False
    """The row cannot be read as a directive; what is known of it may still tell which one."""

    @property
    def claims_progress(self) -> bool:
        """Whether the list itself says anything of the progress."""
        return bool(self.claim) or self.claimed_progress is not None

    @property
    def told_progress(self) -> Progress | None:
        """The progress they claim, else the one that follows."""
        return self.claimed_progress or self.progress


@dataclass(frozen=True, slots=True, kw_only=True)
class OurTask:
    """A row of the register, as of the day of the comparison."""

    row: AssessedDirective
    membership: Membership
    is_expected: bool
    """Whether their list should have it."""
    later: AssessedDirective | None = None
    """The same as known today, where it was completed after the day of the comparison."""


class Absence(StrEnum):
    """Why a directive that was entered is not in the register on the day."""

    VOIDED = "voided"
    ASSIGNED_LATER = "assigned_later"


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentTask:
    """A directive that is not in the register on the day of the comparison."""

    id: int
    key: str
    document: Citation
    content: str
    is_secret: bool
    why: Absence


class Aspect(StrEnum):
    """What two lists tell otherwise of one task."""

    NUMBER = "number"
    ISSUED = "issued"
    DEADLINE = "deadline"
    COMPLETION = "completion"
    PROGRESS = "progress"
    UNIT = "unit"
    LEAD = "lead"


class Cause(StrEnum):
    """The likely reason of a difference; each has its proposed action."""

    OTHER_NUMBER = "other_number"
    OTHER_DATE = "other_date"
    EXTENSION_UNKNOWN = "extension_unknown"
    """They have the deadline from before an extension that we hold the document of."""
    EXTENDED_OTHERWISE = "extended_otherwise"
    """We hold an extension, and they have neither the old deadline nor that one."""
    DEADLINE_MISSING_THERE = "deadline_missing_there"
    DEADLINE_MISSING_HERE = "deadline_missing_here"
    DEADLINE_UNCLEAR_THERE = "deadline_unclear_there"
    DEADLINE_UNCLEAR_HERE = "deadline_unclear_here"
    OTHER_DEADLINE = "other_deadline"
    DONE_UNKNOWN_THERE = "done_unknown_there"
    DONE_REPORTED_BEFORE = "done_reported_before"
    """They carry on what an issued report showed as done."""
    DONE_UNKNOWN_HERE = "done_unknown_here"
    DAY_UNKNOWN_HERE = "day_unknown_here"
    """It is done, and only they know when."""
    OTHER_DAY = "other_day"
    FOLLOWS = "follows"
    """The progress differs because the dates do."""
    CLAIMED_OTHERWISE = "claimed_otherwise"
    """Their dates come to our progress, and their words to another."""
    DRAWN_UP_LATER = "drawn_up_later"
    """Their words are true today, and were not on the day of the comparison."""
    SUSPENDED_HERE = "suspended_here"
    SUSPENDED_THERE = "suspended_there"
    WITHDRAWN_THERE = "withdrawn_there"
    UNCLEAR_HERE = "unclear_here"
    OTHER_UNIT = "other_unit"
    OTHER_LEAD = "other_lead"
    """They name another office as the one that leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One thing that is told otherwise, and the likely reason."""

    aspect: Aspect
    cause: Cause
    slip: Slip | None = None
    """What looks like the mistake, where two days differ by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedTask:
    """One task on both sides."""

    ours: OurTask
    theirs: TheirTask
    match: Match
    disagreements: tuple[Disagreement, ...]

    @property
    def agrees(self) -> bool:
        """Whether both sides tell the same."""
        return not self.disagreements


class OnlyOursCause(StrEnum):
    """Why their list may lack a task."""

    ASSIGNED_AFTER_LIST = "assigned_after_list"
    """It was assigned after the last day that their list tells of."""
    DONE = "done"
    """They may have dropped it as done."""
    DOCUMENT_LISTED = "document_listed"
    """They have the document with other tasks."""
    SUSPENDED = "suspended"
    UNKNOWN = "unknown"
    """Withdrawn by them, assigned to others, or forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyOurs:
    """What their list should have and has not."""

    ours: OurTask
    cause: OnlyOursCause
    lines: tuple[ListPlace, ...] = ()
    """Where their list has the same document."""


class OnlyTheirsCause(StrEnum):
    """Why the register does not count a task of their list."""

    WITHDRAWN = "withdrawn"
    SUPPORTING = "supporting"
    VOIDED = "voided"
    ASSIGNED_LATER = "assigned_later"
    REPEATED = "repeated"
    """It stands further up in their list."""
    FOR_OTHERS = "for_others"
    """Their list names another office as the one that leads."""
    DOCUMENT_KNOWN = "document_known"
    """The register has the document with other tasks."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyTheirs:
    """What their list has, and the register has not or does not count."""

    theirs: TheirTask
    cause: OnlyTheirsCause
    ours: OurTask | None = None
    """What was withdrawn, or is led by others."""
    absent: AbsentTask | None = None
    match: Match | None = None
    """How it is known to be that one."""
    ids: tuple[int, ...] = ()
    """The other tasks of the document in the register."""
    repeats: ListPlace | None = None
    """The row that it repeats."""
    is_contradicting: bool = False
    """Whether the row that it repeats has another deadline or completion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadTask:
    """A row of theirs that could not be read, and which of ours it seems to be."""

    theirs: TheirTask
    ours: OurTask | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """The two lists side by side. Every row of theirs is in one part, in the order they stand."""

    matched: tuple[MatchedTask, ...]
    only_theirs: tuple[OnlyTheirs, ...]
    unread: tuple[UnreadTask, ...]
    only_ours: tuple[OnlyOurs, ...]
    """In order of entry."""
    turns_apart: int = 0
    """Turns of recurring directives that they should have, where their list names the directive
    but fewer of its turns."""
    letters: Mapping[int, Citation] = field(default_factory=dict)
    """By which document a directive of ours was withdrawn or suspended."""
    reported_in: Mapping[int, ReportingPeriod] = field(default_factory=dict)
    """The period of the last issued report that a directive is in."""

    @property
    def differing(self) -> tuple[MatchedTask, ...]:
        """What both have and tell otherwise."""
        return tuple(one for one in self.matched if not one.agrees)

    @property
    def agreeing(self) -> tuple[MatchedTask, ...]:
        """What both have and tell alike."""
        return tuple(one for one in self.matched if one.agrees)

    @property
    def agrees(self) -> bool:
        """Whether there is nothing to put right on either side."""
        return not (self.differing or self.only_theirs or self.only_ours or self.unread)

    @property
    def theirs_count(self) -> int:
        """How many tasks their list has."""
        return len(self.matched) + len(self.only_theirs) + len(self.unread)

    @property
    def ours_count(self) -> int:
        """How many of ours their list should have."""
        matched = len(self.matched) - self.matched_beyond
        return matched + self.unread_expected + len(self.only_ours) + self.turns_apart

    @property
    def matched_beyond(self) -> int:
        """How many of what both have their list need not have."""
        return sum(not one.ours.is_expected for one in self.matched)

    @property
    def unread_expected(self) -> int:
        """How many rows that could not be read seem to be what their list should have."""
        return sum(one.ours is not None and one.ours.is_expected for one in self.unread)
