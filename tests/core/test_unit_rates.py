"""That the divisions add up is proved each time; their rate counts only what had a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.builders import (
    a_completion,
    a_deadline,
    a_directive,
    an_assignment,
    assessed_on,
)
from tracker.core import unit_totals
from tracker.core.assessed import AssessedDirective
from tracker.core.layout_rows import by_name
from tracker.core.successors import Successors
from tracker.core.totals import TotalsDoNotAddUp
from tracker.core.unit_totals import count_up, totals_by_unit

DUE = a_deadline(date(2023, 12, 10))


def a_row(*events: Any, **assignment: Any) -> AssessedDirective:
    (row,) = assessed_on(a_directive(*events, assignment=an_assignment(**assignment)))
    return row


ON_TIME = a_completion(date(2023, 12, 5))
LATE = a_completion(date(2023, 12, 12))

ROWS = [a_row(unit="Văn phòng"), a_row(ON_TIME, unit="Đo lường"), a_row(ON_TIME, unit="Đo lường")]

Named = list[tuple[str, list[AssessedDirective]]]


def _without_one(named: Named) -> Named:
    return named[:-1]


def _one_twice(named: Named) -> Named:
    return [*named, named[-1]]


def _a_row_in_the_wrong_place(named: Named) -> Named:
    (unit, rows), *others = named
    return [(unit, [replace(row, assessment=ROWS[-1].assessment) for row in rows]), *others]


@pytest.mark.parametrize("broken", [_without_one, _one_twice, _a_row_in_the_wrong_place])
def test_divisions_that_are_together_not_all_rows_are_refused(
    monkeypatch: pytest.MonkeyPatch, broken: Callable[[Named], Named]
) -> None:
    rows = [*ROWS, a_row(LATE, unit="An")]
    assert sum(totals.total for _, totals in totals_by_unit(rows, Successors({}))) == 4

    def named(*given: Any) -> Named:
        return broken([(name, list(found)) for name, found in by_name(*given)])

    monkeypatch.setattr(unit_totals, "by_name", named)
    with pytest.raises(TotalsDoNotAddUp):
        totals_by_unit(rows, Successors({}))


@pytest.mark.parametrize(
    ("rows", "rate"),
    [
        ([a_row(ON_TIME, deadline=a_deadline(None))], None),
        ([a_row(ON_TIME, deadline=a_deadline(None)), a_row(LATE)], Fraction(0)),
        ([a_row(ON_TIME, deadline=a_deadline(None)), a_row(ON_TIME), a_row()], Fraction(1, 2)),
        ([a_row(ON_TIME), a_row(deadline=a_deadline(date(2023, 12, 20)))], Fraction(1)),
    ],
)
def test_only_what_had_a_day_to_be_late_of_counts_in_the_rate(
    rows: list[AssessedDirective], rate: Fraction | None
) -> None:
    assert count_up(rows).rate == rate
