"""The office's table of days off."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A day of which the table says something."""

    day: date
    kind: DayKind
    name: str


def list_days(reading: Reading, year: int) -> tuple[DayOff, ...]:
    """Return what the table says of a year, in order."""
    rows = reading.rows(
        "SELECT day, kind, name FROM day_off WHERE day >= :first AND day <= :last ORDER BY day",
        {"first": f"{year:04d}-01-01", "last": f"{year:04d}-12-31"},
    )
    return tuple(
        DayOff(day=date.fromisoformat(day), kind=DayKind(kind), name=name)
        for day, kind, name in rows
    )


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
