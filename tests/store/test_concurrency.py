"""Many clerks at once, and no change is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from tests.builders import an_assignment, an_extension
from tests.store.children import in_children
from tests.store.registers import AT, add, append
from tests.store.test_writing import row_count
from tracker.core.events import Noted
from tracker.core.life import Directive
from tracker.store import writing
from tracker.store.chronicle import chronicle
from tracker.store.database import Store, open_store
from tracker.store.errors import StaleRecord
from tracker.store.mapping import standing_rows
from tracker.store.reading import open_reading
from tracker.store.tables import DirectiveRow
from tracker.store.writing import change

CLERKS = 8
EACH = 12


def looked_up(store: Store) -> Directive:
    with change(store, name="look", who="lan", at=AT) as work:
        return work.directive(1)


def a_note(clerk: int, number: int) -> Noted:
    return Noted(effective_on=date(2023, 12, 1), text=f"{clerk}/{number}")


def test_changes_that_read_and_write_in_one_go_lose_nothing(location: str) -> None:
    with open_store(location) as store:
        add(store)

    def take_notes(clerk: int) -> None:
        with open_store(location) as store:
            for number in range(EACH):
                with change(store, name="note", who=f"clerk {clerk}", at=AT) as work:
                    work.append(work.directive(1), a_note(clerk, number))

    assert in_children(CLERKS, take_notes) == [0] * CLERKS
    with open_reading(location) as reading:
        entries = chronicle(reading, 1)
    notes = [entry.event.text for entry in entries if isinstance(entry.event, Noted)]
    wanted = [f"{clerk}/{number}" for clerk in range(CLERKS) for number in range(EACH)]
    assert sorted(notes) == sorted(wanted)
    with open_store(location) as store:
        assert looked_up(store).version == 1 + CLERKS * EACH


def test_forms_that_stay_open_lose_nothing_either(location: str) -> None:
    with open_store(location) as store:
        add(store)

    def extend_until_accepted(clerk: int) -> None:
        day = date(2024, 1, 1) + timedelta(days=clerk)
        extension = an_extension(day, approved_on=date(2023, 12, 1), number=f"{clerk + 1}/UBND-NC")
        with open_store(location) as store:
            for _ in range(1000):
                form = looked_up(store)
                try:
                    append(store, form, extension)
                except StaleRecord:
                    continue
                return

    assert in_children(CLERKS, extend_until_accepted) == [0] * CLERKS
    with open_store(location) as store:
        directive = looked_up(store)
        assert directive.version == len(directive.events) == 1 + CLERKS
        assert row_count(store, "operation") == 1 + CLERKS
        assert written(store) == replayed(directive)


def written(store: Store) -> list[str]:
    """The due days of the spans as they stand in the table."""
    with open_reading(store.location) as reading:
        return [due_on for (due_on,) in reading.rows("SELECT due_on FROM standing ORDER BY id", {})]


def replayed(directive: Directive) -> list[str]:
    """The due days of the spans as the events have them."""
    return [row["due_on"].isoformat() for row in standing_rows(directive)]


def test_without_the_check_of_the_version_a_change_would_be_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: what the two tests above would find if nobody looked at the version."""

    def unchecked(
        session: Session, id: int, expected: int | None, *, with_void: bool
    ) -> DirectiveRow:
        del expected, with_void
        return session.get_one(DirectiveRow, id)

    form = add(store, an_assignment())
    append(store, form, an_extension(date(2024, 1, 5), approved_on=date(2023, 12, 1)))
    monkeypatch.setattr(writing, "row_of", unchecked)
    append(store, form, an_extension(date(2024, 1, 9), approved_on=date(2023, 12, 2)))
    directive = looked_up(store)
    assert directive.version < len(directive.events)
    assert written(store) != replayed(directive)


def test_two_entering_the_same_document_see_one_another(location: str) -> None:
    """Whoever looks for a duplicate inside the change finds what was entered a moment before."""

    def enter_once(clerk: int) -> None:
        with (
            open_store(location) as store,
            change(store, name="add", who=f"clerk {clerk}", at=AT) as work,
        ):
            if not work.find(document_key="6340/ubnd-nc"):
                work.add(an_assignment())

    assert in_children(4, enter_once) == [0] * 4
    with open_store(location) as store:
        assert row_count(store, "directive") == 1
