"""Which days the office rests, and counting in working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOff:
    """The office's own calendar: weekends, holidays, and rest days swapped into working days."""

    holidays: frozenset[date] = frozenset()
    """Days off beside the weekends: public holidays and days off in lieu (nghỉ bù, hoán đổi)."""
    working_days: frozenset[date] = frozenset()
    """Days worked although they fall on a weekend (ngày làm bù). They win over ``holidays``."""

    def is_day_off(self, day: date) -> bool:
        """Whether nobody works on this day."""
        if day in self.working_days:
            return False
        return day.weekday() >= _SATURDAY or day in self.holidays

    def next_working_day(self, day: date) -> date:
        """Return the day itself where it is worked, else the first one after it that is."""
        while self.is_day_off(day):
            day += _ONE_DAY
        return day

    def add_working_days(self, base: date, count: int) -> date:
        """Return the working day so many after the base, which is itself not counted."""
        if count < 0:
            raise ValueError(count)
        day = base
        for _ in range(count):
            day = self.next_working_day(day + _ONE_DAY)
        return day
