"""The table: moving in it, by keys, wheel and mouse, on a screen of any size."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot

from tests.tui.desks import app_over, desk_of, fill
from tests.tui.drawn import lines
from tests.tui.pilot import play
from tracker.core.assessed import AssessedDirective
from tracker.core.row_order import Order
from tracker.operations.browsing import RowIds
from tracker.operations.desk import Desk
from tracker.operations.progressing import Completion, done
from tracker.store.errors import LockedRegister
from tracker.tui.screens.directive import DirectiveScreen
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.widgets.register_table import RegisterTable
from tracker.tui.widgets.row_window import RowWindow
from tracker.wording.cell_width import cells
from tracker.wording.register_table import LOADING, MARK

MANY = 30


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A register of many directives; nothing is ever written to it."""
    made = desk_of(tmp_path_factory.mktemp("long"))
    fill(
        made,
        [
            f"{number}/KH-UBND ngày 24/5/2023 Việc thứ {number} hạn {1 + number % 28}/01/2024"
            for number in range(1, MANY + 1)
        ],
    )
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_of(tmp_path)
    fill(made)
    return made


def table_of(pilot: Pilot[Any]) -> RegisterTable:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, RegisterScreen)
    return screen.table


async def settle(pilot: Pilot[Any]) -> None:
    """Let the whole directive take its place beside or below the table."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, RegisterScreen)
    await screen._show_details()
    await pilot.pause()


def is_cursor_in_sight(table: RegisterTable) -> bool:
    """Whether the row under the cursor is one of those that are seen."""
    top = table.scroll_offset.y
    return top <= table.cursor < top + table.page_height


def test_keys_move_by_rows_pages_and_to_both_ends(long: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[list[int], int]:
        table = table_of(pilot)
        await settle(pilot)
        seen = []
        for key in (
            "down", "j", "up", "k", "up", "pagedown", "pageup", "end", "down", "pageup",
            "ctrl+home", "pageup", "ctrl+end", "home",
        ):  # fmt: skip
            await pilot.press(key)
            seen.append(table.cursor)
            assert is_cursor_in_sight(table)
        return seen, table.page_height

    seen, height = play(app_over(long), script)
    last, page = MANY - 1, height - 1
    assert page > 5
    assert seen == [1, 2, 1, 0, 0, page, 0, last, last, last - page, 0, 0, last, 0]


def test_the_wheel_moves_the_rows_and_the_next_key_comes_back_to_the_cursor(long: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[int]:
        table = table_of(pilot)
        await settle(pilot)
        seen = []
        for _ in range(4):
            await pilot._post_mouse_events([MouseScrollDown], RegisterTable, offset=(5, 5))
        await pilot.pause()
        seen += [table.cursor, table.scroll_offset.y]
        assert all("/KH-UBND" in line for line in lines(pilot.app)[4:8])
        await pilot._post_mouse_events([MouseScrollUp], RegisterTable, offset=(5, 5))
        await pilot.pause()
        seen.append(table.scroll_offset.y)
        await pilot.press("down")
        assert is_cursor_in_sight(table)
        return [*seen, table.cursor]

    cursor, down, up, after = play(app_over(long), script)
    assert (cursor, after) == (0, 1)
    assert 0 < up < down


def test_a_click_goes_to_a_row_two_open_it_and_one_at_the_edge_marks_it(long: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[list[int], list[str], str]:
        table = table_of(pilot)
        await settle(pilot)
        await pilot.press("end")
        top = table.scroll_offset.y
        await pilot.click(RegisterTable, offset=(30, 3))
        places = [table.cursor - top]
        await pilot.click(RegisterTable, offset=(0, 5))
        places.append(table.cursor - top)
        marked = [row.document.number for row in table.marks.values()]
        assert lines(pilot.app)[8].startswith(MARK)
        await pilot.click(RegisterTable, offset=(30, 2), times=2)
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, DirectiveScreen)
        return places, marked, screen.row.document.number

    places, marked, opened = play(app_over(long), script)
    assert places == [2, 5]
    assert len(marked) == 1
    assert opened.endswith("/KH-UBND")


def test_a_click_on_a_title_sorts_and_another_turns_the_order_round(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[tuple[Order, bool]]:
        seen = []
        for _ in range(2):
            place = lines(pilot.app)[3].index("Thời hạn")
            await pilot.click(RegisterTable, offset=(place, 0))
            await pilot.pause()
            seen.append(table_of(pilot).sorted_by)
        return seen

    assert play(app_over(desk), script) == [(Order.DEADLINE, False), (Order.DEADLINE, True)]


def test_a_click_below_the_last_row_does_nothing(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> int:
        await pilot.press("down")
        await pilot.click(RegisterTable, offset=(30, 9))
        return table_of(pilot).cursor

    assert play(app_over(desk), script) == 1


def test_a_screen_of_any_size_shows_the_cursor(long: Desk) -> None:
    usual = (80, 24)
    scenes = {
        (): ((140, 40), (60, 15), (1, 1), (20, 5)),
        ("f1",): (usual,),
        ("escape", "ctrl+p"): ((20, 5),),
        ("escape", "v"): (usual,),
        ("escape", "enter"): ((20, 5), usual),
    }

    async def script(pilot: Pilot[None]) -> list[str]:
        table = table_of(pilot)
        await pilot.press("end", "up")
        for keys, sizes in scenes.items():
            await pilot.press(*keys)
            for width, height in sizes:
                await pilot.resize_terminal(width, height)
                assert all(cells(line) <= width for line in lines(pilot.app))
                assert is_cursor_in_sight(table) or table.size.height == 0
        await pilot.press("escape")
        return lines(pilot.app)

    drawn = play(app_over(long), script)
    assert any("/KH-UBND" in line for line in drawn)


def test_a_row_that_is_there_no_more_or_cannot_be_read_is_no_trouble(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[list[str]]:
        table = table_of(pilot)
        table.window._pages.clear()
        done(desk, "6340/UBND-NC", Completion(on="14/12/2023"))
        table.refresh()
        await pilot.pause()
        shown = [lines(pilot.app)[4:6]]
        assert table.current is None
        await pilot.press("space", "y", "enter")

        def locked(_: RowIds) -> Sequence[AssessedDirective | None]:
            raise LockedRegister("tracker.db")

        table.show(RowWindow(table.window.ids, locked), as_of=desk.today, cursor=0)
        await pilot.press("down", "space", "end")
        shown.append(lines(pilot.app)[4:6])
        screen = pilot.app.screen
        assert isinstance(screen, RegisterScreen)
        screen._watch()
        await pilot.pause()
        return [*shown, lines(pilot.app)[4:6]]

    gone, locked, after = play(app_over(desk), script)
    assert gone[0].strip() == LOADING
    assert "1950/UBND-KGVX" in gone[1]
    assert [line.strip() for line in locked] == [LOADING] * 2
    assert "1950/UBND-KGVX" in after[0]


@pytest.mark.parametrize(("keys", "place"), [(("end",), 99), (("end", "up"), 8), (("down",), 1)])
def test_the_last_row_is_gone_to_as_soon_as_it_is_known(
    desk: Desk, keys: tuple[str, ...], place: int
) -> None:
    def nothing(ids: RowIds) -> list[None]:
        return [None] * len(ids)

    async def script(pilot: Pilot[None]) -> list[int]:
        table = table_of(pilot)
        table.show(RowWindow(range(10), nothing, is_whole=False), as_of=desk.today, cursor=0)
        await pilot.press(*keys)
        places = [table.cursor]
        table.grow(table.window.in_doubt())
        places.append(table.cursor)
        table.grow(RowWindow(range(100), nothing))
        return [*places, table.cursor]

    *before, after = play(app_over(desk), script)
    assert max(before) < 10
    assert after == place
