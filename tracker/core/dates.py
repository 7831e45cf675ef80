"""Dates as officials type them: day first, always, or ISO. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from tracker.core.errors import UsageError
from tracker.core.vietnamese import fold

FIRST_YEAR = 1945
LAST_YEAR = 2100

_NUMERIC = re.compile(
    r"(?:ngay )?([0-9]{1,2}) ?([/.-]) ?([0-9]{1,2})(?: ?\2 ?([0-9]{1,6}))?(?: 00:00(?::00)?)?"
)
_SPELLED = re.compile(r"(?:ngay )?([0-9]{1,2}) thang ([0-9]{1,2})(?:,? nam ([0-9]{1,6}))?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[ t]00:00(?::00)?)?")
_SHIFT = re.compile(r"([+-]) ?([0-9]{1,5})")

_ENGLISH_MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_NAMED_MONTH = (
    r"(?:(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
    r"|th(?:an)?g ?(?P<number>[0-9]{1,2}))"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})"
_OF_SHEETS = (
    re.compile(rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})[ -]{_NAMED_MONTH},?[ -]{_YEAR}"),
    re.compile(rf"{_WEEKDAY}{_NAMED_MONTH} (?P<day>[0-9]{{1,2}})(?:,? )(?P<year>[0-9]{{4}})"),
    re.compile(
        r"(?P<year>[0-9]{4})(?P<stroke>[./])(?P<number>[0-9]{1,2})(?P=stroke)(?P<day>[0-9]{1,2})"
    ),
)

_NAMED_DAYS = {"hom qua": -1, "hom nay": 0, "mai": 1}


class DateProblem(StrEnum):
    """Why a text is not a date."""

    NOT_A_DATE = "not_a_date"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"
    YEAR_MISSING = "year_missing"
    YEAR_OUT_OF_RANGE = "year_out_of_range"


class UnreadableDate(UsageError):
    """A text given as a date is not one."""

    def __init__(self, text: str, problem: DateProblem, *, last_day: int | None = None) -> None:
        super().__init__(text, problem.value, last_day)
        self.text = text
        self.problem = problem
        self.last_day = last_day
        """The last day of the month meant, where the day is the problem."""


def parse_date(text: str, *, today: date) -> date:
    """Read a date written day first, in ISO form, or relative to today; else ``UnreadableDate``."""
    folded = fold(text)
    shift = _NAMED_DAYS.get(folded.removeprefix("ngay "))
    if shift is not None:
        return _shifted(text, today, shift)
    if match := _SHIFT.fullmatch(folded):
        return _shifted(text, today, int(match[1] + match[2]))
    return parse_calendar_date(text)


@lru_cache(maxsize=4096)
def parse_calendar_date(text: str) -> date:
    """Read a date written out, day first or in ISO form; else ``UnreadableDate``."""
    folded = fold(text)
    if match := _ISO.fullmatch(folded):
        return _checked(text, day=match[3], month=match[2], year=match[1])
    if match := _NUMERIC.fullmatch(folded):
        return _checked(text, day=match[1], month=match[3], year=match[4])
    if match := _SPELLED.fullmatch(folded):
        return _checked(text, day=match[1], month=match[2], year=match[3])
    raise UnreadableDate(text, DateProblem.NOT_A_DATE)


@lru_cache(maxsize=4096)
def day_of_sheet(text: str) -> date | None:
    """The day that a sheet has written with the name of its month, or year first: ``3-Nov-23``.

    Also ``November 3, 2023``, and ``03-Thg11-23`` in a Vietnamese one, and ``2023.11.03``; None
    where it is none.
    """
    folded = fold(text)
    for form in _OF_SHEETS:
        if match := form.fullmatch(folded):
            number = match["number"] or _ENGLISH_MONTHS.index(match["month"][:3]) + 1
            try:
                return _checked(text, day=match["day"], month=str(number), year=match["year"])
            except UnreadableDate:
                return None
    return None


def full_year(digits: str) -> int | None:
    """Return the year that two or four digits name, or None where they name none in range."""
    year = 2000 + int(digits) if len(digits) == 2 else int(digits)
    return year if len(digits) in (2, 4) and FIRST_YEAR <= year <= LAST_YEAR else None


def last_of_month(year: int, month: int) -> date:
    """Return the last day of the month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _shifted(text: str, today: date, days: int) -> date:
    try:
        shifted = today + timedelta(days=days)
    except OverflowError:
        raise UnreadableDate(text, DateProblem.YEAR_OUT_OF_RANGE) from None
    if not FIRST_YEAR <= shifted.year <= LAST_YEAR:
        raise UnreadableDate(text, DateProblem.YEAR_OUT_OF_RANGE)
    return shifted


def _checked(text: str, *, day: str, month: str, year: str | None) -> date:
    if not 1 <= int(month) <= 12:
        raise UnreadableDate(text, DateProblem.NO_SUCH_MONTH)
    if year is None:
        raise UnreadableDate(text, DateProblem.YEAR_MISSING)
    number = full_year(year)
    if number is None:
        raise UnreadableDate(text, DateProblem.YEAR_OUT_OF_RANGE)
    last = last_of_month(number, int(month))
    if not 1 <= int(day) <= last.day:
        raise UnreadableDate(text, DateProblem.NO_SUCH_DAY, last_day=last.day)
    return last.replace(day=int(day))
