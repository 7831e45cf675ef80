"""Typing on the screen: what a clerk has to say counts apart from the keys it takes beyond that."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tracker.tui.app import TrackerApp

_NAMES = {" ": "space"}
_CHARACTERS = {"space": " ", "slash": "/"}


class Keyboard:
    """A keyboard that counts."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self._pilot = pilot
        self.overhead = 0
        """The keys pressed that are no part of what is entered."""

    async def press(self, *keys: str) -> None:
        """Press keys, as the library names them, that say nothing of the directive."""
        self.overhead += len(keys)
        await burst(self._pilot, *keys)

    async def type(self, text: str) -> None:
        """Type a part of the directive, as fast as a slow line brings it."""
        await burst(self._pilot, *text)

    async def settle(self) -> None:
        """Wait for what is done in threads; what is left for another screen ends its own."""
        await used(self._pilot)
        while not all(worker.is_finished for worker in self._pilot.app.workers):
            with suppress(WorkerCancelled):
                await self._pilot.app.workers.wait_for_complete()
        await self._pilot.pause()


def send(pilot: Pilot[Any], *letters: str) -> None:
    """Put keys on their way, all at once: single letters, or keys as the library names them."""
    driver = pilot.app._driver
    assert driver is not None
    for letter in letters:
        character = letter if len(letter) == 1 else _CHARACTERS.get(letter)
        driver.send_message(events.Key(_NAMES.get(letter, letter), character))


async def used(pilot: Pilot[Any]) -> None:
    """Wait until every key on its way has done what it does."""
    app = pilot.app
    assert isinstance(app, TrackerApp)
    await pilot.pause()
    while app.keys.is_busy and app.is_running:
        await pilot.pause()


async def burst(pilot: Pilot[Any], *keys: str) -> None:
    """Type keys without waiting in between; ends when all of them are used."""
    send(pilot, *keys)
    await used(pilot)
