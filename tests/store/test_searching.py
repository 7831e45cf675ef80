"""Whatever is searched is found as if every text were read, by whichever way it is found."""

from __future__ import annotations

import tracemalloc
import unicodedata
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, a_completion, an_assignment, every_month
from tests.examples import examples
from tests.store.conftest import Registers
from tests.store.registers import AT, WHO, add, reading_of, take_back
from tracker.core.errors import TrackerError
from tracker.core.events import Assigned, Edited, Event, Voided
from tracker.core.life import Directive
from tracker.core.row_order import Order
from tracker.core.rules import Policy
from tracker.core.vietnamese import clean, fold
from tracker.store import search_index, searching, server_reading, sqlite_file
from tracker.store.database import Store
from tracker.store.errors import ReadOnlyRegister
from tracker.store.integrity import examine
from tracker.store.rows import Reading
from tracker.store.search_check import badly_indexed
from tracker.store.searching import Hits, has_index, letters_of, looked_up, words_of
from tracker.store.selection import Selection, selected, selected_ids
from tracker.store.writing import change


def found(reading: Reading, search: str, **wanted: Any) -> list[int]:
    """The ids of rows, as a list gives them."""
    selection = Selection(search=search, **wanted)
    return selected(reading, selection, as_of=TODAY, policy=Policy())


class ReadThrough:
    """The same by the plain rule: every word stands somewhere in the text."""

    def __init__(self, reading: Reading) -> None:
        self._rows = {order: found(reading, "", order=order) for order in Order}
        self._texts = dict(
            reading.rows(
                "SELECT standing.id, search_text FROM directive "
                "JOIN standing ON directive_id = directive.id",
                {},
            )
        )

    def __call__(self, search: str, order: Order = Order.ENTRY) -> list[int]:
        words = fold(clean(search)[0]).split()
        return [id for id in self._rows[order] if all(w in self._texts[id] for w in words)]


# Every reading, however little is thought worth looking up


@contextmanager
def few_at_once(number: int) -> Iterator[None]:
    """Let few be too many to be fetched by their numbers: small registers take all ways then."""
    with mock.patch.multiple(searching, _AT_LEAST=number, _MARGIN=1):
        yield


LETTERS = "aăĐbng25 /(9%_\"'!*-^:+{}\\\n.KİßΣ字😀\u0301"


def contents() -> st.SearchStrategy[str]:
    words = st.sampled_from(["Đẩy mạnh", "nghị quyết", "25/KH-UBND", "(9999", "100%", "ng", ""])
    return st.lists(words | st.text(LETTERS, max_size=9), min_size=1, max_size=3).map(" ".join)


def queries() -> st.SearchStrategy[str]:
    of_two = st.tuples(contents(), contents()).map(" ".join)
    return st.one_of(st.text(LETTERS, max_size=6), contents(), of_two)


class Clerk:
    """Does what has been drawn, as far as the rules allow."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._number = 0

    def do(self, what: str, which: int, text: str) -> None:
        with suppress(TrackerError):
            if what == "undo":
                take_back(self._store)
            elif what == "add" or not self._number:
                add(self._store, an_assignment(content=text, is_secret=which == 0))
                self._number += 1
            else:
                with change(self._store, name=what, who=WHO, at=AT) as work:
                    directive = work.directive(1 + which % self._number)
                    work.append(directive, self._event(what, directive, text))

    def _event(self, what: str, directive: Directive, text: str) -> Event:
        edited = replace(directive.assignment, content=text, deadline=every_month())
        events: dict[str, Event] = {
            "edit": Edited(before=directive.assignment, after=edited),
            "done": a_completion(date(2023, 12, 5), result_text=text),
            "void": Voided(reason=text),
        }
        return events[what]


STEPS = st.tuples(
    st.sampled_from(["add", "edit", "edit", "done", "void", "undo"]),
    st.integers(0, 3),
    contents(),
)


@examples(14)
@given(
    steps=st.lists(STEPS, min_size=1, max_size=7),
    asked=st.lists(queries(), max_size=4),
    few=st.sampled_from([1, 2, 500]),
    limit=st.sampled_from([0, 1, 2, 3]),
)
def test_a_search_finds_what_reading_every_text_would(
    registers: Registers,
    steps: list[tuple[str, int, str]],
    asked: list[str],
    few: int,
    limit: int,
) -> None:
    store = registers.store()
    clerk = Clerk(store)
    for step in steps:
        clerk.do(*step)
    written = {word for _, _, text in steps for word in text.split()}
    with reading_of(store) as reading, few_at_once(few):
        read_through = ReadThrough(reading)
        for search in (*asked, *sorted(written)):
            wanted = read_through(search)
            assert found(reading, search) == wanted
            assert found(reading, search, limit=limit) == wanted[:limit]
            by_unit = found(reading, search, order=Order.UNIT, limit=limit)
            assert by_unit == read_through(search, Order.UNIT)[:limit]
        assert badly_indexed(reading) == set()


def test_an_index_left_behind_would_be_found_out(
    file_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: what is written down is forgotten instead of indexed."""
    forgotten = (f"DELETE FROM {search_index.WAITING}",)
    monkeypatch.setattr(search_index, "_UP_TO_DATE", forgotten)
    add(file_store, an_assignment(content="Nghị quyết"))
    with reading_of(file_store) as reading:
        assert ReadThrough(reading)("quyet") == [1]
        assert found(reading, "quyet") == []
    assert [(one.kind.value, one.detail) for one in examine(file_store.location)] == [
        ("search", "1")
    ]


