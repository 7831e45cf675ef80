"""Filling registers, for the tests of the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from tests import lives
from tests.builders import an_assignment
from tracker.core.directive import Assignment
from tracker.core.events import Event
from tracker.core.life import Directive
from tracker.store.database import Store
from tracker.store.reading import open_reading
from tracker.store.rows import Reading
from tracker.store.undoing import Undone, undo_last
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


def live_in(work: Work, assignment: Assignment, steps: Iterable[lives.Step]) -> Directive:
    directive = work.add(assignment)
    for step in steps:
        event = lives.attempt(directive, step)
        if event is not None:
            directive = work.append(directive, event)
    return directive


def scripts() -> st.SearchStrategy[list[tuple[Assignment, list[lives.Step]]]]:
    """A few directives, each with what a clerk tries to record about it."""
    script = st.tuples(lives.assignments(), st.lists(lives.steps(), max_size=6))
    return st.lists(script, min_size=1, max_size=4)


def operations(store: Store) -> list[tuple[Any, ...]]:
    """Every operation in order: id, when, who, name, the one it took back."""
    with reading_of(store) as reading:
        return reading.rows("SELECT id, at, who, name, undoes FROM operation ORDER BY id", {})


def take_back(store: Store, *, who: str = WHO) -> Undone:
    return undo_last(store, who=who, at=AT)
