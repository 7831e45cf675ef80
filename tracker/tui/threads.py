"""Doing something slow beside the screen, and coming back with what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.screen import Screen

from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp

Found = TypeVar("Found")


def in_thread(
    screen: Screen[Any],
    work: Callable[[], Found],
    then: Callable[[Found], None],
    trouble: Callable[[TrackerError], None],
    *,
    group: str,
) -> None:
    """Work in a thread; a later call of the same group makes the answer of this one void.

    What was typed before the answer came is used first. Nothing comes back to a screen that has
    been left meanwhile.
    """

    def run() -> None:
        try:
            answer = partial(then, work())
        except TrackerError as error:
            answer = partial(trouble, error)
        if not worker.is_cancelled and screen.is_running:
            app = cast("TrackerApp", screen.app)
            app.call_from_thread(app.keys.answer, partial(_still_there, screen, answer))

    worker = screen.run_worker(run, thread=True, exclusive=True, group=group)


def _still_there(screen: Screen[Any], answer: Callable[[], None]) -> None:
    if screen.is_mounted and screen.is_attached:
        answer()
