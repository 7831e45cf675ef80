"""How far a long work in a thread has come, seen from the screen, and the wish that it ends."""

from __future__ import annotations

from tracker.operations.import_preview import Stopped


class Coming:
    """Heard in the thread that works, looked at in the one that draws."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        """0 while nothing has been heard."""
        self._is_stopped = False

    def hear(self, done: int, total: int) -> None:
        """So far it has come. Raises ``Stopped`` where nobody wants it any more."""
        if self._is_stopped:
            raise Stopped
        self.done, self.total = done, total

    def stop(self) -> None:
        """End it as soon as it is heard of again."""
        self._is_stopped = True
