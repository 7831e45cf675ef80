"""What in the register looks mistyped or unfinished: things to look at, not rules broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from tracker.core.assessed import AssessedDirective
from tracker.core.deadline import DeadlineKind
from tracker.core.directive import Citation, State
from tracker.core.document_number import UnreadableDocumentNumber, parse_document_number
from tracker.core.vietnamese import nfc, without_eth

AGE_WITHOUT_DEADLINE = 90
"""Days an open directive may be with the office without a deadline before it is asked about."""

_DAYS_ON_THE_WAY = 366
"""A document that took longer to be assigned was most likely dated in the wrong year."""

_LONGEST_DEADLINE = 5 * 366
"""Days; a deadline further off most likely has the wrong year."""

_WORD = re.compile(r"[^\W_]+|[%<>=≤≥±]")

_LATE_TONES = {
    nfc(first + tone + second): nfc(first + second + tone)
    for first, second in ("oa", "oe", "uy", "ua", "ia")
    for tone in "\u0300\u0301\u0303\u0309\u0323"
}
"""Two vowels with the tone on the first, and the same with it on the second."""

_EARLY_TONE = re.compile("|".join(_LATE_TONES))

_OPEN = (State.NOT_STARTED, State.IN_PROGRESS)


class Doubt(StrEnum):
    """Why a directive should be looked at again, in the order in which it is told."""

    UNCLEAR_DEADLINE = "unclear_deadline"
    DONE_WITHOUT_DATE = "done_without_date"
    DONE_WITHOUT_DOCUMENT = "done_without_document"
    DEADLINE_BEFORE_ASSIGNMENT = "deadline_before_assignment"
    DEADLINE_FAR_OFF = "deadline_far_off"
    DOCUMENT_OF_OTHER_YEAR = "document_of_other_year"
    """Its symbol names another year, or it was assigned more than a year after its date."""
    RESULT_OF_OTHER_YEAR = "result_of_other_year"
    OPEN_WITHOUT_DEADLINE = "open_without_deadline"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFinding:
    """One doubt about one row."""

    doubt: Doubt
    row: AssessedDirective
    day: date | None = None
    """The day that looks wrong, where it is about a day."""
    document: Citation | None = None
    """The document that looks wrong, where it is about one."""
    number: int = 0
    """Days of age, or the id of the directive that this one repeats."""


def check_rows(rows: Iterable[AssessedDirective], *, as_of: date) -> tuple[DataFinding, ...]:
    """Every doubt about rows judged as of a day: what cannot be judged first, then by kind."""
    everyone = [row for row in rows if row.facts.state is not State.WITHDRAWN]
    found = [finding for row in everyone for finding in _doubts(row, as_of)]
    found += _duplicates(everyone)
    places = {doubt: place for place, doubt in enumerate(Doubt)}
    return tuple(sorted(found, key=lambda one: (places[one.doubt], one.row.id)))


def _doubts(row: AssessedDirective, as_of: date) -> Iterator[DataFinding]:
    if row.facts.state is State.DONE:
        yield from _about_completion(row)
    if row.facts.deadline.is_unclear:
        yield DataFinding(doubt=Doubt.UNCLEAR_DEADLINE, row=row)
    yield from _about_deadline(row)
    yield from _about_document(row)
    age = (as_of - row.assigned_on).days
    if _is_waiting(row) and age > AGE_WITHOUT_DEADLINE:
        yield DataFinding(doubt=Doubt.OPEN_WITHOUT_DEADLINE, row=row, number=age)


def _about_completion(row: AssessedDirective) -> Iterator[DataFinding]:
    completed_on = row.facts.completed_on
    if completed_on is None:
        yield DataFinding(doubt=Doubt.DONE_WITHOUT_DATE, row=row)
    if not row.result_documents:
        yield DataFinding(doubt=Doubt.DONE_WITHOUT_DOCUMENT, row=row)
    for result in row.result_documents:
        if completed_on is not None and result.issued_on.year != completed_on.year:
            yield DataFinding(
                doubt=Doubt.RESULT_OF_OTHER_YEAR, row=row, document=result, day=completed_on
            )


def _about_deadline(row: AssessedDirective) -> Iterator[DataFinding]:
    due_on = row.facts.due_on
    if due_on is None:
        return
    if due_on < row.assigned_on:
        yield DataFinding(doubt=Doubt.DEADLINE_BEFORE_ASSIGNMENT, row=row, day=due_on)
    elif row.facts.instance is None and (due_on - row.assigned_on).days > _LONGEST_DEADLINE:
        yield DataFinding(doubt=Doubt.DEADLINE_FAR_OFF, row=row, day=due_on)


def _about_document(row: AssessedDirective) -> Iterator[DataFinding]:
    issued_on = row.document.issued_on
    is_late = (row.assigned_on - issued_on).days > _DAYS_ON_THE_WAY
    if is_late or _year_named(row.document) not in (None, issued_on.year):
        yield DataFinding(
            doubt=Doubt.DOCUMENT_OF_OTHER_YEAR, row=row, document=row.document, day=row.assigned_on
        )


def _year_named(document: Citation) -> int | None:
    try:
        return parse_document_number(document.number).year
    except UnreadableDocumentNumber:
        return None


def _is_waiting(row: AssessedDirective) -> bool:
    is_endless = row.facts.deadline.kind is DeadlineKind.ONGOING
    return row.facts.state in _OPEN and row.assessment.has_no_deadline and not is_endless


def _duplicates(rows: Iterable[AssessedDirective]) -> Iterator[DataFinding]:
    """The same document with the same words: all but the first entered."""
    each = {row.id: row for row in rows}
    in_order = sorted((each[id] for id in sorted(each)), key=_likeness)
    for _, same in groupby(in_order, key=_likeness):
        original, *others = same
        for row in others:
            yield DataFinding(doubt=Doubt.DUPLICATE, row=row, number=original.id)


def _likeness(row: AssessedDirective) -> tuple[str, date, str]:
    number = row.document.number.casefold()
    return number, row.document.issued_on, same_words(row.content)


def same_words(content: str) -> str:
    """What makes two contents one task: punctuation, blanks and case aside, and which of two
    vowels carries the tone (``hoà``, ``hòa``)."""
    plain = without_eth(nfc(content).casefold())
    words = _WORD.findall(_EARLY_TONE.sub(lambda tone: _LATE_TONES[tone[0]], plain))
    return " ".join(words) or " ".join(plain.split())
