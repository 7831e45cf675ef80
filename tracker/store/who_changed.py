"""Which operations have changed a directive since it was of a certain version.

Imports only what a quick read may load.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.store.rows import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedBy:
    """An operation that has changed a directive, or the taking back of one."""

    operation_id: int
    operation: str
    """Its name, of one that was taken back too: ``add``, ``extend``."""
    who: str
    at: str
    """When, as an ISO instant in UTC."""
    is_taken_back: bool = False
    """Whether the operation was taken back here, and not done."""


_VERSION = "SELECT version FROM directive WHERE id = :id"

# An event raises the version by one, and so does the taking back of however many.
_CHANGES = """
SELECT operation.id, operation.name, operation.who, operation.at, 0, count(*)
FROM event JOIN operation ON operation.id = event.operation_id
WHERE event.directive_id = :id
GROUP BY operation.id, operation.name, operation.who, operation.at
UNION ALL
SELECT taking_back.id, operation.name, taking_back.who, taking_back.at, 1, 1
FROM operation AS taking_back JOIN operation ON operation.id = taking_back.undoes
WHERE operation.id IN (SELECT operation_id FROM event WHERE directive_id = :id)
ORDER BY 1 DESC"""


def changed_since(reading: Reading, directive_id: int, version: int) -> tuple[ChangedBy, ...]:
    """Return what has raised the version of a directive above this one, the earliest first."""
    asked = {"id": directive_id}
    now = next((found for (found,) in reading.rows(_VERSION, asked)), version)
    changes: list[ChangedBy] = []
    for id, name, who, at, is_taken_back, raised_by in reading.rows(_CHANGES, asked):
        if now <= version:
            break
        now -= raised_by
        changes.append(
            ChangedBy(
                operation_id=id,
                operation=name,
                who=who,
                at=at,
                is_taken_back=bool(is_taken_back),
            )
        )
    return tuple(reversed(changes))
