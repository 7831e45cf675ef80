"""Which actions make sense for a row, so that a menu need not offer what would be refused."""

from __future__ import annotations

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Facts, State
from tracker.core.events import EventKind
from tracker.core.grounds import BEGINS_IN

_KINDS = {
    "start": EventKind.STARTED,
    "done": EventKind.COMPLETED,
    "extend": EventKind.EXTENDED,
    "withdraw": EventKind.WITHDRAWN,
    "suspend": EventKind.SUSPENDED,
    "resume": EventKind.RESUMED,
    "reopen": EventKind.REOPENED,
    "note": EventKind.NOTED,
    "edit": EventKind.EDITED,
    "void": EventKind.VOIDED,
}
"""What each action records."""

_OF_SERIES = (EventKind.EXTENDED, EventKind.WITHDRAWN, EventKind.SUSPENDED)
"""What concerns the whole of a recurring directive, and so makes sense when one turn is done."""


def doable(row: AssessedDirective) -> frozenset[str]:
    """The names of the actions that make sense for a row as it stands today.

    What the rules ask of a day or a document is looked at when something is done.
    """
    return frozenset(name for name, kind in _KINDS.items() if _makes_sense(kind, row.facts))


def _makes_sense(kind: EventKind, facts: Facts) -> bool:
    if facts.state is not State.DONE:
        return facts.state in BEGINS_IN[kind]
    is_undated = facts.completed_on is None
    if kind is EventKind.COMPLETED:
        # The day may still be told.
        return is_undated
    if facts.instance is not None:
        return kind in _OF_SERIES or set(State) == set(BEGINS_IN[kind])
    if kind is EventKind.EXTENDED:
        # A letter as old as the completion may be told after it.
        return not is_undated
    return State.DONE in BEGINS_IN[kind]
