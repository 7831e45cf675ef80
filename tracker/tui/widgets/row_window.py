"""The rows a table shows, fetched by pages when they are first looked at."""

from __future__ import annotations

from collections.abc import Callable

from tracker.core.assessed import AssessedDirective
from tracker.core.errors import TrackerError
from tracker.operations.browsing import PAGE, Page, RowIds

Fetch = Callable[[RowIds], Page]
"""Gives the rows of some ids in the order given, None for those that are gone."""

_PAGES_KEPT = 6


class RowWindow:
    """A long list of rows of which only the pages that were looked at are in memory."""

    def __init__(
        self, ids: RowIds, fetch: Fetch, *, is_whole: bool = True, first: Page = ()
    ) -> None:
        """``first``: the first page, where it was fetched already."""
        self.ids = ids
        self.is_whole = is_whole
        """False while the rest of the ids is still being looked up."""
        self._fetch = fetch
        self._pages: dict[int, Page] = {0: first} if first else {}
        self._trouble: TrackerError | None = None

    def in_doubt(self) -> RowWindow:
        """The same rows while it is looked up which they are to be."""
        same = RowWindow(self.ids, self._fetch, is_whole=False)
        same._pages = self._pages
        return same

    def __len__(self) -> int:
        return len(self.ids)

    def row(self, index: int) -> AssessedDirective | None:
        """The row at a place; ``IndexError`` behind the last.

        None where it cannot be read now, of which ``take_trouble`` tells, or where somebody has
        changed it since: then the list is about to be looked up anew.
        """
        if not 0 <= index < len(self.ids):
            raise IndexError(index)
        number, place = divmod(index, PAGE)
        page = self._pages.get(number) or self._page(number)
        return page[place] if page else None

    def _page(self, number: int) -> Page:
        try:
            page = self._fetch(self.ids[number * PAGE : (number + 1) * PAGE])
        except TrackerError as error:
            self._trouble = error
            return ()
        if len(self._pages) >= _PAGES_KEPT:
            self._pages.clear()
        self._pages[number] = page
        return page

    def take_trouble(self) -> TrackerError | None:
        """Why rows could not be read, told once."""
        trouble, self._trouble = self._trouble, None
        return trouble

    def rows(self, at_most: int) -> list[AssessedDirective]:
        """The first rows that are there, in order; ``TrackerError`` where they cannot be read."""
        found = [self.row(index) for index in range(min(at_most, len(self)))]
        if (trouble := self.take_trouble()) is not None:
            raise trouble
        return [row for row in found if row is not None]


NO_ROWS = RowWindow((), lambda _: ())
"""What a table shows before anything was read."""
