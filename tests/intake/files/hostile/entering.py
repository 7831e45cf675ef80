"""What a broken or hostile file is, and how it is entered in the corpus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Make = Callable[[], bytes]

READ = "read"
"""What becomes of a file that does no harm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """A file, and what may become of it: the values of troubles, or that it is read."""

    name: str
    make: Make
    becomes: frozenset[str]
    is_heavy: bool
    """Whether it takes long to make, or to refuse."""


CORPUS: list[Hostile] = []


def becomes(*fates: str, ending: str = "xlsx", is_heavy: bool = False) -> Callable[[Make], Make]:
    """Enter the file that a function makes, under the name of the function."""

    def enter(make: Make) -> Make:
        name = f"{make.__name__}.{ending}"
        CORPUS.append(Hostile(name=name, make=make, becomes=frozenset(fates), is_heavy=is_heavy))
        return make

    return enter
