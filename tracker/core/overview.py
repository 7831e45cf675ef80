"""How an office does over time: what it finished, what is late where, what comes next.

Worked out of small grouped counts, whatever the size of the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from tracker.core.age_bands import AGE_BANDS, OPEN_BANDS
from tracker.core.days_off import DaysOff
from tracker.core.directive import Progress
from tracker.core.merged_names import merged_names, name_order
from tracker.core.overview_counts import CompletedCount, OverdueCount, OverviewCounts
from tracker.core.overview_frame import Frame, Stretch, frame_of
from tracker.core.successors import Successors


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthNumbers:
    """What was completed in a calendar month, and what should have been."""

    month: Stretch
    on_time: int = 0
    on_time_by_a_day: int = 0
    """Among those on time: had a day to be late of, and were not."""
    late: int = 0
    needs_review: int = 0
    missed: int = 0
    """Fell due in the month, its day over, and still open: at the end of the month, in the last
    month on the day of the overview. By the deadline in force then."""

    @property
    def completed(self) -> int:
        """All that was completed."""
        return self.on_time + self.late + self.needs_review

    @property
    def rated(self) -> int:
        """What was completed and had a day to be late of."""
        return self.on_time_by_a_day + self.late

    @property
    def rate(self) -> Fraction | None:
        """The share on time of what could have been late; None where nothing could."""
        return Fraction(self.on_time_by_a_day, self.rated) if self.rated else None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitOverdue:
    """What is overdue in one division."""

    unit: str
    """Empty for what no division leads."""
    by_age: tuple[int, ...]
    """One number for each of ``AGE_BANDS``."""
    longest_days: int

    @property
    def number(self) -> int:
        """All together."""
        return sum(self.by_age)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWeek:
    """What falls due in a week and is open."""

    week: Stretch
    number: int
    nearest_on: date | None
    """The first day on which something does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """What falls due on a day and is open."""

    day: date
    number: int
    is_day_off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """An office as of a day; what it only supports, and what was withdrawn, is in no number."""

    as_of: date
    months: tuple[MonthNumbers, ...]
    """The last twelve, the oldest first; the last one up to the day."""
    undated_completions: int
    """Done on a day nobody knows: in no month."""
    late_by_unit: tuple[UnitOverdue, ...]
    """Every division with something overdue, the one with most first."""
    overdue_by_age: tuple[int, ...]
    """One number for each of ``AGE_BANDS``."""
    without_deadline_by_age: tuple[int, ...]
    """Of what is open: one number for each of ``OPEN_BANDS``."""
    weeks: tuple[DueWeek, ...]
    """The next eight, the first one from the day on."""
    days: tuple[DueDay, ...]
    """The working days of the next two weeks, and any other on which something falls due."""

    @property
    def overdue(self) -> int:
        """All that is overdue."""
        return sum(self.overdue_by_age)

    @property
    def longest_days(self) -> int:
        """For how long the longest overdue has been so."""
        return max((unit.longest_days for unit in self.late_by_unit), default=0)


def overview(
    counts: OverviewCounts, frame: Frame, *, days_off: DaysOff, successors: Successors
) -> Overview:
    """Put counts together by month, division, age, week and day."""
    units = _by_unit(counts.overdue, frame.as_of, successors)
    return Overview(
        as_of=frame.as_of,
        months=tuple(_months(counts, frame)),
        undated_completions=counts.undated_completions,
        late_by_unit=tuple(sorted(units, key=_most_late_first)),
        overdue_by_age=_in_bands(((one.band, one.number) for one in counts.overdue), AGE_BANDS),
        without_deadline_by_age=_in_bands(counts.without_deadline.items(), OPEN_BANDS),
        weeks=tuple(_due_week(week, counts.due) for week in frame.weeks),
        days=tuple(_due_days(frame.days, counts.due, days_off)),
    )


def overview_of_nothing(as_of: date) -> Overview:
    """The overview of a register that has not been begun."""
    return overview(OverviewCounts(), frame_of(as_of), days_off=DaysOff(), successors=Successors())


def _months(counts: OverviewCounts, frame: Frame) -> Iterable[MonthNumbers]:
    for place, month in enumerate(frame.months):
        of_month = [one for one in counts.completed if month.holds(one.completed_on)]
        on_time = [one for one in of_month if one.progress is Progress.ON_TIME]
        yield MonthNumbers(
            month=month,
            on_time=_sum(on_time),
            on_time_by_a_day=_sum(one for one in on_time if one.has_deadline),
            late=_sum(one for one in of_month if one.progress is Progress.LATE),
            needs_review=_sum(one for one in of_month if one.progress is Progress.NEEDS_REVIEW),
            missed=counts.missed.get(place, 0),
        )


def _sum(counts: Iterable[CompletedCount]) -> int:
    return sum(one.number for one in counts)


def _in_bands(counted: Iterable[tuple[int, int]], bands: Sequence[object]) -> tuple[int, ...]:
    """One number for each band, of numbers told by its place."""
    numbers = [0] * len(bands)
    for place, number in counted:
        numbers[place] += number
    return tuple(numbers)


def _by_unit(
    counts: Sequence[OverdueCount], as_of: date, successors: Successors
) -> Iterable[UnitOverdue]:
    shown = merged_names(_numbers(counts), successors)

    def name(count: OverdueCount) -> str:
        return shown[count.unit]

    for unit, of_unit in groupby(sorted(counts, key=name), key=name):
        found = list(of_unit)
        yield UnitOverdue(
            unit=unit,
            by_age=_in_bands(((one.band, one.number) for one in found), AGE_BANDS),
            longest_days=(as_of - min(one.earliest_due_on for one in found)).days,
        )


def _numbers(counts: Iterable[OverdueCount]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for one in counts:
        numbers[one.unit] = numbers.get(one.unit, 0) + one.number
    return numbers


def _most_late_first(unit: UnitOverdue) -> tuple[int, int, tuple[object, ...]]:
    return -unit.number, -unit.longest_days, name_order(unit.unit)


def _due_week(week: Stretch, due: Mapping[date, int]) -> DueWeek:
    days = [day for day in due if week.holds(day)]
    return DueWeek(
        week=week, number=sum(due[day] for day in days), nearest_on=min(days, default=None)
    )


def _due_days(days: Iterable[date], due: Mapping[date, int], days_off: DaysOff) -> Iterable[DueDay]:
    for day in days:
        is_day_off, number = days_off.is_day_off(day), due.get(day, 0)
        if number or not is_day_off:
            yield DueDay(day=day, number=number, is_day_off=is_day_off)
