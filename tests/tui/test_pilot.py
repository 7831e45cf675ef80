"""The harness of the screen's tests: a tiny app, played."""

from __future__ import annotations

from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Button, Input, Static

from tests.tui.pilot import play


class Greeter(App[str]):
    """Greets whom it is told to; fails for some."""

    def compose(self) -> ComposeResult:
        yield Input(id="name")
        yield Button("greet")
        yield Static(id="greeting")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.value == "nobody":
            raise LookupError(event.value)
        if event.value == "later":
            self.run_worker(self.fail())
        self.query_one("#greeting", Static).update(f"Hello {event.value}")

    def on_button_pressed(self) -> None:
        self.exit("left")

    async def fail(self) -> None:
        raise LookupError("later")


async def greeting(pilot: Pilot[Any]) -> str:
    await pilot.press(*"lan", "enter")
    return str(pilot.app.query_one("#greeting", Static).content)


def test_a_script_types_and_tells_what_it_saw() -> None:
    assert play(Greeter(), greeting) == "Hello lan"


def test_the_screen_has_the_size_asked_for() -> None:
    async def size(pilot: Pilot[Any]) -> tuple[int, int]:
        return pilot.app.size

    assert play(Greeter(), size) == (80, 24)
    assert play(Greeter(), size, size=(120, 40)) == (120, 40)


@pytest.mark.parametrize("name", ["nobody", "later"])
def test_an_app_fails_with_its_own_exception(name: str) -> None:
    async def submit(pilot: Pilot[Any]) -> None:
        pilot.app.query_one(Input).value = name
        await pilot.app.query_one(Input).action_submit()

    with pytest.raises(LookupError, match=name):
        play(Greeter(), submit)


def test_a_script_fails_with_its_own_exception() -> None:
    async def disagree(pilot: Pilot[Any]) -> None:
        assert pilot.app.title == "another"

    with pytest.raises(AssertionError, match="another"):
        play(Greeter(), disagree)


def test_an_app_may_end_before_its_script() -> None:
    async def leave(pilot: Pilot[Any]) -> None:
        await pilot.click(Button)

    app = Greeter()
    play(app, leave)
    assert app.return_value == "left"


def test_no_cursor_blinks() -> None:
    async def blinks(pilot: Pilot[Any]) -> bool:
        return pilot.app.query_one(Input).cursor_blink

    assert not play(Greeter(), blinks)
