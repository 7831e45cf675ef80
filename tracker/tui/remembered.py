"""What a clerk chose on the screen that still holds the next time it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tracker.tui.themes import DEFAULT_THEME, THEMES

MOST_RECENT = 5
"""As many things as one still sees at a glance."""


class Remembered(NamedTuple):
    """Kept as a plain mapping that anybody may have changed or damaged meanwhile."""

    theme: str = DEFAULT_THEME
    recent: tuple[str, ...] = ()
    """What was last chosen in the palette, the latest first."""

    @property
    def plain(self) -> dict[str, object]:
        """As it is kept."""
        return self._asdict()


def from_plain(kept: Mapping[str, object]) -> Remembered:
    """Whatever of it makes sense; the rest is as on the first day."""
    theme, recent = kept.get("theme"), kept.get("recent")
    return Remembered(
        theme=str(theme) if theme in [known.name for known in THEMES] else DEFAULT_THEME,
        recent=tuple(map(str, recent[:MOST_RECENT])) if isinstance(recent, list) else (),
    )


def with_latest(recent: tuple[str, ...], name: str) -> tuple[str, ...]:
    """With one more name in front, each only once."""
    return (name, *(other for other in recent if other != name))[:MOST_RECENT]
