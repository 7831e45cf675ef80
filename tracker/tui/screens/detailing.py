"""The whole of the directive under the cursor, beside or below the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.widgets.detail_pane import DetailPane
from tracker.wording.detail_pane import NOTHING, pane_lines

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen


async def show_details(screen: RegisterScreen) -> None:
    """Put it there, making the place for it the first time; ``TrackerError`` in trouble."""
    if not screen.query(DetailPane):
        await screen.query_one("#body").mount(DetailPane(id="details"))
    as_of, row = screen.tracker.as_of, screen.table.current
    whole = row and screen.data.details(row.id, as_of)
    # None where the screen is closing down.
    for pane in screen.query(DetailPane):
        pane.put(pane_lines(whole, as_of) if whole else NOTHING)
