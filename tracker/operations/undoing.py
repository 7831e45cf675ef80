"""Taking back one's own last operation."""

from __future__ import annotations

from contextlib import closing

from tracker.operations.changing import require_register
from tracker.operations.desk import Desk
from tracker.store.database import open_store
from tracker.store.undoing import Undone, undo_last


def undo(desk: Desk) -> Undone:
    """Take back the last operation of this clerk; the taking back is itself recorded."""
    require_register(desk.location)
    with closing(open_store(desk.location)) as store:
        return undo_last(store, who=desk.who, at=desk.at)
