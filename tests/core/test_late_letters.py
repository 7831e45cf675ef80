"""A letter that is told after the completion it concerns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import WEEKENDS_ONLY
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import Citation, Facts, Progress, State
from tracker.core.late_letters import judged_after
from tracker.core.rules import DeadlinePolicy, Policy

DUE, DONE = date(2023, 12, 8), date(2023, 12, 11)
FACTS = Facts(
    state=State.DONE,
    deadline=Deadline(text="08/12/2023", kind=DeadlineKind.DATE, due_on=DUE),
    due_on=DUE,
    working_due_on=DUE,
    completed_on=DONE,
)


def to(day: date) -> Deadline:
    return Deadline(text=f"{day:%d/%m/%Y}", kind=DeadlineKind.DATE, due_on=day)


def letter(day: int) -> Citation:
    return Citation(number="7/UBND-NC", issued_on=date(2023, 12, day))


def judged(facts: Facts, due: date, told: Citation, policy: Policy | None = None) -> object:
    return judged_after(facts, to(due), told, days_off=WEEKENDS_ONLY, policy=policy or Policy())


@pytest.mark.parametrize(
    ("due", "progress"),
    [(date(2023, 12, 10), Progress.LATE), (DONE, Progress.ON_TIME)],
)
def test_a_letter_no_younger_than_the_completion_moves_its_deadline(
    due: date, progress: Progress
) -> None:
    assert judged(FACTS, due, letter(11)) is progress


def test_the_policy_of_the_office_counts() -> None:
    policy = Policy(deadline_policy=DeadlinePolicy.NEXT_WORKING_DAY)
    assert judged(FACTS, date(2023, 12, 10), letter(11), policy) is Progress.ON_TIME


def test_a_younger_letter_leaves_it_alone_and_so_does_one_overtaken_by_another() -> None:
    extended = replace(FACTS, extended_by=letter(7))
    assert judged(FACTS, DONE, letter(12)) is None
    assert judged(extended, DONE, letter(6)) is None
    assert judged(extended, DONE, letter(7)) is Progress.ON_TIME
    assert judged(replace(FACTS, completed_on=None), DONE, letter(7)) is None
