from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.wording.formats import (
    format_count,
    format_date,
    format_days_late,
    format_days_left,
    format_number,
)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2024, 1, 15), "15/01/2024"),
        (date(2023, 9, 5), "05/9/2023"),
        (date(2023, 7, 21), "21/7/2023"),
        (date(2023, 11, 3), "03/11/2023"),
        (date(2024, 2, 29), "29/02/2024"),
        (date(2023, 3, 1), "01/3/2023"),
    ],
)
def test_a_date_is_written_by_the_decree(day: date, written: str) -> None:
    assert format_date(day) == written
    assert format_date(day.isoformat()) == written


@given(st.dates())
def test_a_written_date_holds_the_day_the_month_and_the_year(day: date) -> None:
    assert [int(part) for part in format_date(day).split("/")] == [day.day, day.month, day.year]


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "0"), (1, "01"), (2, "02"), (9, "09"), (10, "10"), (1147, "1.147"), (10**6, "1.000.000")],
)
def test_a_count_is_padded_below_ten_but_nought_is_not(number: int, written: str) -> None:
    assert format_count(number) == written


def test_a_number_is_never_padded() -> None:
    assert format_number(2) == "2"
    assert format_number(9296) == "9.296"


def test_days_to_a_deadline_are_told_in_words() -> None:
    assert format_days_left(3) == "còn 3 ngày"
    assert format_days_left(0) == "hạn hôm nay"
    assert format_days_left(-5) == "quá hạn 5 ngày"
    assert format_days_late(1) == "chậm 1 ngày"
