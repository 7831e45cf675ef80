"""The status lists as much as it is asked for, and counts everything."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.status import Status, read_status


@pytest.fixture
def late_and_soon(desk: Desk) -> Desk:
    """Three that were due in early December, two due within the week."""
    for number, day in enumerate((3, 1, 2, 21, 14), 1):
        add(
            desk,
            Entry(
                number=f"{number}/KH-UBND",
                issued="24/5/2023",
                content="Việc",
                deadline=f"{day}/12/2023",
            ),
        )
    return desk


def status(desk: Desk, *, listed: int) -> Status:
    return read_status(
        desk.location,
        as_of=date(2023, 12, 14),
        deadline_policy="nominal",
        due_soon_days=7,
        listed=listed,
    )


@pytest.mark.parametrize(
    ("listed", "overdue", "due_soon"), [(0, [], []), (1, [2], [5]), (9, [2, 3, 1], [5, 4])]
)
def test_the_longest_overdue_and_the_soonest_due_come_first(
    late_and_soon: Desk, listed: int, overdue: list[int], due_soon: list[int]
) -> None:
    told = status(late_and_soon, listed=listed)
    assert (told.totals.total, told.totals.overdue, told.totals.due_soon) == (5, 3, 2)
    assert [row[0] for row in told.overdue] == overdue
    assert [row[0] for row in told.due_soon] == due_soon
