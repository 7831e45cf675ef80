"""What the register screen shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.core.assessed import AssessedDirective
from tracker.core.totals import Totals
from tracker.operations.browsing import (
    GiveUp,
    Look,
    all_ids,
    first_ids,
    look,
    place_of,
    read_quickly,
    rows_by_id,
)
from tracker.store.errors import GoneRegister, NoRegister
from tracker.store.selection import Selection
from tracker.tui.register_watch import RegisterWatch
from tracker.tui.surroundings import Surroundings
from tracker.tui.widgets.row_window import Fetch, RowWindow

if TYPE_CHECKING:
    from tracker.operations.whole import Whole

FIRST_ROWS = 100
"""As many rows as the tallest screen shows."""

FIRST_FOUND = 50
"""While one types: as many as most screens show, the others come with the rest."""


class Shown(NamedTuple):
    """What is asked of the register."""

    selection: Selection
    as_of: date


class RegisterData:
    """Reads the register for one screen. Everything raises ``TrackerError`` in trouble."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self.watch = RegisterWatch(surroundings)
        self.totals = Totals()

    def read(self, shown: Shown) -> RowWindow:
        """Everything anew: the numbers, and the first rows."""
        desk = self._surroundings.desk()
        stamp = self.watch.stamp()
        found = look(desk, shown.selection, as_of=shown.as_of, at_most=FIRST_ROWS)
        self._refuse_gone(found)
        self.watch.was_read(stamp, found.operation)
        self.totals = found.totals
        return self._window(found, shown.as_of)

    def find(self, shown: Shown, *, give_up: GiveUp | None = None) -> RowWindow | None:
        """The first rows of another selection; the numbers stay. None where it was given up."""
        desk = self._surroundings.desk()
        found = first_ids(
            desk, shown.selection, as_of=shown.as_of, at_most=FIRST_FOUND, give_up=give_up
        )
        if found is None:
            return None
        self._refuse_gone(found)
        return self._window(found, shown.as_of)

    def prepare(self) -> None:
        """Make the workspace; never a new register in place of one that was read before."""
        self._require()
        self._surroundings.prepare()

    def _require(self) -> None:
        if self.watch.has_seen_work:
            # Late: of use only where there is trouble, or something to be written.
            from tracker.operations.changing import require_register

            try:
                require_register(self._surroundings.desk().location)
            except NoRegister as error:
                raise GoneRegister(error.location) from error

    def _refuse_gone(self, found: Look) -> None:
        if found.operation == 0:
            self._require()

    def rest(self, shown: Shown, *, give_up: GiveUp) -> RowWindow | None:
        """Every row selected: for a thread of its own. None where it was given up."""
        desk = self._surroundings.desk()
        ids = all_ids(desk, shown.selection, as_of=shown.as_of, give_up=give_up)
        return None if ids is None else RowWindow(ids, self._fetch_as_of(shown.as_of))

    def details(self, id: int, as_of: date) -> Whole | None:
        """One directive with all that is known of it."""
        # Late: the history of a directive is read only after the first picture.
        from tracker.operations.whole import whole

        desk = self._surroundings.desk()
        with read_quickly(desk) as reading:
            return whole(reading, id, as_of=as_of, policy=desk.policy)

    def place_of(self, window: RowWindow, row: AssessedDirective, as_of: date) -> int | None:
        """Where a row that was seen before stands now."""
        return place_of(self._surroundings.desk(), window.ids, row, as_of=as_of)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever entered."""
        return not self.watch.has_seen_work

    def _window(self, found: Look, as_of: date) -> RowWindow:
        fetch = self._fetch_as_of(as_of)
        return RowWindow(found.ids, fetch, is_whole=found.is_whole, first=found.page)

    def _fetch_as_of(self, as_of: date) -> Fetch:
        return lambda ids: rows_by_id(self._surroundings.desk(), ids, as_of=as_of)
