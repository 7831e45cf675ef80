"""Looking the register over: is it whole, and is anything in it worth another look?"""

from __future__ import annotations

from datetime import date

from tracker.core.data_check import DataFinding, check_rows
from tracker.operations.desk import Desk
from tracker.store.listing import assessed
from tracker.store.reading import open_reading


def check_data(desk: Desk, *, as_of: date) -> tuple[DataFinding, ...]:
    """What looks mistyped or unfinished as of a day, the worst first."""
    with open_reading(desk.location) as reading:
        rows = assessed(reading, as_of=as_of, policy=desk.policy)
    return check_rows(rows, as_of=as_of)
