"""The judgement: where đúng hạn, chậm, chưa đến hạn and quá hạn are decided.

One pure, total function of (facts, day, policy). First match wins, as the province's own
rules have it: on the last day still in time, the day after late.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.core.directive import Facts, Group, Progress, State


class DeadlinePolicy(StrEnum):
    """What a deadline means that falls on a day off."""

    NOMINAL = "nominal"
    """The day as written, as the province's software shows it."""
    NEXT_WORKING_DAY = "next_working_day"
    """Moved to the next working day, as the Civil Code (Điều 148) reads a term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What an office decides about judging."""

    deadline_policy: DeadlinePolicy = DeadlinePolicy.NOMINAL
    due_soon_days: int = 7
    """Open and due within so many days: sắp đến hạn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the rules say of one directive on one day."""

    progress: Progress
    group: Group | None
    """Part of the appendix; None for what is withdrawn."""
    effective_due_on: date | None
    """The last day in time under the policy."""
    days_left: int | None
    """Calendar days to the deadline while open; negative when late, never clamped."""
    days_late: int
    """Calendar days after the deadline, at completion or, while open, today; else 0."""
    is_due_soon: bool
    has_no_deadline: bool
    is_due_on_day_off: bool
    """The two policies disagree about the last day."""


def effective_due_on(facts: Facts, policy: Policy) -> date | None:
    """The last day in time under the policy."""
    if policy.deadline_policy is DeadlinePolicy.NEXT_WORKING_DAY:
        return facts.working_due_on
    return facts.due_on


def classify(facts: Facts, as_of: date, policy: Policy) -> Assessment:
    """Judge facts that hold on ``as_of``."""
    due_on = effective_due_on(facts, policy)
    progress = _progress(facts, due_on, as_of)
    is_open = facts.state in (State.IN_PROGRESS, State.NOT_STARTED)
    days_left = (due_on - as_of).days if is_open and due_on else None
    return Assessment(
        progress=progress,
        group=_GROUPS.get(facts.state),
        effective_due_on=due_on,
        days_left=days_left,
        days_late=_days_late(progress, facts, due_on, as_of),
        is_due_soon=_is_due_soon(progress, days_left, policy),
        has_no_deadline=due_on is None and not facts.deadline.is_unclear,
        is_due_on_day_off=facts.due_on != facts.working_due_on,
    )


_GROUPS = {
    State.DONE: Group.DONE,
    State.IN_PROGRESS: Group.IN_PROGRESS,
    State.SUSPENDED: Group.IN_PROGRESS,
    State.NOT_STARTED: Group.NOT_STARTED,
}


def _progress(facts: Facts, due_on: date | None, as_of: date) -> Progress:
    if facts.state is State.WITHDRAWN:
        return Progress.WITHDRAWN
    if facts.state is State.DONE:
        return _progress_when_done(facts, due_on)
    if facts.state is State.SUSPENDED:
        return Progress.SUSPENDED
    if facts.deadline.is_unclear:
        return Progress.NEEDS_REVIEW
    if due_on is None or as_of <= due_on:
        return Progress.NOT_YET_DUE
    return Progress.OVERDUE


def _progress_when_done(facts: Facts, due_on: date | None) -> Progress:
    if facts.completed_on is None or facts.deadline.is_unclear:
        return Progress.NEEDS_REVIEW
    if due_on is None or facts.completed_on <= due_on:
        return Progress.ON_TIME
    return Progress.LATE


def _days_late(progress: Progress, facts: Facts, due_on: date | None, as_of: date) -> int:
    if due_on is not None and progress is Progress.OVERDUE:
        return (as_of - due_on).days
    if due_on is not None and progress is Progress.LATE and facts.completed_on is not None:
        return (facts.completed_on - due_on).days
    return 0


def _is_due_soon(progress: Progress, days_left: int | None, policy: Policy) -> bool:
    return (
        progress is Progress.NOT_YET_DUE
        and days_left is not None
        and days_left <= policy.due_soon_days
    )
