"""A directive typed on one line: its document, what is to be done, and by when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.core.citations import (
    FoundCitation,
    dated_citation,
    find_citations,
    leading_citation,
)
from tracker.core.dates import parse_calendar_date, parse_date
from tracker.core.deadline import DeadlineKind
from tracker.core.deadline_grammar import parse_deadline
from tracker.core.directive import Citation
from tracker.core.document_number import LEADING_WORDS
from tracker.core.errors import UsageError
from tracker.core.vietnamese import nfc

_LEADING = re.compile(rf"\W*{LEADING_WORDS}\W*", re.IGNORECASE)

_DAY_WORDS = re.compile(r"[\s,(]*((?:ngày\s+)?hôm\s+(?:nay|qua))\b\)?", re.IGNORECASE)

_SEPARATORS = " \t\n,;:.)-\u2013\u2014"

_COMPOUNDS = (
    "quá", "giới", "gia", "đúng", "đến", "trong", "kỳ", "trước", "có", "vô", "hữu", "hết", "dài",
    "ngắn", "trung", "quyền", "chậm", "trễ", "niên", "tới", "theo", "sai", "không", "thời", "sau",
)  # fmt: skip
"""Syllables that make another word of the ``hạn`` behind them."""

_MARKER = re.compile(
    r"(?<![^\W_])(?:thời\s+)?hạn"
    r"(?:\s+(?:hoàn\s+thành|thực\s+hiện|xử\s+lý|báo\s+cáo|cuối\s+cùng|cuối|chót|là))*"
    r"(?:\s*[:=]\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_NUMERIC_DATE = re.compile(
    r"(?:(?:trước|đến|hết|là|chậm\s+nhất)\s+)*(?:ngày\s+)?"
    r"([0-9]{1,2}\s?([/.-])\s?[0-9]{1,2})(?:\s?\2\s?([0-9]{2,6}))?",
    re.IGNORECASE,
)
_LAST_SYLLABLE = re.compile(r"([^\W_]+)\s*$")

_NOT_UNDERSTOOD = (DeadlineKind.INVALID, DeadlineKind.INCOMPLETE)


class OneLineProblem(StrEnum):
    """What is missing from the line."""

    NUMBER_MISSING = "number_missing"
    DATE_MISSING = "date_missing"
    CONTENT_MISSING = "content_missing"


class UnreadableLine(UsageError):
    """A line typed as a directive lacks a part that every directive has."""

    def __init__(self, text: str, problem: OneLineProblem) -> None:
        super().__init__(text, problem.value)
        self.text = text
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class OneLine:
    """What a line was understood to say."""

    document: Citation
    content: str
    deadline_text: str
    """As written; empty where the line closes with none."""


def parse_one_line(text: str, *, today: date) -> OneLine:
    """Take a line apart; else ``UnreadableLine``, or ``UnreadableDate`` for a date that is wrong.

    The first number and its date are the document, a closing ``hạn`` that is understood to the
    last word is the deadline, and all the rest is content as written.
    """
    line = nfc(text).strip()
    found = next(iter(find_citations(line)), None) or leading_citation(line)
    if found is None:
        raise UnreadableLine(text, OneLineProblem.NUMBER_MISSING)
    document, end = _document(line, found, today)
    body_start = end if _stands_first(line, found) else 0
    body_end, deadline_text = _closing_deadline(
        line, from_place=end, assigned_on=document.issued_on
    )
    content = line[body_start:body_end].strip()
    if body_start:
        content = content.lstrip(_SEPARATORS)
    if not content:
        raise UnreadableLine(text, OneLineProblem.CONTENT_MISSING)
    return OneLine(document=document, content=content, deadline_text=deadline_text)


def _document(line: str, found: FoundCitation, today: date) -> tuple[Citation, int]:
    if found.date_text:
        return dated_citation(line, found.number, found.date_text), found.end
    if words := _DAY_WORDS.match(line, found.end):
        day = parse_date(words[1], today=today)
        return Citation(number=found.number.text, issued_on=day), words.end()
    raise UnreadableLine(line, OneLineProblem.DATE_MISSING)


def _stands_first(line: str, found: FoundCitation) -> bool:
    """Whether only words that introduce a number stand before it; others belong to the content."""
    return _LEADING.fullmatch(line, 0, found.start) is not None


def _closing_deadline(line: str, *, from_place: int, assigned_on: date) -> tuple[int, str]:
    """Return where the content ends and the deadline as written, empty where there is none."""
    for marker in _MARKER.finditer(line, from_place):
        before = line[: marker.start()].rstrip()
        deadline_text = line[marker.end() :].rstrip(" \t\n.;,")
        if before.endswith("("):
            before, deadline_text = before[:-1], deadline_text.removesuffix(")")
        if not _is_compound(before) and _is_deadline(deadline_text, assigned_on):
            return len(before.rstrip(" \t\n,;-\u2013\u2014")), deadline_text
    return len(line), ""


def _is_deadline(written: str, assigned_on: date) -> bool:
    """Whether the text is understood; a date that does not exist is refused, not passed over."""
    kind = parse_deadline(written, assigned_on=assigned_on).deadline.kind
    if kind not in _NOT_UNDERSTOOD:
        return bool(written)
    if match := _NUMERIC_DATE.fullmatch(written):
        parse_calendar_date(f"{match[1]}{match[2]}{match[3] or assigned_on.year}")
    return False


def _is_compound(before: str) -> bool:
    syllable = _LAST_SYLLABLE.search(before)
    return syllable is not None and syllable[1].casefold() in _COMPOUNDS
