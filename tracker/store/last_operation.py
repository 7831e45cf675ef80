"""The operation that a user would take back next.

Imports only what a quick read may load.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.store.live import stands
from tracker.store.rows import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class LastOperation:
    """An operation, and everything that its taking back gives another form."""

    id: int
    operation: str
    """Its name: ``add``, ``extend``."""
    at: str
    """When it was done, as an ISO instant in UTC."""
    directives: tuple[tuple[int, str], ...]
    """Id and document number of every directive it had touched."""
    days: tuple[date, ...] = ()
    """Days of the calendar that are again what they were."""
    reports: tuple[int, ...] = ()
    """Issued reports whose retraction is taken back: they are in force again."""


_LAST = f"""
SELECT id, name, at FROM operation
WHERE who = :who AND undoes IS NULL AND {stands("operation.id")}
ORDER BY id DESC LIMIT 1"""

_TOUCHED = """
SELECT id, document_number FROM directive
WHERE id IN (SELECT directive_id FROM event WHERE operation_id = :id) ORDER BY id"""

_DAYS = "SELECT DISTINCT day FROM day_off_change WHERE operation_id = :id ORDER BY day"

_RETRACTED = "SELECT report_id FROM report_retraction WHERE operation_id = :id ORDER BY report_id"


def last_operation(reading: Reading, who: str) -> LastOperation | None:
    """Return the latest operation of this user that still stands."""
    for id, name, at in reading.rows(_LAST, {"who": who}):
        asked = {"id": id}
        return LastOperation(
            id=id,
            operation=name,
            at=at,
            directives=tuple((one, number) for one, number in reading.rows(_TOUCHED, asked)),
            days=tuple(date.fromisoformat(day) for (day,) in reading.rows(_DAYS, asked)),
            reports=tuple(report for (report,) in reading.rows(_RETRACTED, asked)),
        )
    return None
