"""Looking through a large register: what is read for one picture does not grow with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.benchmarks.make_register import TODAY, make_register
from tests.tui.desks import desk_of
from tracker.core.directive import Progress
from tracker.core.row_order import Order
from tracker.operations import browsing
from tracker.operations.browsing import EVERYTHING, RowIds, all_ids, first_ids, rows_by_id
from tracker.operations.desk import Desk
from tracker.store import searching
from tracker.store.rows import Reading
from tracker.store.selection import Selection

MANY, DISTINCT = 600, 150
PAGE = 40
FEW = 20


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Nothing is ever written to its register."""
    made = desk_of(tmp_path_factory.mktemp("many"), today=TODAY)
    make_register(made.location, MANY, distinct=DISTINCT)
    return made


@pytest.fixture
def is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it count as so large that not every order is found at once."""
    monkeypatch.setattr(browsing, "_SMALL", 100)
    monkeypatch.setattr(browsing, "_FEW", FEW)
    monkeypatch.setattr("tracker.store.sqlite_file._STEPS", 1)


def found(desk: Desk, selection: Selection) -> RowIds:
    ids = all_ids(desk, selection, as_of=TODAY)
    assert ids is not None
    return ids


SELECTIONS = (
    EVERYTHING,
    *(
        Selection(is_supporting=False, state=EVERYTHING.state, order=Order.ATTENTION, search=search)
        for search in ("k", "kho", "khong", "khoa hoc", "12/", "149/", "khong co")
    ),
    Selection(order=Order.ATTENTION, progress=frozenset({Progress.LATE})),
    Selection(order=Order.DEADLINE, is_reversed=True, search="de an"),
)


@pytest.mark.usefixtures("is_large")
@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda selection: selection.search)
def test_the_first_rows_are_those_that_the_whole_list_begins_with(
    desk: Desk, selection: Selection
) -> None:
    whole = list(found(desk, selection))
    first = first_ids(desk, selection, as_of=TODAY, at_most=PAGE)
    assert first is not None
    assert list(first.ids) == whole[: len(first.ids)]
    assert len(first.ids) == len(whole) if first.is_whole else len(first.ids) <= PAGE


@pytest.mark.usefixtures("is_large")
def test_what_nobody_waits_for_is_not_found_to_the_end(desk: Desk) -> None:
    asked = []

    def give_up() -> bool:
        asked.append(True)
        return len(asked) > 3

    assert all_ids(desk, EVERYTHING, as_of=TODAY, give_up=give_up) is None
    assert len(asked) == 4
    given_up = first_ids(desk, EVERYTHING, as_of=TODAY, at_most=PAGE, give_up=give_up)
    assert given_up is None
    assert len(asked) == 5


def test_a_small_register_answers_whoever_is_in_a_hurry(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.sqlite_file._STEPS", 1)
    first = first_ids(desk, EVERYTHING, as_of=TODAY, at_most=PAGE, give_up=lambda: True)
    assert first is not None
    assert list(first.ids) == list(found(desk, EVERYTHING))


@pytest.mark.usefixtures("is_large")
def test_a_letter_asks_an_index_for_no_more_than_is_put_in_order_at_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def hits(reading: Reading, letters: list[str], number: int) -> searching.Hits:
        asked.append(number)
        return given(reading, letters, number)

    given = searching._hits
    monkeypatch.setattr(searching, "_hits", hits)
    for selection in SELECTIONS[1:8]:
        first_ids(desk, selection, as_of=TODAY, at_most=PAGE)
    assert set(asked) == {browsing._few(MANY)}


@pytest.mark.usefixtures("is_large")
def test_the_last_page_costs_what_the_first_one_does(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = found(desk, EVERYTHING)
    costs = Costs(monkeypatch)
    first = costs.of(lambda: rows_by_id(desk, ids[:PAGE], as_of=TODAY))
    last = costs.of(lambda: rows_by_id(desk, ids[-PAGE:], as_of=TODAY))
    whole = costs.of(lambda: found(desk, EVERYTHING))
    assert 0 < last < 1.5 * first
    # The measure tells one from the other.
    assert whole > 3 * last


class Costs:
    """Counts what SQLite does, which no busy machine can disturb."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._steps = 0
        self._read_quickly = browsing.read_quickly
        monkeypatch.setattr(browsing, "read_quickly", self._counted)

    def _counted(self, desk: Desk) -> Reading:
        reading = self._read_quickly(desk)
        reading.heed(self._step)
        # Nothing else may be heeded meanwhile.
        setattr(reading, "heed", lambda _: None)  # noqa: B010 - a method, to the type checker
        return reading

    def _step(self) -> bool:
        self._steps += 1
        return False

    def of(self, work: Callable[[], object]) -> int:
        """The steps of some work."""
        before = self._steps
        work()
        return self._steps - before
