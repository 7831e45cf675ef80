"""The line on which one types what to look for."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class SearchBox(Input):
    """Letters go into it, arrows move in the table, Enter goes there, Escape gives up.

    The screen it is on does the last three before another key is looked at.
    """

    HELP_TOPIC: ClassVar[str] = "search"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.command('clear')", show=False),
        Binding("enter", "screen.to_table", show=False),
        Binding("down", "screen.move_in_table(1, 0)", show=False),
        Binding("up", "screen.move_in_table(-1, 0)", show=False),
        Binding("pagedown", "screen.move_in_table(0, 1)", show=False),
        Binding("pageup", "screen.move_in_table(0, -1)", show=False),
        Binding("backspace", "back", show=False),
    ]
    DEFAULT_CSS = """
    SearchBox { width: 1fr; height: 1; border: none; padding: 0 1; background: $panel; }
    SearchBox:focus { border: none; background: $primary 30%; }
    """

    @property
    def content_width(self) -> int:
        """At least what there is room for, so that a letter lays nothing out anew."""
        return max(super().content_width, self.size.width)

    async def action_back(self) -> None:
        """Backspace; in an empty box it means that one is done with it."""
        if self.value:
            self.action_delete_left()
        else:
            await self.run_action("screen.command('clear')")
