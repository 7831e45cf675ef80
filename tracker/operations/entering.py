"""Entering a directive, and putting right what was typed wrongly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tracker.core import changes
from tracker.core.dates import parse_date
from tracker.core.days_off import DaysOff
from tracker.core.directive import Assignment, Citation
from tracker.core.document_number import has_foreign_letters, parse_document_number
from tracker.core.errors import Refused
from tracker.core.life import Directive
from tracker.core.one_line import parse_one_line
from tracker.core.vietnamese import fold
from tracker.operations.changing import changing
from tracker.operations.desk import Desk
from tracker.operations.references import resolve
from tracker.operations.typed import (
    IssuedInTheFuture,
    Remark,
    RemarkKind,
    read_deadline,
    read_text,
    removed_from,
)

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
        _refuse_duplicate(work, assignment)
        directive = work.add(assignment)
    return Entered(
        directive=directive, remarks=remarks + _about(assignment, desk.today, work.days_off)
    )


def read_entry(
    entry: Entry, *, today: date, days_off: DaysOff
) -> tuple[Assignment, tuple[Remark, ...]]:
    """What was typed, understood or refused."""
    number, remarks = _read_number(entry.number)
    remarks += removed_from(*_plain_texts(entry))
    issued_on = parse_date(entry.issued, today=today)
    assigned_on = parse_date(entry.assigned, today=today) if entry.assigned else issued_on
    content, content_remarks = read_text(entry.content, field="content")
    deadline, deadline_remarks = read_deadline(
        entry.deadline, assigned_on=assigned_on, today=today, days_off=days_off
    )
    assignment = Assignment(
        document=Citation(number=number, issued_on=issued_on),
        content=content,
        deadline=deadline,
        assigned_on=assigned_on,
        issuing_body=_optional(entry.issuing_body),
        unit=_optional(entry.unit),
        supporting_units=_units(entry.supporting_units),
        officer=_optional(entry.officer),
        assigned_by=_optional(entry.assigned_by),
        is_started=entry.is_started,
        is_pinned=entry.is_pinned,
    )
    _refuse_future(assignment, today)
    return assignment, remarks + content_remarks + deadline_remarks


def _read_number(text: str) -> tuple[str, tuple[Remark, ...]]:
    typed, remarks = read_text(text, field="number")
    number = parse_document_number(typed).text
    if has_foreign_letters(typed):
        remarks += (Remark(kind=RemarkKind.NUMBER_RESPELLED, text=number),)
    return number, remarks


def _plain_texts(typed: Entry | Correction) -> tuple[str, ...]:
    """The fields that are taken as typed, those left out not among them."""
    texts = (typed.issuing_body, typed.unit, typed.officer, typed.assigned_by)
    return tuple(filter(None, (*texts, *(typed.supporting_units or ()))))


def _optional(text: str) -> str:
    return read_text(text, field="", is_required=False)[0]


def _refuse_future(assignment: Assignment, today: date) -> None:
    if assignment.document.issued_on > today:
        raise IssuedInTheFuture(assignment.document, today)
    if assignment.assigned_on > today:
        raise AssignedInTheFuture(assignment.assigned_on, today)


def _refuse_duplicate(work: Work, assignment: Assignment, *, but: int | None = None) -> None:
    """The same number, day and content; another task of the same document is welcome."""
    key = parse_document_number(assignment.document.number).key
    issued_on = assignment.document.issued_on.isoformat()
    for found in work.find(document_key=key, issued_on=issued_on):
        if found.id != but and fold(found.content) == fold(assignment.content):
            raise AlreadyInRegister(found.id, assignment.document)


def _about(assignment: Assignment, today: date, days_off: DaysOff) -> tuple[Remark, ...]:
    """What the dates give cause to look at once more."""
    issued_on, due_on = assignment.document.issued_on, assignment.deadline.due_on
    remarks = []
    if days_off.is_day_off(issued_on):
        remarks.append(Remark(kind=RemarkKind.DOCUMENT_ON_DAY_OFF, day=issued_on))
    if due_on is None:
        return tuple(remarks)
    if due_on < assignment.assigned_on:
        remarks.append(Remark(kind=RemarkKind.DEADLINE_BEFORE_ASSIGNMENT, day=due_on))
    elif due_on < today:
        late = (today - due_on).days
        remarks.append(Remark(kind=RemarkKind.OVERDUE_ALREADY, day=due_on, number=late))
    if days_off.is_day_off(due_on):
        remarks.append(Remark(kind=RemarkKind.DUE_ON_DAY_OFF, day=due_on))
    return tuple(remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What to put right; None leaves a field as it is."""

    number: str | None = None
    issued: str | None = None
    content: str | None = None
    deadline: str | None = None
    assigned: str | None = None
    issuing_body: str | None = None
    unit: str | None = None
    supporting_units: tuple[str, ...] | None = None
    officer: str | None = None
    assigned_by: str | None = None
    is_pinned: bool | None = None


