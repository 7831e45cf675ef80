"""A directive that is being typed on one line: which part of it belongs to which field so far."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tracker.core.citations import FoundCitation
from tracker.core.document_number import UnreadableDocumentNumber, parse_document_number
from tracker.core.errors import UsageError
from tracker.core.half_typed import ends_in_no_date, may_become_date, may_become_number
from tracker.core.one_line import (
    closing_words,
    document_in,
    parse_one_line,
    plain_line,
    without_separators,
    words_for_day,
)
from tracker.core.vietnamese import fold

_INTRODUCING_WORDS = 8

_DATE_BEGUN = re.compile(
    r"[\s,;(]*(?:n|ng|ng\w|ng\wy\b)?[\s:]*(?P<date>(?:[0-9]{1,2}|[0-9]{4}-)[0-9/.\s-]*)?$",
    re.IGNORECASE,
)
"""What may stand behind a number as long as its date is being typed."""

_DEADLINE_BEGUN = re.compile(
    r"(?:(?:truoc|den|het|la|cham nhat|khong qua|ngay) ){0,4}"
    r"(?P<date>[0-9]{1,2}(?: ?[/.-][0-9/. -]*)?|[0-9]{4}-[0-9-]*)"
)
"""The same behind the word that announces a deadline, without case and accents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfLine:
    """The parts of a line as typed; empty texts where nothing was."""

    number: str = ""
    issued: str = ""
    content: str = ""
    deadline: str = ""


def read_half_line(text: str, *, today: date) -> HalfLine:
    """Take a line apart as far as it goes; total.

    A whole line has the parts that ``parse_one_line`` finds, its date as it was typed. What is
    becoming a deadline is one here, and content as long as it is not.
    """
    line = plain_line(text)
    found = document_in(line)
    if found is None:
        return _begun(line)
    words = words_for_day(line, found.end)
    issued = found.date_text or (words[1] if words else "")
    if not issued:
        return _behind_number(found.number.text, line[found.end :])
    content, deadline = _content_and_deadline(line, found, today)
    return HalfLine(number=found.number.text, issued=issued, content=content, deadline=deadline)


def _begun(line: str) -> HalfLine:
    """A line without a number that stands in prose: one in small letters, or not finished."""
    words = line.split(maxsplit=_INTRODUCING_WORDS)
    for count in range(min(len(words), _INTRODUCING_WORDS), 0, -1):
        head = " ".join(words[:count])
        try:
            number = parse_document_number(head).text
        except UnreadableDocumentNumber:
            continue
        return _behind_number(number, " ".join(words[count:]))
    return HalfLine(number=line) if may_become_number(line) else HalfLine(content=line)


def _behind_number(number: str, rest: str) -> HalfLine:
    """A number without its date, which may be on its way."""
    begun = _DATE_BEGUN.fullmatch(rest)
    if begun is None:
        return HalfLine(number=number, content=without_separators(rest))
    return HalfLine(number=number, issued=(begun["date"] or "").strip())


def _content_and_deadline(line: str, found: FoundCitation, today: date) -> tuple[str, str]:
    try:
        read = parse_one_line(line, today=today)
    except UsageError:
        content, deadline = without_separators(line[found.end :]), ""
    else:
        content, deadline = read.content, read.deadline_text
    return (content, deadline) if deadline else _half_deadline(content, today)


def _half_deadline(content: str, today: date) -> tuple[str, str]:
    """The content, and the beginning of a date that closes it like a deadline, or no date."""
    for before, announced in closing_words(content):
        begun = _DEADLINE_BEGUN.fullmatch(fold(announced))
        if begun is not None and (
            may_become_date(begun["date"], today=today) or ends_in_no_date(announced, today=today)
        ):
            return before, announced
    return content, ""
