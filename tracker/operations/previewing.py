"""What is being typed into a field, understood as far as it goes; nothing here is ever raised."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from tracker.core.citations import CitationProblem, UnreadableCitation, find_citations
from tracker.core.dates import UnreadableDate, parse_calendar_date, parse_date
from tracker.core.days_off import DaysOff
from tracker.core.deadline import NO_DEADLINE, Deadline
from tracker.core.directive import Citation
from tracker.core.document_number import UnreadableDocumentNumber
from tracker.core.errors import Refused, TrackerError
from tracker.core.half_typed import (
    ends_in_no_date,
    has_half_year,
    may_become_date,
    may_become_number,
)
from tracker.core.one_line import document_in, plain_line
from tracker.core.vietnamese import clean
from tracker.operations.browsing import read_quickly
from tracker.operations.completing import results_in
from tracker.operations.desk import Desk
from tracker.operations.typed import (
    DayNotCome,
    IssuedInTheFuture,
    Remark,
    RemarkKind,
    UnreadableDeadline,
    read_authority,
    read_deadline,
    read_number,
    read_text,
)
from tracker.store.days_off import load_days_off
from tracker.store.errors import NoRegister

T = TypeVar("T")


class Understanding(StrEnum):
    """How far what is typed is understood."""

    EMPTY = "empty"
    INCOMPLETE = "incomplete"
    """Not right yet, or not surely all; more typing may make it so. No reason for an alarm."""
    REFUSED = "refused"
    """Whatever is typed behind it, this is wrong."""
    UNDERSTOOD = "understood"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview(Generic[T]):
    """A field as far as it is understood."""

    understanding: Understanding
    value: T | None = None
    """What it is taken for if it ends here."""
    error: TrackerError | None = None
    """Why it is taken for nothing if it ends here."""
    remarks: tuple[Remark, ...] = ()


def calendar(desk: Desk) -> DaysOff:
    """The days off a preview counts with; where there is no register yet, the weekends."""
    try:
        with read_quickly(desk) as reading:
            return load_days_off(reading)
    except NoRegister:
        return DaysOff()


def empty(value: T | None = None) -> Preview[T]:
    """A field in which nothing is typed, and what is taken for it."""
    return Preview(understanding=Understanding.EMPTY, value=value)


def understood(value: T, remarks: tuple[Remark, ...] = (), *, is_half: bool = False) -> Preview[T]:
    """A field that is right as it is; ``is_half``: though something else may be on its way."""
    standing = Understanding.INCOMPLETE if is_half else Understanding.UNDERSTOOD
    return Preview(understanding=standing, value=value, remarks=remarks)


def not_understood(error: TrackerError, *, may_become: bool) -> Preview[T]:
    """A field that is not right as it is."""
    standing = Understanding.INCOMPLETE if may_become else Understanding.REFUSED
    return Preview(understanding=standing, error=error)


def is_blank(text: str) -> bool:
    """Whether nothing is typed that would be kept."""
    return not clean(text)[0].strip()


def preview_number(text: str) -> Preview[str]:
    """The number and symbol of a document."""
    if is_blank(text):
        return empty()
    try:
        number, remarks = read_number(text)
    except UnreadableDocumentNumber as error:
        return not_understood(error, may_become=may_become_number(text))
    return understood(number, remarks)


def preview_day(text: str, *, today: date) -> Preview[date]:
    """A day, written out or counted from today."""
    if is_blank(text):
        return empty()
    try:
        day = parse_date(text, today=today)
    except UnreadableDate as error:
        return not_understood(error, may_become=may_become_date(text, today=today))
    return understood(day, is_half=has_half_year(text))


def preview_happened(text: str, *, today: date) -> Preview[date]:
    """The day of something that has happened: today at the latest."""
    preview = preview_day(text, today=today)
    return by_today(preview, lambda day: DayNotCome(day, today), today)


def by_today(
    preview: Preview[date], trouble: Callable[[date], Refused], today: date
) -> Preview[date]:
    """A day that has come; a later one is refused."""
    if preview.value is None or preview.value <= today:
        return preview
    return not_understood(trouble(preview.value), may_become=False)


def preview_text(text: str, *, field: str) -> Preview[str]:
    """A text that is taken as it is."""
    if is_blank(text):
        return empty()
    return understood(*read_text(text, field=field))


def preview_deadline(
    text: str, *, assigned_on: date | None, today: date, days_off: DaysOff
) -> Preview[Deadline]:
    """A deadline of any kind; without the day of assignment, only what does not hang on it."""
    if is_blank(text):
        return empty(NO_DEADLINE)
    days = (assigned_on,) if assigned_on else (today, today - timedelta(days=366))
    try:
        (deadline, remarks), *others = (
            read_deadline(text, assigned_on=day, today=today, days_off=days_off) for day in days
        )
    except UnreadableDeadline as error:
        return not_understood(error, may_become=not ends_in_no_date(text, today=today))
    if any(other != deadline for other, _ in others):
        return Preview(understanding=Understanding.INCOMPLETE)
    is_half = any(_is_half(remark) for remark in remarks)
    return understood(deadline, remarks if assigned_on else (), is_half=is_half)


_HALF_YEARS = (19, 20, 21)
"""What the years begin with that are written with four digits."""


def _is_half(remark: Remark) -> bool:
    """Whether a year may still be typed where none stands, or where but half of one does."""
    if remark.kind is RemarkKind.TWO_DIGIT_YEAR and remark.day is not None:
        return remark.day.year % 100 in _HALF_YEARS
    return remark.kind is RemarkKind.YEAR_ASSUMED


def preview_document(text: str, *, today: date) -> Preview[Citation]:
    """A document that authorises something: its number and its date, issued by today."""
    if is_blank(text):
        return empty()
    try:
        document, remarks = read_authority(text, today=today)
    except UnreadableCitation as error:
        is_too_much = error.problem is CitationProblem.SEVERAL_NUMBERS
        return not_understood(error, may_become=not is_too_much)
    except UnreadableDate as error:
        return not_understood(error, may_become=_may_close(text, error.text, today))
    except IssuedInTheFuture as error:
        return not_understood(error, may_become=False)
    found = document_in(plain_line(text))
    return understood(
        document, remarks, is_half=found is not None and _is_half_dated(text, found.date_text)
    )


def preview_result(text: str, *, today: date) -> Preview[tuple[Citation, ...]]:
    """The dated documents that a result names. Any text is a result, so there is always a value;
    refused says only that a date in it cannot be, or has not come."""
    if is_blank(text):
        return empty(())
    tidy, remarks = read_text(text, field="result")
    documents = results_in(tidy)
    dates = [found.date_text for found in find_citations(tidy) if found.date_text]
    trouble = _no_dates(tidy, dates, today) or _not_come(documents, today)
    if trouble is not None:
        return replace(trouble, value=documents, remarks=remarks)
    is_half = bool(dates) and _is_half_dated(tidy, dates[-1])
    return understood(documents, remarks, is_half=is_half)


def _no_dates(text: str, dates: Sequence[str], today: date) -> Preview[tuple[Citation, ...]] | None:
    """The first of the dates in a text that cannot be one."""
    for date_text in dates:
        try:
            parse_calendar_date(date_text)
        except UnreadableDate as error:
            return not_understood(error, may_become=_may_close(text, date_text, today))
    return None


def _not_come(documents: Sequence[Citation], today: date) -> Preview[tuple[Citation, ...]] | None:
    """The first of the documents that is dated after today."""
    for document in documents:
        if document.issued_on > today:
            return not_understood(IssuedInTheFuture(document, today), may_become=False)
    return None


def _may_close(text: str, date_text: str, today: date) -> bool:
    """Whether a date that closes a text may still become one."""
    return text.rstrip().endswith(date_text) and may_become_date(date_text, today=today)


def _is_half_dated(text: str, date_text: str) -> bool:
    return text.rstrip().endswith(date_text) and has_half_year(date_text)
