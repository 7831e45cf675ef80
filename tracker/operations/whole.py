"""One directive with everything that is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core.assessed import AssessedDirective
from tracker.core.rules import Policy
from tracker.store.chronicle import ChronicleEntry, chronicle
from tracker.store.listing import assessed
from tracker.store.rows import Reading
from tracker.store.selection import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """One directive with everything known of it."""

    rows: tuple[AssessedDirective, ...]
    """As of the day: one, or one for each turn of a recurring directive."""
    entries: tuple[ChronicleEntry, ...]
    """What happened, in the order it was entered."""


def whole(reading: Reading, id: int, *, as_of: date, policy: Policy) -> Whole | None:
    """One directive with everything known of it; None where it is not there on the day."""
    selection = Selection(ids=frozenset({id}))
    rows = assessed(reading, as_of=as_of, policy=policy, selection=selection)
    return Whole(rows=tuple(rows), entries=tuple(chronicle(reading, id))) if rows else None
