"""Who hears of it that somebody else keeps the register for longer than a moment."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Tell = Callable[[], None]

_hearers: list[Tell | None] = [None]
"""The last one hears."""


class WaitingTold:
    """Let ``tell`` be called within the block, once, when there is waiting; nobody where None."""

    def __init__(self, tell: Tell | None) -> None:
        self._tell = tell

    def __enter__(self) -> None:
        _hearers.append(self._tell)

    def __exit__(self, *error: object) -> None:
        _hearers.pop()


def is_anyone_told() -> bool:
    """Whether somebody wants to hear of it, and has not heard yet."""
    return _hearers[-1] is not None


def tell_waiting() -> None:
    """Say that there is waiting, to whoever has not heard yet."""
    tell, _hearers[-1] = _hearers[-1], None
    if tell is not None:
        tell()
