"""Days and spans of days as a filter names them: a day, a period, or a word such as this month."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from tracker.core.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    DateProblem,
    UnreadableDate,
    last_of_month,
    parse_date,
)
from tracker.core.day_range import DayRange
from tracker.core.filter_words import by_spelling, joined
from tracker.core.periods import CutOff, UnreadablePeriod, parse_period

Span = tuple[date, date]
"""The first day and the last."""

_BETWEEN = ".."

_AFTER_A_LETTER = re.compile(r"(?<=[^\W\d_])[-_]")


def _day(shift: int) -> Callable[[date], Span]:
    def span(today: date) -> Span:
        return today + timedelta(days=shift), today + timedelta(days=shift)

    return span


def _week(today: date) -> Span:
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=6)


def _months(length: int, shift: int = 0) -> Callable[[date], Span]:
    """A part of the year, so many months long; the one of today, or one so many parts away."""

    def span(today: date) -> Span:
        first = (today.month - 1) // length * length + shift * length
        last = first + length - 1
        return (
            date(today.year + first // 12, first % 12 + 1, 1),
            last_of_month(today.year + last // 12, last % 12 + 1),
        )

    return span


_NAMED: Mapping[str, Callable[[date], Span]] = by_spelling(
    {
        _day(-1): ("hom-qua", "yesterday"),
        _day(0): ("hom-nay", "today"),
        _day(1): ("mai", "ngay-mai", "tomorrow"),
        _week: ("tuan-nay", "this-week"),
        _months(1, -1): ("thang-truoc", "last-month"),
        _months(1): ("thang-nay", "this-month"),
        _months(1, 1): ("thang-sau", "next-month"),
        _months(3): ("quy-nay", "this-quarter"),
        _months(12): ("nam-nay", "this-year"),
    }
)


def read_range(sign: str, text: str, *, today: date) -> DayRange:
    """The days that ``sign`` (``:``, ``<``, ``<=``, ``>``, ``>=``) and a text mean.

    Raises ``UnreadableDate``. With a colon the text may name two ends, ``10/2023..12/2023``, of
    which one may be left out.
    """
    first_text, between, last_text = text.partition(_BETWEEN)
    if sign == ":" and between and (first_text or last_text):
        return DayRange(
            since=_span(first_text, today)[0] if first_text else None,
            until=_span(last_text, today)[1] if last_text else None,
        )
    first, last = _span(text, today)
    if sign == ":":
        return DayRange(since=first, until=last)
    by_sign = {"<": ("before", first), "<=": ("until", last), ">": ("after", last)}
    bound, day = by_sign.get(sign, ("since", first))
    return DayRange(**{bound: day})


def _span(text: str, today: date) -> Span:
    """What is meant by a word, a period by the calendar, or a day."""
    named = _NAMED.get(joined(text))
    if named is not None:
        return _known(text, named, today)
    if _BETWEEN in text:
        raise UnreadableDate(text, DateProblem.NOT_A_DATE)
    spelled = _AFTER_A_LETTER.sub(" ", text)
    try:
        period = parse_period(spelled, cut_off=CutOff.CALENDAR)
    except UnreadablePeriod:
        return _single_day(text, spelled, today)
    return period.starts_on, period.ends_on


def _single_day(text: str, spelled: str, today: date) -> Span:
    try:
        day = parse_date(spelled, today=today)
    except UnreadableDate as trouble:
        raise UnreadableDate(text, trouble.problem, last_day=trouble.last_day) from None
    return day, day


def _known(text: str, named: Callable[[date], Span], today: date) -> Span:
    """The days of a word, which like all days must lie in the years there are."""
    try:
        span = named(today)
    except (OverflowError, ValueError):
        raise UnreadableDate(text, DateProblem.YEAR_OUT_OF_RANGE) from None
    if not all(FIRST_YEAR <= day.year <= LAST_YEAR for day in span):
        raise UnreadableDate(text, DateProblem.YEAR_OUT_OF_RANGE)
    return span


def whole_month(days: DayRange) -> tuple[int, int] | None:
    """The year and the month that the days are exactly, or None."""
    first = days.since
    if first is None or first.day != 1:
        return None
    end = last_of_month(first.year, first.month)
    is_it = days == DayRange(since=first, until=end)
    return (first.year, first.month) if is_it else None


def range_texts(days: DayRange) -> list[tuple[str, str]]:
    """The signs and texts from which ``read_range`` reads these days again."""
    month = whole_month(days)
    if month is not None:
        return [(":", f"{month[1]:02}/{month[0]}")]
    if days.since is None or days.until is None:
        return _bounds(days)
    text = _written(days.since)
    if days.since != days.until:
        text += f"{_BETWEEN}{_written(days.until)}"
    return [(":", text), *_bounds(replace(days, since=None, until=None))]


def _bounds(days: DayRange) -> list[tuple[str, str]]:
    bounds = ((">=", days.since), (">", days.after), ("<=", days.until), ("<", days.before))
    return [(sign, _written(day)) for sign, day in bounds if day is not None]


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"
