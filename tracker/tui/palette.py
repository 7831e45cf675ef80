"""Which colours things have, worked out from the theme that is in force.

The drawn lines ask here instead of the style sheet: for a dozen kinds of text in every line of
the screen a style sheet would take longer to apply than the lines to draw.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rich.style import Style
from textual.color import Color
from textual.theme import Theme


def styles_of(theme: Theme) -> dict[str, Style]:
    """What each kind of text looks like under a theme, on the background of the screen."""
    if not _latest or _latest[0][0] is not theme:
        _latest[:] = [(theme, _styles(*_colours(theme)))]
    return _latest[0][1]


_latest: list[tuple[Theme, dict[str, Style]]] = []
"""The theme asked for last, with its styles: every line of the screen asks for it anew."""


@lru_cache(maxsize=16)
def _styles(*named: tuple[str, str]) -> dict[str, Style]:
    colours = {name: Color.parse(text) for name, text in named}
    ground, ink = colours["background"], colours["foreground"]
    faint = ground.blend(ink, 0.62)

    def style(colour: Color = ink, on: Color = ground, *, bold: bool = False) -> Style:
        return Style(color=colour.rich_color, bgcolor=on.rich_color, bold=bold)

    panel, primary, accent = colours["panel"], colours["primary"], colours["accent"]
    surface = colours["surface"]
    return {
        "plain": style(),
        "strong": style(bold=True),
        "dim": style(faint),
        "title": style(accent, bold=True),
        "active": style(ground, ink, bold=True),
        "key": style(accent, panel, bold=True),
        "hint": style(ink, panel),
        "pointed": style(ground, accent, bold=True),
        "bar": style(ink, panel),
        "bar_strong": style(ink, panel, bold=True),
        "past": style(ground, colours["warning"], bold=True),
        "form": style(surface.blend(ink, 0.75), surface),
        "form_key": style(accent, surface, bold=True),
        "form_warning": style(colours["warning"], surface, bold=True),
        "notice": style(colours["success"]),
        "warning": style(colours["warning"], bold=True),
        "bad": style(colours["error"], bold=True),
        "header": style(ink, panel, bold=True),
        "cursor": style(ground, primary, bold=True),
        "cursor_idle": style(ink, ground.blend(primary, 0.35)),
        "marked": style(ink, ground.blend(accent, 0.3)),
        "overdue": style(colours["error"], bold=True),
        "due_soon": style(colours["warning"], bold=True),
        "late": style(colours["error"]),
        "on_time": style(colours["success"]),
        "not_yet_due": style(),
        "suspended": style(faint),
        "withdrawn": style(faint),
        "needs_review": style(accent, bold=True),
    }


def chart_styles_of(theme: Theme) -> dict[str, Style]:
    """What each part of a chart looks like under a theme; named as in ``wording.charts``."""
    return _chart_styles(*_colours(theme))


@lru_cache(maxsize=16)
def _chart_styles(*named: tuple[str, str]) -> dict[str, Style]:
    colours = {name: Color.parse(text) for name, text in named}
    styles = _styles(*named)
    ground, error, warning = colours["background"], colours["error"], colours["warning"]

    def bar(colour: Color) -> Style:
        return Style(color=colour.rich_color, bgcolor=ground.rich_color)

    return {
        "title": bar(colours["primary"]) + Style(bold=True),
        "reading": styles["strong"],
        "heading": styles["dim"],
        "label": styles["plain"],
        "figure": styles["plain"],
        "legend": styles["dim"],
        "note": styles["dim"],
        "space": styles["plain"],
        "bar_on_time": bar(colours["success"]),
        "bar_late": bar(error),
        "bar_no_deadline": styles["dim"],
        "bar_needs_review": bar(colours["accent"]),
        "bar_long_overdue": bar(error),
        "bar_overdue": bar(error.blend(warning, 0.5)),
        "bar_just_overdue": bar(warning),
        "bar_due": bar(colours["primary"]),
        "bar_due_on_day_off": bar(colours["accent"]),
    }


def _colours(theme: Theme) -> Iterator[tuple[str, str]]:
    """The colours of a theme; one that leaves some out is completed from the others."""
    yield "background", theme.background or ("#121212" if theme.dark else "#ffffff")
    yield "foreground", theme.foreground or ("#e0e0e0" if theme.dark else "#111111")
    yield "panel", theme.panel or theme.surface or ("#262626" if theme.dark else "#dddddd")
    yield "surface", theme.surface or theme.panel or ("#1e1e1e" if theme.dark else "#f0f0f0")
    yield "primary", theme.primary
    for name in ("accent", "warning", "error", "success"):
        yield name, getattr(theme, name) or theme.primary
