"""Other colours: the next of the three, or one by its name; kept for the next start."""

from __future__ import annotations

from typing import Any

from tracker.tui.themes import THEMES
from tracker.wording.screen_help import theme_set


def next_theme(screen: Any) -> None:
    """Dark, light, strong contrast, and dark again."""
    names = [theme.name for theme in THEMES]
    place = names.index(screen.app.theme)
    set_theme(screen, names[(place + 1) % len(names)])


def set_theme(screen: Any, name: str) -> None:
    """Show everything in the colours of that name from now on; whichever screen asks says so."""
    screen.app.theme = name
    screen.app.remember(theme=name)
    screen.tell(theme_set(name))
