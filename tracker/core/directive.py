"""What a directive (nhiệm vụ được giao) is: the nouns every other room speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.core.deadline import Deadline


class State(StrEnum):
    """How a directive stands as a matter of recorded fact."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"


class Progress(StrEnum):
    """The judgement on a directive on a given day (tiến độ). Derived, never stored."""

    ON_TIME = "on_time"
    """Đúng hạn: done, not after its deadline."""
    LATE = "late"
    """Chậm: done after its deadline."""
    NOT_YET_DUE = "not_yet_due"
    """Chưa đến hạn: open, the deadline not passed (or none set)."""
    OVERDUE = "overdue"
    """Quá hạn: open after its deadline."""
    SUSPENDED = "suspended"
    """Tạm dừng, by a document."""
    WITHDRAWN = "withdrawn"
    """Thu hồi: outside every total."""
    NEEDS_REVIEW = "needs_review"
    """Cần rà soát: the facts do not allow a judgement."""


class Group(StrEnum):
    """The three parts of the appendix."""

    DONE = "done"
    """I. Đã thực hiện."""
    IN_PROGRESS = "in_progress"
    """II. Đang thực hiện."""
    NOT_STARTED = "not_started"
    """III. Chưa thực hiện."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A document as it is cited: its number and symbol, and the day it was issued."""

    number: str
    """As written, e.g. ``6340/UBND-NC``."""
    issued_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What was assigned: the facts of the letter on the desk."""

    document: Citation
    """The source document (văn bản giao nhiệm vụ)."""
    content: str
    deadline: Deadline
    """As first assigned; extensions are events and never overwrite it."""
    assigned_on: date
    """Ngày giao; the document's own date unless said otherwise."""
    issuing_body: str = ""
    unit: str = ""
    """The division that leads (phòng/đơn vị chủ trì)."""
    supporting_units: tuple[str, ...] = ()
    officer: str = ""
    """Chuyên viên theo dõi."""
    assigned_by: str = ""
    """The leader who assigned it (lãnh đạo giao việc)."""
    is_started: bool = True
    """False puts it in group III until a start is recorded."""
    is_pinned: bool = False
    """Kept in every appendix until unpinned."""
    is_supporting: bool = False
    """The office only supports another that leads (phối hợp): outside its own totals."""
    is_secret: bool = False
    """A state secret (mật): counted, and its content printed nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything a judgement needs, as it stands over a span of days."""

    state: State
    deadline: Deadline
    """In force: the latest extension approved so far, else as assigned."""
    due_on: date | None
    """The nominal last day in time; None where no single day is set."""
    working_due_on: date | None
    """``due_on`` moved to the next working day where it is a day off."""
    completed_on: date | None = None
    """Set only when done; None while done means the day is not known."""
    result_text: str = ""
    """The result as written: a document, or prose naming one."""
    extension_count: int = 0
    is_extended_after_expiry: bool = False
    extended_by: Citation | None = None
    """The letter that set the deadline in force, where one moved it."""
    reopen_count: int = 0
    """How often it was reopened so far, by the province or since a completion of it, or of this
    turn, was removed as wrong: tells one completion from the next."""
    instance: date | None = None
    """For a recurring directive: the nominal due day that names the instance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Facts that hold from ``since`` up to but not including ``until`` (None: still)."""

    since: date
    until: date | None
    facts: Facts

    def covers(self, day: date) -> bool:
        """Whether the facts hold on this day."""
        return self.since <= day and (self.until is None or day < self.until)
