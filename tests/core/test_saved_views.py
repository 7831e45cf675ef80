"""Filters with a name."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import TODAY
from tracker.core.day_range import DayRange
from tracker.core.directive import Progress
from tracker.core.filter_grammar import parse_filter
from tracker.core.filters import Filter, Sorting
from tracker.core.grounds import OPEN
from tracker.core.row_order import Order
from tracker.core.saved_views import MOST_OWN_VIEWS, built_in_views, own_views

MEANINGS = {
    "overdue": Filter(
        progress=frozenset({Progress.OVERDUE}), sorting=Sorting(order=Order.DEADLINE)
    ),
    "due_soon": Filter(due_within=3, sorting=Sorting(order=Order.DEADLINE)),
    "no_deadline": Filter(state=frozenset(OPEN), has_deadline=False),
    "done_this_month": Filter(
        completed=DayRange(since=date(2023, 12, 1), until=date(2023, 12, 31)),
        sorting=Sorting(order=Order.COMPLETED),
    ),
    "without_result": Filter(has_result=False),
    "all": Filter(),
}


def test_every_office_has_six_views_on_the_first_six_numbers() -> None:
    views = built_in_views(due_soon_days=3)
    assert [view.number for view in views] == [1, 2, 3, 4, 5, 6]
    assert {view.name: parse_filter(view.filter_text, today=TODAY) for view in views} == MEANINGS
    assert all(view.is_built_in for view in views)


@pytest.mark.parametrize("days", [0, 7, 365])
def test_what_is_due_soon_is_what_the_office_says(days: int) -> None:
    soon = built_in_views(due_soon_days=days)[1]
    assert parse_filter(soon.filter_text, today=TODAY).due_within == days


def test_the_office_s_own_views_come_behind_on_the_digits_that_are_left() -> None:
    views = own_views({"Việc của tôi": "nguoi:An", "Trễ": "td:cham"})
    assert [(view.number, view.name) for view in views] == [(7, "Việc của tôi"), (8, "Trễ")]
    assert [view.filter_text for view in views] == ["nguoi:An", "td:cham"]
    assert not any(view.is_built_in for view in views)
    assert len(built_in_views(due_soon_days=7)) + MOST_OWN_VIEWS == 9
