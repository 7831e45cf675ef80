"""What an overview makes of the counts it is given."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, WEEKENDS_ONLY
from tracker.core.age_bands import AGE_BANDS, OPEN_BANDS
from tracker.core.days_off import DaysOff
from tracker.core.directive import Progress
from tracker.core.overview import MonthNumbers, Overview, overview
from tracker.core.overview_counts import CompletedCount, OverdueCount, OverviewCounts
from tracker.core.overview_frame import Stretch, frame_of
from tracker.core.successors import Successors


def made(
    as_of: date = TODAY,
    *,
    days_off: DaysOff = WEEKENDS_ONLY,
    followed_by: dict[str, str] | None = None,
    **counts: Any,
) -> Overview:
    return overview(
        OverviewCounts(**counts),
        frame_of(as_of),
        days_off=days_off,
        successors=Successors(followed_by or {}),
    )


def completed(
    day: date, number: int, progress: Progress = Progress.ON_TIME, *, has_deadline: bool = True
) -> CompletedCount:
    return CompletedCount(
        completed_on=day, progress=progress, has_deadline=has_deadline, number=number
    )


def overdue(unit: str, band: int, number: int, days: int) -> OverdueCount:
    return OverdueCount(
        unit=unit, band=band, number=number, earliest_due_on=TODAY - timedelta(days=days)
    )


def test_the_months_are_the_last_twelve_and_the_last_one_ends_on_the_day() -> None:
    months = frame_of(date(2024, 1, 10)).months
    assert len(months) == 12
    assert months[0] == Stretch(first=date(2023, 2, 1), last=date(2023, 2, 28))
    assert months[-2] == Stretch(first=date(2023, 12, 1), last=date(2023, 12, 31))
    assert months[-1] == Stretch(first=date(2024, 1, 1), last=date(2024, 1, 10))


@pytest.mark.parametrize(
    ("as_of", "first", "second"),
    [
        (date(2023, 12, 14), (14, 17), (18, 24)),
        (date(2023, 12, 17), (17, 17), (18, 24)),
        (date(2023, 12, 18), (18, 24), (25, 31)),
    ],
)
def test_a_week_begins_on_monday_and_the_first_one_on_the_day(
    as_of: date, first: tuple[int, int], second: tuple[int, int]
) -> None:
    weeks = frame_of(as_of).weeks
    assert [(week.first.day, week.last.day) for week in weeks[:2]] == [first, second]


@given(as_of=st.dates(date(1945, 1, 1), date(2100, 12, 31)))
def test_months_and_weeks_follow_one_another_without_a_gap(as_of: date) -> None:
    frame = frame_of(as_of)
    assert (len(frame.months), len(frame.weeks), len(frame.days)) == (12, 8, 14)
    for stretches in (frame.months, frame.weeks):
        for one, next_one in pairwise(stretches):
            assert next_one.first == one.last + timedelta(days=1)
    assert frame.months[-1].last == frame.weeks[0].first == frame.days[0] == as_of
    assert frame.weeks[-1].last >= frame.days[-1]


def test_a_month_counts_what_was_completed_in_it() -> None:
    last = made(
        completed=(
            completed(date(2023, 11, 30), 9),
            completed(date(2023, 12, 1), 3),
            completed(date(2023, 12, 14), 1),
            completed(date(2023, 12, 5), 2, has_deadline=False),
            completed(date(2023, 12, 5), 1, Progress.LATE),
            completed(date(2023, 12, 6), 1, Progress.NEEDS_REVIEW),
        ),
        missed={11: 4},
    ).months[-1]
    assert last == MonthNumbers(
        month=Stretch(first=date(2023, 12, 1), last=TODAY),
        on_time=6,
        on_time_by_a_day=4,
        late=1,
        needs_review=1,
        missed=4,
    )
    assert last.completed == 8


@pytest.mark.parametrize(
    ("numbers", "rate"),
    [
        ({}, None),
        ({"on_time": 2, "needs_review": 1}, None),
        ({"on_time": 3, "on_time_by_a_day": 1, "late": 1}, Fraction(1, 2)),
        ({"late": 2}, Fraction(0)),
        ({"on_time": 24, "on_time_by_a_day": 24, "late": 2}, Fraction(12, 13)),
    ],
)
def test_the_rate_is_of_what_had_a_day_to_be_late_of(
    numbers: dict[str, int], rate: Fraction | None
) -> None:
    assert MonthNumbers(month=Stretch(first=TODAY, last=TODAY), **numbers).rate == rate


def test_the_division_with_most_overdue_comes_first_then_the_longest_then_by_name() -> None:
    found = made(
        overdue=(
            overdue("", 2, 1, 5),
            overdue("Đo lường", 2, 1, 5),
            overdue("An", 2, 1, 5),
            overdue("Bưu chính", 1, 1, 9),
            overdue("Thanh tra", 0, 1, 40),
            overdue("Thanh tra", 2, 2, 7),
        )
    )
    assert [(unit.unit, unit.by_age, unit.longest_days) for unit in found.late_by_unit] == [
        ("Thanh tra", (1, 0, 2), 40),
        ("Bưu chính", (0, 1, 0), 9),
        ("An", (0, 0, 1), 5),
        ("Đo lường", (0, 0, 1), 5),
        ("", (0, 0, 1), 5),
    ]
    assert (found.overdue, found.overdue_by_age, found.longest_days) == (7, (1, 1, 5), 40)


def test_a_division_counts_together_with_those_it_took_the_place_of() -> None:
    found = made(
        followed_by={"Phòng Cũ": "Phòng Mới"},
        overdue=(
            overdue("Phòng Cũ", 2, 1, 3),
            overdue("phòng mới", 1, 1, 20),
            overdue("Phòng Mới", 2, 2, 2),
        ),
    )
    (unit,) = found.late_by_unit
    assert (unit.unit, unit.number, unit.by_age, unit.longest_days) == (
        "Phòng Mới",
        4,
        (0, 1, 3),
        20,
    )


def test_the_bands_leave_no_day_out_and_none_is_in_two() -> None:
    for bands, first in ((AGE_BANDS, 1), (OPEN_BANDS, 0)):
        for days in range(first, 200):
            assert sum(band.holds(days) for band in bands) == 1
    assert [days for days in (29, 30, 90, 91) if OPEN_BANDS[1].holds(days)] == [30, 90]


def test_what_is_open_without_a_deadline_is_told_by_its_age() -> None:
    assert made(without_deadline={0: 3, 2: 1}).without_deadline_by_age == (3, 0, 1)


def test_a_week_tells_how_many_fall_due_and_the_nearest_day() -> None:
    due = {date(2023, 12, 20): 2, date(2023, 12, 18): 1, TODAY: 5, date(2023, 12, 25): 1}
    weeks = made(due=due).weeks
    assert [(week.number, week.nearest_on) for week in weeks[:4]] == [
        (5, TODAY),
        (3, date(2023, 12, 18)),
        (1, date(2023, 12, 25)),
        (0, None),
    ]


def test_days_off_are_among_the_days_only_where_something_falls_due() -> None:
    days_off = DaysOff(holidays=frozenset({date(2023, 12, 20)}))
    days = made(due={date(2023, 12, 17): 2, date(2023, 12, 19): 1}, days_off=days_off).days
    assert [(day.day.day, day.number, day.is_day_off) for day in days] == [
        (14, 0, False),
        (15, 0, False),
        (17, 2, True),
        (18, 0, False),
        (19, 1, False),
        (21, 0, False),
        (22, 0, False),
        (25, 0, False),
        (26, 0, False),
        (27, 0, False),
    ]


def test_nothing_counted_is_an_overview_of_nothing() -> None:
    nothing = made()
    assert len(nothing.months) == 12
    assert {month.completed + month.missed for month in nothing.months} == {0}
    assert (nothing.overdue, nothing.longest_days, nothing.late_by_unit) == (0, 0, ())
    assert {week.number for week in nothing.weeks} == {0}
