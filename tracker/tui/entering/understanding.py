"""What understanding a directive needs to know while it is being typed."""

from __future__ import annotations

from collections.abc import Callable

from tracker.core.days_off import DaysOff
from tracker.core.directive import Citation
from tracker.core.errors import TrackerError
from tracker.operations.desk import Desk
from tracker.operations.known_names import KnownNames, known_names
from tracker.operations.previewing import calendar
from tracker.operations.previewing_entries import EntryPreview, beside, tasks_at_hand
from tracker.store.finding import Found


def calendar_at_hand(desk: Desk) -> DaysOff:
    """The days off; the weekends where they cannot be read just now: one may type all the same."""
    try:
        return calendar(desk)
    except TrackerError:
        return DaysOff()


def names_at_hand(desk: Desk) -> KnownNames:
    """The names in use; none where they cannot be read just now."""
    try:
        return known_names(desk)
    except TrackerError:
        return KnownNames()


class OthersAtHand:
    """The other tasks of the document being typed; the register is asked once for each document."""

    def __init__(self, desk: Callable[[], Desk]) -> None:
        self._desk = desk
        self._document: Citation | None = None
        self._tasks: tuple[Found, ...] = ()

    def beside(self, preview: EntryPreview) -> EntryPreview:
        """What is typed, with what they have to do with it; alone where they cannot be read."""
        if preview.document != self._document:
            self._document = preview.document
            self._tasks = self._read(preview.document)
        return beside(preview, self._tasks)

    def _read(self, document: Citation | None) -> tuple[Found, ...]:
        if document is None:
            return ()
        try:
            return tasks_at_hand(self._desk(), document)
        except TrackerError:
            return ()
