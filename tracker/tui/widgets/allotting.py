"""How much room each column of a table gets, and which get none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 1
"""Blank cells between columns."""
_MARGIN = 2
"""Blank cells at both ends of a line together."""
_LEAST = 20
"""Cells that the widest column keeps before another is left out."""
_COMFORT = 40
"""Cells that it keeps before another is shown in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a column would have, in cells."""

    whole: int
    """For its texts in full."""
    brief: int
    """For the first lines of its texts, which tell the most."""
    rank: int
    """The lower, the longer it is kept."""


def allotted(needs: Sequence[Need], width: int) -> dict[int, int]:
    """The width of each column that is shown, by its place, in their order.

    The widest one takes what the others leave.
    """
    widest = max(range(len(needs)), key=lambda place: needs[place].whole)
    others = sorted(
        (place for place in range(len(needs)) if place != widest),
        key=lambda place: needs[place].rank,
    )
    room = width - _MARGIN
    enough = min(needs[widest].whole, _LEAST)
    while others and _rest(needs, others, room) < enough:
        others.pop()
    widths = {place: needs[place].brief for place in others}
    widths[widest] = max(_rest(needs, others, room), 1)
    for place in others:
        more = needs[place].whole - needs[place].brief
        if widths[widest] - more >= min(needs[widest].whole, _COMFORT):
            widths[place] += more
            widths[widest] -= more
    return dict(sorted(widths.items()))


def _rest(needs: Sequence[Need], others: Sequence[int], room: int) -> int:
    return room - sum(needs[place].brief + GAP for place in others)
