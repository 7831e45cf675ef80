"""Rows that were looked at, entered: each decided once more by the register as it is by then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from tracker.core.days_off import DaysOff
from tracker.core.errors import UsageError
from tracker.core.events import Event
from tracker.operations.changing import filling
from tracker.operations.deciding import ROWS_AT_ONCE, Deciding, Verdict, decide
from tracker.operations.desk import Desk
from tracker.operations.import_preview import Hearing, ImportPreview
from tracker.operations.read_rows import (
    Place,
    ReadRow,
    is_of_any_calendar,
    read_row,
    tasks_of,
)
from tracker.operations.table_preview import RowFate, TableRow
from tracker.store.imports import IMPORT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.writing import Work


class NotReadyToEnter(UsageError):
    """Rows were chosen that add nothing, or are not understood."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        super().__init__(places)
        self.places = places

    @property
    def lines(self) -> tuple[int, ...]:
        """Where they stand in their tables."""
        return tuple(place.line for place in self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A row that was not entered, since the register has changed since it was looked at."""

    place: Place
    id: int | None
    """The directive that it tells of by now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What has become of tables."""

    new: tuple[int, ...] = ()
    """The ids of the directives entered."""
    changed: tuple[int, ...] = ()
    """Those of the ones that something was added to."""
    left_out: tuple[LeftOut, ...] = ()


def places_to_enter(preview: ImportPreview, chosen: Collection[Place] | None) -> frozenset[Place]:
    """The rows to be entered: those chosen, else all that are meant to be.

    A row that repeats another goes with it, where that adds anything itself, unless it only seems
    to repeat it.
    """
    rows = preview.rows
    if chosen is None:
        wanted = {place for place, row in rows.items() if row.is_entered}
    else:
        wanted = set(chosen)
        if unready := sorted(one for one in wanted if one not in rows or not rows[one].adds):
            raise NotReadyToEnter(tuple(unready))
    firsts = {
        first
        for place in wanted
        if (first := rows[place].repeats or place) in wanted or not rows[first].adds
    }
    return frozenset(
        place
        for place, row in rows.items()
        if row.adds and (row.repeats or place) in firsts and (row.alike == 1 or place in wanted)
    )


def entered(
    desk: Desk, preview: ImportPreview, places: Collection[Place], *, hear: Hearing
) -> Imported:
    """Enter rows as one operation. A row takes a step when it is decided, and one when stored."""
    if not places:
        return Imported()
    with filling(desk, IMPORT) as work:
        rows = list(_understood(desk, preview, places, work.days_off))
        steps = len(rows) + len(places)
        deciding = Deciding(
            today=desk.today,
            days_off=work.days_off,
            look=lambda: nullcontext(work.reading),
            hear=lambda done: hear(done, steps),
        )
        agreed = _Agreed(preview.rows, places)
        for verdict in decide(tasks_of(rows), deciding):
            agreed.take(verdict)
        storing = _Storing(work, hear=lambda done: hear(len(rows) + done, steps))
        new = tuple(storing.enter(list(agreed.histories.values())))
        changed = tuple(storing.append(agreed.additions))
    return Imported(new=new, changed=changed, left_out=tuple(agreed.left_out))


def _understood(
    desk: Desk, preview: ImportPreview, places: Collection[Place], days_off: DaysOff
) -> Iterator[ReadRow]:
    """The rows to be entered, and all that may bear upon what becomes of them: of the same
    documents."""
    rows = preview.rows
    named = (rows[place].identity for place in places)
    documents = {identity.document for identity in named if identity is not None}
    for place, row in rows.items():
        if row.identity is None or row.identity.document not in documents:
            continue
        assert row.draft is not None
        assert row.drafted is not None
        read_on = preview.tables[place.table].preview.read_on
        if read_on == desk.today and is_of_any_calendar(row.drafted):
            yield ReadRow(
                place=place,
                draft=row.draft,
                drafted=row.drafted,
                identity=row.identity,
                listed_on=row.listed_on,
            )
            continue
        read = read_row(
            place, row.draft, today=desk.today, days_off=days_off, listed_on=row.listed_on
        )
        if isinstance(read, ReadRow):
            yield read
        elif place in places:
            raise NotReadyToEnter((place,)) from read.trouble


class _Agreed:
    """What is still to be entered as it was looked at."""

    def __init__(self, rows: Mapping[Place, TableRow], places: Collection[Place]) -> None:
        self._rows = rows
        self._places = places
        self.histories: dict[Place, list[Event]] = {}
        """Of the new directives, each by the place of its first row."""
        self.additions: dict[int, list[Event]] = {}
        """To directives in the register, by their ids."""
        self.left_out: list[LeftOut] = []
        self._not_entered: set[Place] = set()

    def take(self, verdict: Verdict) -> None:
        """Enter the row, unless it was left out by hand, or another thing would become of it."""
        place = verdict.row.place
        if place not in self._places:
            return
        if not self._is_as_seen(verdict):
            self.left_out.append(LeftOut(place=place, id=verdict.known.id))
            self._not_entered.add(place)
        elif verdict.kind is RowFate.NEW:
            self.histories[place] = list(verdict.row.drafted.history)
        elif verdict.repeats in self.histories:
            self.histories[verdict.repeats] += verdict.events
        elif verdict.known.id is not None:
            self.additions.setdefault(verdict.known.id, []).extend(verdict.events)

    def _is_as_seen(self, verdict: Verdict) -> bool:
        seen = self._rows[verdict.row.place]
        return verdict.repeats not in self._not_entered and (
            (seen.kind, seen.duplicate_of, seen.differences)
            == (verdict.kind, verdict.known.id, verdict.differences)
        )


class _Storing:
    """What was agreed upon on its way into the register."""

    def __init__(self, work: Work, *, hear: Callable[[int], None]) -> None:
        self._work = work
        self._hear = hear
        self._done = 0

    def enter(self, histories: Sequence[Sequence[Event]]) -> Iterator[int]:
        """Enter new directives, and give their ids."""
        for first in range(0, len(histories), ROWS_AT_ONCE):
            directives = self._work.enter(histories[first : first + ROWS_AT_ONCE])
            yield from (directive.id for directive in directives)
            self._tell(len(directives))

    def append(self, additions: Mapping[int, Sequence[Event]]) -> Iterator[int]:
        """Add events to directives that are there, and give their ids."""
        ids = list(additions)
        for first in range(0, len(ids), ROWS_AT_ONCE):
            some = ids[first : first + ROWS_AT_ONCE]
            self._work.record({id: additions[id] for id in some})
            yield from some
            self._tell(len(some))

    def _tell(self, number: int) -> None:
        self._done += number
        self._hear(self._done)
