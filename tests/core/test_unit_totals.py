from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import assessed_on
from tests.lives import days, lives
from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Progress
from tracker.core.layout_rows import totals_of
from tracker.core.successors import Successors
from tracker.core.totals import TotalsDoNotAddUp
from tracker.core.unit_totals import UnitTotals, count_up, totals_by_unit


def _counted(rows: list[AssessedDirective]) -> list[AssessedDirective]:
    return [row for row in rows if row.assessment.progress is not Progress.WITHDRAWN]


def _rows() -> st.SearchStrategy[list[AssessedDirective]]:
    drawn = st.tuples(lives(max_steps=3), days()).map(lambda drawn: assessed_on(*drawn))
    return st.lists(drawn, max_size=3).map(
        lambda found: _counted([r for rows in found for r in rows])
    )


@given(_rows())
def test_divisions_add_up_to_everything_whatever_happened(rows: list[AssessedDirective]) -> None:
    found = totals_by_unit(rows, Successors({"Văn phòng": "Phòng Quản lý Khoa học"}))
    everything = count_up(rows)
    assert sum(totals.total for _, totals in found) == everything.total == len(rows)
    assert [unit for unit, _ in found] in (
        [], [""], ["Phòng Quản lý Khoa học"], ["Phòng Quản lý Khoa học", ""]
    )  # fmt: skip


@given(_rows())
def test_the_numbers_of_all_divisions_are_those_of_the_report(
    rows: list[AssessedDirective],
) -> None:
    everything, totals = count_up(rows), totals_of(rows)
    done = totals.groups["done"]
    assert (everything.total, everything.overdue) == (totals.total, totals.overdue)
    assert (everything.on_time, everything.late) == (done["on_time"], done["late"])
    assert (everything.due_soon, everything.no_deadline) == (totals.due_soon, totals.no_deadline)


@pytest.mark.parametrize(
    ("numbers", "rate"),
    [
        ({}, None),
        ({"total": 3, "on_time": 1, "in_time": 2}, None),
        ({"total": 1, "on_time": 1, "on_time_by_a_day": 1}, Fraction(1)),
        ({"total": 1, "late": 1}, Fraction(0)),
        (
            {"total": 4, "on_time": 2, "late": 1, "overdue": 1, "on_time_by_a_day": 1},
            Fraction(1, 3),
        ),
    ],
)
def test_the_rate_is_of_what_had_to_be_done_by_now(
    numbers: dict[str, int], rate: Fraction | None
) -> None:
    assert UnitTotals(**numbers).rate == rate


def test_numbers_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(TotalsDoNotAddUp):
        UnitTotals(total=2, on_time=1)
