"""The clock on the wall: the only module that reads it. Everywhere else the day is an argument."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
"""Seven hours ahead of UTC all year round: there has been no summer time since 1975."""


def now_utc() -> datetime:
    """The present instant, for stamping what is written."""
    return datetime.now(UTC)  # noqa: TID251 - this is the clock


def vietnam_date(instant: datetime) -> date:
    """The calendar day in Vietnam at an instant."""
    return instant.astimezone(VIETNAM).date()


def today() -> date:
    """Today's date in Vietnam, wherever the machine believes it is."""
    return vietnam_date(now_utc())
