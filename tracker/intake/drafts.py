"""What is read out of a table: drafts of directives, and everything else that stood in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tracker.core.directive import Group
from tracker.core.errors import TrackerError


class Field(StrEnum):
    """What a column is about. The values are the names of the fields of ``Draft``, but for those
    that are read into several fields or none."""

    ORDINAL = "ordinal"
    NUMBER = "number"
    """The assigning document, mostly with its date in the same cell."""
    ISSUED = "issued"
    ASSIGNED = "assigned"
    CONTENT = "content"
    DEADLINE = "deadline"
    COMPLETED = "completed"
    PROGRESS = "progress"
    RESULT = "result"
    UNIT = "unit"
    SUPPORTING = "supporting_units"
    OFFICER = "officer"
    ASSIGNED_BY = "assigned_by"
    ISSUING_BODY = "issuing_body"
    NOTE = "note"
    LEAD = "lead"
    """The unit and the officer in one cell."""
    EXTENDED = "extended"
    """The deadline after it was moved, beside the one of before."""
    STATE = "state"
    """One of several columns: a mark in it says how far the task is."""
    DERIVED = "derived"
    """What the register works out by itself: days late, how often a deadline was moved."""
    OTHER = "other"
    """A column with a heading, of which the register keeps nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """Fields of a row that stand in cells which the file has merged with those of a row above."""

    line: int
    """Where they stand."""
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A directive as a table tells it: every text as written, empty where nothing was."""

    line: int
    """Where its row begins, from 1."""
    number: str = ""
    issued: str = ""
    assigned: str = ""
    content: str = ""
    deadline: str = ""
    turn: str = ""
    """The due day, in ISO form, that tells a turn of a recurring directive from the others."""
    completed: str = ""
    progress: str = ""
    """The progress the table claims."""
    result: str = ""
    unit: str = ""
    supporting_units: str = ""
    officer: str = ""
    assigned_by: str = ""
    issuing_body: str = ""
    note: str = ""
    group: Group | None = None
    """The part of the appendix it stood in; None where the table has no such parts."""
    document_line: int | None = None
    """Where the document was taken over from: a cell merged with the row above, or the sentence
    that introduces the table. None where the row names its own."""
    taken_over: tuple[TakenOver, ...] = ()
    """What else than the document stands in merged cells."""
    joined_lines: tuple[int, ...] = ()
    """Rows that are the rest of this one, cut off by the end of a page."""
    is_respelled: bool = False
    """It was written with the Icelandic letter that looks like the Vietnamese one, and is not."""
    other_documents: tuple[str, ...] = ()
    """The numbers that stand beside the one that was taken, in the same cell."""
    unused: tuple[str, ...] = ()
    """Texts of the row that no field was found for."""


class ProblemKind(StrEnum):
    """Why a row is no directive yet."""

    NUMBER_MISSING = "number_missing"
    DATE_MISSING = "date_missing"
    """The document has a number and no date."""
    CONTENT_MISSING = "content_missing"
    NOT_CALCULATED = "not_calculated"
    """A cell that matters holds a formula that no program has calculated."""
    VALUE_LOST = "value_lost"
    """A cell of the file holds but the signs of a column that was too narrow."""
    OLD_FONT = "old_font"
    """The letters are those of a font of before Unicode (TCVN3, VNI)."""
    REFUSED = "refused"
    """What was written is not what it should be, or a rule forbids it: ``trouble`` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """A row that cannot be entered as it stands."""

    line: int
    kind: ProblemKind
    field: Field
    """Which part of it."""
    seen: str = ""
    """What stood there."""
    draft: Draft | None = None
    """What could be read of the row, to be put right by hand."""
    ordinal: str = ""
    """How its list numbers it, where that is all there is to find it by."""
    trouble: TrackerError | None = None


class RowKind(StrEnum):
    """What else stands in a table."""

    HEADING = "heading"
    COLUMN_NUMBERS = "column_numbers"
    """``(1) (2) (3)`` under the headings."""
    GROUP = "group"
    """``I. Đã thực hiện: 02 nhiệm vụ``."""
    SECTION = "section"
    """A heading inside the table that is no part of the appendix: ``A. Lĩnh vực ...``."""
    NOTE = "note"
    """A note under a row, or at the foot of the table."""
    TOTAL = "total"
    SIGNATURE = "signature"
    TEXT = "text"
    """Whatever stands around the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A row that was recognised and is no directive."""

    line: int
    kind: RowKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """The row that heads a part of the appendix."""

    line: int
    text: str
    group: Group
    claimed: int | None
    """How many directives it says there are."""
    found: int = 0
    """How many rows stood under it."""

    @property
    def is_miscounted(self) -> bool:
        """Whether it claims another number of directives than there are rows."""
        return self.claimed not in (None, self.found)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """Everything a table says."""

    drafts: tuple[Draft, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    headings: Mapping[Field, str] = field(default_factory=dict)
    """What its columns are called that were understood."""
    month_first_lines: tuple[int, ...] = ()
    """Rows with a date that is one only month first: then its neighbours may be turned round."""
    turned_lines: tuple[int, ...] = ()
    """Rows with a day that a sheet has probably taken for a month: never mended, only told."""

    def part_of(self, draft: Draft) -> GroupRow | None:
        """The part of the appendix that a row stands in; None where it stands in none."""
        if draft.group is None:
            return None
        above = bisect_left(self.groups, draft.line, key=lambda one: one.line)
        return self.groups[above - 1] if above else None
