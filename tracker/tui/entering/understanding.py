"""What understanding a directive needs to know while it is being typed."""

from __future__ import annotations

from tracker.core.days_off import DaysOff
from tracker.core.errors import TrackerError
from tracker.operations.desk import Desk
from tracker.operations.known_names import KnownNames, known_names
from tracker.operations.previewing import calendar


def calendar_at_hand(desk: Desk) -> DaysOff:
    """The days off; the weekends where they cannot be read just now: one may type all the same."""
    try:
        return calendar(desk)
    except TrackerError:
        return DaysOff()


def names_at_hand(desk: Desk) -> KnownNames:
    """The names in use; none where they cannot be read just now."""
    try:
        return known_names(desk)
    except TrackerError:
        return KnownNames()
