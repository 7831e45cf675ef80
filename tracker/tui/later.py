"""What is done after a while, unless it is asked for again before."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.message_pump import MessagePump
from textual.timer import Timer


class Later:
    """What waits on one screen, each by its name."""

    def __init__(self, screen: MessagePump) -> None:
        self._screen = screen
        self._waiting: dict[str, Timer] = {}

    def do(self, name: str, seconds: float, what: Callable[[], Awaitable[None] | None]) -> None:
        """Do something after so many seconds, in place of what waits under the same name."""
        self.stop(name)
        self._waiting[name] = self._screen.set_timer(seconds, what)

    def stop(self, name: str) -> None:
        """Do it no more."""
        if name in self._waiting:
            self._waiting.pop(name).stop()
