from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.dates import (
    DateProblem,
    UnreadableDate,
    day_of_sheet,
    last_of_month,
    parse_calendar_date,
    parse_date,
)

TODAY = date(2023, 12, 14)
THE_THIRD = date(2023, 11, 3)
DAYS = st.dates(date(1945, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "3/11/2023",
        "03/11/2023",
        "03-11-2023",
        "3.11.2023",
        "3/11/23",
        "2023-11-03",
        "2023-11-3",
        "2023-11-03 00:00:00",
        "2023-11-03T00:00:00",
        "3 / 11 / 2023",
        "03–11–2023",
        "ngày 3/11/2023",
        "Ngày 03 tháng 11 năm 2023",
        "ngày 3 tháng 11, năm 2023",
        " 3 tháng\u00a011 năm\n2023 ",
    ],
)
def test_the_third_of_november_is_read_however_it_is_written(text: str) -> None:
    assert parse_date(text, today=TODAY) == THE_THIRD


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("hôm nay", 0),
        ("hom nay", 0),
        ("Hôm qua", -1),
        ("mai", 1),
        ("ngày mai", 1),
        ("+10", 10),
        ("-3", -3),
        ("+0", 0),
    ],
)
def test_days_near_today_are_counted_from_the_day_given(text: str, days: int) -> None:
    assert parse_date(text, today=TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", DateProblem.NOT_A_DATE),
        ("abc", DateProblem.NOT_A_DATE),
        ("Nov 3 2023", DateProblem.NOT_A_DATE),
        ("3/11-2023", DateProblem.NOT_A_DATE),
        ("45306", DateProblem.NOT_A_DATE),
        ("\uff13/11/2023", DateProblem.NOT_A_DATE),
        ("\u0663/11/2023", DateProblem.NOT_A_DATE),
        ("3/11/2023 14:30", DateProblem.NOT_A_DATE),
        ("12/31/2023", DateProblem.NO_SUCH_MONTH),
        ("2023-13-01", DateProblem.NO_SUCH_MONTH),
        ("3/0/2023", DateProblem.NO_SUCH_MONTH),
        ("31/4/2023", DateProblem.NO_SUCH_DAY),
        ("0/4/2023", DateProblem.NO_SUCH_DAY),
        ("3/11", DateProblem.YEAR_MISSING),
        ("ngày 3 tháng 11", DateProblem.YEAR_MISSING),
        ("3/11/1944", DateProblem.YEAR_OUT_OF_RANGE),
        ("3/11/2101", DateProblem.YEAR_OUT_OF_RANGE),
        ("3/11/202", DateProblem.YEAR_OUT_OF_RANGE),
        ("3/11/20233", DateProblem.YEAR_OUT_OF_RANGE),
        ("+99999", DateProblem.YEAR_OUT_OF_RANGE),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, problem: DateProblem) -> None:
    with pytest.raises(UnreadableDate) as caught:
        parse_date(text, today=TODAY)
    assert (caught.value.text, caught.value.problem) == (text, problem)


@pytest.mark.parametrize(
    ("text", "last_day"), [("31/4/2023", 30), ("30/02/2024", 29), ("29/2/2023", 28)]
)
def test_a_day_the_month_lacks_is_refused_with_the_last_one_it_has(
    text: str, last_day: int
) -> None:
    with pytest.raises(UnreadableDate) as caught:
        parse_date(text, today=TODAY)
    assert caught.value.last_day == last_day


def test_a_leap_day_is_read_in_a_leap_year() -> None:
    assert parse_date("29/02/2024", today=TODAY) == date(2024, 2, 29)


def test_a_shift_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(UnreadableDate):
        parse_date("+99999", today=date.max)


def test_a_written_date_may_not_lean_on_today() -> None:
    with pytest.raises(UnreadableDate):
        parse_calendar_date("hôm nay")


@given(DAYS)
def test_every_day_is_read_back_from_both_formats(day: date) -> None:
    assert parse_date(f"{day:%d/%m/%Y}", today=TODAY) == day
    assert parse_date(f"{day.day}/{day.month}/{day.year}", today=TODAY) == day
    assert parse_date(day.isoformat(), today=TODAY) == day


@given(st.text())
def test_any_text_is_a_date_in_range_or_refused(text: str) -> None:
    try:
        day = parse_date(text, today=TODAY)
    except UnreadableDate:
        return
    assert 1945 <= day.year <= 2100


@given(DAYS)
def test_the_day_after_the_last_of_a_month_is_the_first_of_another(day: date) -> None:
    last = last_of_month(day.year, day.month)
    assert (last.year, last.month) == (day.year, day.month)
    assert (last + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    "text",
    ["3-Nov-23", "03-Nov-2023", "3 Nov 2023", "November 3, 2023", "Nov 3, 2023", "Nov. 3, 2023",
     "Friday, November 03, 2023", "Fri, 3 November 2023", "03-Thg11-23", "3-Thg 11-2023",
     "03 Tháng 11 2023", "2023.11.03", "2023/11/3"],
)  # fmt: skip
def test_a_day_with_the_name_of_its_month_is_read_as_a_sheet_shows_it(text: str) -> None:
    assert day_of_sheet(text) == THE_THIRD


@pytest.mark.parametrize(
    "text",
    ["Nov-23", "November 2023", "Nov 3, 23", "31-Nov-23", "3-Nov", "3/11/2023", "3-Thg13-23",
     "the 3-Nov-23", "3-Nov-023", "2023.11/03", "23.11.03",
     "2023.13.03", ""],
)  # fmt: skip
def test_what_may_be_another_day_or_none_is_no_day_of_a_sheet(text: str) -> None:
    assert day_of_sheet(text) is None


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_name_in_full_and_in_short(month: int) -> None:
    day = date(2023, month, 9)
    assert day_of_sheet(f"{day:%d %B %Y}") == day_of_sheet(f"{day:%d-%b-%y}") == day
