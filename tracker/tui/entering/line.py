"""Entering directives by typing each as one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.entering.line_box import LineBox, LineText

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen


async def open_line(screen: RegisterScreen) -> None:
    """Open the box under the table, or go back into it."""
    if not screen.query(LineBox):
        await screen.mount(LineBox(screen), after="#body")
    screen.set_focus(screen.query_one(LineText))
