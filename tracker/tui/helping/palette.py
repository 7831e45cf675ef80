"""Everything the screen can do in one list, found by typing: commands, saved views, colours."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from tracker.tui.commands import BY_NAME, COMMANDS, ON_ONE_DIRECTIVE, Command
from tracker.tui.dialogs.chooser import Choice, Chooser
from tracker.tui.dialogs.opening import open_over
from tracker.tui.helping.theme import set_theme
from tracker.tui.remembered import with_latest
from tracker.tui.screens.finding import views_of
from tracker.tui.themes import THEMES
from tracker.wording.commands import COMMANDS as WORDS
from tracker.wording.commands import key_name
from tracker.wording.filters import view_label
from tracker.wording.screen_help import (
    PALETTE_HINT,
    PALETTE_NOTHING,
    PALETTE_TITLE,
    THEME_GROUP,
    THEME_NAMES,
    VIEW_GROUP,
)

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp
    from tracker.tui.screens.register import RegisterScreen

_COMMAND, _VIEW, _THEME = "command", "view", "theme"
_ITSELF = "palette"

Run = Callable[[str], Awaitable[None]]
"""Does what was chosen, by its value."""


async def open_palette(screen: RegisterScreen) -> None:
    """Ask what to do with the register or a directive, and do it."""
    await ask(screen, _choices(screen), partial(_run, screen))


async def ask(screen: Screen[Any], choices: Iterable[Choice[str]], run: Run) -> None:
    """Ask which of these to do, what was chosen last before the others, and do it."""
    app = cast("TrackerApp", screen.app)
    by_name = {choice.value: choice for choice in choices}
    recent = [name for name in app.remembered.recent if name in by_name]
    ordered = [by_name[name] for name in dict.fromkeys((*recent, *by_name))]

    async def chosen(name: str | None) -> None:
        if name is not None:
            app.remember(recent=with_latest(app.remembered.recent, name))
            await run(name)

    chooser = Chooser(PALETTE_TITLE, ordered, placeholder=PALETTE_HINT, nothing=PALETTE_NOTHING)
    await open_over(screen, chooser, chosen)


def _choices(screen: RegisterScreen) -> Iterator[Choice[str]]:
    is_one = screen.opened is not None
    for command in COMMANDS:
        if command.name != _ITSELF and (not is_one or command.name in ON_ONE_DIRECTIVE):
            yield command_choice(command, *command.keys[:1])
    if not is_one:
        for view in views_of(screen):
            yield Choice(
                value=f"{_VIEW}:{view.number}",
                label=f"{VIEW_GROUP}: {view_label(view)}",
                details=view.filter_text,
                key_label=str(view.number),
            )
    yield from theme_choices()


def command_choice(command: Command, key: str = "") -> Choice[str]:
    """A command of the registry as a line of the list, with the key it has there."""
    words = WORDS[command.name]
    return Choice(
        value=f"{_COMMAND}:{command.name}",
        label=words.label,
        details=words.details,
        key_label=key_name(key) if key else "",
    )


def theme_choices() -> Iterator[Choice[str]]:
    """A line for each of the colours."""
    for theme in THEMES:
        yield Choice(
            value=f"{_THEME}:{theme.name}", label=f"{THEME_GROUP}: {THEME_NAMES[theme.name]}"
        )


async def _run(screen: RegisterScreen, chosen: str) -> None:
    kind, _, name = chosen.partition(":")
    if kind == _VIEW:
        screen.action_view_by_key(name)
    else:
        await run_anywhere(screen, kind, name)


async def run_anywhere(screen: Screen[Any], kind: str, name: str) -> None:
    """Do what has the same meaning on every screen that offers it."""
    if kind == _COMMAND:
        await BY_NAME[name].run(screen)
    else:
        set_theme(screen, name)
