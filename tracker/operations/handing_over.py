"""Handing the open directives of one officer to another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tracker.core import corrections
from tracker.core.directive import State
from tracker.core.errors import NotFound, UsageError
from tracker.core.vietnamese import fold, sort_key
from tracker.operations.changing import changing, require_register
from tracker.operations.desk import Desk
from tracker.operations.safekeeping import back_up_before
from tracker.operations.typed import read_text
from tracker.store.finding import Found
from tracker.store.listing import assessed
from tracker.store.reading import open_reading
from tracker.store.rows import Reading
from tracker.store.selection import Selection

OPEN = frozenset({State.NOT_STARTED, State.IN_PROGRESS, State.SUSPENDED})


class NothingToHandOver(NotFound):
    """This officer has no open directive, or none of the unit asked for."""

    def __init__(self, officer: str, *, unit: str | None) -> None:
        super().__init__(officer, unit)
        self.officer = officer
        self.unit = unit


class SeveralOfficers(NotFound):
    """Nobody is called so, but others are but for the accents."""

    def __init__(self, officer: str, like: tuple[str, ...]) -> None:
        super().__init__(officer, like)
        self.officer = officer
        self.like = like


class SameOfficer(UsageError):
    """The directives would stay where they are."""

    def __init__(self, officer: str) -> None:
        super().__init__(officer)
        self.officer = officer


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """What has gone from one officer to another."""

    to: str
    directives: tuple[Found, ...]
    copy: Path | None = None
    """Of the register, made before."""


_MANY = 50
"""From so many directives on the register is copied first."""


def hand_over(
    desk: Desk, officer: str, *, to: str, unit: str | None, server_folder: Path
) -> HandedOver:
    """Give every open directive of an officer to another, in one operation.

    What is done keeps the name of who did it; only the turns of a recurring directive show the
    new one too, being of one record. Many at once are handed over only after a copy of the
    register was made; ``server_folder`` is where that of a server goes.
    """
    name, _ = read_text(officer, field="officer")
    successor, _ = read_text(to, field="officer")
    if name.casefold() == successor.casefold():
        raise SameOfficer(name)
    require_register(desk.location)
    selection = Selection(officers=(name,), units=None if unit is None else (unit,), state=OPEN)
    with open_reading(desk.location) as reading:
        number = len(_held(reading, desk, selection, name))
    copy = (
        back_up_before(desk, "handover", server_folder=server_folder) if number >= _MANY else None
    )
    with changing(desk, "handover") as work:
        held = _held(work.reading, desk, selection, name)
        if not held:
            raise NothingToHandOver(name, unit=unit)
        for one in held:
            directive = work.directive(one.id)
            after = replace(directive.assignment, officer=successor)
            work.append(directive, corrections.edit(directive, after))
    return HandedOver(to=successor, directives=held, copy=copy)


def _held(reading: Reading, desk: Desk, selection: Selection, name: str) -> tuple[Found, ...]:
    """The open directives, each once however many turns of it are open."""
    rows = assessed(reading, as_of=desk.today, policy=desk.policy, selection=selection)
    meant = _meant(name, {row.officer for row in rows})
    found = {
        row.id: Found(row.id, row.document.number, row.document.issued_on.isoformat(), row.content)
        for row in rows
        if row.officer in meant
    }
    return tuple(found.values())


def _meant(name: str, officers: set[str]) -> set[str]:
    """The spellings of the officer meant: accents make names, so they may only all be missing."""
    same = {officer for officer in officers if officer.casefold() == name.casefold()}
    if same or not officers:
        return same
    if fold(name) == name.casefold() and len(officers) == 1:
        return officers
    raise SeveralOfficers(name, tuple(sorted(officers, key=sort_key)))
