"""Keys as a slow line brings them: all at once, before the first of them was looked at."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.pilot import Pilot


async def burst(pilot: Pilot[Any], *keys: str) -> None:
    """Type keys, as the library names them, without waiting in between; ends when all are used."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        driver.send_message(events.Key(key, _character(key)))
    for _ in keys:
        await pilot.pause()


def _character(key: str) -> str | None:
    return key if len(key) == 1 else {"space": " ", "slash": "/"}.get(key)