def edit(
    desk: Desk, reference: str, correction: Correction, *, expected_version: int | None = None
) -> Entered:
    """Put right what was typed wrongly; the old values stay in the history."""
    with changing(desk, "edit") as work:
        found = resolve(work.find, reference)
        directive = work.directive(found.id, expected_version=expected_version)
        after, remarks = _corrected(
            directive.assignment, correction, today=desk.today, days_off=work.days_off
        )
        _refuse_duplicate(work, after, but=directive.id)
        before = directive.assignment
        directive = work.append(directive, changes.edit(directive, after))
        if _dates(after) != _dates(before):
            remarks += _about(after, desk.today, work.days_off)
    return Entered(directive=directive, remarks=remarks)


def _dates(assignment: Assignment) -> tuple[date | None, ...]:
    return assignment.document.issued_on, assignment.assigned_on, assignment.deadline.due_on


def _corrected(
    before: Assignment, correction: Correction, *, today: date, days_off: DaysOff
) -> tuple[Assignment, tuple[Remark, ...]]:
    document, remarks = _corrected_document(before.document, correction, today)
    assigned_on = _corrected_day(before, document, correction.assigned, today)
    remarks += removed_from(*_plain_texts(correction))
    deadline, written = before.deadline, correction.deadline
    if written is None and assigned_on != before.assigned_on and not deadline.is_unclear:
        # What counts from the assignment, or takes its year from it, means another day now.
        written = deadline.text
    if written is not None:
        deadline, more = read_deadline(
            written, assigned_on=assigned_on, today=today, days_off=days_off
        )
        remarks += more
    content = before.content
    if correction.content is not None:
        content, more = read_text(correction.content, field="content")
        remarks += more
    after = replace(
        _plainly_corrected(before, correction),
        document=document,
        assigned_on=assigned_on,
        deadline=deadline,
        content=content,
    )
    _refuse_future(after, today)
    return after, remarks


def _corrected_document(
    before: Citation, correction: Correction, today: date
) -> tuple[Citation, tuple[Remark, ...]]:
    number = before.number
    remarks: tuple[Remark, ...] = ()
    if correction.number is not None:
        number, remarks = _read_number(correction.number)
    issued_on = before.issued_on
    if correction.issued is not None:
        issued_on = parse_date(correction.issued, today=today)
    return Citation(number=number, issued_on=issued_on), remarks


def _corrected_day(
    before: Assignment, document: Citation, assigned: str | None, today: date
) -> date:
    """The day of assignment follows the document's where it was the same."""
    if assigned is not None:
        return parse_date(assigned, today=today)
    if before.assigned_on == before.document.issued_on:
        return document.issued_on
    return before.assigned_on


def _plainly_corrected(before: Assignment, correction: Correction) -> Assignment:
    """With the fields that are taken as typed."""
    units, is_pinned = correction.supporting_units, correction.is_pinned
    return replace(
        before,
        issuing_body=_corrected_text(before.issuing_body, correction.issuing_body),
        unit=_corrected_text(before.unit, correction.unit),
        officer=_corrected_text(before.officer, correction.officer),
        assigned_by=_corrected_text(before.assigned_by, correction.assigned_by),
        supporting_units=before.supporting_units if units is None else _units(units),
        is_pinned=before.is_pinned if is_pinned is None else is_pinned,
    )


def _corrected_text(before: str, typed: str | None) -> str:
    return before if typed is None else _optional(typed)


def _units(typed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(_optional, typed)))
