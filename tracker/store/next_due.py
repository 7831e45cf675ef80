"""What is late and what falls due next, for the lists of a status.

Imports only what a quick read may load.
"""

from __future__ import annotations

from tracker.store.judgement import due_column
from tracker.store.standing import CURRENT, PAST, TURNS, day_parameters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracker.store.rows import Reading

DueRow = tuple[int, str, str, str, str, str, "str | None", int]
"""Id, document number, its date, content (of a secret one nothing), last day in time, unit, turn,
whether it is secret (0 or 1)."""


def most_overdue(reading: Reading, *, as_of: str, deadline_policy: str, limit: int) -> list[DueRow]:
    """What is open after its last day, the longest overdue first."""
    parameters = {**day_parameters(as_of), "limit": limit}
    return _due(reading, deadline_policy, "{due} < :as_of", parameters)


def next_due(
    reading: Reading, *, as_of: str, deadline_policy: str, due_soon_until: str, limit: int
) -> list[DueRow]:
    """What is open and due between the day and ``due_soon_until``, the next one first."""
    parameters = {**day_parameters(as_of), "due_soon_until": due_soon_until, "limit": limit}
    condition = "{due} >= :as_of AND {due} <= :due_soon_until"
    return _due(reading, deadline_policy, condition, parameters)


def _due(
    reading: Reading, deadline_policy: str, condition: str, parameters: dict[str, Any]
) -> list[DueRow]:
    due = due_column(deadline_policy)
    parts = "\nUNION ALL\n".join(
        f"""SELECT * FROM (
            SELECT directive_id, {due} AS due, instance FROM standing
            WHERE {part} AND state IN ('in_progress', 'not_started') AND is_unclear = 0
                AND is_supporting = 0 AND {condition.format(due=due)}
            ORDER BY {due}, directive_id LIMIT :limit) AS part_{number}"""
        for number, part in enumerate((CURRENT, PAST, TURNS))
    )
    sql = f"""
SELECT directive.id, document_number, issued_on,
    CASE WHEN is_secret = 1 THEN '' ELSE content END, due, unit, instance, is_secret
FROM ({parts}) AS open_row JOIN directive ON directive.id = directive_id
ORDER BY due, directive.id LIMIT :limit"""
    return reading.rows(sql, parameters)
