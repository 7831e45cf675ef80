"""Filling registers, for the tests of the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import strategies as st
from sqlalchemy import text

from tests import lives
from tests.builders import a_citation, an_assignment
from tracker.core.deadline import Deadline
from tracker.core.directive import Assignment
from tracker.core.events import Event, Noted
from tracker.core.life import Directive
from tracker.store.calendar import MovedDeadline
from tracker.store.database import Store, open_store
from tracker.store.days_off import DayKind
from tracker.store.finding import find
from tracker.store.last_operation import LastOperation
from tracker.store.reading import open_reading
from tracker.store.rows import Reading
from tracker.store.undoing import undo_last
from tracker.store.writing import Work, change

AT = datetime(2023, 12, 14, 1, 30, tzinfo=UTC)
WHO = "lan"


def reading_of(store: Store) -> Reading:
    return open_reading(store.location)


def add(store: Store, assignment: Assignment | None = None, *, who: str = WHO) -> Directive:
    """Enter one directive, in an operation of its own."""
    with change(store, name="add", who=who, at=AT) as work:
        return work.add(assignment or an_assignment())


def append(store: Store, directive: Directive, event: Event, *, who: str = WHO) -> Directive:
    """Enter one event, in an operation of its own."""
    with change(store, name="change", who=who, at=AT) as work:
        return work.append(directive, event)


def live(store: Store, assignment: Assignment, steps: Iterable[lives.Step]) -> Directive:
    """Enter a directive and what the rules allow to happen to it, in one operation."""
    with change(store, name="live", who=WHO, at=AT) as work:
        return live_in(work, assignment, steps)


def read(location: str) -> None:
    """Look at a register, as any command does."""
    with open_reading(location) as reading:
        find(reading)


def write(location: str) -> None:
    """Open a register and enter something."""
    with open_store(location) as store:
        add(store)


BOTH_WAYS = pytest.mark.parametrize("use", [read, write])


def live_in(work: Work, assignment: Assignment, steps: Iterable[lives.Step]) -> Directive:
    directive = work.add(assignment)
    for step in steps:
        event = lives.attempt(directive, step)
        if event is not None:
            directive = work.append(directive, event)
    return directive


Script = list[tuple[Assignment, list[lives.Step]]]
"""A few directives, each with what a clerk tries to record about it."""


def scripts(
    deadlines: st.SearchStrategy[Deadline] | None = None,
    steps: st.SearchStrategy[lives.Step] | None = None,
) -> st.SearchStrategy[Script]:
    """Scripts of any kind, or of these deadlines and steps."""
    tried = st.lists(lives.steps() if steps is None else steps, max_size=6)
    script = st.tuples(marked_assignments(deadlines), tried)
    return st.lists(script, min_size=1, max_size=4)


def marked_assignments(
    deadlines: st.SearchStrategy[Deadline] | None = None,
) -> st.SearchStrategy[Assignment]:
    """Assignments of which the office leads some and only supports others; some are secret."""
    seldom = st.sampled_from([False, False, True])
    return st.builds(
        replace,
        lives.assignments(deadlines),
        document=st.builds(a_citation, issued_on=lives.days(last=date(2023, 11, 30))),
        is_supporting=seldom,
        is_secret=seldom,
    )


def operations(store: Store) -> list[tuple[Any, ...]]:
    """Every operation in order: id, when, who, name, the one it took back."""
    with reading_of(store) as reading:
        return reading.rows("SELECT id, at, who, name, undoes FROM operation ORDER BY id", {})


ISSUED = """
INSERT INTO issued_report (operation_id, period_kind, period_key, starts_on, ends_on, as_of, layout,
    number, file_name, format, content, sha256, totals, settings, last_event_id, last_operation_id)
VALUES (:operation_id, 'month', '2023-12', '2023-11-15', '2023-12-14', '2023-12-14', 'appendix', '',
    'phu-luc.xlsx', 'xlsx', :content, '', '{}', '{}', 0, 0)
RETURNING id"""

ROW = """
INSERT INTO issued_row (report_id, place, directive_id, reopen_count, membership, is_done, payload)
VALUES (:report_id, 1, 1, 0, 'open', 0, '{}')"""

RETRACTED = """
INSERT INTO report_retraction (report_id, operation_id, reason)
VALUES (:report_id, :operation_id, 'nhầm kỳ')"""


def issue(store: Store, *, who: str = WHO) -> int:
    """Issue a report of December 2023 with the first directive in it."""
    with change(store, name="issue", who=who, at=AT) as work:
        given = {"operation_id": work.operation_id, "content": b"PK"}
        id: int = work.connection.execute(text(ISSUED), given).scalar_one()
        work.connection.execute(text(ROW), {"report_id": id})
    return id


def retract(store: Store, report_id: int, *, who: str = WHO) -> None:
    """Take an issued report back."""
    with change(store, name="retract", who=who, at=AT) as work:
        given = {"report_id": report_id, "operation_id": work.operation_id}
        work.connection.execute(text(RETRACTED), given)


def change_day(
    store: Store, day: date, kind: DayKind | None, name: str = "", *, who: str = WHO
) -> tuple[MovedDeadline, ...]:
    """Change the calendar, in an operation of its own."""
    with change(store, name="days-off", who=who, at=AT) as work:
        return work.change_day(day, kind, name)


def fill_in(store: Store) -> None:
    """Let every table that only grows hold something."""
    append(store, add(store), Noted(effective_on=date(2023, 12, 1), text="Đang lấy ý kiến"))
    change_day(store, date(2023, 12, 11), DayKind.HOLIDAY, "Ngày truyền thống")
    retract(store, issue(store))


def take_back(store: Store, *, who: str = WHO) -> LastOperation:
    return undo_last(store, who=who, at=AT)
