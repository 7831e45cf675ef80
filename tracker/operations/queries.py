"""Looking directives up: lists, one directive whole, its history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from tracker.core.assessed import AssessedDirective
from tracker.core.vietnamese import clean, fold, sort_key
from tracker.operations.desk import Desk
from tracker.operations.references import UnknownReference, resolve
from tracker.operations.whole import Whole, whole
from tracker.store.chronicle import ChronicleEntry, chronicle
from tracker.store.finding import Found, find
from tracker.store.listing import assessed
from tracker.store.naming import names
from tracker.store.reading import open_reading
from tracker.store.rows import Reading
from tracker.store.selection import Selection


def list_directives(desk: Desk, selection: Selection, *, as_of: date) -> list[AssessedDirective]:
    """The directives selected, as of a day."""
    with open_reading(desk.location) as reading:
        return assessed(reading, as_of=as_of, policy=desk.policy, selection=_tidy(selection))


def _tidy(selection: Selection) -> Selection:
    """With what was typed made fit to look for: a database takes no half of a character."""
    return replace(selection, search=clean(selection.search)[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownName:
    """Nothing in the register was ever kept under the name that was asked for."""

    field: str
    """The stable English name of what was asked for: ``unit``, ``officer``, ``assigned_by``."""
    name: str
    known: tuple[str, ...]
    """The names there are, in Vietnamese order."""


def unknown_names(desk: Desk, selection: Selection) -> tuple[UnknownName, ...]:
    """The names of a selection that nothing in the register answers to, whatever the day."""
    asked = {
        "unit": selection.units or (),
        "officer": selection.officers or (),
        "assigned_by": selection.assigned_by or (),
    }
    with open_reading(desk.location) as reading:
        found = [
            unknown_name(field, wanted, names(reading, field))
            for field, wanted in asked.items()
            if any(wanted)
        ]
    return tuple(filter(None, found))


def unknown_name(field: str, asked: tuple[str, ...], known: Iterable[str]) -> UnknownName | None:
    """What to say of the first name, unless one of them is known by any spelling."""
    by_key = {fold(name): name for name in known}
    if any(fold(name) in by_key for name in asked):
        return None
    return UnknownName(
        field=field, name=asked[0], known=tuple(sorted(by_key.values(), key=sort_key))
    )


class NotAssignedYet(UnknownReference):
    """The directive exists, but on the day asked about it had not been assigned."""

    def __init__(self, text: str, as_of: date) -> None:
        super().__init__(text)
        self.as_of = as_of


def show(desk: Desk, reference: str, *, as_of: date) -> Whole:
    """One directive, as of a day."""
    with open_reading(desk.location) as reading:
        found = whole(reading, _found(reading, reference).id, as_of=as_of, policy=desk.policy)
        if found is None:
            raise NotAssignedYet(reference, as_of)
        return found


def history(desk: Desk, reference: str) -> tuple[Found, tuple[ChronicleEntry, ...]]:
    """Every change of one directive, those taken back included, its very entry too."""
    with open_reading(desk.location) as reading:
        try:
            found = _found(reading, reference)
        except UnknownReference:
            found = resolve(partial(find, reading, with_void=True), reference)
        return found, tuple(chronicle(reading, found.id))


def _found(reading: Reading, reference: str) -> Found:
    return resolve(partial(find, reading), reference)
