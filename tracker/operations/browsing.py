"""Looking through the register on a screen: numbers and first rows at once, the rest by pages.

Everything here reads and returns quickly, or says that the register is busy: a screen that waits
for somebody else's change would look dead. A register not made yet is an empty one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from math import isqrt
from typing import NamedTuple

from tracker.core.assessed import AssessedDirective
from tracker.core.database_address import is_url
from tracker.core.directive import State
from tracker.core.row_order import Order
from tracker.core.totals import Totals, add_up
from tracker.operations.desk import Desk
from tracker.store.counting import count_register
from tracker.store.errors import NoRegister
from tracker.store.listing import assessed_by_id, assessed_rows
from tracker.store.pressing import most_pressing
from tracker.store.reading import open_reading
from tracker.store.rows import GivenUp, Reading
from tracker.store.selection import (
    Selection,
    selected,
    selected_among,
    selected_ids,
    texts_of,
)
from tracker.store.sqlite_file import is_blank
from tracker.store.stamp import highest_id, last_operation

PATIENCE_SECONDS = 0.3
"""How long a screen waits for others' changes to end before it says that the register is busy."""

_MEMORY_KIB = 500
"""Enough for what a screen shows; sorting a large register takes no longer, and less memory."""

_SMALL = 2_000
"""Up to so many rows every order is found at once."""

_FEW = 1_000
"""So many hits of a search are put in order at once."""


def _few(number: int) -> int:
    """The same for a register with so many directives.

    More hits are walked through by what presses, which takes the longer the fewer of all they are.
    """
    return max(_FEW, 4 * isqrt(number))


GiveUp = Callable[[], bool]
"""Says whether nobody waits for an answer any longer; asked while it is looked for."""

RowIds = Sequence[int]
"""Ids of rows as the store has them: a directive, or one turn of it, over a span of days."""


Page = Sequence[AssessedDirective | None]
"""Rows in the order of their ids; None for one that somebody has changed since."""

PAGE = 40
"""So many rows are read at a time: about as many as a screen shows."""


class Look(NamedTuple):
    """The register at one moment."""

    totals: Totals
    """Of the whole register, whatever is selected."""
    ids: RowIds
    """The first rows selected, in order."""
    is_whole: bool
    """Whether these are all of them."""
    page: Page
    """The rows of the first ids, ``PAGE`` of them at most."""
    operation: int
    """The last one entered; a higher one means that something has changed."""


def look(desk: Desk, selection: Selection, *, as_of: date, at_most: int) -> Look:
    """The numbers of the register, and the first rows that are wanted."""
    try:
        with read_quickly(desk) as reading:
            totals = _totals(reading, desk, as_of)
            number = totals.total + totals.withdrawn + totals.supporting
            ids, is_whole = _first_ids(
                reading, desk, selection, as_of, at_most=at_most, number=number
            )
            page = _page(reading, desk, ids[:PAGE], as_of)
            operation = last_operation(reading)
    except NoRegister:
        require_never_begun(desk)
        return _NOTHING
    return Look(totals=totals, ids=ids, is_whole=is_whole, page=page, operation=operation)


def first_ids(
    desk: Desk, selection: Selection, *, as_of: date, at_most: int, give_up: GiveUp | None = None
) -> Look | None:
    """The same without counting anew: for each letter of a search; None where it was given up.

    A small register is never given up: it answers before that could be asked.
    """
    try:
        with read_quickly(desk) as reading:
            number = highest_id(reading)
            if give_up is not None and number > _SMALL:
                reading.heed(give_up)
            ids, is_whole = _first_ids(
                reading, desk, selection, as_of, at_most=at_most, number=number
            )
            page = _page(reading, desk, ids[:PAGE], as_of)
            operation = last_operation(reading)
    except NoRegister:
        require_never_begun(desk)
        return _NOTHING
    except GivenUp:
        return None
    return Look(totals=Totals(), ids=ids, is_whole=is_whole, page=page, operation=operation)


def all_ids(
    desk: Desk, selection: Selection, *, as_of: date, give_up: GiveUp = lambda: False
) -> RowIds | None:
    """Every row that is wanted, in order; slow in a large register: for a thread.

    None where it was given up.
    """
    try:
        with read_quickly(desk) as reading:
            reading.heed(give_up)
            return selected_ids(reading, selection, as_of=as_of, policy=desk.policy)
    except NoRegister:
        return ()
    except GivenUp:
        return None


