"""Playing the screen: keys and clicks in, what is seen and kept out, nothing that moves by itself.

A test stays an ordinary function; what happens on the screen is a coroutine inside it::

    def test_a_key_does_something() -> None:
        app = Screen(...)

        async def script(pilot: Pilot[None]) -> str:
            await pilot.press("j", "enter")
            return pilot.app.query_one("#number", Static).content

        assert play(app, script) == "25/KH-UBND"
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from textual.app import App
from textual.events import Focus
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from textual.worker import WorkerFailed

from tests.tui.rest import drawing_at_rest

Result = TypeVar("Result")

SECONDS = 120.0
"""How long a script may take before the app counts as hanging."""


def play(
    app: App[Any],
    script: Callable[[Pilot[Any]], Awaitable[Result]],
    *,
    size: tuple[int, int] = (80, 24),
) -> Result:
    """What a script gives back that drives an app on a screen of some columns and rows.

    The app is shut down afterwards, and whatever it raised meanwhile, in a worker too, is raised
    here as it was. Animations are off, cursors stand still, notifications are shown.
    """
    app.animation_level = "none"
    try:
        with drawing_at_rest(app):
            return asyncio.run(_played(app, script, size))
    except WorkerFailed as failure:
        raise failure.error from failure


async def _played(
    app: App[Any],
    script: Callable[[Pilot[Any]], Awaitable[Result]],
    size: tuple[int, int],
) -> Result:
    hook = _stilling_cursors(app)
    async with (
        asyncio.timeout(SECONDS),
        app.run_test(size=size, notifications=True, message_hook=hook) as pilot,
    ):
        result = await script(pilot)
        # What the last key set off still happens, and may fail.
        await pilot.pause()
    return result


def _stilling_cursors(app: App[Any]) -> Callable[[Message], None]:
    """Lets no cursor blink: one blinks in what has the focus only."""

    def hook(message: Message) -> None:
        if isinstance(message, Focus) and isinstance(app.focused, Input | TextArea):
            app.focused.cursor_blink = False

    return hook
