"""Which name took the place of which: divisions and offices that were merged or renamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tracker.core.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Successors:
    """Old names and the new ones that statistics are kept under; rows keep the old name."""

    followed_by: Mapping[str, str] = field(default_factory=dict)
    """The name that follows each, as the office writes them; leads round in no circle."""

    def of(self, name: str) -> str:
        """The last name in the line; the name itself where nothing followed it."""
        *_, last = self._line(name)
        return last

    def names(self, name: str) -> tuple[str, ...]:
        """The name, and every old one whose line leads through it."""
        key = fold(name)
        followed = (
            old
            for old in self.followed_by
            if fold(old) != key and any(fold(later) == key for later in self._line(old))
        )
        return (name, *followed)

    def circle(self) -> tuple[str, ...]:
        """The old names that lead nowhere but round; empty where none does."""
        olds = frozenset(map(fold, self.followed_by))
        return tuple(old for old in self.followed_by if fold(self.of(old)) in olds)

    def _line(self, name: str) -> Iterator[str]:
        """The name and those that followed, each once even where they lead round."""
        followed_by = {fold(old): new for old, new in self.followed_by.items()}
        yield name
        while (key := fold(name)) in followed_by:
            name = followed_by.pop(key)
            yield name