# Signs, words of any length, other forms of the same letters


@pytest.fixture
def office(store: Store) -> Store:
    for content in (
        "Đẩy mạnh thực hiện Nghị quyết (9999) theo 25/KH-UBND",
        'Việc "khẩn" của ông A\'B đạt 100% kế_hoạch',
        "Nghị định ^a* AND b OR NOT c NEAR(d) {e}: x:y -z + \\",
        "ng",
    ):
        add(store, an_assignment(content=content))
    return store


MEANT: dict[str, list[int]] = {
    "n": [1, 2, 3, 4],
    "ng": [1, 2, 3, 4],
    "day manh": [1],
    "đẩy mạnh": [1],
    unicodedata.normalize("NFD", "ĐẨY mạnh"): [1],
    "nghi quyet": [1],
    "quyet nghi": [1],
    "nghi": [1, 3],
    "nghi c": [1, 3],
    "(9999": [1],
    "(9999) 25/kh": [1],
    "25/kh": [1],
    '"khan"': [2],
    '"""': [],
    '"': [2],
    "a'b": [2],
    "100%": [2],
    "ke_hoach": [2],
    "ke%hoach": [],
    "___": [],
    "%%%": [],
    "near(d) not": [3],
    "{e}:": [3],
    "x:y -z + \\ ^a*": [3],
    "khongco": [],
    "nghi khongco": [],
    "and": [3],
    "*": [3],
    "'''": [],
    "'; DROP TABLE directive; --": [],
    "nghi\ud800 \x00quy\u200bet": [1],
    "": [1, 2, 3, 4],
    "   ": [1, 2, 3, 4],
    "6340/ubnd": [1, 2, 3, 4],
}
"""What is searched, and what is found in the office."""


@pytest.mark.parametrize("few", [1, 500])
def test_no_sign_means_anything_but_itself(office: Store, few: int) -> None:
    with reading_of(office) as reading, few_at_once(few):
        assert {search: found(reading, search) for search in MEANT} == MEANT
        for search, expected in MEANT.items():
            assert found(reading, search, limit=2) == expected[:2]


def test_a_page_pasted_as_a_search_is_no_trouble(store: Store) -> None:
    page = " ".join(f"{number}-việc-{number * 7919}" for number in range(700))
    add(store, an_assignment(content=page))
    add(store, an_assignment(content=page[:-1]))
    with reading_of(store) as reading:
        assert found(reading, page[-400:]) == [1]
        one_word = page.replace(" ", "")
        assert len(letters_of([fold(one_word)])) <= 60
        assert found(reading, one_word) == []


def test_what_a_change_has_entered_is_found_before_it_is_kept(store: Store) -> None:
    add(store, an_assignment(content="Nghị quyết một"))
    with change(store, name="import", who=WHO, at=AT) as work:
        work.enter([(Assigned(assignment=an_assignment(content="Nghị quyết hai")),)] * 2)
        assert found(work.reading, "quyet") == [1, 2, 3]
        assert found(work.reading, "quyet hai", limit=1) == [2]


def test_words_are_looked_up_in_a_file_and_on_a_server_they_are_not(store: Store) -> None:
    add(store)
    with reading_of(store) as reading:
        is_file = reading.is_file
        assert is_file == has_index(reading) == (store.engine.dialect.name == "sqlite")
        tries = list(looked_up(reading, words_of("rà soát"), first=50))
    everything = Hits(ids=frozenset({1}), are_all=True)
    assert tries == ([everything, everything] if is_file else [])


