"""When an app is at rest: nothing on its way any more, and everything drawn.

The library's own harness tells so by the time the process has used within a fiftieth of a second,
twice for every key. Here the loop is asked what it still has to do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, process_time
from typing import Any
from unittest.mock import patch

from textual.app import App

SLICE = 1 / 50
"""How long a thread may do nothing, in seconds, before it counts as waiting for something."""
_OTHERWISE = 1.0
"""How often, in seconds, an app is drawn that does not come to rest."""
_IDLE = SLICE / 20
_TURNS = 3
"""In how many turns of the loop in a row there must have been nothing to do."""


@contextmanager
def drawing_at_rest(app: App[Any]) -> Iterator[None]:
    """Let the library's harness wait until the app is at rest, and the screen be drawn then."""

    async def rest(min_sleep: float = 0, max_sleep: float = 1) -> None:  # noqa: ARG001 - as called
        latest = monotonic() + max_sleep
        while monotonic() < latest:
            await _nothing_to_do()
            if not _hurried(app) and (not _is_working(app) or await _is_work_waiting(app)):
                return

    with (
        patch("textual.app.wait_for_idle", rest),
        patch("textual.pilot.wait_for_idle", rest),
        patch("textual.screen.UPDATE_PERIOD", _OTHERWISE),
    ):
        yield


async def _nothing_to_do() -> None:
    """Let the loop turn until only threads and timers could set off anything more."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    turns = 0
    while turns < _TURNS:
        await asyncio.sleep(0)
        turns = 0 if ready else turns + 1


def _hurried(app: App[Any]) -> bool:
    """Draw what would be drawn in a moment, in the size last heard of; whether there was any."""
    if app._resize_timer is not None:
        app._check_resize()
        return True
    for screen in app.screen_stack[-1:]:
        drawing: Any = screen._update_timer
        if screen.is_running and drawing._active.is_set():
            screen._on_timer_update()
            return True
    return False


def _is_working(app: App[Any]) -> bool:
    return any(not worker.is_finished for worker in app.workers)


async def _is_work_waiting(app: App[Any]) -> bool:
    """Give threads a while; whether they still run by then, and do nothing."""
    began, used = monotonic(), process_time()
    while _is_working(app):
        await asyncio.sleep(SLICE / 20)
        if monotonic() - began > SLICE:
            return process_time() - used < _IDLE
    return False
