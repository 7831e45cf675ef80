"""How the office does over time, in numbers."""

from __future__ import annotations

from datetime import date

from tracker.core.overview import Overview, overview
from tracker.core.overview_frame import frame_of
from tracker.core.successors import Successors
from tracker.operations.desk import Desk
from tracker.store.days_off import load_days_off
from tracker.store.overview_counts import count_overview
from tracker.store.reading import open_reading


def read_overview(desk: Desk, *, as_of: date, successors: Successors) -> Overview:
    """The register by month, division, age and week, as of a day."""
    frame = frame_of(as_of)
    with open_reading(desk.location) as reading:
        counts = count_overview(reading, frame, desk.policy)
        days_off = load_days_off(reading)
    return overview(counts, frame, days_off=days_off, successors=successors)
