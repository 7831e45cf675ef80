"""Everything that can be done to the rows that are meant, as a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.operations.doable import doable
from tracker.tui.acting.begin import begin
from tracker.tui.acting.editing import edit
from tracker.tui.dialogs.chooser import Choice, Chooser
from tracker.tui.dialogs.opening import open_over
from tracker.wording.acting import menu_title
from tracker.wording.commands import COMMANDS, key_name
from tracker.wording.screen import NOTHING_MEANT

if TYPE_CHECKING:
    from tracker.core.assessed import AssessedDirective
    from tracker.tui.screens.register import RegisterScreen

_OPERATIONS = {"assign": "edit"}

_IN_MENU = (
    ("done", "h"),
    ("extend", "g"),
    ("note", "c"),
    ("edit", "s"),
    ("assign", "d"),
    ("start", "b"),
    ("withdraw", "t"),
    ("suspend", "k"),
    ("resume", "i"),
    ("reopen", "l"),
    ("void", "x"),
)
"""The commands of the menu, each with its letter there."""


async def open_menu(screen: RegisterScreen) -> None:
    """Offer what makes sense for the rows as they stand."""
    rows = screen.rows_meant
    if not rows:
        screen.tell(NOTHING_MEANT, role="warning")
        return
    possible = frozenset.intersection(*map(doable, rows))
    choices = [
        Choice(
            value=name,
            label=COMMANDS[name].label,
            details=COMMANDS[name].details,
            key=key,
            key_label=key_name(key),
        )
        for name, key in _IN_MENU
        if _OPERATIONS.get(name, name) in possible and not (name == "edit" and len(rows) > 1)
    ]
    chooser = Chooser(menu_title(len(rows)), choices)
    await open_over(screen, chooser, partial(_chosen, screen, rows))


def _chosen(screen: RegisterScreen, rows: list[AssessedDirective], name: str | None) -> None:
    """Act on the rows the menu was opened for, wherever the cursor has come to meanwhile."""
    if name == "edit":
        screen.call_later(edit, screen, rows)
    elif name is not None:
        screen.call_later(begin, screen, name, rows)
