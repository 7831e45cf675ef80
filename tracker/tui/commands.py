"""Everything the register screen can be told to do: by which key, and which code does it.

The one list that keys, menu, palette and help are made from. A command is a function that takes
the register screen, and may be a coroutine; its module is loaded when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Any, NamedTuple


class Command(NamedTuple):
    """One thing a clerk can ask for. Its Vietnamese words are in ``wording.commands``."""

    name: str
    group: str
    """Stable and English: ``enter``, ``record``, ``find``, ``report``, ``other``."""
    keys: tuple[str, ...]
    """As the library names keys; the first is the one that is shown."""
    code: str
    """``module:function`` below ``tracker.tui``."""

    async def run(self, screen: Any) -> None:
        """Do it; ends when what it opens is there to type into, so that no key is lost."""
        opening = self.load()(screen)
        if opening is not None:
            await opening

    def load(self) -> Callable[[Any], Awaitable[None] | None]:
        """The code that does it."""
        module, _, function = self.code.partition(":")
        start: Callable[[Any], Awaitable[None] | None] = getattr(
            import_module(f"tracker.tui.{module}"), function
        )
        return start


def _commands(group: str, *each: tuple[str, str, str]) -> tuple[Command, ...]:
    return tuple(
        Command(name=name, group=group, keys=tuple(filter(None, keys.split(","))), code=code)
        for name, keys, code in each
    )


COMMANDS = (
    *_commands(
        "enter",
        ("enter_line", "n", "entering.line:open_line"),
        ("enter_form", "b", "entering.form:open_form"),
        ("paste", "p", "entering.paste:open_paste"),
        ("import", "i", "entering.importing:open_import"),
    ),
    *_commands(
        "record",
        ("menu", "m", "acting.menu:open_menu"),
        ("done", "h", "acting.begin:done"),
        ("extend", "g", "acting.begin:extend"),
        ("note", "c", "acting.begin:note"),
        ("edit", "s", "acting.editing:edit"),
        ("start", "", "acting.begin:start"),
        ("withdraw", "", "acting.begin:withdraw"),
        ("suspend", "", "acting.begin:suspend"),
        ("resume", "", "acting.begin:resume"),
        ("reopen", "", "acting.begin:reopen"),
        ("assign", "", "acting.begin:assign"),
        ("void", "", "acting.begin:void"),
        ("undo", "u", "acting.undoing:undo"),
        ("mark", "space", "screens.choosing:mark"),
        ("mark_all", "a", "screens.choosing:mark_all"),
        ("unmark", "A", "screens.choosing:unmark"),
    ),
    *_commands(
        "find",
        ("search", "slash", "screens.finding:search"),
        ("clear", "escape", "screens.finding:clear"),
        ("sort", "x", "screens.finding:choose_order"),
        ("views", "f", "screens.finding:choose_view"),
        ("as_of", "v", "screens.as_of:choose_day"),
        ("today", "0", "screens.as_of:back_to_today"),
        ("open", "enter", "screens.directive:open_directive"),
        ("copy_row", "y", "screens.copying:copy_row"),
        ("copy_table", "Y", "screens.copying:copy_table"),
    ),
    *_commands(
        "report",
        ("reports", "r", "reporting.screen:open_reports"),
        ("overview", "o", "overview.screen:open_overview"),
    ),
    *_commands(
        "other",
        ("help", "f1,question_mark", "helping.screen:open_help"),
        ("palette", "ctrl+p", "helping.palette:open_palette"),
        ("theme", "", "helping.theme:next_theme"),
        ("quit", "q", "screens.leaving:leave"),
    ),
)

BY_NAME = {command.name: command for command in COMMANDS}

ON_ONE_DIRECTIVE = (
    *(
        command.name
        for command in COMMANDS
        if command.group == "record" and command.name not in ("mark", "mark_all", "unmark")
    ),
    *("as_of", "today", "copy_row", "help", "palette", "theme"),
)
"""What makes sense too while one directive fills the screen."""

VIEW_KEYS = tuple("123456789")
"""The keys of saved views, in their order."""