@pytest.mark.parametrize("search", ["", "n", "ng", "a b cd"])
def test_short_words_are_not_looked_up(file_store: Store, search: str) -> None:
    with reading_of(file_store) as reading:
        assert list(looked_up(reading, words_of(search))) == []


class Counting(Reading):
    """Counts what is asked of the tables of the register."""

    is_file = True

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.asked: list[str] = []

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        if "FROM standing" in sql:
            self.asked.append(sql)
        return self._reading.rows(sql, parameters)


def test_a_rare_word_is_fetched_by_the_numbers_of_its_directives(file_store: Store) -> None:
    for content in ("một", "hai", "một hai"):
        add(file_store, an_assignment(content=content))
    with reading_of(file_store) as reading:
        counting = Counting(reading)
        assert found(counting, "hai", limit=50) == [2, 3]
        assert found(counting, "hai", ids=frozenset({3, 4})) == [3]
    first, second = counting.asked
    assert first.count("directive_id IN (2, 3)") == 1
    assert second.count("directive_id IN (3)") == 1


def test_of_a_common_word_the_first_few_are_looked_up_and_no_more(file_store: Store) -> None:
    for _ in range(8):
        add(file_store)
    with reading_of(file_store) as reading, few_at_once(5):
        counting = Counting(reading)
        assert found(counting, "soat", limit=2) == [1, 2]
        assert found(counting, "soat") == [1, 2, 3, 4, 5, 6, 7, 8]
    first, everything = counting.asked
    assert "directive_id IN (1, 2)" in first
    assert "directive_id IN" not in everything


# Ids in little room


def test_ids_come_as_they_do_in_a_list(office: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (sqlite_file, server_reading):
        monkeypatch.setattr(room, "ROWS_IN_CHUNK", 3)
    monkeypatch.setattr(sqlite_file, "_LETTERS_IN_CHUNK", 2)
    with reading_of(office) as reading:
        for order in Order:
            selection = Selection(order=order)
            ids = selected_ids(reading, selection, as_of=TODAY, policy=Policy())
            assert (type(ids), ids.typecode) == (array, "q")
            expected = [1, 4, 3, 2] if order is Order.CONTENT else [1, 2, 3, 4]
            assert ids.tolist() == found(reading, "", order=order) == expected
        chunks = list(reading.chunks("SELECT id FROM directive ORDER BY id", {}))
        assert chunks == [[(1,), (2,), (3,)], [(4,)]]
        assert list(reading.chunks("SELECT id FROM directive WHERE id > :id", {"id": 9})) == []


def test_others_may_be_asked_between_two_chunks(
    office: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (sqlite_file, server_reading):
        monkeypatch.setattr(room, "ROWS_IN_CHUNK", 2)
    with reading_of(office) as reading:
        seen = []
        for chunk in reading.chunks("SELECT id FROM directive ORDER BY id", {}):
            seen += chunk
            assert len(found(reading, "nghi")) == 2
        assert seen == [(1,), (2,), (3,), (4,)]
        for _ in reading.chunks("SELECT id FROM directive ORDER BY id", {}):
            break
        assert len(found(reading, "nghi")) == 2


def test_a_reader_cannot_write_in_chunks_either(file_store: Store) -> None:
    with reading_of(file_store) as reading, pytest.raises(ReadOnlyRegister):
        list(reading.chunks("DELETE FROM day_off RETURNING day", {}))


class Endless(Reading):
    """Gives more rows than one would want to hold at once."""

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:  # noqa: ARG002
        return []

    def chunks(
        self,
        sql: str,  # noqa: ARG002
        parameters: Mapping[str, Any],  # noqa: ARG002
    ) -> Iterator[list[tuple[Any, ...]]]:
        for first in range(0, 100_000, 1_000):
            yield [(id,) for id in range(first, first + 1_000)]


ENDLESS = """
WITH RECURSIVE number(id) AS (SELECT 0 UNION ALL SELECT id + 1 FROM number LIMIT 100000)
SELECT id FROM number"""


def test_an_id_takes_eight_bytes_and_as_many_letters_on_its_way(file_store: Store) -> None:
    def counted() -> array[int]:
        return selected_ids(Endless(), Selection(), as_of=TODAY, policy=Policy())

    assert bytes_for_an_id(counted) < 12
    with reading_of(file_store) as reading:
        assert bytes_for_an_id(lambda: reading.ids(ENDLESS, {})) < 20


def bytes_for_an_id(find: Callable[[], array[int]]) -> float:
    """The most that is held at once."""
    tracemalloc.start()
    try:
        ids = find()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(ids) == 100_000
    return peak / len(ids)
