"""The colours of the screen: dark, light, and one of strong contrast.

Each is chosen so that a terminal of sixteen colours, which takes the nearest it has, shows legible
text too: an amber on a light ground, for one, would become yellow on white.
"""

from __future__ import annotations

from textual.theme import Theme

DEFAULT_THEME = "tracker-dark"

THEMES = (
    Theme(
        name="tracker-dark",
        primary="#4c9be8",
        secondary="#7aa2c8",
        accent="#e8b04c",
        warning="#e8c14c",
        error="#ff6b6b",
        success="#6bcb77",
        foreground="#e4e7eb",
        background="#14181d",
        surface="#1b2026",
        panel="#252c34",
        dark=True,
    ),
    Theme(
        name="tracker-light",
        primary="#0a46b4",
        secondary="#42678c",
        accent="#7b2d8b",
        warning="#624818",
        error="#b00020",
        success="#1d7224",
        foreground="#1a1d21",
        background="#fbfbf8",
        surface="#f1f1ec",
        panel="#e3e4dd",
        dark=False,
    ),
    Theme(
        name="tracker-contrast",
        primary="#00ffff",
        secondary="#ffffff",
        accent="#ffff00",
        warning="#ffff00",
        error="#ff8080",
        success="#80ff80",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#202020",
        dark=True,
        luminosity_spread=0.0,
        text_alpha=1.0,
    ),
)


def named(name: str) -> Theme:
    """The theme of a name."""
    return next(theme for theme in THEMES if theme.name == name)
