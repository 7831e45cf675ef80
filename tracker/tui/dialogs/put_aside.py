"""What was refused, or had to make room, until it is taken back to be typed on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Typed = TypeVar("Typed")


@dataclass(frozen=True, slots=True)
class Kept(Generic[Typed]):
    """What was typed, and why it was not saved."""

    typed: Typed
    why: str = ""
    """A sentence; empty where it was never tried."""


class PutAside(Generic[Typed]):
    """What waits, in the order it came."""

    def __init__(self) -> None:
        self._kept: deque[Kept[Typed]] = deque()

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[Kept[Typed]]:
        return iter(self._kept)

    def keep(self, kept: Kept[Typed]) -> None:
        """Put something behind all the others."""
        self._kept.append(kept)

    def put_back(self, kept: Kept[Typed]) -> None:
        """Let what was taken be the next one again."""
        self._kept.appendleft(kept)

    def take(self) -> Kept[Typed]:
        """The next one, which does not wait any more."""
        return self._kept.popleft()
