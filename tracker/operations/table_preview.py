"""What a table holds, pasted or from a file, row by row, as it would be entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tracker.core.directive import Assignment, Group, Progress, State
from tracker.core.events import Completed, Noted
from tracker.intake.claims import Claim, claim_of_part
from tracker.intake.drafts import Draft, Field, GroupRow, PassedOver, RowProblem
from tracker.intake.list_times import NOT_TOLD, ListTimes
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
    listed_on: date | None = None
    """The last day that its table can tell of for certain; None where that is not known."""
    progress_then: Progress | None = None
    """As the rules had it on that day; None where it is not known, nor which turn is meant."""
    part: GroupRow | None = None
    """The part of the appendix that it stands in."""
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
    def claim_of_part(self) -> Claim | None:
        """What the part that it stands in says of the progress; what is done in a part of open
        ones is told by a remark."""
        if self.drafted is None or self.part is None:
            return None
        is_aside = self.completion is not None and self.part.group is not Group.DONE
        return None if is_aside else claim_of_part(self.part.text)

    @property
    def contradicted_claim(self) -> str:
        """The words of the table that claim another progress than follows from its dates, be it of
        the row or of the part that it stands in; empty where none do."""
        if self.claim is not None and self.draft is not None:
            is_done, state = self.completion is not None, self.claim.state
            is_other = state is not None and is_done is not (state is State.DONE)
            if is_other or self._contradicts(self.claim.progress):
                return self.draft.progress
        of_part = self.claim_of_part
        if of_part is not None and self.part is not None and self._contradicts(of_part.progress):
            return self.part.text
        return ""

    def _contradicts(self, claimed: Progress | None) -> bool:
        """Whether a progress that is claimed is not so today, and was not on the day of the list
        either as far as that is known."""
        if claimed is None:
            return False
        is_wrong_then = self.was_overdue_then and claimed is Progress.NOT_YET_DUE
        return is_wrong_then or self.progress not in _ALLOWED.get(claimed, (claimed,))

    @property
    def was_overdue_then(self) -> bool:
        """Whether it is overdue, and was so already on the day of the list."""
        return self.progress is self.progress_then is Progress.OVERDUE

    @property
    def is_contradicted(self) -> bool:
        """Whether the table claims another progress than follows from its dates."""
        return bool(self.contradicted_claim)

    @property
    def is_overdue_by_now(self) -> bool:
        """Whether the table says that it is not yet due, and by today it is overdue."""
        claims = (self.claim, self.claim_of_part)
        is_claimed = any(one and one.progress is Progress.NOT_YET_DUE for one in claims)
        return is_claimed and self.progress is Progress.OVERDUE and not self.is_contradicted

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
    times: ListTimes = NOT_TOLD
    """The period and the day that it tells of itself."""

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
