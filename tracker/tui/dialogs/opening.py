"""Opening a dialog so that not even the first key typed after it is lost."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.screen import Screen, ScreenResultCallbackType

Result = TypeVar("Result")


async def open_over(
    below: Screen[Any],
    dialog: Screen[Result],
    then: ScreenResultCallbackType[Result] | None = None,
) -> None:
    """Show a dialog; ends when it is there and has the focus.

    ``then`` gets what comes of it, and may be a coroutine that opens the next dialog: no key is
    taken before that one is there.
    """
    await below.app.push_screen(dialog, then)
