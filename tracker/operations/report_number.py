"""The number of a report as a document, as it is typed: a serial alone, or the whole symbol."""

from __future__ import annotations

from datetime import date

from tracker.core.dates import DateProblem, UnreadableDate, parse_date
from tracker.core.errors import UsageError
from tracker.core.vietnamese import clean


class NotAReportNumber(UsageError):
    """A day, or words without any digit, given as the number of a report."""

    def __init__(self, text: str, *, is_day: bool) -> None:
        super().__init__(text)
        self.text = text
        self.is_day = is_day


def read_report_number(text: str, *, today: date) -> str:
    """The number without what is around it, ``NotAReportNumber`` where it is none; may be empty.

    An office numbers as it likes: only what can be no number at all is refused.
    """
    number = clean(text)[0].strip()
    if _is_day(number, today=today):
        raise NotAReportNumber(number, is_day=True)
    if number and not any(map(str.isdigit, number)):
        raise NotAReportNumber(number, is_day=False)
    return number


def _is_day(text: str, *, today: date) -> bool:
    """Whether it is a day with its year, be it one that is in no calendar."""
    try:
        parse_date(text, today=today)
    except UnreadableDate as error:
        # Of the others, 45/26 may be how an office counts within a year.
        return error.problem is DateProblem.NO_SUCH_DAY
    return True
