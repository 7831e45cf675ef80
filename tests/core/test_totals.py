"""Counts that add up."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import assessed_on
from tests.lives import days, lives
from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Group, Progress
from tracker.core.life import Directive
from tracker.core.totals import GROUPS, Count, Totals, TotalsDoNotAddUp, add_up


def _count(group: str | None, progress: str, number: int = 1) -> Count:
    return Count(group, progress, is_due_soon=False, has_no_deadline=False, number=number)


def _counts(rows: list[AssessedDirective]) -> list[Count]:
    return [
        Count(
            row.assessment.group,
            row.assessment.progress,
            is_due_soon=row.assessment.is_due_soon,
            has_no_deadline=row.assessment.has_no_deadline,
            number=1,
        )
        for row in rows
    ]


def test_the_december_2023_report_in_numbers() -> None:
    totals = add_up(
        [
            Count("done", "on_time", is_due_soon=False, has_no_deadline=False, number=1),
            Count("done", "on_time", is_due_soon=False, has_no_deadline=True, number=1),
            Count("in_progress", "not_yet_due", is_due_soon=False, has_no_deadline=False, number=5),
            Count("in_progress", "not_yet_due", is_due_soon=False, has_no_deadline=True, number=2),
        ]
    )
    printed = totals.as_dict()
    assert printed["total"] == 9
    assert printed["done"] == {"total": 2, "on_time": 2, "late": 0, "needs_review": 0}
    assert printed["in_progress"] == {
        "total": 7,
        "in_time": 7,
        "overdue": 0,
        "suspended": 0,
        "needs_review": 0,
    }
    assert printed["no_deadline"] == 3
    assert totals.is_all_in_time


def test_nothing_at_all_is_zero_and_claims_nothing() -> None:
    totals = add_up([])
    assert totals == Totals()
    assert totals.total == 0
    assert not totals.is_all_in_time


def test_withdrawn_directives_stand_beside_the_total() -> None:
    withdrawn = Count(None, "withdrawn", is_due_soon=False, has_no_deadline=True, number=4)
    totals = add_up([_count("done", "on_time"), withdrawn])
    assert (totals.total, totals.withdrawn, totals.no_deadline) == (1, 4, 0)


def test_what_the_office_only_supports_stands_beside_the_total() -> None:
    supported = Count("supporting", "overdue", is_due_soon=True, has_no_deadline=True, number=3)
    totals = add_up([_count("done", "on_time"), supported])
    assert (totals.total, totals.supporting, totals.overdue) == (1, 3, 0)
    assert (totals.due_soon, totals.no_deadline) == (0, 0)
    assert totals.is_all_in_time


def test_the_numbers_beside_the_total_are_printed_one_after_another() -> None:
    assert list(add_up([]).as_dict())[-3:] == ["withdrawn", "supporting", "needs_review"]


def test_an_unstarted_overdue_directive_is_in_group_three_and_overdue() -> None:
    totals = add_up([_count("not_started", "overdue", 2), _count("in_progress", "overdue")])
    assert totals.groups["not_started"]["overdue"] == 2
    assert totals.overdue == 3


@pytest.mark.parametrize(
    ("group", "progress"),
    [
        ("done", "late"),
        ("done", "needs_review"),
        ("in_progress", "overdue"),
        ("in_progress", "needs_review"),
        ("not_started", "overdue"),
        ("not_started", "needs_review"),
    ],
)
def test_one_late_overdue_or_doubtful_row_forbids_the_claim_of_all_in_time(
    group: str, progress: str
) -> None:
    assert add_up([_count("done", "on_time", 99)]).is_all_in_time
    assert not add_up([_count("done", "on_time", 99), _count(group, progress)]).is_all_in_time


def test_a_suspended_row_does_not_forbid_it() -> None:
    assert add_up([_count("in_progress", "suspended")]).is_all_in_time


@pytest.mark.parametrize(
    ("group", "progress"), [("done", "overdue"), ("in_progress", "late"), ("done", "withdrawn")]
)
def test_a_progress_that_does_not_belong_to_its_group_cannot_be_counted(
    group: str, progress: str
) -> None:
    with pytest.raises(KeyError):
        add_up([_count(group, progress)])


def test_a_negative_count_is_a_defect() -> None:
    with pytest.raises(TotalsDoNotAddUp):
        add_up([_count("done", "on_time", 3), _count("done", "late", -1)])


@pytest.mark.parametrize("part", ["total", "on_time"])
def test_totals_that_were_tampered_with_do_not_add_up(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Tampered(Totals):
        def __init__(self) -> None:
            super().__init__()
            self.groups["done"][part] = 1

    monkeypatch.setattr("tracker.core.totals.Totals", Tampered)
    with pytest.raises(TotalsDoNotAddUp):
        add_up([_count("done", "on_time")])


def test_totals_say_what_they_hold_and_compare_by_it() -> None:
    one, other = add_up([_count("done", "on_time")]), add_up([_count("done", "late")])
    assert one != other
    assert one == add_up([_count("done", "on_time")])
    assert one != "one"
    assert "'on_time': 1" in repr(one)


def test_the_groups_are_those_of_the_appendix_in_its_order() -> None:
    assert tuple(Group) == GROUPS


registers = st.lists(lives(max_steps=4), max_size=4)


@given(register=registers, as_of=days())
def test_the_parts_of_any_register_on_any_day_add_up(
    register: list[Directive], as_of: date
) -> None:
    rows = [row for directive in register for row in assessed_on(directive, as_of)]
    totals = add_up(_counts(rows))
    by_progress = Counter(row.assessment.progress for row in rows)
    assert totals.total == len(rows) - by_progress[Progress.WITHDRAWN]
    assert totals.total == sum(totals.groups[group]["total"] for group in GROUPS)
    for group in GROUPS:
        parts = totals.groups[group]
        assert parts["total"] == sum(parts.values()) - parts["total"]
        assert parts["total"] == sum(row.assessment.group == group for row in rows)
    assert totals.groups["done"]["late"] == by_progress[Progress.LATE]
    assert totals.overdue == by_progress[Progress.OVERDUE]
    assert totals.needs_review == by_progress[Progress.NEEDS_REVIEW]
    assert totals.withdrawn == by_progress[Progress.WITHDRAWN]
