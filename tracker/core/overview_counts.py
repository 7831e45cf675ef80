"""What an overview is worked out of: how many directives share what matters to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tracker.core.directive import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletedCount:
    """How many were completed on one day with the same judgement."""

    completed_on: date
    progress: Progress
    has_deadline: bool
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueCount:
    """How many of one division, as its name is written, are overdue for about as long."""

    unit: str
    band: int
    """The place in ``AGE_BANDS``."""
    number: int
    earliest_due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewCounts:
    """What a register was counted by, as of a day; withdrawn and only supported ones left out."""

    completed: Sequence[CompletedCount] = ()
    """On a day of the months of the frame."""
    undated_completions: int = 0
    missed: Mapping[int, int] = field(default_factory=dict)
    """By the place of the month in the frame."""
    overdue: Sequence[OverdueCount] = ()
    without_deadline: Mapping[int, int] = field(default_factory=dict)
    """What is open, by the place in ``OPEN_BANDS`` of the days since its assignment."""
    due: Mapping[date, int] = field(default_factory=dict)
    """What is open and not yet due, by its last day, to the end of the weeks of the frame."""
