"""What takes longer than a letter may is looked up behind the picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.desks import app_over, desk_of, fill
from tests.tui.drawn import lines
from tests.tui.pilot import play
from tracker.core.row_order import Order
from tracker.operations import browsing
from tracker.operations.desk import Desk
from tracker.operations.queries import list_directives
from tracker.store.selection import Selection
from tracker.tui.screens import lookups
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.widgets.register_table import RegisterTable

LANG_SON = ["30/KH-UBND"]

FIRST = 4
"""So many are found at once of all that the register holds: those that are open and have a day."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Nothing is ever written to its register."""
    made = desk_of(tmp_path_factory.mktemp("looked-at"))
    fill(made)
    return made


@pytest.fixture(autouse=True)
def has_no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no letter find anything by itself."""
    monkeypatch.setattr(browsing, "_SMALL", 0)
    monkeypatch.setattr("tracker.store.sqlite_file._STEPS", 1)
    monkeypatch.setattr(lookups, "_LETTER_SECONDS", -1)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[Held]:
    """What is looked up waits here until a test lets it go on."""
    waiting: list[Held] = []

    def hold(
        _: object,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        *_more: object,
        **_rest: object,
    ) -> None:
        waiting.append(Held(work, then))

    monkeypatch.setattr(lookups, "in_thread", hold)
    return waiting


class Held:
    """Something to be looked up."""

    def __init__(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self.work, self._then = work, then

    def go_on(self) -> None:
        """Look it up, and show what was found."""
        self._then(self.work())


def screen_of(pilot: Pilot[Any]) -> RegisterScreen:
    screen = pilot.app.screen
    assert isinstance(screen, RegisterScreen)
    return screen


def documents(pilot: Pilot[Any]) -> list[str]:
    return [row.document.number for row in screen_of(pilot).table.window.rows(10)]


async def type_in(pilot: Pilot[Any], text: str) -> None:
    await pilot.press("slash", *text)
    await pilot.pause()


def test_what_is_found_late_is_shown_then(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[list[str], bool]:
        await type_in(pilot, "lang")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        return documents(pilot), screen_of(pilot).table.window.is_whole

    assert play(app_over(desk), script) == (LANG_SON, True)


def test_until_then_the_rows_stay_and_are_not_taken_for_what_was_wanted(
    desk: Desk, held: list[Held]
) -> None:
    async def script(pilot: Pilot[None]) -> list[tuple[int, bool]]:
        seen = []
        screen = screen_of(pilot)
        held.clear()

        def look() -> None:
            seen.append((len(documents(pilot)), screen.table.window.is_whole))

        await type_in(pilot, "lang")
        look()
        await pilot.press("tab", "a")
        assert screen.table.marks == {}
        held[-1].go_on()
        look()
        return seen

    assert play(app_over(desk), script) == [(FIRST, False), (1, True)]


def test_a_letter_puts_an_end_to_what_the_one_before_it_asked(desk: Desk, held: list[Held]) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        held.clear()
        await type_in(pilot, "l")
        first = held[-1]
        await pilot.press("a")
        await pilot.pause()
        assert held[-1] is not first
        assert first.work() is None
        first.go_on()
        assert len(documents(pilot)) == FIRST
        await pilot.press("n", "g")
        await pilot.pause()
        held[-1].go_on()
        return documents(pilot)

    assert play(app_over(desk), script) == LANG_SON


@pytest.mark.parametrize("key", ["enter", "down"])
def test_whoever_goes_to_the_rows_has_the_right_ones(
    desk: Desk, held: list[Held], key: str
) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        await type_in(pilot, "lang")
        assert len(documents(pilot)) == FIRST
        await pilot.press(key)
        return documents(pilot)

    assert held == []
    assert play(app_over(desk), script) == LANG_SON


def test_the_rest_of_a_list_waits_for_a_pause_in_typing(
    desk: Desk, held: list[Held], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookups, "_LETTER_SECONDS", 60)
    monkeypatch.setattr(lookups, "_REST_SECONDS", 0)
    monkeypatch.setattr(lookups, "_PAUSE_SECONDS", 60)

    async def script(pilot: Pilot[None]) -> tuple[int, int]:
        await pilot.pause()
        before = len(held)
        await type_in(pilot, "ub")
        return before, len(held) - before

    assert play(app_over(desk), script) == (1, 0)


def test_a_move_meanwhile_is_not_undone_by_what_is_found(tmp_path: Path, held: list[Held]) -> None:
    desk = desk_of(tmp_path)
    fill(desk)

    async def script(pilot: Pilot[None]) -> tuple[int, int]:
        screen = screen_of(pilot)
        screen.read_again()
        await pilot.pause(0)
        held.clear()
        screen._look_ups._find_rest(screen.shown, screen.table.current)
        await pilot.press("down", "down")
        held[-1].go_on()
        return screen.table.cursor, len(documents(pilot))

    assert play(app_over(desk), script) == (2, 5)


def test_an_order_that_takes_long_is_told_at_once_and_can_be_turned_before_it_is_found(
    desk: Desk, held: list[Held]
) -> None:
    async def script(pilot: Pilot[None]) -> list[tuple[str, Order, list[str]]]:
        seen = []
        held.clear()
        table = screen_of(pilot).table
        place = lines(pilot.app)[3].index("Nội dung")

        async def look() -> None:
            await pilot.pause()
            said = lines(pilot.app)[2].partition("xếp: ")[2].strip()
            seen.append((said, table.sorted_by[0], documents(pilot)[:2]))

        for _ in range(2):
            await pilot.click(RegisterTable, offset=(place, 0))
            await look()
        held[-1].go_on()
        await look()
        return seen

    seen = play(app_over(desk), script)
    assert [said for said, _, _ in seen] == [
        "nội dung · đang xếp…",
        "nội dung, ngược · đang xếp…",
        "nội dung, ngược · 05 dòng",
    ]
    assert [order for _, order, _ in seen] == [Order.ATTENTION, Order.ATTENTION, Order.CONTENT]
    before, still, after = [rows for _, _, rows in seen]
    by_content = Selection(order=Order.CONTENT, is_reversed=True)
    found = list_directives(desk, by_content, as_of=desk.today)
    assert after == [row.document.number for row in found[:2]]
    assert before == still != after
