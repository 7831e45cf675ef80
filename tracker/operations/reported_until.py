"""The day, as it is typed, until which what is done was reported before the register was there."""

from __future__ import annotations

from datetime import date

from tracker.core.dates import parse_date
from tracker.core.errors import UsageError


class ReportedInTheFuture(UsageError):
    """Nothing was reported on a day that is yet to come."""

    def __init__(self, day: date, today: date) -> None:
        super().__init__(day)
        self.day = day
        self.today = today


def read_reported_until(text: str, *, today: date) -> date:
    """The day; raises ``UnreadableDate`` where it is none, ``ReportedInTheFuture`` after today."""
    day = parse_date(text, today=today)
    if day > today:
        raise ReportedInTheFuture(day, today)
    return day
