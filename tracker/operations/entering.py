"""Entering a directive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.core.data_check import same_words
from tracker.core.dates import parse_date
from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline
from tracker.core.directive import Assignment, Citation
from tracker.core.document_number import parse_document_number
from tracker.core.errors import Refused
from tracker.core.life import Directive
from tracker.core.one_line import parse_one_line, unread_deadline
from tracker.operations.changing import changing
from tracker.operations.desk import Desk
from tracker.operations.references import Finder
from tracker.operations.typed import (
    IssuedInTheFuture,
    Remark,
    RemarkKind,
    keep_deadline,
    keep_number,
    read_deadline,
    read_number,
    read_text,
    removed_from,
)
from tracker.store.finding import Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.writing import Work


class AlreadyInRegister(Refused):
    """The same document already carries the same task."""

    def __init__(self, id: int, document: Citation) -> None:
        super().__init__(id)
        self.id = id
        self.number = document.number
        self.issued_on = document.issued_on


class AssignedInTheFuture(Refused):
    """A directive cannot have been assigned after today."""

    def __init__(self, assigned_on: date, today: date) -> None:
        super().__init__(assigned_on)
        self.assigned_on = assigned_on
        self.today = today


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A directive as typed; empty texts where nothing was said."""

    number: str
    issued: str
    content: str
    deadline: str = ""
    assigned: str = ""
    """The day of assignment where it is not the document's."""
    issuing_body: str = ""
    unit: str = ""
    supporting_units: tuple[str, ...] = ()
    officer: str = ""
    assigned_by: str = ""
    is_started: bool = True
    is_pinned: bool = False
    is_supporting: bool = False
    is_secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A directive as it now stands in the register, and what is worth knowing about it."""

    directive: Directive
    remarks: tuple[Remark, ...]


def entry_from_line(line: str, *, today: date, more: Mapping[str, object]) -> Entry:
    """A directive typed as one line, with what was said beside it by options."""
    read = parse_one_line(line, today=today)
    fields = {
        "number": read.document.number,
        "issued": read.document.issued_on.isoformat(),
        "content": read.content,
        "deadline": read.deadline_text,
    }
    return Entry(**(fields | dict(more)))  # type: ignore[arg-type]


def require_readable(desk: Desk, entry: Entry) -> None:
    """Refuse what cannot be understood before anything is made for it."""
    read_entry(entry, today=desk.today, days_off=DaysOff())


def add(desk: Desk, entry: Entry) -> Entered:
    """Enter a directive; the first one makes the register."""
    with changing(desk, "add", may_be_new=True) as work:
        assignment, remarks = read_entry(entry, today=desk.today, days_off=work.days_off)
        remarks += refuse_duplicate(work, assignment)
        directive = work.add(assignment)
    remarks += about_entry(assignment, work.days_off)
    return Entered(directive=directive, remarks=remarks)


def read_entry(
    entry: Entry, *, today: date, days_off: DaysOff, is_copied: bool = False
) -> tuple[Assignment, tuple[Remark, ...]]:
    """What was typed, understood or refused.

    ``is_copied``: it stands so in a table or a file, where a number keeps its spelling, and a
    deadline that cannot be understood is kept and told of.
    """
    number, remarks = (keep_number if is_copied else read_number)(entry.number)
    remarks += removed_from(
        entry.issuing_body, entry.unit, entry.officer, entry.assigned_by, *entry.supporting_units
    )
    issued_on = parse_date(entry.issued, today=today)
    assigned_on = parse_date(entry.assigned, today=today) if entry.assigned else issued_on
    content, content_remarks = read_text(entry.content, field="content")
    deadline, deadline_remarks = (
        _copied_deadline(entry.deadline, assigned_on=assigned_on, days_off=days_off)
        if is_copied
        else read_deadline(entry.deadline, assigned_on=assigned_on, today=today, days_off=days_off)
    )
    assignment = Assignment(
        document=Citation(number=number, issued_on=issued_on),
        content=content,
        deadline=deadline,
        assigned_on=assigned_on,
        issuing_body=optional_text(entry.issuing_body),
        unit=optional_text(entry.unit),
        supporting_units=unit_names(entry.supporting_units),
        officer=optional_text(entry.officer),
        assigned_by=optional_text(entry.assigned_by),
        is_started=entry.is_started,
        is_pinned=entry.is_pinned,
        is_supporting=entry.is_supporting,
        is_secret=entry.is_secret,
    )
    refuse_future(assignment, today)
    return assignment, remarks + content_remarks + deadline_remarks


def _copied_deadline(
    text: str, *, assigned_on: date, days_off: DaysOff
) -> tuple[Deadline, tuple[Remark, ...]]:
    deadline, remarks = keep_deadline(text, assigned_on=assigned_on, days_off=days_off)
    if deadline.is_unclear:
        remarks += (Remark(kind=RemarkKind.DEADLINE_UNCLEAR, text=deadline.text),)
    return deadline, remarks


def optional_text(text: str) -> str:
    """A text that may be left empty, safe to keep."""
    return read_text(text, field="", is_required=False)[0]


def refuse_future(assignment: Assignment, today: date) -> None:
    """Nothing was issued or assigned tomorrow."""
    if assignment.document.issued_on > today:
        raise IssuedInTheFuture(assignment.document, today)
    if assignment.assigned_on > today:
        raise AssignedInTheFuture(assignment.assigned_on, today)


def refuse_duplicate(
    work: Work, assignment: Assignment, *, but: int | None = None
) -> tuple[Remark, ...]:
    """The same number, day and content; another task of the same document is welcome, and told."""
    others = tasks_of_document(work.find, assignment.document, but=but)
    if (same := same_task(others, assignment.content)) is not None:
        raise AlreadyInRegister(same.id, assignment.document)
    return about_document(others)


def tasks_of_document(
    find: Finder, document: Citation, *, but: int | None = None
) -> tuple[Found, ...]:
    """What the register holds of a document that assigns."""
    key = parse_document_number(document.number).key
    issued_on = document.issued_on.isoformat()
    return tuple(one for one in find(document_key=key, issued_on=issued_on) if one.id != but)


def same_task(tasks: Iterable[Found], content: str) -> Found | None:
    """The one among the tasks of a document that asks for the same in the same words."""
    words = same_words(content)
    return next((one for one in tasks if same_words(one.content) == words), None)


def about_document(others: Sequence[Found]) -> tuple[Remark, ...]:
    """That the document has other tasks already."""
    if not others:
        return ()
    return (Remark(kind=RemarkKind.SAME_DOCUMENT, text=str(others[0].id), number=len(others)),)


def about_entry(assignment: Assignment, days_off: DaysOff) -> tuple[Remark, ...]:
    """What a new directive gives cause to look at once more."""
    return about_dates(assignment, days_off) + about_closing_words(assignment)


def about_closing_words(assignment: Assignment) -> tuple[Remark, ...]:
    """A content that closes like a deadline, where none was given, is asked about."""
    closing = "" if assignment.deadline.text else unread_deadline(assignment.content)
    return (Remark(kind=RemarkKind.DEADLINE_NOT_TAKEN, text=closing),) if closing else ()


def about_dates(assignment: Assignment, days_off: DaysOff) -> tuple[Remark, ...]:
    """What the dates give cause to look at once more."""
    issued_on, due_on = assignment.document.issued_on, assignment.deadline.due_on
    remarks = []
    if days_off.is_day_off(issued_on):
        remarks.append(Remark(kind=RemarkKind.DOCUMENT_ON_DAY_OFF, day=issued_on))
    if due_on is not None and days_off.is_day_off(due_on):
        remarks.append(Remark(kind=RemarkKind.DUE_ON_DAY_OFF, day=due_on))
    return tuple(remarks)


def unit_names(typed: tuple[str, ...]) -> tuple[str, ...]:
    """The units named, blank ones left out."""
    return tuple(filter(None, map(optional_text, typed)))
