"""Doing something slow in a thread that nobody has to wait for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

Found = TypeVar("Found")


async def apart(work: Callable[[], Found]) -> Found:
    """What comes of it, raised errors too.

    Once this is cancelled nothing waits for the thread any more, not even the end of the program.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[Found] = loop.create_future()

    def settle(found: Found | None, trouble: Exception | None) -> None:
        if outcome.done():
            return
        if trouble is not None:
            outcome.set_exception(trouble)
        else:
            outcome.set_result(found)  # type: ignore[arg-type]

    def run() -> None:
        found: Found | None = None
        trouble: Exception | None = None
        try:
            found = work()
        except Exception as error:  # noqa: BLE001 - it is raised where it is waited for
            trouble = error
        # The loop is gone where the program ended meanwhile.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, found, trouble)

    Thread(target=run, daemon=True).start()
    return await outcome
