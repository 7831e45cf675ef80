"""What is looked up behind the picture, for as long as it is of use."""

from __future__ import annotations

from functools import partial
from time import thread_time
from typing import TYPE_CHECKING

from textual.widgets import Input

from tracker.core.assessed import AssessedDirective
from tracker.operations.browsing import GiveUp
from tracker.tui.later import Later
from tracker.tui.register_data import Shown
from tracker.tui.threads import in_thread
from tracker.tui.widgets.row_window import RowWindow

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen

_REST_SECONDS = 0.05
"""After the first picture: then the rest of a long list is looked up."""
_PAUSE_SECONDS = 0.25
"""While one types it waits for a pause."""
_LETTER_SECONDS = 0.01
"""A letter waits for no more work than that: what it finds is still to be drawn."""


def patience_of_a_letter() -> GiveUp:
    """Give up what takes this thread longer, beginning now; the work of others does not count."""
    until = thread_time() + _LETTER_SECONDS
    return lambda: thread_time() > until


class LookUps:
    """Looks up in a thread for one screen; every new question puts an end to the one before."""

    def __init__(self, screen: RegisterScreen) -> None:
        self._screen = screen
        self._later = Later(screen)
        self._asked = 0
        self.is_awaiting = False
        """Whether the rows shown are those of before, until the ones wanted are found."""

    def stop(self) -> None:
        """Other rows are shown or wanted: what is still looked up is of no use any more."""
        self._asked += 1
        self.is_awaiting = False
        self._later.stop("rest")

    def find(self, shown: Shown) -> None:
        """Show the rows wanted when they are found; those of before stay, so nothing flickers."""
        self.stop()
        self.is_awaiting = True
        screen, is_over = self._screen, self._is_over()
        screen.show_more(screen.table.window.in_doubt())

        def found(window: RowWindow | None) -> None:
            if window is not None and not is_over():
                screen.show(window, shown)

        find = partial(screen.data.find, shown, give_up=is_over)
        in_thread(screen, find, found, screen.in_trouble, group="rest")

    def find_rest(self, shown: Shown, keep: AssessedDirective | None) -> None:
        """Show all the rows behind the first ones, a while after these are there."""
        is_typing = isinstance(self._screen.focused, Input)
        seconds = _PAUSE_SECONDS if is_typing else _REST_SECONDS
        self._later.do("rest", seconds, partial(self._find_rest, shown, keep))

    def _find_rest(self, shown: Shown, keep: AssessedDirective | None) -> None:
        screen, is_over = self._screen, self._is_over()
        stood = screen.table.cursor

        def came(window: RowWindow | None) -> None:
            if window is None or is_over():
                return
            screen.show_more(window)
            # The cursor finds its directive again unless it was moved meanwhile.
            if keep is not None and screen.table.cursor == stood:
                place = screen.place_of(keep)
                screen.table.cursor = stood if place is None else place

        rest = partial(screen.data.rest, shown, give_up=is_over)
        in_thread(screen, rest, came, screen.in_trouble, group="rest")

    def _is_over(self) -> GiveUp:
        """Whether something else was asked after what is asked now."""
        asked = self._asked
        return lambda: asked != self._asked
