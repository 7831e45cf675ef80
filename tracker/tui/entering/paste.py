"""Entering a table that was copied elsewhere: pasted, looked over, entered in one go."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from tracker.core.errors import UsageError
from tracker.core.one_line import parse_one_line
from tracker.tui.dialogs.opening import open_over
from tracker.tui.entering.files import is_file_named, paths_in
from tracker.tui.entering.recording import tell_imported

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen

_LINES_TRIED = 50


async def open_paste(screen: RegisterScreen) -> None:
    """Ask for a table, for whoever does not paste right over the register."""
    # Late: seldom the first thing asked for.
    from tracker.tui.entering.paste_box import PasteBox

    def pasted(text: str | None) -> None:
        if text:
            screen.call_later(take_pasted, screen, text)

    await open_over(screen, PasteBox(), pasted)


async def take_pasted(screen: RegisterScreen, text: str) -> None:
    """Show what a text holds, or the files that it names.

    A terminal pastes the name of a file that is dropped on it.
    """
    if not is_file_named(text):
        await look_over(screen, text)
        return
    # Late: seldom what is pasted.
    from tracker.tui.entering.importing import look_over_files

    await look_over_files(screen, paths_in(text))


async def look_over(screen: RegisterScreen, text: str) -> None:
    """Show what a text holds before any of it is entered."""
    # Late: reading tables is slow to load.
    from tracker.tui.entering.rows_screen import RowsScreen
    from tracker.tui.entering.sources import PastedText

    rows_screen = RowsScreen(screen.surroundings, PastedText(text))
    await open_over(screen, rows_screen, partial(tell_imported, screen, is_file=False))


def is_several(text: str, *, today: date) -> bool:
    """Whether a text that was pasted into one line is a table, or several directives."""
    if "\t" in text:
        return True
    lines = filter(None, map(str.strip, text.splitlines()))
    return sum(_is_directive(line, today) for line in islice(lines, _LINES_TRIED)) > 1


def _is_directive(line: str, today: date) -> bool:
    try:
        parse_one_line(line, today=today)
    except UsageError:
        return False
    return True
