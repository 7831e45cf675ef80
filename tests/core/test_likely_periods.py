"""A clerk finds the period of the report without typing it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.likely_periods import likely_periods
from tracker.core.periods import CutOff, PeriodKind, latest_begun, parse_period

DAYS = st.dates(date(1945, 1, 1), date(2100, 12, 31))
CUT_OFFS = st.sampled_from(CutOff)
KINDS = st.sampled_from([kind for kind in PeriodKind if kind is not PeriodKind.RANGE])


@pytest.mark.parametrize(
    ("today", "cut_off", "keys"),
    [
        (
            date(2023, 12, 14),
            CutOff.DECREE,
            ["2023-12", "2023-11", "2023-Q4", "2023-H2", "2023-9M", "2023"],
        ),
        (
            date(2023, 12, 15),
            CutOff.DECREE,
            ["2024-01", "2023-12", "2024-Q1", "2023-Q4", "2024-H1", "2023-H2", "2024-9M", "2024",
             "2023"],
        ),
        (
            date(2024, 1, 14),
            CutOff.DECREE,
            ["2024-01", "2023-12", "2024-Q1", "2023-Q4", "2024-H1", "2023-H2", "2024-9M", "2024",
             "2023"],
        ),
        (
            date(2023, 12, 15),
            CutOff.CALENDAR,
            ["2023-12", "2023-11", "2023-Q4", "2023-H2", "2023-9M", "2023"],
        ),
        (
            date(2024, 3, 1),
            CutOff.DECREE,
            ["2024-03", "2024-02", "2024-Q1", "2024-H1", "2024-9M", "2024"],
        ),
    ],
)  # fmt: skip
def test_the_periods_of_the_day_are_offered_and_those_just_ended(
    today: date, cut_off: CutOff, keys: list[str]
) -> None:
    assert [period.key for period in likely_periods(today, cut_off=cut_off)] == keys


@given(DAYS, CUT_OFFS)
def test_each_is_read_back_from_its_key_and_has_begun(today: date, cut_off: CutOff) -> None:
    offered = likely_periods(today, cut_off=cut_off)
    for period in offered:
        assert parse_period(period.key, cut_off=cut_off) == period
        assert period.starts_on <= today
    assert len({period.key for period in offered}) == len(offered)


@given(st.dates(date(1946, 1, 1), date(2100, 12, 14)), CUT_OFFS)
def test_this_month_and_the_last_are_always_among_them(today: date, cut_off: CutOff) -> None:
    this, last = likely_periods(today, cut_off=cut_off)[:2]
    assert this.kind is last.kind is PeriodKind.MONTH
    assert this.starts_on <= today <= this.ends_on
    assert this.previous() == last


@given(KINDS, DAYS, CUT_OFFS)
def test_the_latest_begun_is_the_last_of_its_kind_that_has(
    kind: PeriodKind, day: date, cut_off: CutOff
) -> None:
    latest = latest_begun(kind, day, cut_off=cut_off)
    assert (latest.kind, latest.cut_off) == (kind, cut_off)
    assert latest.starts_on <= day
    if kind is not PeriodKind.NINE_MONTHS:
        assert day <= latest.ends_on
    else:
        assert day - latest.starts_on < timedelta(days=366)
