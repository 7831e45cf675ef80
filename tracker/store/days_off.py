"""The office's table of days off."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from tracker.core.days_off import DaysOff
from tracker.store.rows import Reading


class DayKind(StrEnum):
    """What the table says of a day."""

    HOLIDAY = "holiday"
    """Nobody works."""
    WORKING = "working"
    """Worked although it falls on a weekend."""


def load_days_off(reading: Reading) -> DaysOff:
    """Return the calendar that rules and parsers work with."""
    rows = reading.rows("SELECT day, kind FROM day_off", {})
    days: dict[str, list[date]] = {kind: [] for kind in DayKind}
    for day, kind in rows:
        days[kind].append(date.fromisoformat(day))
    return DaysOff(
        holidays=frozenset(days[DayKind.HOLIDAY]),
        working_days=frozenset(days[DayKind.WORKING]),
    )
