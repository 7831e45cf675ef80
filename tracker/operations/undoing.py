"""Taking back one's own last operation."""

from __future__ import annotations

from contextlib import closing

from tracker.operations.changing import require_register
from tracker.operations.desk import Desk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.undoing import Undone


def undo(desk: Desk) -> Undone:
    """Take back the last operation of this clerk; the taking back is itself recorded."""
    require_register(desk.location)
    # Late: the library for writing is slow to load, and help and mistakes do without it.
    from tracker.store.database import open_store  # noqa: PLC0415
    from tracker.store.undoing import undo_last  # noqa: PLC0415

    with closing(open_store(desk.location)) as store:
        return undo_last(store, who=desk.who, at=desk.at)
