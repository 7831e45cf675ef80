"""What is told of a report that would be another today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import lives
from tests.builders import (
    a_completion,
    a_directive,
    an_assignment,
    an_extension,
    assessed_on,
    every_month,
)
from tracker.core.assessed import AssessedDirective
from tracker.core.differences import (
    FIELDS,
    Difference,
    DifferenceKind,
    FieldDifference,
    differences,
)
from tracker.core.directive import Citation, Progress
from tracker.core.membership import Membership
from tracker.core.report import Judged


def a_row(*events: Any, id: int = 1, **assignment: Any) -> AssessedDirective:
    directive = a_directive(*events, assignment=an_assignment(**assignment))
    (row,) = assessed_on(directive)
    return replace(row, id=id)


def shown(row: AssessedDirective) -> Judged:
    return row, Membership.OPEN


def left_out(row: AssessedDirective) -> Judged:
    return row, Membership.REPORTED_BEFORE


def withdrawn(row: AssessedDirective) -> Judged:
    return row, Membership.WITHDRAWN


def the_one(before: list[Judged], after: list[Judged]) -> Difference:
    (found,) = differences(before, after)
    return found


@given(st.lists(lives.lives(), max_size=4), lives.days())
def test_nothing_differs_from_itself(known: list[Any], day: date) -> None:
    judged = [
        shown(replace(row, id=id))
        for id, directive in enumerate(known)
        for row in assessed_on(directive, day)
    ]
    assert differences(judged, judged) == ()


def test_a_changed_field_is_told_as_it_was_and_as_it_is() -> None:
    found = the_one([shown(a_row(unit="Văn phòng"))], [shown(a_row(unit="Phòng Tổ chức"))])
    assert found.kind is DifferenceKind.CHANGED
    assert found.fields == (FieldDifference(field="unit", old="Văn phòng", new="Phòng Tổ chức"),)


def test_a_letter_entered_late_changes_deadline_and_judgement() -> None:
    late = a_row(an_extension(date(2023, 12, 31), approved_on=date(2023, 12, 5)))
    found = the_one([shown(a_row())], [shown(late)])
    told = {it.field: (it.old, it.new) for it in found.fields}
    assert told["deadline"] == ("10/12/2023", "31/12/2023")
    assert told["effective_deadline"] == (date(2023, 12, 10), date(2023, 12, 31))
    assert told["progress"] == (Progress.OVERDUE, Progress.NOT_YET_DUE)
    assert told["days_late"] == (4, 0)


def test_the_reason_to_be_in_the_report_is_compared_too() -> None:
    row = a_row(a_completion(date(2023, 12, 5)))
    found = the_one(
        [(row, Membership.COMPLETED_IN_PERIOD)], [(row, Membership.NOT_REPORTED_BEFORE)]
    )
    assert found.fields == (
        FieldDifference(
            field="membership",
            old=Membership.COMPLETED_IN_PERIOD,
            new=Membership.NOT_REPORTED_BEFORE,
        ),
    )


def test_a_row_entered_since_is_added() -> None:
    found = the_one([shown(a_row())], [shown(a_row()), shown(a_row(id=2))])
    assert (found.kind, found.before, found.row.id) == (DifferenceKind.ADDED, None, 2)


def test_a_row_that_is_no_longer_known_is_gone() -> None:
    found = the_one([shown(a_row()), shown(a_row(id=2))], [shown(a_row())])
    assert (found.kind, found.after, found.row.id) == (DifferenceKind.GONE, None, 2)


def test_a_row_left_out_since_is_gone_and_one_let_in_is_added() -> None:
    row = a_row(a_completion(date(2023, 12, 5)))
    out = the_one([shown(row)], [left_out(row)])
    let_in = the_one([left_out(row)], [shown(row)])
    assert (out.kind, let_in.kind) == (DifferenceKind.GONE, DifferenceKind.ADDED)
    assert [it.field for it in out.fields] == ["membership"]


def test_what_was_left_out_and_still_is_does_not_count() -> None:
    assert differences([left_out(a_row())], [left_out(a_row(unit="Văn phòng"))]) == ()
    assert differences([], [left_out(a_row())]) == ()


def test_a_number_beside_the_total_counts() -> None:
    kinds = [
        the_one(before, after).kind
        for before, after in (
            ([], [withdrawn(a_row())]),
            ([withdrawn(a_row())], []),
            ([left_out(a_row())], [withdrawn(a_row())]),
        )
    ]
    assert kinds == [DifferenceKind.ADDED, DifferenceKind.GONE, DifferenceKind.CHANGED]


def test_a_turn_whose_due_day_was_put_right_stays_the_turn_of_its_month() -> None:
    was, now = (
        [
            shown(row)
            for row in assessed_on(a_directive(assignment=an_assignment(deadline=every_month(day))))
        ]
        for day in (25, 20)
    )
    found = differences(was, now)
    assert [it.kind for it in found] == [DifferenceKind.CHANGED] * len(was)
    assert all("instance" in [each.field for each in it.fields] for it in found)


def test_no_row_is_lost_where_two_turns_lie_in_one_month() -> None:
    row = a_row()
    turns = [
        shown(replace(row, facts=replace(row.facts, instance=date(2023, 12, day))))
        for day in (5, 10, 15)
    ]
    assert len(differences(turns[:1], turns[1:])) == 2
    assert len(differences(turns[1:], turns[:1])) == 2


ANOTHER: dict[str, Any] = {
    "document": Citation(number="1/QĐ-UBND", issued_on=date(2023, 11, 2)),
    "assigned_on": date(2023, 11, 2),
    "content": "khác",
    "issuing_body": "khác",
    "unit": "khác",
    "officer": "khác",
    "assigned_by": "khác",
    "supporting_units": ("khác",),
    "is_pinned": True,
    "is_supporting": True,
    "is_secret": True,
    "latest_note": "khác",
}


@pytest.mark.parametrize("name", ANOTHER)
def test_whatever_a_layout_may_print_is_compared(name: str) -> None:
    row = a_row()
    changed = replace(row, **{name: ANOTHER[name]})
    found = the_one([shown(row)], [shown(changed)])
    assert {it.field for it in found.fields} <= set(FIELDS)


def test_differences_come_in_the_order_of_entry() -> None:
    before = [shown(a_row(id=id)) for id in (3, 1, 2)]
    after = [shown(a_row(id=id, unit="Văn phòng")) for id in (4, 2, 3)]
    assert [it.row.id for it in differences(before, after)] == [1, 2, 3, 4]
