"""Two filters together, and days between bounds."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.filters import filters, lies_in, ranges
from tracker.core.day_range import DayRange
from tracker.core.directive import Progress
from tracker.core.filters import ContradictoryFilter, Filter, FilterKey, Role, Sorting, combined
from tracker.core.row_order import Order

LATE = Filter(progress=frozenset({Progress.LATE}))

_FEW_DAYS = st.dates(date(2023, 12, 1), date(2023, 12, 8))


@given(wanted=filters())
def test_a_filter_that_says_nothing_changes_nothing(wanted: Filter) -> None:
    assert combined(wanted, Filter()) == combined(Filter(), wanted) == wanted
    assert combined(wanted, wanted) == wanted


def test_two_filters_say_together_what_each_says() -> None:
    first = Filter(texts=("a", "b"), role=Role.ALL, due_within=0)
    second = Filter(texts=("b", "c"), progress=LATE.progress, due_within=0, has_result=False)
    assert combined(first, second) == Filter(
        texts=("a", "b", "c"),
        role=Role.ALL,
        due_within=0,
        progress=LATE.progress,
        has_result=False,
    )


@pytest.mark.parametrize(
    ("first", "second", "key"),
    [
        (LATE, Filter(progress=frozenset({Progress.OVERDUE})), FilterKey.PROGRESS),
        (LATE, Filter(progress=frozenset(Progress)), FilterKey.PROGRESS),
        (Filter(units=("a",)), Filter(units=("",)), FilterKey.UNIT),
        (Filter(role=Role.ALL), Filter(role=Role.LEAD), FilterKey.ROLE),
        (Filter(has_deadline=True), Filter(has_deadline=False), FilterKey.DUE),
        (Filter(due_within=0), Filter(due_within=7), FilterKey.DUE_WITHIN),
        (
            Filter(due=DayRange(since=date(2023, 12, 1))),
            Filter(due=DayRange(after=date(2023, 11, 30))),
            FilterKey.DUE,
        ),
        (
            Filter(sorting=Sorting(order=Order.UNIT)),
            Filter(sorting=Sorting(order=Order.UNIT, is_reversed=True)),
            FilterKey.SORT,
        ),
    ],
)
def test_two_filters_must_not_differ_about_one_thing(
    first: Filter, second: Filter, key: FilterKey
) -> None:
    for pair in ((first, second), (second, first)):
        with pytest.raises(ContradictoryFilter) as caught:
            combined(*pair)
        assert caught.value.key is key


@given(wanted=filters())
def test_nothing_that_is_said_is_left_out(wanted: Filter) -> None:
    for field in fields(Filter):
        said = getattr(wanted, field.name)
        if said != field.default:
            alone = Filter(**{field.name: said})
            assert combined(alone, Filter()) == combined(Filter(), alone) == alone


@given(first=ranges(_FEW_DAYS), second=ranges(_FEW_DAYS))
def test_days_within_two_ranges_lie_in_both_and_an_empty_range_has_none(
    first: DayRange, second: DayRange
) -> None:
    both = first.within(second)
    around = [date(2023, 11, 25) + timedelta(days=number) for number in range(20)]
    inside = [day for day in around if lies_in(day, both)]
    assert inside == [day for day in around if lies_in(day, first) and lies_in(day, second)]
    assert both.is_empty is not bool(inside)


def test_the_ends_of_time_are_days_too() -> None:
    assert not DayRange(before=date.min).is_empty
    assert not DayRange(after=date.max).is_empty
    assert not DayRange(after=date(2023, 12, 1), before=date(2023, 12, 3)).is_empty
    assert DayRange(after=date(2023, 12, 1), before=date(2023, 12, 2)).is_empty
