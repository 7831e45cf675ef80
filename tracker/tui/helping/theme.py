"""Other colours: the next of the three, or one by its name; kept for the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.tui.themes import THEMES
from tracker.wording.screen_help import theme_set

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen


def next_theme(screen: RegisterScreen) -> None:
    """Dark, light, strong contrast, and dark again."""
    names = [theme.name for theme in THEMES]
    place = names.index(screen.app.theme)
    set_theme(screen, names[(place + 1) % len(names)])


def set_theme(screen: RegisterScreen, name: str) -> None:
    """Show everything in the colours of that name from now on."""
    screen.app.theme = name
    screen.tracker.remember(theme=name)
    screen.tell(theme_set(name))