def rows_by_id(desk: Desk, ids: RowIds, *, as_of: date) -> Page:
    """The rows of these ids in the order given, each with the judgement on it."""
    with read_quickly(desk) as reading:
        return _page(reading, desk, ids, as_of)


def _page(reading: Reading, desk: Desk, ids: RowIds, as_of: date) -> Page:
    found = assessed_by_id(reading, ids, as_of=as_of, policy=desk.policy)
    return [found.get(id) for id in ids]


def place_of(desk: Desk, ids: RowIds, row: AssessedDirective, *, as_of: date) -> int | None:
    """Where a directive, or the same turn of it, now stands among these ids."""
    selection = Selection(ids=frozenset({row.id}))
    with read_quickly(desk) as reading:
        found = selected(reading, selection, as_of=as_of, policy=desk.policy)
        rows = assessed_rows(reading, found, as_of=as_of, policy=desk.policy)
    for id, candidate in zip(found, rows, strict=True):
        if candidate.key == row.key:
            with suppress(ValueError):
                return ids.index(id)
    return None


def newest_operation(desk: Desk) -> int:
    """The last operation entered; 0 where nothing was."""
    try:
        with read_quickly(desk) as reading:
            return last_operation(reading)
    except NoRegister:
        return 0


def read_quickly(desk: Desk) -> Reading:
    """The register opened to look at, without waiting for others for long."""
    return open_reading(desk.location, patience_seconds=PATIENCE_SECONDS, memory_kib=_MEMORY_KIB)


def require_never_begun(desk: Desk) -> None:
    """Of a register that is not there: raise where copies beside it say that it was."""
    if not is_url(desk.location):
        is_blank(desk.location)


_NOTHING = Look(totals=Totals(), ids=(), is_whole=True, page=(), operation=0)


def _totals(reading: Reading, desk: Desk, as_of: date) -> Totals:
    until = as_of + timedelta(days=desk.policy.due_soon_days)
    counts = count_register(
        reading,
        as_of=as_of.isoformat(),
        deadline_policy=desk.policy.deadline_policy.value,
        due_soon_until=until.isoformat(),
    )
    return add_up(counts)


def _first_ids(  # noqa: PLR0913 - each is asked for by itself
    reading: Reading,
    desk: Desk,
    selection: Selection,
    as_of: date,
    *,
    at_most: int,
    number: int,
) -> tuple[RowIds, bool]:
    """The first rows, and whether they are all: in a large register only what an index gives."""
    if number <= _SMALL:
        return selected_ids(reading, selection, as_of=as_of, policy=desk.policy), True
    if _is_by_attention(selection):
        texts = texts_of(selection) if selection != EVERYTHING else []
        few = _few_holding(reading, texts, most=_few(number)) if texts else None
        if few is not None:
            found = selected_among(reading, selection, few, as_of=as_of, policy=desk.policy)
            return found, True
        ids = most_pressing(
            reading,
            as_of=as_of.isoformat(),
            deadline_policy=desk.policy.deadline_policy.value,
            limit=at_most,
            texts=texts,
        )
        return ids, False
    limited = replace(selection, limit=at_most + 1)
    found = selected_ids(reading, limited, as_of=as_of, policy=desk.policy)
    return found[:at_most], len(found) <= at_most


def _few_holding(reading: Reading, texts: Sequence[str], *, most: int) -> frozenset[int] | None:
    """The hits, where an index knows them all and they are quickly put in order."""
    # Late: a first look searches for nothing.
    from tracker.store.searching import few_holding  # noqa: PLC0415

    return few_holding(reading, texts, most=most)


def _is_by_attention(selection: Selection) -> bool:
    """Whether nothing but words narrows the rows down, in the order of what presses most."""
    is_any_state = selection.state in (frozenset(), EVERYTHING.state)
    return is_any_state and (
        replace(selection, search="", phrases=(), state=EVERYTHING.state) == EVERYTHING
    )


EVERYTHING = Selection(
    is_supporting=False, state=frozenset(State) - {State.WITHDRAWN}, order=Order.ATTENTION
)
"""The rows that the total counts, in the order of what presses most."""
