"""The day, as it is typed, until which what is done was reported before the register was there."""

from __future__ import annotations

from datetime import date

from tracker.core.dates import parse_date
from tracker.core.errors import UsageError
from tracker.operations.import_preview import ImportPreview


def proposed_until(preview: ImportPreview, *, latest: date) -> date:
    """The day to propose: the end of the last period that the tables with something done name, and
    ``latest`` where they name none, or a later one."""
    periods = (
        table.preview.times.period
        for table in preview.registers
        if any(row.completion is not None for row in table.preview.rows)
    )
    told = max((period.ends_on for period in periods if period is not None), default=latest)
    return min(told, latest)


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
