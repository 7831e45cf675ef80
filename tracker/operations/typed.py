"""What was typed, read strictly: refused where a file's text would be kept and flagged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tracker.core.citations import parse_citation
from tracker.core.dates import UnreadableDate, parse_date
from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.deadline_grammar import DeadlineRemark, parse_deadline
from tracker.core.directive import Citation
from tracker.core.document_number import (
    has_foreign_letters,
    in_capitals,
    parse_document_number,
)
from tracker.core.errors import Refused, UsageError
from tracker.core.vietnamese import clean
from tracker.operations.relative_deadlines import resolve


class UnreadableDeadline(UsageError):
    """A typed deadline that cannot be understood; ``trouble`` says why where it is a date."""

    def __init__(self, text: str, *, is_incomplete: bool, trouble: UnreadableDate | None) -> None:
        super().__init__(text)
        self.text = text
        self.is_incomplete = is_incomplete
        self.trouble = trouble


class IssuedInTheFuture(Refused):
    """A document cannot be dated after today."""

    def __init__(self, document: Citation, today: date) -> None:
        super().__init__(document.number)
        self.number = document.number
        self.issued_on = document.issued_on
        self.today = today


class DayNotCome(Refused):
    """What is said to have happened is of a day after today."""

    def __init__(self, day: date, today: date) -> None:
        super().__init__(day)
        self.day = day
        self.today = today


class EmptyText(UsageError):
    """Something that must be said was left empty. ``field`` names it in English."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


LONGEST_TEXT = 100_000
"""Characters: forty pages. What is longer is a file that went astray into one cell."""


class TextTooLong(UsageError):
    """A text is longer than any that is worth keeping. ``field`` names it in English."""

    def __init__(self, field: str, length: int) -> None:
        super().__init__(field, length)
        self.field = field
        self.length = length
        self.most = LONGEST_TEXT


class RemarkKind(StrEnum):
    """Something worth knowing about what was just entered; never a reason to refuse it."""

    TWO_DIGIT_YEAR = "two_digit_year"
    YEAR_ASSUMED = "year_assumed"
    COMPLETION_YEAR_ASSUMED = "completion_year_assumed"
    ALREADY_PAST = "already_past"
    DATE_IGNORED = "date_ignored"
    CHARACTERS_REMOVED = "characters_removed"
    NUMBER_RESPELLED = "number_respelled"
    LETTERS_RESPELLED = "letters_respelled"
    """A row was written with a letter that only looks like the right one."""
    NUMBER_IN_CAPITALS = "number_in_capitals"
    DOCUMENT_ON_DAY_OFF = "document_on_day_off"
    DUE_ON_DAY_OFF = "due_on_day_off"
    BEFORE_LETTER = "before_letter"
    """A new deadline earlier than the letter that sets it."""
    BROUGHT_FORWARD = "brought_forward"
    """A new deadline earlier than the one it replaces."""
    SAME_DOCUMENT = "same_document"
    SAME_WORDS_OF_OTHER_DATE = "same_words_of_other_date"
    """A row says what the register has under the same number and another date."""
    DEADLINE_NOT_TAKEN = "deadline_not_taken"
    """The content closes with what looks like a deadline."""
    STAYS_DONE = "stays_done"
    COUNTED_FROM_ASSIGNMENT = "counted_from_assignment"
    COUNTED_FROM_LETTER = "counted_from_letter"
    SEVERAL_RESULTS = "several_results"
    RESULT_OF_OTHER_YEAR = "result_of_other_year"
    DEADLINE_UNCLEAR = "deadline_unclear"
    """Kept as it was written, for somebody to look at."""
    COMPLETION_UNDATED = "completion_undated"
    DAY_OF_RESULT = "day_of_result"
    """The day of completion was taken from the document that reports the result."""
    DONE_IN_OTHER_GROUP = "done_in_other_group"
    """A table tells the day of completion of what it counts as not yet done."""
    TURN_UNCLEAR = "turn_unclear"
    """A table does not tell which turn of a recurring directive is done."""
    DOCUMENT_TAKEN_OVER = "document_taken_over"
    """The document stands elsewhere than in the row: ``number`` is the line."""
    CELLS_TAKEN_OVER = "cells_taken_over"
    """``fields`` stand in cells that are merged with those of the line ``number``."""
    SEVERAL_DOCUMENTS = "several_documents"
    """Where the document stands, others do too: ``text`` names them."""
    ROW_JOINED = "row_joined"
    """The rest of a row stands further down: ``number`` is the line."""
    IN_ISSUED_REPORT = "in_issued_report"
    """What was put right went out already: the report stays as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One remark, with what it is about."""

    kind: RemarkKind
    text: str = ""
    day: date | None = None
    number: int = 0
    fields: tuple[str, ...] = ()
    """English names, where it is about several parts of a row."""


