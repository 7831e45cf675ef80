"""The names that the directives of a register are kept under."""

from __future__ import annotations

from tests.builders import an_assignment
from tests.store.registers import add, reading_of, take_back
from tracker.store.database import Store
from tracker.store.naming import names, supporting_names


def test_every_spelling_is_given_once_and_no_empty_one(store: Store) -> None:
    for unit in ("Văn phòng", "văn phòng", "", "Văn phòng"):
        add(store, an_assignment(unit=unit))
    with reading_of(store) as reading:
        assert sorted(names(reading, "unit")) == ["Văn phòng", "văn phòng"]
        assert names(reading, "officer") == ()


def test_each_of_the_supporting_divisions_is_given(store: Store) -> None:
    for units in (("Phòng A", "Phòng B"), (), ("Phòng B",)):
        add(store, an_assignment(supporting_units=units))
    with reading_of(store) as reading:
        assert sorted(supporting_names(reading)) == ["Phòng A", "Phòng B"]


def test_the_names_of_what_was_taken_back_are_gone(store: Store) -> None:
    add(store, an_assignment(unit="Gõ nhầm"))
    take_back(store)
    with reading_of(store) as reading:
        assert names(reading, "unit") == ()
