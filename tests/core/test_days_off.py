from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.days_off import DaysOff

OFFICE = DaysOff(
    holidays=frozenset(
        {
            date(2024, 1, 1),
            date(2024, 4, 18),
            date(2024, 4, 29),
            date(2024, 4, 30),
            date(2024, 5, 1),
        }
    ),
    working_days=frozenset({date(2024, 5, 4)}),
)


@pytest.mark.parametrize(
    ("day", "is_off"),
    [
        (date(2023, 12, 10), True),
        (date(2023, 12, 9), True),
        (date(2023, 12, 11), False),
        (date(2024, 1, 1), True),
        (date(2024, 4, 29), True),
        (date(2024, 5, 4), False),
        (date(2024, 5, 5), True),
    ],
)
def test_weekends_and_holidays_are_off_unless_swapped_in(day: date, *, is_off: bool) -> None:
    assert OFFICE.is_day_off(day) is is_off


def test_a_deadline_on_the_last_sunday_of_the_year_moves_over_new_year() -> None:
    assert OFFICE.next_working_day(date(2023, 12, 31)) == date(2024, 1, 2)


def test_a_worked_day_does_not_move() -> None:
    assert OFFICE.next_working_day(date(2024, 5, 4)) == date(2024, 5, 4)


def test_ten_working_days_over_new_year_end_in_the_middle_of_january() -> None:
    assert OFFICE.add_working_days(date(2023, 12, 29), 10) == date(2024, 1, 15)


def test_a_working_saturday_counts_and_the_day_it_was_swapped_for_does_not() -> None:
    assert OFFICE.add_working_days(date(2024, 4, 26), 3) == date(2024, 5, 4)


def test_no_working_days_after_a_day_is_that_day() -> None:
    assert OFFICE.add_working_days(date(2024, 1, 1), 0) == date(2024, 1, 1)


def test_working_days_are_never_counted_backwards() -> None:
    with pytest.raises(ValueError, match="-1"):
        OFFICE.add_working_days(date(2024, 1, 1), -1)


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.integers(1, 60))
def test_counting_working_days_ends_on_one_and_goes_on_where_it_stopped(
    base: date, count: int
) -> None:
    end = OFFICE.add_working_days(base, count)
    assert not OFFICE.is_day_off(end)
    assert end == OFFICE.add_working_days(OFFICE.add_working_days(base, count - 1), 1)
