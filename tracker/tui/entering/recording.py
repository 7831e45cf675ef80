"""Entering one directive: the same for the line and the form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from tracker.core.errors import TrackerError
from tracker.operations.entering import Entered, Entry, add, require_readable
from tracker.wording.entering import entered_words

if TYPE_CHECKING:
    from tracker.core.assessed import AssessedDirective
    from tracker.tui.screens.register import RegisterScreen
    from tracker.tui.surroundings import Surroundings


def record(surroundings: Surroundings, read: Callable[[date], Entry]) -> Entered:
    """Enter what was typed, read as of the day it is; in a thread. Raises ``TrackerError``."""
    desk = surroundings.desk()
    entry = read(desk.today)
    require_readable(desk, entry)
    surroundings.prepare()
    return add(desk, entry)


def tell_entered(screen: RegisterScreen, entered: Entered) -> str:
    """Show the register with the new directive under the cursor, and say what was entered."""
    is_shown = show_new(screen, entered.directive.id)
    desk = screen.surroundings.desk()
    words = entered_words(entered, today=desk.today, policy=desk.policy, is_shown=is_shown)
    screen.tell(words)
    return words


def show_new(screen: RegisterScreen, id: int) -> bool:
    """Read the register anew and go to a new directive; whether it may be among the rows."""
    screen.changed("", keep=_row(screen, id))
    current = screen.table.current
    return not screen.table.window.is_whole or (current is not None and current.id == id)


def _row(screen: RegisterScreen, id: int) -> AssessedDirective | None:
    """The directive as a row of the table; None where it cannot be read just now."""
    try:
        whole = screen.data.details(id, screen.tracker.as_of)
    except TrackerError:
        return None
    return whole.rows[0] if whole else None
