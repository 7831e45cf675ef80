"""Where relative deadlines end: the Civil Code's counting, and the office's own calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NEW_YEAR_2024, WEEKENDS_ONLY, a_deadline, a_deadline_of
from tests.lives import calendars, days
from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline, DeadlineKind, Offset, OffsetUnit
from tracker.operations.relative_deadlines import resolve


def _within(amount: int, unit: OffsetUnit, base_on: date | None = None) -> Deadline:
    offset = Offset(amount=amount, unit=unit, base_on=base_on)
    return Deadline(text="trong …", kind=DeadlineKind.RELATIVE, offset=offset)


@pytest.mark.parametrize(
    ("amount", "unit", "base", "due_on"),
    [
        (10, OffsetUnit.DAY, date(2023, 12, 1), date(2023, 12, 11)),
        (1, OffsetUnit.DAY, date(2023, 12, 31), date(2024, 1, 1)),
        (2, OffsetUnit.WEEK, date(2023, 12, 1), date(2023, 12, 15)),
        (1, OffsetUnit.MONTH, date(2024, 1, 31), date(2024, 2, 29)),
        (1, OffsetUnit.MONTH, date(2023, 1, 31), date(2023, 2, 28)),
        (1, OffsetUnit.MONTH, date(2024, 2, 29), date(2024, 3, 29)),
        (13, OffsetUnit.MONTH, date(2023, 12, 31), date(2025, 1, 31)),
        (1, OffsetUnit.YEAR, date(2024, 2, 29), date(2025, 2, 28)),
        (3, OffsetUnit.YEAR, date(2023, 5, 24), date(2026, 5, 24)),
        (10, OffsetUnit.WORKING_DAY, date(2023, 12, 29), date(2024, 1, 15)),
        (1, OffsetUnit.WORKING_DAY, date(2023, 12, 8), date(2023, 12, 11)),
    ],
)
def test_a_term_ends_so_long_after_its_base_day_which_is_not_counted(
    amount: int, unit: OffsetUnit, base: date, due_on: date
) -> None:
    deadline = resolve(_within(amount, unit), assigned_on=base, days_off=NEW_YEAR_2024)
    assert deadline.due_on == due_on
    assert deadline.kind is DeadlineKind.RELATIVE


def test_one_month_from_the_last_of_january_2024_ends_on_leap_day() -> None:
    deadline = _within(1, OffsetUnit.MONTH, base_on=date(2024, 1, 31))
    resolved = resolve(deadline, assigned_on=date(2024, 2, 5), days_off=NEW_YEAR_2024)
    assert resolved.due_on == date(2024, 2, 29)


def test_a_base_day_named_in_the_text_wins_over_the_day_of_assignment() -> None:
    deadline = _within(10, OffsetUnit.DAY, base_on=date(2023, 12, 1))
    resolved = resolve(deadline, assigned_on=date(2023, 11, 3), days_off=WEEKENDS_ONLY)
    assert resolved.due_on == date(2023, 12, 11)


def test_a_swapped_working_saturday_counts_and_its_day_off_in_lieu_does_not() -> None:
    swapped = DaysOff(
        holidays=frozenset({date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)}),
        working_days=frozenset({date(2024, 5, 4)}),
    )
    deadline = _within(3, OffsetUnit.WORKING_DAY)
    resolved = resolve(deadline, assigned_on=date(2024, 4, 26), days_off=swapped)
    assert resolved.due_on == date(2024, 5, 4)


@pytest.mark.parametrize(
    "deadline",
    [a_deadline(date(2023, 12, 10)), a_deadline(None), a_deadline_of(DeadlineKind.INVALID)],
)
def test_a_deadline_that_is_not_relative_stays_as_it_is(deadline: Deadline) -> None:
    assert resolve(deadline, assigned_on=date(2023, 11, 3), days_off=WEEKENDS_ONLY) == deadline


@pytest.mark.parametrize("unit", OffsetUnit)
def test_a_term_that_leaves_the_calendar_is_invalid_and_never_in_time_for_ever(
    unit: OffsetUnit,
) -> None:
    for amount in (9_999, 10**12):
        resolved = resolve(
            _within(amount, unit), assigned_on=date(9990, 1, 1), days_off=WEEKENDS_ONLY
        )
        assert resolved.is_unclear
        assert resolved.due_on is None
        assert resolved.text == "trong …"


def test_resolving_again_after_the_day_of_assignment_was_put_right_gives_the_new_day() -> None:
    first = resolve(
        _within(10, OffsetUnit.DAY), assigned_on=date(2023, 11, 3), days_off=WEEKENDS_ONLY
    )
    again = resolve(first, assigned_on=date(2023, 11, 6), days_off=WEEKENDS_ONLY)
    assert again.due_on == date(2023, 11, 16)


@given(
    amount=st.integers(1, 400),
    unit=st.sampled_from(OffsetUnit),
    base=days(),
    days_off=calendars(),
)
def test_a_longer_term_never_ends_earlier_and_every_term_ends_after_its_base_day(
    amount: int, unit: OffsetUnit, base: date, days_off: DaysOff
) -> None:
    shorter = resolve(_within(amount, unit), assigned_on=base, days_off=days_off).due_on
    longer = resolve(_within(amount + 1, unit), assigned_on=base, days_off=days_off).due_on
    assert shorter is not None
    assert longer is not None
    assert base < shorter < longer
