"""Finding a directive by what a user calls it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import a_citation, an_assignment
from tests.store.registers import add, reading_of, take_back
from tracker.store.database import Store
from tracker.store.finding import document_numbers, find


@pytest.fixture
def office(store: Store) -> Store:
    for number, year in (
        ("25/KH-UBND", 2022),
        ("25/KH-UBND", 2023),
        ("6340/UBND-NC", 2023),
        ("634/UBND-ĐA", 2023),
        ("634/UBND-DA", 2023),
        ("25/KH-UBND", 2023),
    ):
        document = a_citation(number, date(year, 11, 3))
        add(store, an_assignment(document=document, assigned_on=document.issued_on))
    return store


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"id": 3}, [3]),
        ({"id": 99}, []),
        ({"id": 0}, []),
        ({"id": -1}, []),
        ({"id": 2**31}, []),
        ({"id": 10**30}, []),
        ({"document_key": "25/kh-ubnd"}, [1, 2, 6]),
        ({"document_key": "25/kh-ubnd", "issued_on": "2022-11-03"}, [1]),
        ({"document_key": "634/ubnd-đa"}, [4]),
        ({"document_key": "634"}, []),
        ({"key_prefix": "634"}, [3, 4, 5]),
        ({"key_prefix": "634/"}, [4, 5]),
        ({"key_prefix": "25/kh-ubnd"}, [1, 2, 6]),
        ({"key_prefix": "%"}, []),
        ({"issued_on": "2023-11-03", "key_prefix": "25"}, [2, 6]),
        ({}, [1, 2, 3, 4, 5, 6]),
    ],
)
def test_what_is_given_narrows_down_what_is_found(
    office: Store, asked: dict[str, object], expected: list[int]
) -> None:
    with reading_of(office) as reading:
        found = find(reading, **asked)  # type: ignore[arg-type]
    assert [each.id for each in found] == expected


def test_what_is_found_can_be_told_apart(office: Store) -> None:
    with reading_of(office) as reading:
        (found,) = find(reading, id=1)
    assert (found.document_number, found.issued_on) == ("25/KH-UBND", "2022-11-03")
    assert found.content == "Rà soát thủ tục hành chính"


def test_what_was_taken_back_is_not_found(office: Store) -> None:
    take_back(office)
    with reading_of(office) as reading:
        assert [each.id for each in find(reading, document_key="25/kh-ubnd")] == [1, 2]


def test_the_history_of_what_was_taken_back_can_still_be_asked_for(office: Store) -> None:
    take_back(office)
    with reading_of(office) as reading:
        assert find(reading, id=6) == ()
        assert [each.id for each in find(reading, id=6, with_void=True)] == [6]
        assert find(reading, id=7, with_void=True) == ()
        assert [each.id for each in find(reading, with_void=True)] == [1, 2, 3, 4, 5, 6]
        again = find(reading, document_key="25/kh-ubnd", with_void=True)
    assert [each.id for each in again] == [1, 2, 6]


def test_numbers_that_begin_so_are_offered_once_each(office: Store) -> None:
    with reading_of(office) as reading:
        assert document_numbers(reading, "25") == ["25/KH-UBND"]
        assert document_numbers(reading, "634/") == ["634/UBND-DA", "634/UBND-ĐA"]
        assert document_numbers(reading, "", limit=2) == ["25/KH-UBND", "634/UBND-DA"]


def test_what_is_found_tells_whether_it_may_be_shown(store: Store) -> None:
    add(store, an_assignment(is_secret=True))
    add(store)
    with reading_of(store) as reading:
        assert [each.is_secret for each in find(reading)] == [True, False]
