"""The rows a table shows, fetched by pages when they are first looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tracker.core.assessed import AssessedDirective
from tracker.operations.browsing import RowIds

Fetch = Callable[[RowIds], Sequence[AssessedDirective | None]]
"""Gives the rows of some ids in the order given; None for one that there is no more."""

_PAGE = 40
_PAGES_KEPT = 6


class RowWindow:
    """A long list of rows of which only the pages that were looked at are in memory."""

    def __init__(self, ids: RowIds, fetch: Fetch, *, is_whole: bool = True) -> None:
        self.ids = ids
        self.is_whole = is_whole
        """False while the rest of the ids is still being looked up."""
        self._fetch = fetch
        self._pages: dict[int, Sequence[AssessedDirective | None]] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def row(self, index: int) -> AssessedDirective | None:
        """The row at a place, None where there is no more; ``IndexError`` behind the last."""
        if not 0 <= index < len(self.ids):
            raise IndexError(index)
        number, place = divmod(index, _PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(self.ids[number * _PAGE : (number + 1) * _PAGE])
            if len(self._pages) >= _PAGES_KEPT:
                self._pages.clear()
            self._pages[number] = page
        return page[place]

    def rows(self, at_most: int) -> list[AssessedDirective]:
        """The first rows, in order."""
        found = (self.row(index) for index in range(min(at_most, len(self))))
        return [row for row in found if row is not None]


NO_ROWS = RowWindow((), lambda _: ())
"""What a table shows before anything was read."""
