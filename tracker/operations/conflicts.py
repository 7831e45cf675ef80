"""A form that was open while somebody else saved: what it showed, and what stands now."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.core.assessed import AssessedDirective
from tracker.operations.desk import Desk
from tracker.store.listing import assessed
from tracker.store.reading import open_reading
from tracker.store.selection import Selection
from tracker.store.who_changed import ChangedBy, changed_since


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What has become of a directive since a form about it was opened."""

    opened: AssessedDirective
    now: AssessedDirective | None
    """What the form would show if it were opened now; None where the directive is gone. Of a
    recurring directive the same turn, or another where there is none of it any more."""
    changes: tuple[ChangedBy, ...]
    """Who did what since, the earliest first; empty where nothing was changed."""


def what_changed(desk: Desk, opened: AssessedDirective) -> Conflict:
    """Compare the row a form was filled from with what the register says of it today."""
    with open_reading(desk.location) as reading:
        selection = Selection(ids=frozenset({opened.id}))
        rows = assessed(reading, as_of=desk.today, policy=desk.policy, selection=selection)
        changes = changed_since(reading, opened.id, opened.version)
    of_turn = (row for row in rows if row.key == opened.key)
    now = next(of_turn, next(iter(rows), None))
    return Conflict(opened=opened, now=now, changes=changes)
