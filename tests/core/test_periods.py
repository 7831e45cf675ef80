from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.periods import (
    CutOff,
    PeriodKind,
    PeriodReversed,
    UnreadablePeriod,
    free_period,
    parse_period,
)

CUT_OFFS = st.sampled_from(CutOff)
KEYS = st.one_of(
    st.builds(
        lambda year, month: f"{year}-{month:02}", st.integers(1946, 2100), st.integers(1, 12)
    ),
    st.builds(lambda year, n: f"{year}-Q{n}", st.integers(1946, 2100), st.integers(1, 4)),
    st.builds(lambda year, n: f"{year}-H{n}", st.integers(1946, 2100), st.integers(1, 2)),
    st.builds("{}-9M".format, st.integers(1946, 2100)),
    st.builds(str, st.integers(1946, 2100)),
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("12/2023", "2023-12"),
        ("2023-12", "2023-12"),
        ("T12/2023", "2023-12"),
        ("tháng 12/2023", "2023-12"),
        ("Tháng 01 năm 2024", "2024-01"),
        ("1/2024", "2024-01"),
        ("Q4/2023", "2023-Q4"),
        ("quý IV/2023", "2023-Q4"),
        ("Quý 3 năm 2023", "2023-Q3"),
        ("QIV/2023", "2023-Q4"),
        ("6T/2023", "2023-H1"),
        ("6 tháng đầu năm 2023", "2023-H1"),
        ("6 tháng cuối năm 2023", "2023-H2"),
        ("9T/2023", "2023-9M"),
        ("9 tháng đầu năm 2023", "2023-9M"),
        ("2023", "2023"),
        ("năm 2023", "2023"),
        ("2023-11-15..2023-12-14", "2023-11-15..2023-12-14"),
    ],
)
def test_a_period_is_read_however_it_is_written(text: str, key: str) -> None:
    assert parse_period(text, cut_off=CutOff.DECREE).key == key


@pytest.mark.parametrize(
    ("text", "starts_on", "ends_on"),
    [
        ("12/2023", date(2023, 11, 15), date(2023, 12, 14)),
        ("01/2024", date(2023, 12, 15), date(2024, 1, 14)),
        ("3/2024", date(2024, 2, 15), date(2024, 3, 14)),
        ("Q1/2024", date(2023, 12, 15), date(2024, 3, 14)),
        ("Q4/2023", date(2023, 9, 15), date(2023, 12, 14)),
        ("6T/2023", date(2022, 12, 15), date(2023, 6, 14)),
        ("2023-H2", date(2023, 6, 15), date(2023, 12, 14)),
        ("9T/2023", date(2022, 12, 15), date(2023, 9, 14)),
        ("2023", date(2022, 12, 15), date(2023, 12, 14)),
    ],
)
def test_by_decree_a_period_runs_from_the_15th_to_the_14th(
    text: str, starts_on: date, ends_on: date
) -> None:
    period = parse_period(text, cut_off=CutOff.DECREE)
    assert (period.starts_on, period.ends_on) == (starts_on, ends_on)


@pytest.mark.parametrize(
    ("text", "starts_on", "ends_on"),
    [
        ("12/2023", date(2023, 12, 1), date(2023, 12, 31)),
        ("2/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("Q2/2023", date(2023, 4, 1), date(2023, 6, 30)),
        ("2023-H2", date(2023, 7, 1), date(2023, 12, 31)),
        ("9T/2023", date(2023, 1, 1), date(2023, 9, 30)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_by_the_calendar_a_period_is_whole_months(
    text: str, starts_on: date, ends_on: date
) -> None:
    period = parse_period(text, cut_off=CutOff.CALENDAR)
    assert (period.starts_on, period.ends_on) == (starts_on, ends_on)


@pytest.mark.parametrize(
    "text",
    ["", "13/2023", "0/2023", "Q5/2023", "quý V/2023", "tháng 12", "2101", "1944", "12/23", "x",
     "2023-00", "5T/2023", "2023-02-30..2023-03-01", "1900-01-01..2023-01-01", "\uff112/2023"],
)  # fmt: skip
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(UnreadablePeriod) as caught:
        parse_period(text, cut_off=CutOff.DECREE)
    assert caught.value.text == text


def test_a_range_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(PeriodReversed) as caught:
        free_period(date(2023, 12, 14), date(2023, 11, 15))
    assert caught.value.starts_on == date(2023, 12, 14)


@pytest.mark.parametrize(
    ("key", "previous"),
    [
        ("2024-01", "2023-12"),
        ("2023-12", "2023-11"),
        ("2024-Q1", "2023-Q4"),
        ("2024-H1", "2023-H2"),
        ("2024-H2", "2024-H1"),
        ("2024-9M", "2023-9M"),
        ("2024", "2023"),
        ("2023-11-15..2023-12-14", "2023-10-16..2023-11-14"),
    ],
)
def test_the_period_before_is_of_the_same_kind(key: str, previous: str) -> None:
    assert parse_period(key, cut_off=CutOff.DECREE).previous().key == previous


@given(KEYS, CUT_OFFS)
def test_a_key_is_read_back_as_the_same_period(key: str, cut_off: CutOff) -> None:
    period = parse_period(key, cut_off=cut_off)
    assert period.key == key
    assert period.previous().cut_off is cut_off


@given(KEYS, CUT_OFFS)
def test_periods_follow_one_another_without_gap_or_overlap(key: str, cut_off: CutOff) -> None:
    period = parse_period(key, cut_off=cut_off)
    if period.kind is not PeriodKind.NINE_MONTHS:
        assert period.previous().ends_on + timedelta(days=1) == period.starts_on
