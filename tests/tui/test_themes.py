"""The three looks of the screen: legible everywhere, and kept for the next start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.color_triplet import ColorTriplet
from rich.style import Style
from textual.pilot import Pilot
from textual.theme import Theme

from tests.tui.desks import app_over, desk_of, fill
from tests.tui.drawn import colours, contrast, in_sixteen_colours, inked
from tests.tui.pilot import play
from tracker.tui.helping.theme import next_theme
from tracker.tui.palette import chart_styles_of, styles_of
from tracker.tui.remembered import from_plain
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.themes import DEFAULT_THEME, THEMES

ENOUGH = {"tracker-dark": 4.5, "tracker-light": 4.5, "tracker-contrast": 7.0}
"""The ratios that WCAG asks for: AA, and AAA where the contrast is to be strong."""

IN_SIXTEEN = 3.0
"""What can be had from the sixteen colours of any terminal."""


def kinds(theme: Theme) -> dict[str, Style]:
    """Every kind of text; bars of charts too, which words stand beside."""
    return {**styles_of(theme), **{f"chart {k}": v for k, v in chart_styles_of(theme).items()}}


def too_faint(theme: Theme, enough: float) -> dict[str, float]:
    """The kinds of text that do not stand off their ground."""
    found = {name: contrast(*colours(style)) for name, style in kinds(theme).items()}
    return {name: ratio for name, ratio in found.items() if ratio < enough}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_kind_of_text_stands_off_its_ground(theme: Theme) -> None:
    assert too_faint(theme, ENOUGH[theme.name]) == {}


def test_a_faint_colour_is_found() -> None:
    faint = replace(THEMES[0], warning="#5a5030")
    assert {"warning", "past", "due_soon"} <= too_faint(faint, 4.5).keys()
    assert contrast(ColorTriplet(0, 0, 0), ColorTriplet(255, 255, 255)) == pytest.approx(21)
    assert contrast(ColorTriplet(119, 119, 119), ColorTriplet(255, 255, 255)) < 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_terminal_of_sixteen_colours_is_legible_too(theme: Theme) -> None:
    found = {
        name: contrast(*map(in_sixteen_colours, colours(style)))
        for name, style in kinds(theme).items()
    }
    assert {name: ratio for name, ratio in found.items() if ratio < IN_SIXTEEN} == {}


SCENES = {
    "register": ("space", "space", "shift+tab", "right"),
    "search": ("slash",),
    "palette": ("ctrl+p",),
    "menu": ("m",),
    "help": ("f1",),
    "form": ("b",),
    "trouble": ("v", "3", "2"),
    "line": ("n", "2", "5"),
    "reports": ("r",),
    "overview": ("o",),
    "directive": ("enter",),
}
"""What is looked at, and how it is come to from the table."""


def test_every_letter_on_every_screen_and_dialog_is_legible(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    fill(desk)
    seen: set[str] = set()

    async def script(pilot: Pilot[None]) -> list[tuple[Any, ...]]:
        faint = []
        register = pilot.app.screen
        turn = [*THEMES]
        for name, keys in SCENES.items():
            await pilot.press(*keys)
            await pilot.app.workers.wait_for_complete()
            seen.add(type(pilot.app.screen).__name__)
            turn.reverse()
            for theme in turn:
                pilot.app.theme = theme.name
                await pilot.pause()
                faint += [
                    (theme.name, name, stretch.text)
                    for stretch in inked(pilot.app)
                    if contrast(stretch.ink, stretch.ground) < ENOUGH[theme.name]
                ]
            while pilot.app.screen is not register:
                await pilot.app.pop_screen()
            await register.query("LineBox").remove()
            register.set_focus(register.query_one("#table"))
        return faint

    assert play(app_over(desk), script, size=(100, 30)) == []
    assert seen >= {"RegisterScreen", "Chooser", "HelpScreen", "Form", "DirectiveScreen"}
    assert seen >= {"ReportScreen", "OverviewScreen"}


def test_the_look_that_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    kept: dict[str, object] = {}
    dark, light, strong = (theme.name for theme in THEMES)

    async def choose(pilot: Pilot[None]) -> list[str]:
        register = pilot.app.screen
        assert isinstance(register, RegisterScreen)
        seen = [pilot.app.theme]
        for _ in THEMES:
            next_theme(register)
            seen.append(pilot.app.theme)
        await pilot.press("ctrl+p", *"mau nen sang", "enter")
        return [*seen, pilot.app.theme]

    async def look(pilot: Pilot[None]) -> str:
        return pilot.app.theme

    assert play(app_over(desk, kept=kept), choose) == [dark, light, strong, dark, light]
    assert play(app_over(desk, kept=kept), look) == light


@pytest.mark.parametrize(
    "kept", [{}, {"theme": "monokai"}, {"theme": 7, "recent": 8}, {"theme": None, "recent": [{}]}]
)
def test_what_was_kept_badly_is_as_on_the_first_day(kept: dict[str, object]) -> None:
    assert from_plain(kept).theme == DEFAULT_THEME
