"""Other processes that use the register at the same time."""

from __future__ import annotations

import os
from collections.abc import Callable


def in_children(number: int, work: Callable[[int], None]) -> list[int]:
    """Run the work in so many processes at once; returns how each ended, 0 for well."""
    children = [_child(work, place) for place in range(number)]
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def _child(work: Callable[[int], None], place: int) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work(place)
        code = 0
    finally:
        os._exit(code)
