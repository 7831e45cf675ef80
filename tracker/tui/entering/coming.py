"""How far a long work in a thread has come, seen from the screen, and the wish that it ends."""

from __future__ import annotations

from time import monotonic

from tracker.operations.import_preview import Stopped


class Coming:
    """Heard in the thread that works, looked at in the one that draws."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        """0 while nothing is known of how much there is to do."""
        self.is_stopped = False
        self._began = monotonic()

    @property
    def seconds(self) -> int:
        """How long it has taken by now."""
        return int(monotonic() - self._began)

    def hear(self, done: int, total: int) -> None:
        """So far it has come. Raises ``Stopped`` where nobody wants it any more."""
        self.go_on()
        self.done, self.total = done, total

    def go_on(self) -> None:
        """It goes on, and nobody knows how far it has come; raises as ``hear``."""
        if self.is_stopped:
            raise Stopped

    def stop(self) -> None:
        """End it as soon as it is heard of again."""
        self.is_stopped = True
