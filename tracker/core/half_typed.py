"""What is not understood because it is not finished: whether more typing could make it right.

A text can still become right if it does by the rest of some text that is. So it is tried with the
endings of a few of every form; there is no second grammar of what a beginning looks like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from tracker.core.dates import UnreadableDate, parse_calendar_date, parse_date
from tracker.core.document_number import (
    UnreadableDocumentNumber,
    begins_like_introduction,
    parse_document_number,
)
from tracker.core.errors import UsageError
from tracker.core.vietnamese import fold

_YEARS = ("2024", "1996", "2100")
"""Of each century that a date may lie in; two of them have a 29 February."""

_DATES = (
    *(f"ngay 01{stroke}01{stroke}{year}" for stroke in "/.-" for year in _YEARS),
    *(f"{year}-01-01" for year in _YEARS),
    *(f"01 thang 01 nam {year}" for year in _YEARS),
    *(str(digit) for digit in range(10)),
    "ngay hom nay",
    "hom qua",
    "mai",
    "+1",
)
_NUMBERS = (
    *(f"1 so 1/{year}/A-A" for year in _YEARS),
    "1-A/A-A",
)

_LONGEST = 100
"""Beyond this no text is a date or a number that somebody is still typing."""


def may_become_date(text: str, *, today: date) -> bool:
    """Whether a date may come of the text: ``3/1``, ``2023-1``, ``31/`` but not ``31/2``."""
    folded = fold(text)
    return _may_become(folded, _DATES, lambda tried: parse_date(tried, today=today), UnreadableDate)


def may_become_number(text: str) -> bool:
    """Whether the number of a document may come of the text: ``25/``, ``Quyết đ``."""
    if begins_like_introduction(text):
        return True
    return _may_become(text, _NUMBERS, parse_document_number, UnreadableDocumentNumber)


def has_half_year(text: str) -> bool:
    """Whether a date is one, but the year of four digits may be but half typed: ``3/11/20``."""
    folded = fold(text)
    try:
        parse_calendar_date(folded)
    except UnreadableDate:
        return False
    two_digits = (year[2:] for year in _YEARS)
    return _becomes(folded, two_digits, parse_calendar_date, UnreadableDate)


_THREE_PARTS = re.compile(
    r"(?<![0-9/.-])(?:[0-9]{1,2} ?([/.-]) ?[0-9]{1,2} ?\1 ?[0-9]{1,6}"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"|[0-9]{1,2} thang [0-9]{1,2},? nam [0-9]{1,6})$"
)


def ends_in_no_date(text: str, *, today: date) -> bool:
    """Whether the text closes with a whole date that cannot be: ``trước ngày 31/2/2024``."""
    found = _THREE_PARTS.search(fold(text))
    return found is not None and not may_become_date(found[0], today=today)


def _may_become(
    text: str,
    wholes: tuple[str, ...],
    read: Callable[[str], object],
    trouble: type[UsageError],
) -> bool:
    return len(text) <= _LONGEST and _becomes(text, _endings(wholes), read, trouble)


def _becomes(
    text: str,
    endings: Iterable[str],
    read: Callable[[str], object],
    trouble: type[UsageError],
) -> bool:
    for ending in endings:
        try:
            read(text + ending)
        except trouble:
            continue
        return True
    return False


@cache
def _endings(wholes: tuple[str, ...]) -> tuple[str, ...]:
    """Every way in which these texts end, each once, the short ones first, down to nothing."""
    endings = {whole[place:] for whole in wholes for place in range(len(whole) + 1)}
    return tuple(sorted(endings, key=lambda ending: (len(ending), ending)))
