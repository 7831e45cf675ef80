"""What stands in a cell: the facts of one row, put into words for paper."""

from __future__ import annotations

import re

from tracker.core.assessed import AssessedDirective
from tracker.core.dates import UnreadableDate, parse_calendar_date
from tracker.core.directive import Citation
from tracker.core.vietnamese import nfc
from tracker.wording.formats import format_date
from tracker.wording.labels import PROGRESS
from tracker.wording.report_text import DOCUMENT_WORDS, deadline_of_turn, on_day

_WORD = re.compile(r"\w+")


def document_text(document: Citation) -> str:
    """Cite a document on two lines: its number, its day."""
    return f"{document.number}\n{on_day(format_date(document.issued_on))}"


def deadline_text(row: AssessedDirective) -> str:
    """Write the deadline in force: a plain date by the decree's rule, all else as written.

    A turn of a recurring directive is named beside it, for all turns have the same words.
    """
    written = _in_decree_form(row.facts.deadline.text)
    instance = row.facts.instance
    return written if instance is None else deadline_of_turn(written, format_date(instance))


def _in_decree_form(text: str) -> str:
    """A text that is a date and nothing else, as the decree writes it; any other as it is."""
    try:
        return format_date(parse_calendar_date(text))
    except UnreadableDate:
        return text


def completion_text(row: AssessedDirective) -> str:
    """Write the day of completion; empty while there is none."""
    completed_on = row.facts.completed_on
    return "" if completed_on is None else format_date(completed_on)


def progress_text(row: AssessedDirective) -> str:
    """Name the judgement, and nothing beside it."""
    return PROGRESS[row.assessment.progress]


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
