"""Everything the screen can do in one list, found by typing: commands, saved views, colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.tui.commands import BY_NAME, COMMANDS, ON_ONE_DIRECTIVE
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
    PALETTE_TITLE,
    THEME_GROUP,
    THEME_NAMES,
    VIEW_GROUP,
)

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen

_COMMAND, _VIEW, _THEME = "command", "view", "theme"
_ITSELF = "palette"


async def open_palette(screen: RegisterScreen) -> None:
    """Ask what to do, and do it."""

    async def chosen(name: str | None) -> None:
        if name is not None:
            recent = with_latest(screen.tracker.remembered.recent, name)
            screen.tracker.remember(recent=recent)
            await _run(screen, name)

    choices = _choices(screen)
    palette = Chooser(PALETTE_TITLE, choices, placeholder=PALETTE_HINT)
    await open_over(screen, palette, chosen)


def _choices(screen: RegisterScreen) -> list[Choice[str]]:
    """What was chosen last, then everything else in its usual order."""
    by_name = {choice.value: choice for choice in _all(screen)}
    recent = [name for name in screen.tracker.remembered.recent if name in by_name]
    return [by_name[name] for name in dict.fromkeys((*recent, *by_name))]


def _all(screen: RegisterScreen) -> Iterator[Choice[str]]:
    is_one = screen.opened is not None
    for command in COMMANDS:
        if command.name != _ITSELF and (not is_one or command.name in ON_ONE_DIRECTIVE):
            words = WORDS[command.name]
            key = key_name(command.keys[0]) if command.keys else ""
            yield Choice(
                value=f"{_COMMAND}:{command.name}",
                label=words.label,
                details=words.details,
                key_label=key,
            )
    if not is_one:
        for view in views_of(screen):
            yield Choice(
                value=f"{_VIEW}:{view.number}",
                label=f"{VIEW_GROUP}: {view_label(view)}",
                details=view.filter_text,
                key_label=str(view.number),
            )
    for theme in THEMES:
        yield Choice(
            value=f"{_THEME}:{theme.name}", label=f"{THEME_GROUP}: {THEME_NAMES[theme.name]}"
        )


async def _run(screen: RegisterScreen, chosen: str) -> None:
    kind, _, name = chosen.partition(":")
    if kind == _COMMAND:
        await BY_NAME[name].run(screen)
    elif kind == _VIEW:
        screen.action_view_by_key(name)
    else:
        set_theme(screen, name)
