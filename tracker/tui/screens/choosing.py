"""Marking rows, so that one action is done to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.errors import TrackerError
from tracker.tui.screens.telling import said
from tracker.wording.screen import marked_words, too_many_to_mark

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen

MOST_MARKED = 2_000
"""More than that are done to by narrowing the list down first."""


def mark(screen: RegisterScreen) -> None:
    """Mark the row under the cursor, or take the mark away."""
    screen.table.action_mark()


def mark_all(screen: RegisterScreen) -> None:
    """Mark every row that is shown."""
    window = screen.table.window
    if len(window) > MOST_MARKED or not window.is_whole:
        screen.tell(too_many_to_mark(MOST_MARKED), role="warning")
        return
    try:
        screen.table.mark(window.rows(MOST_MARKED))
    except TrackerError as error:
        screen.tell(said(error), role="bad")
        return
    screen.tell(marked_words(len(screen.table.marks)))


def unmark(screen: RegisterScreen) -> None:
    """Take every mark away."""
    screen.table.unmark_all()
