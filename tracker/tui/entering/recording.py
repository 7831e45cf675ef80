"""Entering directives, and telling of it: the same for the line, the form and whole tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.core.errors import TrackerError
from tracker.operations.entering import Entered, Entry, add, require_readable
from tracker.operations.table_preview import RowFate
from tracker.wording.entering import entered_words
from tracker.wording.pasting import entered_words as imported_words

if TYPE_CHECKING:
    from tracker.core.assessed import AssessedDirective
    from tracker.operations.import_preview import ImportPreview
    from tracker.operations.importing import Imported
    from tracker.tui.screens.register import RegisterScreen
    from tracker.tui.surroundings import Surroundings


def record(surroundings: Surroundings, read: Callable[[date], Entry]) -> Entered:
    """Enter what was typed, read as of the day it is; in a thread. Raises ``TrackerError``."""
    desk = surroundings.desk()
    entry = read(desk.today)
    require_readable(desk, entry)
    surroundings.prepare()
    return add(desk, entry)


def tell_entered(screen: RegisterScreen, entered: Entered, *, is_followed: bool = True) -> str:
    """Show the register with the new directive in it, and say what was entered.

    Every mark stays. The cursor goes to the new directive only where ``is_followed``: whoever is
    busy in the table has it where they put it.
    """
    is_shown = show_new(screen, entered.directive.id, is_followed=is_followed)
    desk = screen.surroundings.desk()
    words = entered_words(entered, today=desk.today, policy=desk.policy, is_shown=is_shown)
    screen.tell(words)
    return words


class BroughtIn(NamedTuple):
    """What has become of tables, and what else there is to say."""

    preview: ImportPreview
    imported: Imported
    more: str = ""
    is_good: bool = True
    """Whether what else there is to say is no trouble."""


def tell_imported(screen: RegisterScreen, brought: BroughtIn | None, *, is_file: bool) -> None:
    """Go to the first directive of those brought in, and say how many there are."""
    if brought is None:
        return
    preview, imported = brought.preview, brought.imported
    for id in (*imported.new, *imported.changed)[:1]:
        show_new(screen, id)
    is_whole = not (preview.of_kind(RowFate.PROBLEM) or imported.left_out)
    words = imported_words(imported, preview, is_file=is_file)
    screen.tell(
        f"{words} {brought.more}".strip(),
        role="notice" if is_whole and brought.is_good else "warning",
    )


def show_new(screen: RegisterScreen, id: int, *, is_followed: bool = True) -> bool:
    """Read the register anew and go to a new directive; whether it may be among the rows."""
    row = _row(screen, id)
    current = screen.table.current
    screen.read(keep=row if is_followed and row is not None else current)
    is_listed = row is not None and screen.place_of(row) is not None
    return is_listed or not screen.table.window.is_whole


def _row(screen: RegisterScreen, id: int) -> AssessedDirective | None:
    """The directive as a row of the table; None where it cannot be read just now."""
    try:
        whole = screen.data.details(id, screen.tracker.as_of)
    except TrackerError:
        return None
    return whole.rows[0] if whole else None
