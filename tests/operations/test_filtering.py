"""A filter as it was typed, asked of the register."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from tests.builders import TODAY
from tests.filters import filters
from tracker.core.day_range import DayRange
from tracker.core.directive import Progress
from tracker.core.filter_grammar import parse_filter
from tracker.core.filters import Filter, Role, Sorting
from tracker.core.row_order import Order
from tracker.core.successors import Successors
from tracker.operations.filtering import (
    LONGEST_TEXT,
    MOST_TEXTS,
    SearchTooLong,
    selection_of,
)
from tracker.store.selection import Selection

MERGED = Successors({"Phòng Kế hoạch": "Phòng Tổng hợp", "Phòng Thống kê": "Phòng Tổng hợp"})


def asked(text: str, successors: Successors | None = None) -> Selection:
    wanted = parse_filter(text, today=TODAY)
    return selection_of(wanted, successors=successors or Successors())


def test_nothing_said_is_what_the_office_leads_as_it_was_entered() -> None:
    assert asked("") == Selection(is_supporting=False)


@pytest.mark.parametrize(
    ("text", "selection"),
    [
        ("lang 25/KH", Selection(search="lang 25/KH", is_supporting=False)),
        (
            '"day manh" 5S "mot" "hai ba"',
            Selection(search="5S mot", phrases=("day manh", "hai ba"), is_supporting=False),
        ),
        ("role:support", Selection(is_supporting=True)),
        ("role:all", Selection()),
        ("role:lead dv:khong", Selection(units=("",), is_supporting=False)),
        ("role:all nt:An,Ba ld:PCT", Selection(officers=("An", "Ba"), assigned_by=("PCT",))),
        ("role:all han:khong", Selection(has_no_deadline=True)),
        ("role:all han:co", Selection(has_no_deadline=False)),
        ("role:all han:0", Selection(due_within=0)),
        ("role:all xep:-han", Selection(order=Order.DEADLINE, is_reversed=True)),
        (
            "role:all td:cham han<1/1/2024 xong>1/12/2023 ngay:..1/11/2023 ket-qua:khong",
            Selection(
                progress=frozenset({Progress.LATE}),
                due=DayRange(before=date(2024, 1, 1)),
                completed=DayRange(after=date(2023, 12, 1)),
                issued=DayRange(until=date(2023, 11, 1)),
                has_result=False,
            ),
        ),
    ],
)
def test_each_term_narrows_what_is_asked(text: str, selection: Selection) -> None:
    assert asked(text) == selection


def test_a_unit_stands_for_those_it_took_the_place_of() -> None:
    assert asked('dv:"phong tong hop",VP', MERGED).units == (
        "phong tong hop", "Phòng Kế hoạch", "Phòng Thống kê", "VP"
    )  # fmt: skip
    assert asked('dv:"Phòng Kế hoạch"', MERGED).units == ("Phòng Kế hoạch",)


def test_what_was_pasted_by_mistake_is_not_searched_for() -> None:
    words = [f"w{number}" for number in range(MOST_TEXTS)]
    assert asked(" ".join(words)).search.split() == words
    assert asked("a" * LONGEST_TEXT).search == "a" * LONGEST_TEXT
    for text in (" ".join([*words, "x"]), "a" * (LONGEST_TEXT + 1), '"a ' + "b " * LONGEST_TEXT):
        with pytest.raises(SearchTooLong):
            asked(text)


_USUAL = Filter(role=Role.LEAD, sorting=Sorting(order=Order.ENTRY))
"""What is meant where nothing is said."""


@given(wanted=filters())
def test_nothing_that_a_filter_says_is_lost(wanted: Filter) -> None:
    selection = selection_of(wanted, successors=Successors())
    for field in fields(Filter):
        said = getattr(wanted, field.name)
        unsaid: dict[str, Any] = {field.name: field.default}
        is_lost = selection_of(replace(wanted, **unsaid), successors=Successors()) == selection
        assert is_lost is (said in (field.default, getattr(_USUAL, field.name)))
