"""Keys that come all at once mean what they would mean one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.desks import app_over, desk_of, fill
from tests.tui.keyboard import burst, send
from tests.tui.pilot import play
from tracker.operations.desk import Desk
from tracker.tui.app import TrackerApp
from tracker.tui.dialogs.field import Field
from tracker.tui.dialogs.form import Form, Task
from tracker.tui.screens.directive import DirectiveScreen
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.view import View


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_of(tmp_path)
    fill(made)
    return made


def test_a_search_and_what_is_done_with_what_it_finds(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[View, list[str], int]:
        await burst(
            pilot, "slash", *"tinh", "enter", "space", "x", "6", "slash", "a", "escape", "2"
        )
        screen = pilot.app.screen
        assert isinstance(screen, RegisterScreen)
        marked = [row.document.number for row in screen.table.marks.values()]
        return screen.view, marked, len(screen.app.screen_stack)

    view, marked, screens = play(app_over(desk), script)
    assert (view.saved_text, view.typed, view.order) == ("han:7 xep:han", "", None)
    assert marked == ["25/KH-UBND"]
    assert screens == 1


@pytest.mark.parametrize("is_told", [True, False])
def test_a_screen_that_came_while_its_window_was_not_in_use(desk: Desk, is_told: bool) -> None:
    """The first key finds the table in focus, and the first look, where the window tells."""
    app = app_over(desk)
    app.set_reactive(TrackerApp.app_focus, False)

    async def script(pilot: Pilot[None]) -> tuple[bool, str]:
        if is_told:
            app.post_message(events.AppFocus())
            await pilot.pause()
        has_focus = app.focused is not None
        await burst(pilot, "down", "enter")
        screen = app.screen
        assert isinstance(screen, DirectiveScreen)
        return has_focus, screen.row.document.number

    assert play(app, script) == (is_told, "1950/UBND-KGVX")


def test_dialogs_that_come_and_go(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> str:
        await burst(
            pilot, "x", "escape", "f1", "f1", "ctrl+p", "escape", "x", "down", "enter", "down",
            "enter", "right", "left", "right",
        )  # fmt: skip
        screen = pilot.app.screen
        assert isinstance(screen, DirectiveScreen)
        return screen.row.document.number

    assert play(app_over(desk), script) == "30/KH-UBND"


def test_the_fields_of_a_form(desk: Desk) -> None:
    kept: list[dict[str, str]] = []
    fields = [
        Field(name=name, label=name, lines=lines) for name, lines in (("a", 1), ("b", 3), ("c", 1))
    ]

    async def script(pilot: Pilot[None]) -> None:
        form = Form(Task(title="", fields=fields, save=lambda values: kept.append({**values})))
        await pilot.app.push_screen(form)
        await burst(pilot, *"một", "enter", *"hai", "ctrl+j", *"ba", "enter", *"bốn", "enter")
        await pilot.app.workers.wait_for_complete()

    play(app_over(desk), script)
    assert kept == [{"a": "một", "b": "hai\nba", "c": "bốn"}]


def test_what_is_pasted_stands_where_it_was_pasted(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> str:
        send(pilot, "slash", "a")
        driver = pilot.app._driver
        assert driver is not None
        driver.send_message(events.Paste("bc"))
        await burst(pilot, "d", "backspace", "e")
        screen = pilot.app.screen
        assert isinstance(screen, RegisterScreen)
        return screen.query_one(Input).value

    assert play(app_over(desk), script) == "abce"
