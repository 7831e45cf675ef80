"""Every number of a report is checked, and a wrong one is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.reports.builders import a_report, a_row, december_rows
from tracker.core.directive import State
from tracker.core.membership import Membership
from tracker.core.report import ReportContents
from tracker.core.report_checks import Check, CheckKind, number_checks, one_group_check
from tracker.core.totals import TotalsDoNotAddUp, add_up


def december() -> ReportContents:
    """Nine rows, and one beside the total for each reason."""
    withdrawn = a_row(id=10, state=State.WITHDRAWN), Membership.WITHDRAWN
    supporting = a_row(id=11, is_supporting=True), Membership.SUPPORTING
    return a_report(december_rows(), left_out=[withdrawn, supporting])


def checks(contents: ReportContents) -> dict[CheckKind, Check]:
    found = number_checks(contents.totals, contents.rows, contents.left_out)
    return {check.kind: check for check in (*found, one_group_check(contents.rows))}


def broken(contents: ReportContents) -> set[CheckKind]:
    return {kind for kind, check in checks(contents).items() if not check.holds}


def test_each_check_shows_the_numbers_it_is_made_on() -> None:
    found = checks(december())
    assert set(found) == set(CheckKind)
    told = {
        kind: (check.stated, list(check.parts.values()), check.counted)
        for kind, check in found.items()
    }
    assert told == {
        CheckKind.TOTAL: (9, [2, 7, 0], 9),
        CheckKind.DONE: (2, [2, 0, 0], 2),
        CheckKind.IN_PROGRESS: (7, [7, 0, 0, 0], 7),
        CheckKind.NOT_STARTED: (0, [0, 0, 0, 0], 0),
        CheckKind.ONE_GROUP: (9, [2, 7, 0], 9),
        CheckKind.WITHDRAWN: (1, [], 1),
        CheckKind.SUPPORTING: (1, [], 1),
    }
    assert list(found[CheckKind.TOTAL].parts) == ["done", "in_progress", "not_started"]
    assert broken(december()) == set()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("total", {CheckKind.TOTAL}),
        ("withdrawn", {CheckKind.WITHDRAWN}),
        ("supporting", {CheckKind.SUPPORTING}),
    ],
)
def test_a_number_that_was_tampered_with_is_found(name: str, found: set[CheckKind]) -> None:
    contents = december()
    setattr(contents.totals, name, getattr(contents.totals, name) + 1)
    assert broken(contents) == found


@pytest.mark.parametrize(
    ("group", "part", "found"),
    [
        ("done", "late", {CheckKind.DONE}),
        ("in_progress", "overdue", {CheckKind.IN_PROGRESS}),
        ("not_started", "suspended", {CheckKind.NOT_STARTED}),
        ("done", "total", {CheckKind.DONE, CheckKind.TOTAL}),
    ],
)
def test_a_part_that_was_tampered_with_is_found(
    group: str, part: str, found: set[CheckKind]
) -> None:
    contents = december()
    contents.totals.groups[group][part] += 1
    assert broken(contents) == found


def test_parts_that_make_up_for_one_another_are_found_where_one_is_less_than_nothing() -> None:
    contents = december()
    contents.totals.groups["done"] |= {"on_time": 3, "late": -1}
    assert broken(contents) == {CheckKind.DONE}


def test_a_row_under_another_heading_than_counted_is_found() -> None:
    one = add_up([])
    one.total = 1
    one.groups["in_progress"] |= {"total": 1, "in_time": 1}
    done = a_row(completed_on=date(2023, 12, 1))
    found = number_checks(one, [done], [])
    kinds = {check.kind for check in found if not check.holds}
    assert kinds == {CheckKind.DONE, CheckKind.IN_PROGRESS}


def test_a_row_that_stands_there_twice_is_found_and_turns_of_one_directive_are_none() -> None:
    twice = one_group_check([a_row(), a_row(content="Lại nữa")])
    assert (twice.stated, twice.counted, twice.holds) == (2, 1, False)
    turns = [a_row(instance=date(2023, month, 25)) for month in (10, 11)]
    assert one_group_check(turns).holds


def test_a_row_of_no_group_is_found() -> None:
    check = one_group_check([a_row(), a_row(id=2, state=State.WITHDRAWN)])
    assert (check.is_sum, check.holds) == (False, False)


def test_contents_with_a_wrong_number_cannot_be_made() -> None:
    contents = december()
    wrong = add_up([])
    with pytest.raises(TotalsDoNotAddUp):
        replace(contents, totals=wrong)
    wrong.total, wrong.withdrawn, wrong.supporting = 9, 1, 1
    wrong.groups["done"] |= {"total": 2, "on_time": 3}
    wrong.groups["in_progress"] |= {"total": 7, "in_time": 7}
    with pytest.raises(TotalsDoNotAddUp, match="DONE"):
        replace(contents, totals=wrong)
