"""How much is drawn and read for one key: what a busy machine cannot disturb."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.color import Color
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot

from tests.benchmarks.make_register import TODAY, make_register
from tests.tui.desks import app_over, desk_of
from tests.tui.pilot import play
from tracker.operations import browsing
from tracker.operations.browsing import RowIds
from tracker.operations.desk import Desk
from tracker.tui import register_data
from tracker.tui.screens import register
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.themes import named
from tracker.tui.widgets.bare_lines import BareLines
from tracker.tui.widgets.register_table import RegisterTable
from tracker.tui.widgets.row_window import RowWindow

PAGE = 40
MANY = 130


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Nothing is ever written to its register."""
    made = desk_of(tmp_path_factory.mktemp("pages"), today=TODAY)
    make_register(made.location, MANY)
    return made


@pytest.fixture(autouse=True)
def has_no_details(monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows the cursor later is no part of the answer to a key."""
    monkeypatch.setattr(register, "_DETAIL_SECONDS", 60)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows were read at a time."""
    numbers = []

    def rows_by_id(desk: Desk, ids: RowIds, **more: Any) -> object:
        numbers.append(len(ids))
        return given(desk, ids, **more)

    given: Callable[..., object] = browsing.rows_by_id
    monkeypatch.setattr(register_data, "rows_by_id", rows_by_id)
    return numbers


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids of the rows that were drawn."""
    ids = []

    def row_line(table: RegisterTable, row: Any, **more: Any) -> object:
        ids.append(row.id)
        return given(table, row, **more)

    given: Callable[..., object] = RegisterTable._row_line
    monkeypatch.setattr(RegisterTable, "_row_line", row_line)
    return ids


def table_of(pilot: Pilot[Any]) -> RegisterTable:
    screen = pilot.app.screen
    assert isinstance(screen, RegisterScreen)
    return screen.table


def test_a_step_draws_two_rows_and_reads_none(
    desk: Desk, read: list[int], drawn: list[int]
) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.pause()
        read.clear()
        drawn.clear()
        await pilot.press("down")
        await pilot.pause()

    play(app_over(desk), script)
    assert len(drawn) == 2
    assert read == []


@pytest.mark.parametrize("key", ["pagedown", "end", "home"])
def test_a_jump_reads_and_draws_no_more_than_is_seen(
    desk: Desk, read: list[int], drawn: list[int], key: str
) -> None:
    async def script(pilot: Pilot[None]) -> int:
        if key == "home":
            await pilot.press("end")
        await pilot.pause()
        table_of(pilot).window._pages.clear()
        read.clear()
        drawn.clear()
        await pilot.press(key)
        await pilot.pause()
        return table_of(pilot).page_height

    height = play(app_over(desk), script)
    assert 0 < len(drawn) <= height
    # What is seen may begin in one page and end in the next: then both are read at once.
    assert len(read) == 1
    assert read[0] <= 2 * PAGE


def test_the_bar_of_a_long_list_is_not_drawn_anew_for_less_than_can_be_seen(desk: Desk) -> None:
    many = 100_000

    async def script(pilot: Pilot[None]) -> list[float]:
        table = table_of(pilot)
        window = RowWindow(range(many), lambda ids: [None] * len(ids))
        table.show(window, as_of=TODAY, cursor=0)
        await pilot.pause()
        places = []
        for key in ("pagedown", "pagedown", "end", "pageup", "pageup", "home"):
            await pilot.press(key)
            await pilot.pause()
            places.append(table.vertical_scrollbar.position)
        table.cursor = many // 2
        await pilot.pause()
        return [*places, table.vertical_scrollbar.position]

    first, second, end, _, before_end, home, middle = play(app_over(desk), script)
    assert (first, second, home) == (0, 0, 0)
    assert end > before_end > 0.98 * many
    assert middle == pytest.approx(many / 2, rel=0.02)


def test_the_bar_of_a_short_list_goes_with_every_row(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[float, float]:
        table = table_of(pilot)
        await pilot.press("pagedown", "down")
        await pilot.pause()
        return table.vertical_scrollbar.position, table.scroll_y

    place, top = play(app_over(desk), script, size=(80, 40))
    assert place == top > 0


@pytest.mark.parametrize("name", ["tracker-dark", "tracker-light"])
def test_the_screen_begins_in_its_theme_and_is_styled_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    parsed = []
    given = Stylesheet.reparse

    def reparse(sheet: Stylesheet) -> None:
        parsed.append(True)
        given(sheet)

    monkeypatch.setattr(Stylesheet, "reparse", reparse)

    async def script(pilot: Pilot[None]) -> tuple[str, Color, bool]:
        app = pilot.app
        return app.theme, app.screen.styles.background, app.has_class("-dark-mode")

    kept: dict[str, object] = {"theme": name}
    theme = named(name)
    begun = play(app_over(desk, kept=kept), script)
    assert begun == (name, Color.parse(theme.background or ""), theme.dark)
    assert parsed == []


@pytest.mark.parametrize(("width", "classes"), [(119, {"-narrow"}), (120, {"-wide"})])
def test_the_screen_knows_its_width_from_the_beginning(
    desk: Desk, width: int, classes: set[str]
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[set[str], set[str]]:
        begun = set(pilot.app.get_default_screen().classes)
        return begun, {"-narrow", "-wide"} & pilot.app.screen.classes

    assert play(app_over(desk), script, size=(width, 30)) == (classes, classes)


@pytest.mark.parametrize("key", ["", "n", "t", "r", "i", "f1"])
def test_what_keeps_bare_lines_has_nothing_around_them(desk: Desk, key: str) -> None:
    """No border, padding or tint would be drawn, and each line must fill its widget by itself."""

    async def script(pilot: Pilot[None]) -> list[str]:
        if key:
            await pilot.press(key)
            await pilot.pause()
        odd, seen = [], 0
        for widget in pilot.app.screen.query("*"):
            if isinstance(widget._styles_cache, BareLines) and widget.display:
                seen += 1
                frame, tint = widget.styles.gutter.totals, widget.styles.tint.a
                lines = [widget.render_line(y) for y in range(widget.size.height)]
                widths = {line.cell_length for line in lines} - {widget.size.width}
                if frame != (0, 0) or tint or widths or widget.opacity != 1:
                    odd.append(repr(widget))
        assert seen
        return odd

    assert play(app_over(desk), script) == []
