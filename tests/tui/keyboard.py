"""Typing on the screen: what a clerk has to say counts apart from the keys it takes beyond that."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.pilot import Pilot

_NAMES = {" ": "space"}


class Keyboard:
    """A keyboard that counts."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self._pilot = pilot
        self.overhead = 0
        """The keys pressed that are no part of what is entered."""

    async def press(self, *keys: str) -> None:
        """Press keys, as the library names them, that say nothing of the directive."""
        self.overhead += len(keys)
        await self._pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Type a part of the directive, as fast as a slow line brings it."""
        send(self._pilot, *text[:-1])
        await self._pilot.press(_NAMES.get(text[-1], text[-1]))

    async def settle(self) -> None:
        """Wait for what is done in threads."""
        await self._pilot.app.workers.wait_for_complete()
        await self._pilot.pause()


def send(pilot: Pilot[Any], *letters: str) -> None:
    """Put keys on their way, all at once: single letters, or keys as the library names them."""
    driver = pilot.app._driver
    assert driver is not None
    for letter in letters:
        character = letter if len(letter) == 1 else None
        driver.send_message(events.Key(_NAMES.get(letter, letter), character))
