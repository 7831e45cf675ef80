"""The document that a cell names: its number, and its date where that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.core.citations import FoundCitation, find_citations, leading_citation
from tracker.core.document_number import (
    LEADING_WORDS,
    UnreadableDocumentNumber,
    parse_document_number,
)
from tracker.core.vietnamese import clean, fold

DAY = (
    r"(?:ngay:? ?)?(?:[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?(?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{1,2} thang [0-9]{1,2},? nam [0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
)
"""A calendar day in folded text, with or without the word for day."""

HOUR = r" [0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.0+)?)?(?: ?[acps][mh])?"
"""What a sheet adds to a day, in folded text: mostly midnight."""

_LONGEST = 400
_LONGEST_NUMBER = 60
_DAY = re.compile(DAY)
_INTRODUCTION = re.compile(rf"\W*{LEADING_WORDS}$", re.IGNORECASE)
_ISSUER = re.compile(r"cua (?:[a-z&-]+ ?){1,8}")
_WORD = re.compile(r"[a-z0-9]")
_SOFT_HYPHEN = re.compile(r"(?<=-)\xad|\xad(?=-)")
"""Where a line may be parted; seen by nobody beside a hyphen, and else all there is of one."""
_DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDocument:
    """A document as a cell names it."""

    number: str
    issued: str
    """The date as written; empty where there is none."""
    is_alone: bool
    """Nothing else stands in the cell but other documents and who issued them."""
    others: tuple[str, ...] = ()
    """The numbers of the other documents that stand there."""


@lru_cache(maxsize=1024)
def named_document(text: str) -> NamedDocument | None:
    """The first document that a text names; None where it names none."""
    if not _DIGIT.search(text):
        return None
    text = _SOFT_HYPHEN.sub("", clean(text)[0])
    cited: Sequence[FoundCitation] = find_citations(text)
    if not cited and len(text) <= _LONGEST:
        led = leading_citation(text)
        cited = () if led is None else (led,)
    if not cited:
        return _bare_number(text)
    outside = tuple(_outside(text, cited))
    return NamedDocument(
        number=cited[0].number.text,
        issued=cited[0].date_text or _day_in(outside),
        is_alone=len(text) <= _LONGEST and not any(map(_says_more, outside)),
        others=tuple(
            dict.fromkeys(
                found.number.text
                for found in cited[1:]
                if found.number.text != cited[0].number.text
            )
        ),
    )


def names_day(text: str, day: str) -> bool:
    """Whether a text names a document of just this day, written alike."""
    named = named_document(text)
    return named is not None and named.issued == day


def _bare_number(text: str) -> NamedDocument | None:
    """A number without a date, typed in any case."""
    if not text or len(text) > _LONGEST_NUMBER:
        return None
    try:
        number = parse_document_number(text)
    except UnreadableDocumentNumber:
        return None
    return NamedDocument(number=number.text, issued="", is_alone=True)


def _outside(text: str, cited: Sequence[FoundCitation]) -> Iterator[str]:
    """What stands before, between and behind the documents."""
    place = 0
    for found in cited:
        yield _INTRODUCTION.sub("", text[place : found.start][-_LONGEST:])
        place = found.end
    yield text[place:][:_LONGEST]


def _day_in(outside: Sequence[str]) -> str:
    """A date that is separated from its number."""
    days = (_DAY.search(fold(text)) for text in outside)
    return next((day[0].removeprefix("ngay").strip(" :") for day in days if day), "")


def _says_more(text: str) -> bool:
    return _WORD.search(_ISSUER.sub("", _DAY.sub("", fold(text)), count=1)) is not None
