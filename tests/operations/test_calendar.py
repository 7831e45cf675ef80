"""What a changed day moves is told as the office judges its deadlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tracker.core.rules import DeadlinePolicy, Policy
from tracker.operations.calendar import change_days
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.store.days_off import DayKind
from tracker.wording.calendar import changed_lines

MONDAY = date(2023, 12, 18)
TUESDAY = date(2023, 12, 19)


def under(desk: Desk, policy: DeadlinePolicy) -> Desk:
    return replace(desk, policy=Policy(deadline_policy=policy))


@pytest.mark.parametrize(
    ("policy", "deadline", "moved"),
    [
        (DeadlinePolicy.NOMINAL, "18/12/2023", []),
        (DeadlinePolicy.NEXT_WORKING_DAY, "18/12/2023", [(MONDAY, TUESDAY)]),
        (DeadlinePolicy.NOMINAL, "trong 5 ngày làm việc", [(MONDAY, TUESDAY)]),
        (DeadlinePolicy.NEXT_WORKING_DAY, "trong 5 ngày làm việc", [(MONDAY, TUESDAY)]),
    ],
)
def test_only_what_moves_under_the_policy_of_the_office_is_told(
    desk: Desk, policy: DeadlinePolicy, deadline: str, moved: list[tuple[date, date]]
) -> None:
    here = under(desk, policy)
    add(here, Entry(number="25/KH-UBND", issued="11/12/2023", content="Việc", deadline=deadline))
    changed = change_days(here, ["18/12/2023"], kind=DayKind.HOLIDAY)
    assert [(one.before, one.after) for one in changed.moved] == moved
    said = list(changed_lines(changed))[1]
    assert said == (
        "Ngày cuối còn đúng hạn thay đổi ở 01 nhiệm vụ:"
        if moved
        else "Không nhiệm vụ nào đổi ngày cuối còn đúng hạn."
    )


def test_a_deadline_that_is_carried_on_is_not_told_where_the_day_as_written_counts(
    desk: Desk,
) -> None:
    """A Saturday stays the last day; only by the Civil Code would it have been carried on."""
    saturday = "16/12/2023"
    add(desk, Entry(number="25/KH-UBND", issued="11/12/2023", content="Việc", deadline=saturday))
    assert change_days(desk, [saturday], kind=DayKind.WORKING).moved == ()
    careful = under(desk, DeadlinePolicy.NEXT_WORKING_DAY)
    (moved,) = change_days(careful, [saturday], kind=None).moved
    assert (moved.before, moved.after) == (date(2023, 12, 16), MONDAY)
