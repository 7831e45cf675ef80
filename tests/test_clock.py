"""The only reader of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tracker.clock import now_utc, today, vietnam_date


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2023, 12, 14, 16, 59, 59, tzinfo=UTC), date(2023, 12, 14)),
        (datetime(2023, 12, 14, 17, 0, 0, tzinfo=UTC), date(2023, 12, 15)),
        (datetime(2023, 12, 31, 17, 0, 0, tzinfo=UTC), date(2024, 1, 1)),
        (datetime(2023, 6, 30, 17, 0, 0, tzinfo=UTC), date(2023, 7, 1)),
        (datetime(2023, 12, 14, 9, 0, 0, tzinfo=timezone(timedelta(hours=-8))), date(2023, 12, 15)),
    ],
)
def test_the_day_changes_at_midnight_in_vietnam(instant: datetime, day: date) -> None:
    assert vietnam_date(instant) == day


def test_today_is_the_vietnamese_day_of_the_present_instant() -> None:
    before = now_utc()
    day = today()
    after = now_utc()
    assert vietnam_date(before) <= day <= vietnam_date(after)


def test_instants_are_stamped_in_utc() -> None:
    assert now_utc().utcoffset() == timedelta(0)