def read_text(text: str, *, field: str, is_required: bool = True) -> tuple[str, tuple[Remark, ...]]:
    """Typed text made safe to keep: composed, without control characters; what went is told."""
    tidy, removed = clean(text)
    tidy = tidy.strip()
    if is_required and not tidy:
        raise EmptyText(field)
    if len(tidy) > LONGEST_TEXT:
        raise TextTooLong(field, len(tidy))
    if removed:
        return tidy, (Remark(kind=RemarkKind.CHARACTERS_REMOVED, text=field, number=removed),)
    return tidy, ()


def removed_from(*texts: str | None) -> tuple[Remark, ...]:
    """One remark on what will be missing from short texts once they are made safe to keep."""
    removed = sum(clean(text)[1] for text in texts if text)
    return (Remark(kind=RemarkKind.CHARACTERS_REMOVED, number=removed),) if removed else ()


def read_deadline(
    text: str | None, *, assigned_on: date, today: date, days_off: DaysOff
) -> tuple[Deadline, tuple[Remark, ...]]:
    """A typed deadline: any kind an official writes, or a day counted from today (``+10``)."""
    deadline, remarks = keep_deadline(text, assigned_on=assigned_on, days_off=days_off)
    if deadline.is_unclear:
        return _counted_from_today(deadline, today), remarks
    return deadline, remarks


def keep_deadline(
    text: str | None, *, assigned_on: date, days_off: DaysOff
) -> tuple[Deadline, tuple[Remark, ...]]:
    """A deadline as it was written; one that cannot be understood is of a kind that says so."""
    tidy, remarks = read_text(text or "", field="deadline", is_required=False)
    read = parse_deadline(tidy, assigned_on=assigned_on)
    deadline = resolve(read.deadline, assigned_on=assigned_on, days_off=days_off)
    remarks += tuple(_remark(remark, deadline) for remark in read.remarks)
    if deadline.kind is DeadlineKind.RELATIVE and _counts_from_assignment(deadline):
        remarks += (
            Remark(kind=RemarkKind.COUNTED_FROM_ASSIGNMENT, day=deadline.due_on, text=tidy),
        )
    return deadline, remarks


def _counts_from_assignment(deadline: Deadline) -> bool:
    return deadline.offset is not None and deadline.offset.base_on is None


def _counted_from_today(deadline: Deadline, today: date) -> Deadline:
    """``+10`` and ``hôm nay``, kept as the day they mean: the words would mean another tomorrow."""
    try:
        due_on = parse_date(deadline.text, today=today)
    except UnreadableDate as trouble:
        is_incomplete = deadline.kind is DeadlineKind.INCOMPLETE
        raise UnreadableDeadline(
            deadline.text, is_incomplete=is_incomplete, trouble=trouble
        ) from trouble
    return replace(
        deadline, text=f"{due_on:%d/%m/%Y}", kind=DeadlineKind.DATE, due_on=due_on, offset=None
    )


def _remark(remark: DeadlineRemark, deadline: Deadline) -> Remark:
    return Remark(kind=RemarkKind(remark.value), text=deadline.text, day=deadline.due_on)


def read_number(text: str) -> tuple[str, tuple[Remark, ...]]:
    """A document number as typed, with every letter the right one; one in small letters in those
    it usually has."""
    number, remarks = keep_number(text)
    spelt = in_capitals(parse_document_number(number)).text
    if spelt != number:
        remarks += (Remark(kind=RemarkKind.NUMBER_IN_CAPITALS, text=spelt),)
    return spelt, remarks


def keep_number(text: str) -> tuple[str, tuple[Remark, ...]]:
    """A document number as it was written, with every letter the right one."""
    tidy, remarks = read_text(text, field="number")
    number = parse_document_number(tidy).text
    if has_foreign_letters(tidy):
        remarks += (Remark(kind=RemarkKind.NUMBER_RESPELLED, text=number),)
    return number, remarks


def read_authority(text: str, *, today: date) -> tuple[Citation, tuple[Remark, ...]]:
    """The document that authorises a change: number and date, both, and issued by today."""
    tidy, remarks = read_text(text, field="by")
    cited = parse_citation(tidy)
    authority = replace(cited, number=read_number(cited.number)[0])
    if authority.issued_on > today:
        raise IssuedInTheFuture(authority, today)
    return authority, remarks
