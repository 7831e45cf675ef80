"""Finding the documents that a text cites, each with its number and the day it was issued."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from tracker.core.dates import FIRST_YEAR, LAST_YEAR, UnreadableDate, parse_calendar_date
from tracker.core.directive import Citation
from tracker.core.document_number import (
    QUOTES,
    UPPER,
    DocumentNumber,
    UnreadableDocumentNumber,
    number_from_match,
    parse_document_number,
    plain_number_text,
)
from tracker.core.errors import UsageError

_LOWER_LETTER = rf"[^\W\d_{UPPER}]"
_DIGIT = "[0-9]"

_PART = (
    rf"[{UPPER}](?:[{UPPER}0-9&]|[a-zđ]{{1,3}}(?!{_LOWER_LETTER}))*(?:\.[{UPPER}]{{2,}}(?![a-z]))*"
)
"""One group of a symbol as printed: ``UBND``, ``TTg``, ``CS&SHTT``, ``KT.NN``."""

_CAPITALS = rf"[{UPPER}][{UPPER}0-9&]+(?![^\W_])"

_BEFORE = rf"(?<![^\W_])(?<!/)(?<!{_DIGIT}[:.,-])"
_AFTER = r"(?=[Nn]gày|[\W_]|$)(?!/)(?!-\S)"
_SERIAL = rf"(?P<serial>0*[1-9]{_DIGIT}{{0,5}})(?P<suffix>[a-zA-Zđ]?)"

# Groups after a stroke exclude each other by the blank between: were one group readable both
# ways, the time to give up would double with each.
_STATE = re.compile(
    rf"{_BEFORE}{_SERIAL}\s*/\s*(?:(?P<year>{_DIGIT}{{4}})\s*/\s*)?"
    rf"(?P<symbol>{_PART}(?:(?:\s+-\s*|-\s+){_CAPITALS}|-{_PART})?(?:-\s{_CAPITALS}|-{_PART})*)"
    rf"{_AFTER}"
)
_PARTY = re.compile(
    rf"{_BEFORE}{_SERIAL}\s?-\s?(?P<type>[A-ZĐ][A-ZĐa-zđ]{{1,4}})\s*/\s*"
    rf"(?P<symbol>{_PART}(?:-\s{_CAPITALS}|-{_PART})*){_AFTER}"
)

_INTRODUCED = re.compile(r"\bsố\s*:?\s*$", re.IGNORECASE)

_FULL_DATE = (
    rf"{_DIGIT}{{1,2}}\s?[/.-]\s?{_DIGIT}{{1,2}}\s?[/.-]\s?(?:{_DIGIT}{{4}}|{_DIGIT}{{2}})"
    rf"|{_DIGIT}{{4}}-{_DIGIT}{{2}}-{_DIGIT}{{2}}"
    rf"|{_DIGIT}{{1,2}}\s+tháng\s+{_DIGIT}{{1,2}},?\s+năm\s+{_DIGIT}{{4}}"
)
_PART_DATE = rf"{_DIGIT}{{1,2}}(?:[/.-]|\s+tháng\s+){_DIGIT}{{1,2}}"
_NOT_AN_ISSUER = r"trước|sau|đến|từ|hết|vào|về|nhất|trong|qua|quá|hạn|để|và|tại"
_ISSUER = rf"của\s+(?:(?!(?:{_NOT_AN_ISSUER})\b)[^\W\d_]+(?:&[^\W\d_]+)?\s+){{1,7}}?"

_ISSUED_PATTERN = (
    rf"(?:[^\S\t]|[,;({QUOTES}])*(?:(?:(?:đã\s+)?(?:được\s+)?(?:ký\s+)?ban\s+hành\s+)?(?:{_ISSUER})?ngày[\s:]*"
    rf"(?P<named>{_FULL_DATE}|{_PART_DATE})|(?<=[\s,(])(?P<bare>{_FULL_DATE}))(?![0-9/])"
)
_ISSUED = re.compile(_ISSUED_PATTERN, re.IGNORECASE)
_FIRST_ISSUED = re.compile(rf"(?<![\s,;({QUOTES}]){_ISSUED_PATTERN}", re.IGNORECASE)


class CitationProblem(StrEnum):
    """What is wrong with a text that should cite one document."""

    NUMBER_MISSING = "number_missing"
    DATE_MISSING = "date_missing"
    SEVERAL_NUMBERS = "several_numbers"


class UnreadableCitation(UsageError):
    """A text that should name one document, by number and date, does not."""

    def __init__(self, text: str, problem: CitationProblem) -> None:
        super().__init__(text, problem.value)
        self.text = text
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCitation:
    """A document cited somewhere in a text."""

    number: DocumentNumber
    issued_on: date | None
    """None where no date follows, or one that does not exist."""
    date_text: str
    """The date as written; empty where none follows."""
    start: int
    end: int
    """Behind the date where there is one. Places hold in the composed (NFC) text."""


@lru_cache(maxsize=64)
def find_citations(text: str) -> tuple[FoundCitation, ...]:
    """Return every document number in a text, in order, with the date that follows it."""
    plain = plain_number_text(text)
    matches = (match for form in (_PARTY, _STATE) for match in form.finditer(plain))
    found: list[FoundCitation] = []
    for match in sorted(matches, key=lambda match: match.start()):
        is_inside_last = bool(found) and match.start() < found[-1].end
        if not is_inside_last and (citation := _cited(plain, match)):
            found.append(citation)
    return tuple(found)


def leading_citation(text: str) -> FoundCitation | None:
    """Return the document a text begins with, typed in any case: ``25/kh-ubnd ngày 24/5/2023``.

    Freer than the search in prose, since what stands before the first date must be its number.
    """
    plain = plain_number_text(text)
    issued = _FIRST_ISSUED.search(plain)
    if issued is None:
        return None
    try:
        number = parse_document_number(plain[: issued.start()])
    except UnreadableDocumentNumber:
        return None
    return _found(plain, number, issued, start=0)


def parse_citation(text: str) -> Citation:
    """Read a text that cites exactly one document with its date; else a ``UsageError``."""
    found = find_citations(text)
    if len(found) > 1:
        raise UnreadableCitation(text, CitationProblem.SEVERAL_NUMBERS)
    only = found[0] if found else leading_citation(text)
    if only is None:
        raise UnreadableCitation(text, _missing(text))
    return dated_citation(text, only.number, only.date_text)


def dated_citation(text: str, number: DocumentNumber, date_text: str) -> Citation:
    """Return the citation of a number with its date as written; else a ``UsageError``."""
    if not date_text:
        raise UnreadableCitation(text, CitationProblem.DATE_MISSING)
    return Citation(number=number.text, issued_on=parse_calendar_date(date_text))


def _cited(plain: str, match: re.Match[str]) -> FoundCitation | None:
    number = number_from_match(match)
    issued = _ISSUED.match(plain, match.end())
    is_introduced = _INTRODUCED.search(plain, max(0, match.start() - 8), match.start()) is not None
    if not _is_plausible(number, is_introduced=is_introduced, is_dated=issued is not None):
        return None
    if issued is None:
        return FoundCitation(
            number=number, issued_on=None, date_text="", start=match.start(), end=match.end()
        )
    return _found(plain, number, issued, start=match.start())


def _found(
    plain: str, number: DocumentNumber, issued: re.Match[str], *, start: int
) -> FoundCitation:
    date_text = issued["named"] or issued["bare"]
    return FoundCitation(
        number=number,
        issued_on=_date_or_none(date_text),
        date_text=date_text,
        start=start,
        end=_behind_bracket(plain, issued),
    )


def _missing(text: str) -> CitationProblem:
    try:
        parse_document_number(text)
    except UnreadableDocumentNumber:
        return CitationProblem.NUMBER_MISSING
    return CitationProblem.DATE_MISSING


def _is_plausible(number: DocumentNumber, *, is_introduced: bool, is_dated: bool) -> bool:
    """Tell a number from a quantity or a standard: ``100/BTC``, ``2022/BKHCN``."""
    if number.year is not None:
        return FIRST_YEAR <= number.year <= LAST_YEAR
    if number.is_party or "-" in number.symbol or is_introduced:
        return True
    return is_dated and not FIRST_YEAR <= number.serial <= LAST_YEAR


def _date_or_none(date_text: str) -> date | None:
    try:
        return parse_calendar_date(date_text)
    except UnreadableDate:
        return None


def _behind_bracket(plain: str, issued: re.Match[str]) -> int:
    end = issued.end()
    opened = issued[0].count("(")
    return end + 1 if opened and plain.startswith(")", end) else end
