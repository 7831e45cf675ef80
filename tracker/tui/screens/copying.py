"""Copying rows out: to the clipboard of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.errors import TrackerError
from tracker.tui.screens.telling import said
from tracker.wording.copying import STILL_READING, copied_rows_words, report_line, table_text
from tracker.wording.screen import NOTHING_MEANT

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen

MOST_COPIED = 5_000


def copy_row(screen: RegisterScreen) -> None:
    """The marked rows, else the one under the cursor, as lines of a report."""
    rows = screen.rows_meant
    if not rows:
        screen.tell(NOTHING_MEANT, role="warning")
        return
    screen.app.copy_to_clipboard("\n".join(report_line(row) for row in rows))
    screen.tell(copied_rows_words(len(rows)))


def copy_table(screen: RegisterScreen) -> None:
    """Every row that is shown, as a table that spreadsheets and word processors take."""
    window = screen.table.window
    if not window.is_whole:
        screen.tell(STILL_READING, role="warning")
        return
    try:
        rows = window.rows(MOST_COPIED)
    except TrackerError as error:
        screen.tell(said(error), role="bad")
        return
    screen.app.copy_to_clipboard(table_text(rows))
    screen.tell(copied_rows_words(len(rows), of=len(window)))
