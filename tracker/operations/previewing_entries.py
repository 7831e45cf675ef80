"""A directive that is being typed, in a form or on one line, understood as far as it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, TypeVar

from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline
from tracker.core.directive import Assignment, Citation
from tracker.core.errors import Refused, UsageError
from tracker.core.half_line import read_half_line
from tracker.operations.browsing import read_quickly
from tracker.operations.desk import Desk
from tracker.operations.entering import (
    AlreadyInRegister,
    AssignedInTheFuture,
    Entry,
    about_closing_words,
    about_dates,
    about_document,
    entry_from_line,
    read_entry,
    same_task,
    tasks_of_document,
)
from tracker.operations.previewing import (
    Preview,
    Understanding,
    by_today,
    empty,
    not_understood,
    preview_day,
    preview_deadline,
    preview_number,
    preview_text,
)
from tracker.operations.typed import IssuedInTheFuture, Remark, RemarkKind
from tracker.store.errors import NoRegister
from tracker.store.finding import Found, find

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPreview:
    """A directive field by field, and what would be entered if it were saved now."""

    number: Preview[str]
    issued: Preview[date]
    content: Preview[str]
    deadline: Preview[Deadline]
    assigned: Preview[date]
    """Empty with the day of the document where no other was typed."""
    assignment: Assignment | None
    """None where it would be refused."""
    remarks: tuple[Remark, ...]
    """What saving would remark upon, without what the register knows, and without what is only so
    because a date is not finished."""

    @property
    def document(self) -> Citation | None:
        """The document that assigns, once it is surely all there."""
        is_whole = self.issued.understanding is Understanding.UNDERSTOOD
        if not is_whole or self.number.value is None or self.issued.value is None:
            return None
        return Citation(number=self.number.value, issued_on=self.issued.value)

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that every directive has and this one does not have yet, nor a mistake in."""
        needed: dict[str, Preview[Any]] = {
            "number": self.number,
            "issued": self.issued,
            "content": self.content,
        }
        return tuple(
            field
            for field, preview in needed.items()
            if preview.value is None and preview.understanding is not Understanding.REFUSED
        )


def preview_entry(entry: Entry, *, today: date, days_off: DaysOff) -> EntryPreview:
    """A form that is being filled in."""
    return _previewed(entry, lambda: entry, today=today, days_off=days_off)


def tasks_at_hand(desk: Desk, document: Citation) -> tuple[Found, ...]:
    """What the register holds of a document, read without waiting for others for long."""
    try:
        with read_quickly(desk) as reading:
            return tasks_of_document(partial(find, reading), document)
    except NoRegister:
        return ()


def beside(preview: EntryPreview, tasks: Sequence[Found]) -> EntryPreview:
    """The same, with what other ``tasks`` of its document have to do with it."""
    content, document = preview.content.value, preview.document
    same = None if content is None else same_task(tasks, content)
    if same is None or document is None:
        return replace(preview, remarks=preview.remarks + about_document(tasks))
    error = AlreadyInRegister(same.id, document)
    return replace(preview, content=not_understood(error, may_become=False), assignment=None)


def preview_line(line: str, *, today: date, days_off: DaysOff) -> EntryPreview:
    """A line that is being typed."""
    half = read_half_line(line, today=today)
    parts = Entry(
        number=half.number, issued=half.issued, content=half.content, deadline=half.deadline
    )
    preview = _previewed(
        parts,
        lambda: entry_from_line(line, today=today, more={}),
        today=today,
        days_off=days_off,
    )
    if half.content or half.deadline:
        preview = replace(preview, issued=_ended(preview.issued))
    return preview


def _previewed(
    parts: Entry, whole: Callable[[], Entry], *, today: date, days_off: DaysOff
) -> EntryPreview:
    number = preview_number(parts.number)
    document = Citation(number=number.value or parts.number.strip(), issued_on=today)
    issued = by_today(
        preview_day(parts.issued, today=today),
        lambda day: IssuedInTheFuture(replace(document, issued_on=day), today),
        today,
    )
    assigned: Preview[date] = empty(issued.value)
    if parts.assigned:
        assigned = by_today(
            preview_day(parts.assigned, today=today),
            lambda day: AssignedInTheFuture(day, today),
            today,
        )
    content = preview_text(parts.content, field="content")
    deadline = preview_deadline(
        parts.deadline, assigned_on=assigned.value, today=today, days_off=days_off
    )
    assignment, remarks = _read(whole, today=today, days_off=days_off)
    if assignment is None:
        remarks = number.remarks + content.remarks + deadline.remarks
    return EntryPreview(
        number=number,
        issued=issued,
        content=content,
        deadline=deadline,
        assigned=assigned,
        assignment=assignment,
        remarks=_about_the_finished(remarks, issued=issued, deadline=deadline),
    )


def _read(
    whole: Callable[[], Entry], *, today: date, days_off: DaysOff
) -> tuple[Assignment | None, tuple[Remark, ...]]:
    """What saving would enter, with all that would be said of it but what the register knows."""
    try:
        assignment, remarks = read_entry(whole(), today=today, days_off=days_off)
    except (UsageError, Refused):
        return None, ()
    return assignment, remarks + about_dates(assignment, days_off) + about_closing_words(assignment)


def _ended(preview: Preview[T]) -> Preview[T]:
    """A part of a line behind which another was begun: nothing more will come of it."""
    if preview.understanding is not Understanding.INCOMPLETE:
        return preview
    is_right = preview.error is None
    return replace(
        preview,
        understanding=Understanding.UNDERSTOOD if is_right else Understanding.REFUSED,
    )


_ABOUT_ISSUED = frozenset({RemarkKind.DOCUMENT_ON_DAY_OFF})
_ABOUT_DEADLINE = frozenset(
    {
        RemarkKind.YEAR_ASSUMED,
        RemarkKind.TWO_DIGIT_YEAR,
        RemarkKind.ALREADY_PAST,
        RemarkKind.DUE_ON_DAY_OFF,
        RemarkKind.DEADLINE_NOT_TAKEN,
    }
)


def _about_the_finished(
    remarks: tuple[Remark, ...], *, issued: Preview[date], deadline: Preview[Deadline]
) -> tuple[Remark, ...]:
    hasty: set[RemarkKind] = set()
    for preview, kinds in ((issued, _ABOUT_ISSUED), (deadline, _ABOUT_DEADLINE)):
        if preview.understanding is Understanding.INCOMPLETE:
            hasty |= kinds
    return tuple(remark for remark in remarks if remark.kind not in hasty)
