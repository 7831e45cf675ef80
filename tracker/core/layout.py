"""What a layout of a report is: its title, its rows, its columns. Every one of them is data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tracker.core.directive import Progress

TEXT_SIZE = 12
"""Points; what a table usually has."""


class Field(StrEnum):
    """What a cell can hold."""

    ORDINAL = "ordinal"
    DOCUMENT = "document"
    """Number and day on two lines."""
    DOCUMENT_NUMBER = "document_number"
    ISSUED_ON = "issued_on"
    CONTENT = "content"
    DEADLINE = "deadline"
    """The deadline in force, as written."""
    ORIGINAL_DEADLINE = "original_deadline"
    """As first assigned."""
    EFFECTIVE_DEADLINE = "effective_deadline"
    """The last day in time under the office's policy."""
    COMPLETED_ON = "completed_on"
    PROGRESS = "progress"
    RESULT = "result"
    NOTE = "note"
    PLAN_PROGRESS = "plan_progress"
    """Told in words: the latest note, else the result, else the judgement."""
    UNIT = "unit"
    SUPPORTING_UNITS = "supporting_units"
    OFFICER = "officer"
    ASSIGNED_BY = "assigned_by"
    ISSUING_BODY = "issuing_body"
    LEAD = "lead"
    """Division and officer, each on a line."""
    ASSIGNED_ON = "assigned_on"
    ASSIGNED = "assigned"
    """The day it was assigned and by whom, each on a line."""
    DAYS_LATE = "days_late"
    AGE = "age"
    """Days since it was assigned, while open."""
    EXTENSION_COUNT = "extension_count"
    EXTENDED_BY = "extended_by"
    TOTAL = "total"
    ON_TIME = "on_time"
    LATE = "late"
    IN_TIME = "in_time"
    DUE_SOON = "due_soon"
    """Among those in time."""
    OVERDUE = "overdue"
    NO_DEADLINE = "no_deadline"
    """Among all others."""
    OTHER = "other"
    """Suspended, or in need of review."""
    RATE = "rate"
    """On time among all that had to be done by now."""


class RowSubject(StrEnum):
    """What one row of a layout is about."""

    DIRECTIVE = "directive"
    UNIT = "unit"


class RowChoice(StrEnum):
    """Which rows of the report a layout shows."""

    ALL = "all"
    OPEN = "open"
    DONE = "done"
    NOT_STARTED = "not_started"
    OVERDUE = "overdue"
    LATE = "late"
    DUE_SOON = "due_soon"
    NO_DEADLINE = "no_deadline"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    NEEDS_REVIEW = "needs_review"


class Grouping(StrEnum):
    """What the rows stand together by, each group under its heading."""

    NONE = "none"
    GROUP = "group"
    """The three parts of the appendix."""
    AGE = "age"
    """For how long overdue."""
    UNIT = "unit"
    OFFICER = "officer"
    ASSIGNED_BY = "assigned_by"
    DOCUMENT = "document"
    """The document that assigns, in the order in which each is first met."""


class RowOrder(StrEnum):
    """What the rows of a group are sorted by; what is equal stays in the order of entry."""

    ENTRY = "entry"
    WORST_FIRST = "worst_first"
    """The longest overdue first, then the next due, then what is done, the latest first."""
    DEADLINE = "deadline"
    NUMBER = "number"
    ISSUED = "issued"
    COMPLETED = "completed"
    UNIT = "unit"
    OFFICER = "officer"


class Alignment(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTER = "center"


class Orientation(StrEnum):
    """Which way a page of A4 is turned."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


_COUNTS = frozenset(
    {
        Field.TOTAL,
        Field.ON_TIME,
        Field.LATE,
        Field.IN_TIME,
        Field.DUE_SOON,
        Field.OVERDUE,
        Field.NO_DEADLINE,
        Field.OTHER,
        Field.RATE,
    }
)

FIELDS = {
    RowSubject.DIRECTIVE: tuple(one for one in Field if one not in _COUNTS),
    RowSubject.UNIT: (Field.ORDINAL, Field.UNIT, *(one for one in Field if one in _COUNTS)),
}
"""What the cells of a row can hold, by what the row is about."""

PLACEHOLDERS = ("period", "PERIOD", "committee", "COMMITTEE", "office", "OFFICE", "as_of")
"""What stands in a title for a value; in capitals for the value in capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutColumn:
    """One column of a layout."""

    title: str
    holds: Field
    width: float
    """Beside the widths of the other columns: only what it is of their sum counts."""
    alignment: Alignment = Alignment.CENTER


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A form a report can take."""

    name: str
    """As typed on the command line."""
    title: tuple[str, ...]
    """The lines over the table, with the names of ``PLACEHOLDERS`` in braces."""
    columns: tuple[LayoutColumn, ...]
    file_stem: str
    """What the names of its files begin with."""
    tab: str
    """What its page is called inside a workbook: plain ASCII."""
    is_enclosed: bool = True
    """An annex, which says which report it goes with."""
    rows: RowChoice = RowChoice.ALL
    one_row_per: RowSubject = RowSubject.DIRECTIVE
    group_by: Grouping = Grouping.NONE
    order: RowOrder = RowOrder.ENTRY
    labels: Mapping[Progress, str] = field(default_factory=dict)
    """Other words for a progress than the usual ones."""
    orientation: Orientation = Orientation.LANDSCAPE
    text_size: float = TEXT_SIZE
    """Of the table, in points."""

    @property
    def is_whole(self) -> bool:
        """Whether every row of a report is shown by itself: only then can it be issued."""
        return self.rows is RowChoice.ALL and self.one_row_per is RowSubject.DIRECTIVE
