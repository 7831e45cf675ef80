"""The lists of a status: what is late, and what falls due next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given

from tests import lives
from tests.builders import an_assignment, assessed_on, every_month
from tests.examples import examples
from tests.store.conftest import Registers
from tests.store.registers import Script, add, live, reading_of, scripts
from tests.store.test_counting import policies
from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Progress
from tracker.core.life import Directive
from tracker.core.rules import Policy
from tracker.store.database import Store
from tracker.store.next_due import DueRow, most_overdue, next_due
from tracker.store.rows import Reading


def light(row: AssessedDirective) -> DueRow:
    due_on, instance = row.assessment.effective_due_on, row.facts.instance
    assert due_on is not None
    return (
        row.id,
        row.document.number,
        row.document.issued_on.isoformat(),
        "" if row.is_secret else row.content,
        due_on.isoformat(),
        row.unit,
        instance.isoformat() if instance else None,
        int(row.is_secret),
    )


def led(directive: Directive, as_of: date, policy: Policy) -> list[AssessedDirective]:
    """The rows of a directive which the office itself must see to."""
    assignment = directive.assignment
    return [
        replace(row, is_secret=assignment.is_secret)
        for row in assessed_on(directive, as_of, policy)
        if not assignment.is_supporting
    ]


@examples(12)
@given(script=scripts(), as_of=lives.days(last=date(2024, 6, 30)), policy=policies())
def test_the_lists_hold_what_the_rules_say_the_most_urgent_first(
    registers: Registers,
    script: Script,
    as_of: date,
    policy: Policy,
) -> None:
    store = registers.store()
    rows = [
        row
        for assignment, steps in script
        for row in led(live(store, assignment, steps), as_of, policy)
    ]
    overdue = [light(row) for row in rows if row.assessment.progress is Progress.OVERDUE]
    soon = [light(row) for row in rows if row.assessment.is_due_soon]
    asked = {"as_of": as_of.isoformat(), "deadline_policy": policy.deadline_policy.value}
    until = (as_of + timedelta(days=policy.due_soon_days)).isoformat()
    with reading_of(store) as reading:
        listed = most_overdue(reading, **asked, limit=100)
        assert sorted(listed) == sorted(overdue)
        assert [row[4] for row in listed] == sorted(row[4] for row in overdue)
        assert most_overdue(reading, **asked, limit=1) == listed[:1]
        coming = next_due(reading, **asked, due_soon_until=until, limit=100)
        assert sorted(coming) == sorted(soon)
        assert [row[4] for row in coming] == sorted(row[4] for row in soon)


def overdue_turns(reading: Reading, as_of: str) -> list[str | None]:
    rows = most_overdue(reading, as_of=as_of, deadline_policy="nominal", limit=9)
    return [row[6] for row in rows]


def test_a_missed_turn_is_overdue_until_the_next_one_was_due(store: Store) -> None:
    add(store, an_assignment(deadline=every_month()))
    days = ("2023-11-25", "2023-11-26", "2023-12-25", "2023-12-26")
    with reading_of(store) as reading:
        turns = {day: overdue_turns(reading, day) for day in days}
    assert turns == {
        "2023-11-25": [],
        "2023-11-26": ["2023-11-25"],
        "2023-12-25": ["2023-11-25"],
        "2023-12-26": ["2023-12-25"],
    }


def test_what_a_secret_directive_is_about_does_not_leave_the_register(store: Store) -> None:
    add(store, an_assignment(is_secret=True))
    with reading_of(store) as reading:
        (row,) = most_overdue(reading, as_of="2023-12-14", deadline_policy="nominal", limit=9)
    assert row == (1, "6340/UBND-NC", "2023-11-03", "", "2023-12-10", "", None, 1)
