"""What a cell looks like, whatever column it stands in."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

from tracker.core.dates import day_of_sheet
from tracker.core.deadline import DeadlineKind
from tracker.core.deadline_grammar import parse_deadline
from tracker.core.vietnamese import clean, fold
from tracker.intake.claims import read_claim
from tracker.intake.dittos import is_ditto
from tracker.intake.documents import DAY, HOUR, named_document


class Look(StrEnum):
    """The kinds of cells."""

    BLANK = "blank"
    """Nothing, or a stroke that says so."""
    ORDINAL = "ordinal"
    MARK = "mark"
    """A Roman number or a single letter, before a group or a section."""
    DOCUMENT = "document"
    DATE = "date"
    SERIAL = "serial"
    """A day as a sheet counts it, its hour as a part of it, when the cell has lost its format."""
    DEADLINE = "deadline"
    """A deadline that is no plain date."""
    CLAIM = "claim"
    """A progress in a word or two."""
    SHORT = "short"
    """A few words, or what stands in place of some."""
    LONG = "long"
    """A sentence or more."""


DAYS = frozenset({Look.DATE, Look.SERIAL})
"""What is a calendar day."""

DEADLINES = DAYS | {Look.DEADLINE}
"""What is a deadline."""

_LONGEST_SHORT = 60
_LONGEST_DEADLINE = 120
_SOME_DAY = date(2024, 1, 1)

_ORDINAL = re.compile(r"\(?[0-9]{1,4}(?:\.[0-9]{1,3}){0,2}[.)]?\)?")
_MARK = re.compile(r"\(?(?:[IVX]{1,5}|[A-Z\u0110]|[a-z\u0111](?=[.)]))[.)]?")
_DATE = re.compile(rf"{DAY}(?:{HOUR})?")
_LOST = re.compile(r"#{2,}")
_SERIAL = re.compile(r"[1-7][0-9]{4}(?:[.,][0-9]+)?")

_FIXED = (
    (re.compile(r"[^\w\u221a\u2611\u2612\u2713\u2714\u2717\u00d7]*"), Look.BLANK),
    (_ORDINAL, Look.ORDINAL),
    (_MARK, Look.MARK),
    (_SERIAL, Look.SERIAL),
)
_NO_DEADLINE = (DeadlineKind.INVALID, DeadlineKind.NONE)


def is_lost(cell: str) -> bool:
    """Whether a sheet had no room for what stood there, and only that was kept of it."""
    return _LOST.fullmatch(cell) is not None


@lru_cache(maxsize=2048)
def look_of(cell: str) -> Look:
    """What the cell looks like; the first look that fits."""
    cell = clean(cell)[0]
    if is_ditto(cell) or is_lost(cell):
        return Look.SHORT
    for form, look in _FIXED:
        if form.fullmatch(cell):
            return look
    if read_claim(cell) is not None:
        return Look.CLAIM
    document = named_document(cell)
    if document is not None and document.is_alone:
        return Look.DOCUMENT
    if len(cell) > _LONGEST_DEADLINE:
        return Look.LONG
    return _look_of_few_words(cell)


def _look_of_few_words(cell: str) -> Look:
    if _DATE.fullmatch(fold(cell)) or day_of_sheet(cell) is not None:
        return Look.DATE
    if parse_deadline(cell, assigned_on=_SOME_DAY).deadline.kind not in _NO_DEADLINE:
        return Look.DEADLINE
    return Look.LONG if len(cell) > _LONGEST_SHORT else Look.SHORT
