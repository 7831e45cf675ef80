"""The search among the turns of recurring directives misses none that is open."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from tests.lives import recurrences
from tracker.core.deadline import Cycle, Recurrence
from tracker.core.recurrence import instances
from tracker.store.standing import day_parameters

A_YEAR = timedelta(days=366)
NEW_YEARS_EVE = Recurrence(cycle=Cycle.YEAR)
THE_DAY_BEFORE = Recurrence(cycle=Cycle.YEAR, day=30, month=12)


@given(
    recurrence=recurrences(),
    since=st.dates(date(2000, 1, 1), date(2060, 12, 31)),
    years=st.integers(0, 4),
)
@example(recurrence=NEW_YEARS_EVE, since=date(2023, 12, 31), years=1)
@example(recurrence=THE_DAY_BEFORE, since=date(2023, 12, 31), years=1)
def test_a_turn_lapses_within_what_is_searched_on_the_day_it_opens(
    recurrence: Recurrence, since: date, years: int
) -> None:
    turns = list(instances(recurrence, since=since, until=since + years * A_YEAR))
    assert turns
    for turn in turns:
        parameters = day_parameters(turn.opens_on.isoformat())
        assert turn.lapses_on.isoformat() <= parameters["turns_until"]


def test_the_search_ends_with_the_last_day_there_is() -> None:
    untils = [day_parameters(f"{year}-06-15")["turns_until"] for year in (2023, 9997, 9998, 9999)]
    assert untils == ["2025-12-31", "9999-12-31", "9999-12-31", "9999-12-31"]
