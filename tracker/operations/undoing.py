"""Taking back one's own last operation, and being asked before."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from tracker.core.errors import Refused
from tracker.operations.browsing import read_quickly
from tracker.operations.changing import require_register
from tracker.operations.desk import Desk
from tracker.store.errors import NoRegister
from tracker.store.last_operation import LastOperation, last_operation
from tracker.store.undo_grounds import require_nothing_built_upon


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingUndo:
    """What ``undo`` would take back now."""

    last: LastOperation
    refusal: Refused | None
    """Why it would be refused; None where nothing stands against it."""


def pending_undo(desk: Desk) -> PendingUndo | None:
    """Look at what this clerk would take back; None where there is nothing.

    Changes nothing, and waits for nobody: ``LockedRegister`` where somebody is writing.
    """
    try:
        with read_quickly(desk) as reading:
            last = last_operation(reading, desk.who)
            if last is None:
                return None
            try:
                require_nothing_built_upon(reading, last.id)
            except Refused as refusal:
                return PendingUndo(last=last, refusal=refusal)
            return PendingUndo(last=last, refusal=None)
    except NoRegister:
        return None


def undo(desk: Desk, *, expected_id: int | None = None) -> LastOperation:
    """Take back the last operation of this clerk; the taking back is itself recorded.

    ``expected_id``: the operation that was asked about; refused where it is not the last any more.
    """
    require_register(desk.location)
    # Late: the library for writing is slow to load, and help and mistakes do without it.
    from tracker.store.database import open_store  # noqa: PLC0415
    from tracker.store.undoing import undo_last  # noqa: PLC0415

    with closing(open_store(desk.location)) as store:
        return undo_last(store, who=desk.who, at=desk.at, expected_id=expected_id)
