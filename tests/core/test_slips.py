"""Two days that should be one, and the slip that made two of them."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.core.slips import Slip, slip_between

DAY = date(2023, 12, 5)


@pytest.mark.parametrize(
    ("other", "slip"),
    [
        (DAY, None),
        (date(2023, 5, 12), Slip.SWAPPED),
        (date(2024, 12, 5), Slip.YEAR),
        (date(2023, 12, 15), Slip.DIGIT),
        (date(2023, 11, 5), Slip.DIGIT),
        (date(2023, 12, 16), None),
        (date(2023, 11, 15), None),
        (date(2024, 5, 12), None),
    ],
)
def test_a_slip_is_recognised_from_either_side(other: date, slip: Slip | None) -> None:
    assert slip_between(DAY, other) is slip
    assert slip_between(other, DAY) is slip


def test_a_day_written_twice_alike_is_swapped_with_nothing() -> None:
    assert slip_between(date(2023, 5, 5), date(2023, 5, 5)) is None
