"""What a table holds, pasted or from a file, row by row, as it would be entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tracker.core.directive import Assignment, Progress, State
from tracker.core.events import Completed, Noted
from tracker.intake.claims import Claim
from tracker.intake.drafts import Draft, Field, GroupRow, PassedOver, RowProblem
from tracker.operations.drafted import Drafted
from tracker.operations.read_rows import Identity, Place
from tracker.operations.table_differences import Difference
from tracker.operations.typed import Remark, RemarkKind

_ALLOWED = {
    # What was not yet due when the table was made may be overdue by now.
    Progress.NOT_YET_DUE: (Progress.NOT_YET_DUE, Progress.OVERDUE),
    Progress.OVERDUE: (Progress.OVERDUE, Progress.LATE),
    Progress.LATE: (Progress.OVERDUE, Progress.LATE),
}
"""The judgements that a claim does not contradict, beside the one it names."""


class RowFate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    SAME = "same"
    """The register has this task, and everything the row tells of it."""
    CHANGED = "changed"
    """The register has this task, and the row tells of it otherwise."""
    DUPLICATE = "duplicate"
    """The same task stands further up, in this table or in one read before it: what the row knows
    more of it is added to that."""
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row as it would be entered, or why it would not."""

    line: int
    kind: RowFate
    draft: Draft | None
    drafted: Drafted | None = None
    """What would be stored; None of a problem."""
    identity: Identity | None = None
    """By what its task is told from others; None of a problem."""
    progress: Progress | None = None
    """As the rules have it today; of a recurring directive that of the turn that is worst off."""
    remarks: tuple[Remark, ...] = ()
    problem: RowProblem | None = None
    duplicate_of: int | None = None
    """The id in the register of what is the same task, or (``likeness`` below 1) seems to be."""
    likeness: float = 1.0
    """How much its content has in common with that of ``duplicate_of``, or of the row that it
    repeats; 1 for the same words."""
    differences: tuple[Difference, ...] = ()
    """Where the register tells of it otherwise; of a row that repeats another, where what is
    known so far does. Of a row with nothing new only what the register has moved on from."""
    repeats: Place | None = None
    """The first row that tells of the same task, where it is not this one."""
    alike: float = 1.0
    """How much its content has in common with that row; below 1 it only seems to tell of it."""

    @property
    def assignment(self) -> Assignment | None:
        """The assignment that would be stored."""
        return None if self.drafted is None else self.drafted.assignment

    @property
    def completion(self) -> Completed | None:
        """The completion that would be stored with it."""
        return None if self.drafted is None else self.drafted.completion

    @property
    def note(self) -> Noted | None:
        """The progress note that would be stored with it."""
        return None if self.drafted is None else self.drafted.note

    @property
    def claim(self) -> Claim | None:
        """What the table says of the progress."""
        return None if self.drafted is None else self.drafted.claim

    @property
    def is_contradicted(self) -> bool:
        """Whether the table claims another progress than follows from its dates."""
        if self.claim is None:
            return False
        is_done = self.completion is not None
        if self.claim.state is not None and is_done is not (self.claim.state is State.DONE):
            return True
        return self.claim.progress is not None and self.progress not in _ALLOWED.get(
            self.claim.progress, (self.claim.progress,)
        )

    @property
    def is_overdue_by_now(self) -> bool:
        """Whether the table says that it is not yet due, and by today it is overdue."""
        claimed = None if self.claim is None else self.claim.progress
        return (claimed, self.progress) == (Progress.NOT_YET_DUE, Progress.OVERDUE)

    @property
    def is_guess(self) -> bool:
        """Whether it only seems to be the directive that it is taken for."""
        return self.likeness < 1

    @property
    def adds(self) -> bool:
        """Whether entering it records anything: a directive, or what one still lacks."""
        return self.kind is RowFate.NEW or any(one.is_entered for one in self.differences)

    @property
    def is_entered(self) -> bool:
        """Whether it is entered unless it is left out by hand: a guess is not."""
        return self.adds and not self.is_guess

    @property
    def is_flagged(self) -> bool:
        """Whether somebody should look at the row before it is entered, or after."""
        if self.kind is RowFate.PROBLEM or any(one.is_open for one in self.differences):
            return True
        if self.kind in (RowFate.SAME, RowFate.DUPLICATE):
            return False
        if any(one.kind is RemarkKind.SAME_WORDS_OF_OTHER_DATE for one in self.remarks):
            return True
        return self.progress is Progress.NEEDS_REVIEW or self.is_contradicted


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePreview:
    """What a table holds, and what would become of each row."""

    read_on: date
    """The day it was looked at."""
    rows: tuple[TableRow, ...]
    groups: tuple[GroupRow, ...]
    """The parts of the table, each with how many rows it claims and how many there are."""
    passed_over: tuple[PassedOver, ...]
    """Headings, totals, signatures and whatever else is no directive."""
    month_first_lines: tuple[int, ...]
    """Rows with a date that is one only month first: the days of the others may be turned too."""
    turned_lines: tuple[int, ...] = ()
    """Rows with a day that a sheet has probably taken for a month."""
    headings: Mapping[Field, str] = field(default_factory=dict)
    """What its columns are called that were understood."""

    def of_kind(self, kind: RowFate) -> tuple[TableRow, ...]:
        """The rows of one kind."""
        return tuple(row for row in self.rows if row.kind is kind)

    def heading_of(self, problem: RowProblem) -> str:
        """What the column is called in which the problem stands; empty where it has no heading.

        A document and its date mostly stand in one.
        """
        heading = self.headings.get(problem.field, "")
        if not heading and problem.field is Field.ISSUED:
            heading = self.headings.get(Field.NUMBER, "")
        return heading

    @property
    def miscounted(self) -> tuple[GroupRow, ...]:
        """The groups that claim another number of rows than they have."""
        return tuple(group for group in self.groups if group.is_miscounted)
