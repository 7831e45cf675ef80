"""The register in numbers, and what needs attention first. Light: the quick status command."""

from __future__ import annotations

from datetime import timedelta

from tracker.core.totals import Totals, add_up
from tracker.store.counting import count_register
from tracker.store.next_due import DueRow, most_overdue, next_due
from tracker.store.reading import open_reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date


class Status:
    """What ``tracker status`` tells."""

    __slots__ = ("due_soon", "overdue", "totals")

    def __init__(self, totals: Totals, overdue: list[DueRow], due_soon: list[DueRow]) -> None:
        self.totals = totals
        self.overdue = overdue
        """The longest overdue first, as many as were asked for."""
        self.due_soon = due_soon
        """The nearest deadline first, as many as were asked for."""


def read_status(
    location: str, *, as_of: date, deadline_policy: str, due_soon_days: int, listed: int
) -> Status:
    """Count the register as of a day, and list up to ``listed`` rows of each kind of trouble."""
    day = as_of.isoformat()
    until = (as_of + timedelta(days=due_soon_days)).isoformat()
    with open_reading(location) as reading:
        counts = count_register(
            reading, as_of=day, deadline_policy=deadline_policy, due_soon_until=until
        )
        totals = add_up(counts)
        overdue: list[DueRow] = []
        due_soon: list[DueRow] = []
        if listed and totals.overdue:
            overdue = most_overdue(
                reading, as_of=day, deadline_policy=deadline_policy, limit=listed
            )
        if listed and totals.due_soon:
            due_soon = next_due(
                reading,
                as_of=day,
                deadline_policy=deadline_policy,
                due_soon_until=until,
                limit=listed,
            )
    return Status(totals, overdue, due_soon)
