"""The line on which one types what to look for."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class SearchBox(Input):
    """Letters go into it, arrows move in the table, Enter goes there, Escape gives up.

    It asks the screen it is on for the last two.
    """

    HELP_TOPIC: ClassVar[str] = "search"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.command('clear')", show=False),
        Binding("enter", "screen.to_table", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("backspace", "back", show=False),
    ]
    DEFAULT_CSS = """
    SearchBox { width: 1fr; height: 1; border: none; padding: 0 1; background: $panel; }
    SearchBox:focus { border: none; background: $primary 30%; }
    """

    class MoveAsked(Message):
        """The cursor of the table is to move while one goes on typing."""

        def __init__(self, rows: int, *, pages: int = 0) -> None:
            super().__init__()
            self.rows = rows
            self.pages = pages

    def action_move(self, rows: int) -> None:
        """An arrow."""
        self.post_message(self.MoveAsked(rows))

    def action_page(self, pages: int) -> None:
        """A page."""
        self.post_message(self.MoveAsked(0, pages=pages))

    async def action_back(self) -> None:
        """Backspace; in an empty box it means that one is done with it."""
        if self.value:
            self.action_delete_left()
        else:
            await self.run_action("screen.command('clear')")
