"""What is done after a while, unless it is asked for again before."""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections.abc import Awaitable, Callable

from textual.message_pump import MessagePump


class Later:
    """What waits on one screen, each by its name.

    The loop itself keeps the time: a timer of the library is a task of its own, too much to begin
    and end with every key.
    """

    def __init__(self, screen: MessagePump) -> None:
        self._screen = screen
        self._waiting: dict[str, TimerHandle] = {}

    def do(self, name: str, seconds: float, what: Callable[[], Awaitable[None] | None]) -> None:
        """Do something after so many seconds, in place of what waits under the same name."""
        self.stop(name)
        loop = get_running_loop()
        self._waiting[name] = loop.call_later(seconds, self._screen.call_next, self._do, what)

    def stop(self, name: str) -> None:
        """Do it no more."""
        if name in self._waiting:
            self._waiting.pop(name).cancel()

    def _do(self, what: Callable[[], Awaitable[None] | None]) -> Awaitable[None] | None:
        """Do it, unless the screen is being taken down."""
        return what() if self._screen.is_running and self._screen.app.is_running else None
