"""How the office does over time, in numbers."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tracker.core.overview import Overview, overview
from tracker.core.overview_frame import frame_of
from tracker.core.successors import Successors
from tracker.operations.browsing import look
from tracker.operations.desk import Desk
from tracker.store.days_off import load_days_off
from tracker.store.overview_counts import count_overview
from tracker.store.reading import open_reading
from tracker.store.selection import Selection


def read_overview(desk: Desk, *, as_of: date, successors: Successors) -> Overview:
    """The register by month, division, age and week, as of a day."""
    frame = frame_of(as_of)
    with open_reading(desk.location) as reading:
        counts = count_overview(reading, frame, desk.policy)
        days_off = load_days_off(reading)
    return overview(counts, frame, days_off=days_off, successors=successors)


class OverviewLook(NamedTuple):
    """The overview at one moment."""

    overview: Overview | None
    """None where nothing is in the register on the day."""
    operation: int
    """One entered later means that something has changed."""


def look_over(desk: Desk, *, as_of: date, successors: Successors) -> OverviewLook:
    """The overview for a screen; slow in a large register: for a thread.

    A register not made yet is an empty one.
    """
    found = look(desk, Selection(), as_of=as_of, at_most=1)
    totals = found.totals
    if totals.total + totals.withdrawn + totals.supporting == 0:
        return OverviewLook(None, found.operation)
    overview = read_overview(desk, as_of=as_of, successors=successors)
    return OverviewLook(overview, found.operation)
