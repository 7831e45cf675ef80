"""Days and spans of days as a filter names them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from tests.filters import ANY_DAYS, ranges
from tracker.core.dates import DateProblem, UnreadableDate
from tracker.core.day_range import DayRange
from tracker.core.filter_days import range_texts, read_range, whole_month

TODAY = date(2023, 12, 14)


def days(since: str | None, until: str | None) -> DayRange:
    """Both ends included, in ISO form."""
    return DayRange(
        since=since and date.fromisoformat(since),  # type: ignore[arg-type]
        until=until and date.fromisoformat(until),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("15/1/2024", "2024-01-15", "2024-01-15"),
        ("3/11/2023", "2023-11-03", "2023-11-03"),
        ("2024-01-15", "2024-01-15", "2024-01-15"),
        ("15.1.24", "2024-01-15", "2024-01-15"),
        ("ngày 15 tháng 1 năm 2024", "2024-01-15", "2024-01-15"),
        ("+7", "2023-12-21", "2023-12-21"),
        ("-14", "2023-11-30", "2023-11-30"),
        ("hôm nay", "2023-12-14", "2023-12-14"),
        ("hom-nay", "2023-12-14", "2023-12-14"),
        ("TODAY", "2023-12-14", "2023-12-14"),
        ("hom_qua", "2023-12-13", "2023-12-13"),
        ("mai", "2023-12-15", "2023-12-15"),
        ("ngày mai", "2023-12-15", "2023-12-15"),
        ("tuần-này", "2023-12-11", "2023-12-17"),
        ("thang-nay", "2023-12-01", "2023-12-31"),
        ("tháng trước", "2023-11-01", "2023-11-30"),
        ("this-month", "2023-12-01", "2023-12-31"),
        ("next month", "2024-01-01", "2024-01-31"),
        ("thángsau", "2024-01-01", "2024-01-31"),
        ("quy-nay", "2023-10-01", "2023-12-31"),
        ("năm nay", "2023-01-01", "2023-12-31"),
        ("12/2023", "2023-12-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("thang-2/2024", "2024-02-01", "2024-02-29"),
        ("Q4/2023", "2023-10-01", "2023-12-31"),
        ("quý-IV/2023", "2023-10-01", "2023-12-31"),
        ("6T/2023", "2023-01-01", "2023-06-30"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("10/2023..12/2023", "2023-10-01", "2023-12-31"),
        ("5/12/2023..+1", "2023-12-05", "2023-12-15"),
        ("2023-12-05..2023-12-10", "2023-12-05", "2023-12-10"),
        ("thang-truoc..hom-nay", "2023-11-01", "2023-12-14"),
        ("..12/2023", None, "2023-12-31"),
        ("12/2023..", "2023-12-01", None),
    ],
)
def test_days_are_read_day_first_and_periods_by_the_calendar(
    text: str, since: str | None, until: str | None
) -> None:
    assert read_range(":", text, today=TODAY) == days(since, until)


@pytest.mark.parametrize(
    ("sign", "bounds"),
    [
        ("<", DayRange(before=date(2023, 10, 1))),
        ("<=", DayRange(until=date(2023, 12, 31))),
        (">", DayRange(after=date(2023, 12, 31))),
        (">=", DayRange(since=date(2023, 10, 1))),
    ],
)
def test_before_a_period_is_before_its_first_day_and_after_it_after_its_last(
    sign: str, bounds: DayRange
) -> None:
    assert read_range(sign, "Q4/2023", today=TODAY) == bounds


@pytest.mark.parametrize("month", range(1, 13))
def test_a_part_of_the_year_is_the_one_of_today(month: int) -> None:
    today = date(2023, month, 1)
    for name, length in (("thang-nay", 1), ("quy-nay", 3), ("nam-nay", 12)):
        found = read_range(":", name, today=today)
        assert found.since
        assert found.until
        assert found.since <= today <= found.until
        assert found.since.month % length == 1 % length
        assert found.until.month - found.since.month == length - 1
    before, after = (read_range(":", name, today=today) for name in ("thang-truoc", "thang-sau"))
    assert whole_month(before) == ((2023, month - 1) if month > 1 else (2022, 12))
    assert whole_month(after) == ((2023, month + 1) if month < 12 else (2024, 1))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", DateProblem.NOT_A_DATE),
        ("..", DateProblem.NOT_A_DATE),
        ("1/2023..2/2023..3/2023", DateProblem.NOT_A_DATE),
        ("..2023-01-01..2023-02-01", DateProblem.NOT_A_DATE),
        ("hom-kia", DateProblem.NOT_A_DATE),
        ("29/2/2023", DateProblem.NO_SUCH_DAY),
        ("29/2/2023..", DateProblem.NO_SUCH_DAY),
        ("1/13/2023", DateProblem.NO_SUCH_MONTH),
        ("1/12", DateProblem.YEAR_MISSING),
        ("1/12/1023", DateProblem.YEAR_OUT_OF_RANGE),
    ],
)
def test_what_is_no_day_is_refused(text: str, problem: DateProblem) -> None:
    with pytest.raises(UnreadableDate) as caught:
        read_range(":", text, today=TODAY)
    assert caught.value.problem is problem
    assert caught.value.text in (text, *text.split("..", 1))


@pytest.mark.parametrize("word", ["hom-qua", "hom-nay", "tuan-nay", "thang-truoc", "nam-nay"])
@pytest.mark.parametrize("today", [date.min, date.max, date(1944, 6, 15), date(2101, 6, 15)])
def test_a_word_outside_the_years_there_are_is_refused(today: date, word: str) -> None:
    with pytest.raises(UnreadableDate) as caught:
        read_range(":", word, today=today)
    assert caught.value.problem is DateProblem.YEAR_OUT_OF_RANGE
    assert caught.value.text == word


@pytest.mark.parametrize(
    ("today", "word"),
    [
        (date(1945, 1, 1), "hom-qua"),
        (date(1945, 1, 31), "thang-truoc"),
        (date(2100, 12, 31), "mai"),
        (date(2100, 12, 1), "thang-sau"),
        (date(2100, 12, 31), "tuan-nay"),
    ],
)
def test_nor_may_it_lead_out_of_them(today: date, word: str) -> None:
    with pytest.raises(UnreadableDate):
        read_range(":", word, today=today)
    assert read_range(":", "nam-nay", today=today).since == date(today.year, 1, 1)


@settings(max_examples=150)
@given(drawn=ranges(), today=ANY_DAYS)
def test_days_are_read_again_from_their_texts(drawn: DayRange, today: date) -> None:
    read = DayRange()
    for sign, text in range_texts(drawn):
        read = read.within(read_range(sign, text, today=today))
    assert read == drawn


def test_only_all_days_of_a_month_are_that_month() -> None:
    assert whole_month(days("2024-02-01", "2024-02-29")) == (2024, 2)
    assert whole_month(days("2024-02-01", "2024-02-28")) is None
    assert whole_month(days("2024-01-31", "2024-02-29")) is None
    assert whole_month(days("2024-02-01", None)) is None
    assert whole_month(DayRange(before=date(2024, 2, 1))) is None
