"""What is seen: the lines of the screen, and how well ink stands off its ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.app import App
from textual.screen import ModalScreen
from textual.strip import Strip

_DIM = [(0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0)]
_DIM += [(0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229)]
_BRIGHT = [(127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0)]
_BRIGHT += [(92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)]
XTERM = TerminalTheme((0, 0, 0), (229, 229, 229), _DIM, _BRIGHT)
"""The sixteen colours of the commonest terminal."""


class Inked(NamedTuple):
    """A stretch of text and its two colours."""

    text: str
    ink: ColorTriplet
    ground: ColorTriplet


def lines(app: App[Any]) -> list[str]:
    """What stands on the screen, or in the dialog that lies over it."""
    return [strip.text for strip in _strips(app)]


def text(app: App[Any]) -> str:
    """The same in one piece."""
    return "\n".join(lines(app))


def inked(app: App[Any]) -> Iterator[Inked]:
    """Every stretch with a letter in it."""
    for strip in _strips(app):
        for segment in strip:
            if segment.style and any(map(str.isalnum, segment.text)):
                yield Inked(segment.text, *colours(segment.style))


def _strips(app: App[Any]) -> list[Strip]:
    screen = app.screen
    dialogs = [each for each in screen.children if not each.has_class("-textual-system")]
    region = dialogs[0].region if isinstance(screen, ModalScreen) else screen.region
    strips = screen._compositor.render_strips()
    return [strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom]]


def colours(style: Style) -> tuple[ColorTriplet, ColorTriplet]:
    """The colours of a style: of the ink and of the ground."""
    assert style.color is not None
    assert style.bgcolor is not None
    ink, ground = (color.get_truecolor() for color in (style.color, style.bgcolor))
    return (ground, ink) if style.reverse else (ink, ground)


def in_sixteen_colours(colour: ColorTriplet) -> ColorTriplet:
    """What a terminal of sixteen colours shows instead."""
    return Color.from_triplet(colour).downgrade(ColorSystem.STANDARD).get_truecolor(XTERM)


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """The ratio of WCAG 2: from 1, where nothing is seen, to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: ColorTriplet) -> float:
    red, green, blue = map(_linear, colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
