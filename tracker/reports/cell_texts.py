"""What stands in a cell: the facts of one row, put into words for paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from tracker.core.assessed import AssessedDirective
from tracker.core.dates import UnreadableDate, parse_calendar_date
from tracker.core.directive import Citation, Progress, State
from tracker.core.vietnamese import nfc
from tracker.wording.formats import format_count, format_date, format_number
from tracker.wording.labels import PROGRESS
from tracker.wording.report_text import DOCUMENT_WORDS, deadline_of_turn, done_on, on_day

_WORD = re.compile(r"\w+")


def document_text(document: Citation) -> str:
    """Cite a document on two lines: its number, its day."""
    return f"{document.number}\n{on_day(format_date(document.issued_on))}"


def deadline_text(row: AssessedDirective) -> str:
    """Write the deadline in force: a plain date by the decree's rule, all else as written.

    A turn of a recurring directive is named beside it, for all turns have the same words.
    """
    written = in_decree_form(row.facts.deadline.text)
    instance = row.facts.instance
    return written if instance is None else deadline_of_turn(written, format_date(instance))


def in_decree_form(text: str) -> str:
    """A text that is a date and nothing else, as the decree writes it; any other as it is."""
    try:
        return format_date(parse_calendar_date(text))
    except UnreadableDate:
        return text


def day_text(day: date | None) -> str:
    """Write a day; empty where there is none."""
    return "" if day is None else format_date(day)


def progress_text(row: AssessedDirective, labels: Mapping[Progress, str]) -> str:
    """Name the judgement, and nothing beside it."""
    progress = row.assessment.progress
    return labels.get(progress) or PROGRESS[progress]


def told_progress(row: AssessedDirective, labels: Mapping[Progress, str]) -> str:
    """What was told last; else what became of it; else the judgement."""
    facts = row.facts
    if row.latest_note or facts.state is not State.DONE:
        return row.latest_note or progress_text(row, labels)
    if facts.completed_on is None or (facts.result_text and not row.is_secret):
        return facts.result_text or progress_text(row, labels)
    return done_on(format_date(facts.completed_on), row.assessment.progress)


def age_text(row: AssessedDirective, as_of: date) -> str:
    """Count the days since an open directive was assigned."""
    is_open = row.facts.state is not State.DONE
    return format_number((as_of - row.assigned_on).days) if is_open else ""


def days_late_text(row: AssessedDirective) -> str:
    """Count the days after the deadline; empty where there are none."""
    return format_number(row.assessment.days_late) if row.assessment.days_late else ""


def extension_count_text(row: AssessedDirective) -> str:
    """Count the extensions; empty where there are none."""
    count = row.facts.extension_count
    return format_count(count) if count else ""


def extended_by_text(row: AssessedDirective) -> str:
    """Cite the letter that set the deadline in force; empty where none moved it."""
    letter = row.facts.extended_by
    return "" if letter is None else document_text(letter)


def result_text(row: AssessedDirective) -> str:
    """Cite the result on two lines where it is one document, else give it as written."""
    written = row.facts.result_text
    if len(row.result_documents) == 1 and _is_only(row.result_documents[0], written):
        return document_text(row.result_documents[0])
    return written


def _is_only(document: Citation, written: str) -> bool:
    """Whether nothing was written beyond the document, so that printing it loses nothing."""
    rest = nfc(written).replace(nfc(document.number), " ", 1).casefold()
    words = [word for word in _WORD.findall(rest) if word not in DOCUMENT_WORDS]
    if not all(word.isdecimal() for word in words):
        return False
    day = document.issued_on
    dates: tuple[list[int], ...] = (
        [],
        [day.day, day.month, day.year],
        [day.day, day.month, day.year % 100],
    )
    return [int(word) for word in words] in dates
