"""Valid directives in one line, for the tests of every room: name only what the test is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tracker.core.assessed import AssessedDirective
from tracker.core.days_off import DaysOff
from tracker.core.deadline import NO_DEADLINE, Cycle, Deadline, DeadlineKind, Recurrence
from tracker.core.directive import Assignment, Citation, Facts, State
from tracker.core.events import Assigned, Completed, Event, Extended
from tracker.core.life import Directive, replayed
from tracker.core.rules import Policy, classify

TODAY = date(2023, 12, 14)
"""The day of the December 2023 report, from which most tests look."""

WEEKENDS_ONLY = DaysOff(holidays=frozenset(), working_days=frozenset())
"""A calendar without any holiday."""

NEW_YEAR_2024 = DaysOff(holidays=frozenset({date(2024, 1, 1)}), working_days=frozenset())
"""A calendar in which 31/12/2023, a Sunday, is followed by a holiday."""


def a_citation(number: str = "6340/UBND-NC", issued_on: date = date(2023, 11, 3)) -> Citation:
    return Citation(number=number, issued_on=issued_on)


def a_deadline(due_on: date | None, **changes: Any) -> Deadline:
    """A plain date, or none."""
    if due_on is None:
        return replace(NO_DEADLINE, **changes)
    text = f"{due_on.day:02}/{due_on.month:02}/{due_on.year}"
    return replace(Deadline(text=text, kind=DeadlineKind.DATE, due_on=due_on), **changes)


def a_deadline_of(kind: DeadlineKind, text: str = "…") -> Deadline:
    """A deadline of a kind that names no day."""
    return Deadline(text=text, kind=kind)


def every_month(day: int | None = 25) -> Deadline:
    """``trước ngày 25 hằng tháng``."""
    return Deadline(
        text=f"trước ngày {day} hằng tháng",
        kind=DeadlineKind.RECURRING,
        recurrence=Recurrence(cycle=Cycle.MONTH, day=day),
    )


def an_assignment(**changes: Any) -> Assignment:
    """Assigned on 03/11/2023, due on 10/12/2023."""
    assignment = Assignment(
        document=a_citation(),
        content="Rà soát thủ tục hành chính",
        deadline=a_deadline(date(2023, 12, 10)),
        assigned_on=date(2023, 11, 3),
    )
    return replace(assignment, **changes)


def an_extension(to: date, *, approved_on: date, number: str = "7001/UBND-NC") -> Extended:
    return Extended(deadline=a_deadline(to), authority=a_citation(number, approved_on))


def a_completion(on: date | None, **changes: Any) -> Completed:
    return replace(Completed(completed_on=on), **changes)


def a_directive(
    *events: Event, assignment: Assignment | None = None, days_off: DaysOff = WEEKENDS_ONLY
) -> Directive:
    """A directive with its later events; ``assignment`` as ``an_assignment()`` unless given."""
    first = Assigned(assignment=assignment or an_assignment())
    return replayed((first, *events), id=1, version=1 + len(events), days_off=days_off)


def some_facts(due_on: date | None = date(2023, 12, 10), **changes: Any) -> Facts:
    """The facts of an open directive, as replay would give them."""
    deadline = changes.pop("deadline", a_deadline(due_on))
    facts = Facts(
        state=State.IN_PROGRESS,
        deadline=deadline,
        due_on=deadline.due_on,
        working_due_on=deadline.due_on and WEEKENDS_ONLY.next_working_day(deadline.due_on),
    )
    return replace(facts, **changes)


def assessed_on(
    directive: Directive, day: date = TODAY, policy: Policy | None = None
) -> tuple[AssessedDirective, ...]:
    """The rows a directive gives on a day: one, or one for each turn."""
    policy = policy or Policy()
    return tuple(
        AssessedDirective(
            id=directive.id,
            version=directive.version,
            document=directive.assignment.document,
            content=directive.assignment.content,
            assigned_on=directive.assignment.assigned_on,
            unit=directive.assignment.unit,
            officer=directive.assignment.officer,
            assigned_by=directive.assignment.assigned_by,
            is_pinned=directive.assignment.is_pinned,
            assigned_deadline=directive.assignment.deadline,
            facts=facts,
            assessment=classify(facts, day, policy),
            is_supporting=directive.assignment.is_supporting,
            is_secret=directive.assignment.is_secret,
        )
        for facts in directive.facts_on(day)
    )
