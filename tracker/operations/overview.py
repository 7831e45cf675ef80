"""How the office does over time, in numbers."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tracker.core.overview import Overview, overview
from tracker.core.overview_frame import frame_of
from tracker.core.successors import Successors
from tracker.operations.browsing import PATIENCE_SECONDS, require_never_begun
from tracker.operations.desk import Desk
from tracker.store.days_off import load_days_off
from tracker.store.errors import NoRegister
from tracker.store.overview_counts import count_overview
from tracker.store.reading import open_reading
from tracker.store.rows import Reading
from tracker.store.stamp import last_operation
from tracker.store.standing import is_any_holding


def read_overview(desk: Desk, *, as_of: date, successors: Successors) -> Overview:
    """The register by month, division, age and week, as of a day."""
    with open_reading(desk.location) as reading:
        return _overview(reading, desk, as_of, successors)


class OverviewLook(NamedTuple):
    """The overview at one moment."""

    overview: Overview | None
    """None where nothing is in the register on the day."""
    operation: int
    """One entered later means that something has changed."""


def look_over(desk: Desk, *, as_of: date, successors: Successors) -> OverviewLook:
    """The overview for a screen; slow in a large register: for a thread.

    A register not made yet is an empty one. One that is busy is not waited for.
    """
    try:
        with open_reading(desk.location, patience_seconds=PATIENCE_SECONDS) as reading:
            found = None
            if is_any_holding(reading, as_of.isoformat()):
                found = _overview(reading, desk, as_of, successors)
            return OverviewLook(found, last_operation(reading))
    except NoRegister:
        require_never_begun(desk)
        return OverviewLook(None, 0)


def _overview(reading: Reading, desk: Desk, as_of: date, successors: Successors) -> Overview:
    frame = frame_of(as_of)
    counts = count_overview(reading, frame, desk.policy)
    days_off = load_days_off(reading)
    return overview(counts, frame, days_off=days_off, successors=successors)
