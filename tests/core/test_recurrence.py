"""The due days of what falls due again and again."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lives import days
from tracker.core.deadline import Cycle, Recurrence
from tracker.core.recurrence import Instance, instances, turn_at

MONTHLY_25 = Recurrence(cycle=Cycle.MONTH, day=25)


def _due_days(recurrence: Recurrence, since: date, until: date) -> list[date]:
    return [turn.due_on for turn in instances(recurrence, since=since, until=until)]


def test_the_25th_of_every_month_falls_due_on_every_25th() -> None:
    assert _due_days(MONTHLY_25, date(2023, 11, 3), date(2024, 1, 31)) == [
        date(2023, 11, 25),
        date(2023, 12, 25),
        date(2024, 1, 25),
    ]


@pytest.mark.parametrize(
    ("recurrence", "day", "due_on"),
    [
        (Recurrence(cycle=Cycle.MONTH), date(2024, 2, 3), date(2024, 2, 29)),
        (Recurrence(cycle=Cycle.MONTH), date(2023, 2, 3), date(2023, 2, 28)),
        (Recurrence(cycle=Cycle.MONTH, day=31), date(2024, 4, 3), date(2024, 4, 30)),
        (Recurrence(cycle=Cycle.MONTH, day=1), date(2024, 4, 30), date(2024, 4, 1)),
        (Recurrence(cycle=Cycle.QUARTER), date(2023, 11, 3), date(2023, 12, 31)),
        (Recurrence(cycle=Cycle.QUARTER, day=15), date(2024, 1, 1), date(2024, 3, 15)),
        (Recurrence(cycle=Cycle.QUARTER, day=31), date(2024, 6, 30), date(2024, 6, 30)),
        (Recurrence(cycle=Cycle.YEAR), date(2023, 11, 3), date(2023, 12, 31)),
        (Recurrence(cycle=Cycle.YEAR, day=10), date(2024, 1, 1), date(2024, 12, 10)),
        (Recurrence(cycle=Cycle.YEAR, day=30, month=6), date(2023, 11, 3), date(2023, 6, 30)),
        (Recurrence(cycle=Cycle.YEAR, day=29, month=2), date(2023, 1, 3), date(2023, 2, 28)),
        (Recurrence(cycle=Cycle.YEAR, month=2), date(2024, 1, 3), date(2024, 2, 29)),
        (Recurrence(cycle=Cycle.MONTH, day=5, month=6), date(2024, 4, 3), date(2024, 4, 5)),
    ],
)
def test_the_due_day_lies_in_the_last_month_of_the_period_or_in_the_month_named(
    recurrence: Recurrence, day: date, due_on: date
) -> None:
    assert turn_at(recurrence, day).due_on == due_on


def test_a_turn_already_due_when_the_directive_was_assigned_is_not_asked_for() -> None:
    assert _due_days(MONTHLY_25, date(2023, 11, 25), date(2023, 11, 30)) == [date(2023, 11, 25)]
    assert _due_days(MONTHLY_25, date(2023, 11, 26), date(2023, 12, 31)) == [date(2023, 12, 25)]


def test_the_first_turn_is_open_from_the_assignment_on_and_the_next_from_its_own_period() -> None:
    first, second, *_ = instances(MONTHLY_25, since=date(2023, 11, 26), until=date(2024, 2, 1))
    assert first.opens_on == date(2023, 11, 26)
    assert first.due_on == date(2023, 12, 25)
    assert second.opens_on == date(2024, 1, 1)


def test_a_missed_turn_lapses_once_the_due_day_of_the_next_has_passed() -> None:
    turn = turn_at(MONTHLY_25, date(2023, 11, 3))
    assert turn == Instance(
        opens_on=date(2023, 11, 1), due_on=date(2023, 11, 25), lapses_on=date(2023, 12, 26)
    )


recurrences = st.builds(
    Recurrence, cycle=st.sampled_from(Cycle), day=st.none() | st.integers(1, 31)
) | st.builds(
    Recurrence,
    cycle=st.just(Cycle.YEAR),
    day=st.none() | st.integers(1, 31),
    month=st.integers(1, 12),
)


@given(recurrence=recurrences, since=days(), years=st.integers(0, 4))
def test_turns_fall_due_one_after_another_and_an_open_one_is_always_at_hand(
    recurrence: Recurrence, since: date, years: int
) -> None:
    until = since.replace(day=1, year=since.year + years)
    turns = list(instances(recurrence, since=since, until=max(until, since)))
    assert turns[0].opens_on <= since <= turns[0].due_on
    for turn, following in pairwise(turns):
        assert turn.due_on < following.due_on
        assert turn.lapses_on == following.due_on + timedelta(days=1)
        assert following.opens_on <= turn.lapses_on
        assert turn_at(recurrence, turn.due_on).due_on == turn.due_on
