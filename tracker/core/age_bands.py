"""Spans of days by which directives are told apart: how long overdue, how long open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeBand:
    """Directives overdue, or open, for about as long."""

    least: int
    """Days."""
    most: int | None

    def holds(self, days: int) -> bool:
        """Whether so many days are in the band."""
        return self.least <= days and (self.most is None or days <= self.most)


AGE_BANDS = (AgeBand(least=31, most=None), AgeBand(least=8, most=30), AgeBand(least=1, most=7))
"""Days overdue, the worst first."""

OPEN_BANDS = (AgeBand(least=91, most=None), AgeBand(least=30, most=90), AgeBand(least=0, most=29))
"""Days since the assignment of what has no deadline, the oldest first."""
