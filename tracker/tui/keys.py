"""Keys and what is pasted, each used up before the next one is looked at.

Where a line is slow, or a program types, they come in bursts. The library would hand them all to
what has the focus before the first of them has moved it: what is meant for a dialog would be taken
for commands by what lies below.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

Typed = events.Key | events.Paste

Use = Callable[[Typed], Awaitable[None]]
"""What the library does with a key: a binding that comes first, else on to what has the focus."""


class _Behind(NamedTuple):
    """What comes behind a key at one place on its way.

    A method, since of these the library finds out only once which arguments they take.
    """

    passed: Callable[[MessagePump], None]
    pump: MessagePump

    def go_on(self) -> None:
        """Nothing of the key is left at this place."""
        self.passed(self.pump)


class KeysInTurn:
    """The keys of one app, and what comes of slow work meanwhile."""

    def __init__(self, app: App[Any], use: Use) -> None:
        self._app = app
        self._use = use
        self._waiting: deque[Typed | Callable[[], None]] = deque()
        self.is_busy = False
        """Whether a key is still on its way."""

    @property
    def are_waiting(self) -> bool:
        """Whether there is more to come of what was typed at once."""
        return bool(self._waiting)

    async def take(self, key: Typed) -> None:
        """Use a key, as soon as those before it are used up."""
        if self.is_busy:
            self._waiting.append(key)
        else:
            await self._begin(key)

    def answer(self, do: Callable[[], None]) -> None:
        """Do something as soon as every key that has been typed by now is used up."""
        if self.is_busy:
            self._waiting.append(do)
        else:
            do()

    async def _begin(self, key: Typed) -> None:
        self.is_busy = True
        first = self._app.focused or self._app.screen
        await self._use(key)
        self._follow(first)

    def _follow(self, pump: MessagePump) -> None:
        """Go behind the key along its way: from what has the focus up to the app.

        What is closing down hands nothing on, so there the way ends.
        """
        if not pump.post_message(events.Callback(_Behind(self.passed, pump).go_on)):
            self._end()

    def passed(self, pump: MessagePump) -> None:
        """Nothing of the key is left here: it was used, or has gone on to what lies around."""
        around = pump._parent
        if pump is self._app or around is None:
            self._end()
        else:
            self._follow(around)

    def _end(self) -> None:
        self._app.call_next(self._next)

    async def _next(self) -> None:
        self.is_busy = False
        while self._waiting and not self.is_busy:
            first = self._waiting.popleft()
            if isinstance(first, events.Key | events.Paste):
                await self._begin(first)
            else:
                first()
