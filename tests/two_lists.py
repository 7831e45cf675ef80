"""A task as the register has it and as the province's list does, for the tests of every room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.builders import a_deadline, a_directive, an_assignment, assessed_on
from tracker.core.events import Event
from tracker.core.membership import Membership
from tracker.core.reconciled import ListPlace, OurTask, TheirTask

DUE = date(2023, 12, 10)


def ours_of(
    *events: Event,
    id: int = 1,
    why: Membership = Membership.OPEN,
    is_expected: bool = True,
    **changes: Any,
) -> OurTask:
    """The first row of a directive on the day of the report."""
    row, *_ = assessed_on(a_directive(*events, assignment=an_assignment(**changes)))
    return OurTask(row=replace(row, id=id), membership=why, is_expected=is_expected)


def theirs_of(line: int = 5, **changes: Any) -> TheirTask:
    """The same task as their list would have it, open and due on the same day."""
    task = TheirTask(
        place=ListPlace(table=0, line=line),
        number="6340/UBND-NC",
        key="6340/ubnd-nc",
        issued_on=date(2023, 11, 3),
        content="Rà soát thủ tục hành chính",
        deadline=a_deadline(DUE),
        is_done=False,
    )
    return replace(task, **changes)
