"""Whether two deadlines, each written in its own words, are one."""

from __future__ import annotations

from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.vietnamese import fold

_SAID_BY_KIND = (DeadlineKind.NONE, DeadlineKind.ONGOING)
"""Of these the words matter no more: all of them mean the same."""


def is_same_deadline(one: Deadline, other: Deadline) -> bool:
    """Whether two deadlines mean the same day, or the same without one, however they are spelt."""
    if one.due_on is not None and one.due_on == other.due_on:
        return True
    if one.recurrence is not None or other.recurrence is not None:
        return one.recurrence == other.recurrence
    if one.kind is other.kind in _SAID_BY_KIND:
        return True
    # Of those that count from another day, or over days that are worked, each may have its own.
    return bool(one.text) and fold(one.text) == fold(other.text)
