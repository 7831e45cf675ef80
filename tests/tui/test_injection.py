"""Stored text is only text: wherever it is shown, it neither crashes nor acts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.desks import app_over, desk_of, fill
from tests.tui.drawn import lines, text
from tests.tui.hostile import INJECTED, MARKUP, TEXTS, hostile_desk
from tests.tui.pilot import play
from tracker.operations.desk import Desk
from tracker.tui.dialogs.chooser import Choice, Chooser
from tracker.tui.dialogs.field import Field, Note
from tracker.tui.dialogs.form import Form, Task
from tracker.tui.screens.directive import DirectiveScreen
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.widgets.notice import Notice
from tracker.wording.cell_width import cells

WIDE = (150, 30)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A hostile register; nothing is ever written to it."""
    return hostile_desk(tmp_path_factory.mktemp("hostile"))


def register(pilot: Pilot[Any]) -> RegisterScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, RegisterScreen)
    return screen


async def require_inert(pilot: Pilot[Any], *stored: str) -> None:
    """All is seen, in composed letters; nothing unprintable is; what asks for a click gets none."""
    drawn = lines_of(pilot)
    assert all(map(str.isprintable, drawn))
    for shown in (normalize("NFC", each) for each in stored):
        row = next((y for y, line in enumerate(drawn) if shown in line), None)
        assert row is not None, (shown, drawn)
        if "@click" in shown:
            start = drawn[row].index(shown)
            await pilot.click(offset=(cells(drawn[row][: start + shown.rindex("x")]), row))
            await pilot.pause()
    assert pilot.app.is_running
    assert not pilot.app._exit


def lines_of(pilot: Pilot[Any]) -> list[str]:
    """The lines of the whole screen, whatever lies over it."""
    strips = pilot.app.screen._compositor.render_strips()
    return [normalize("NFC", strip.text) for strip in strips]


def test_in_the_table_the_pane_and_over_the_whole_screen(desk: Desk) -> None:
    seen: list[str] = []

    async def script(pilot: Pilot[None]) -> None:
        await register(pilot)._show_details()
        await pilot.pause()
        assert all(map(str.isprintable, lines(pilot.app)))
        shown = normalize("NFC", text(pilot.app))
        assert [each for each in MARKUP if normalize("NFC", each) not in shown] == []
        await require_inert(pilot, MARKUP[1])
        await pilot.press("home", "enter")
        for stored in TEXTS:
            screen = pilot.app.screen
            assert isinstance(screen, DirectiveScreen)
            seen.append(screen.row.content)
            await require_inert(pilot, *{stored} & {*MARKUP})
            await pilot.press("right")

    app = app_over(desk)
    play(app, script, size=WIDE)
    assert seen == [*TEXTS]


@pytest.mark.parametrize("texts", [MARKUP, INJECTED], ids=["markup", "injected"])
def test_in_lists_forms_notices_and_help(desk: Desk, texts: tuple[str, ...]) -> None:
    printable = texts if texts is MARKUP else ()
    about = "".join(texts)
    choices = [Choice(value=each, label=each, details=each, key_label=each) for each in texts]
    fields = [
        Field(name=f"f{n}", label=each, value=each, help=each, names=(each,))
        for n, each in enumerate(texts)
    ]
    empty = [
        Field(name=f"e{n}", label="", hint=each, lines=1 + n % 2) for n, each in enumerate(texts)
    ]
    notes = {f"f{n}": Note(each, "bad") for n, each in enumerate(texts)}

    task = Task(title=about, about=about, fields=fields, save=dict, check=lambda _: notes)
    dialogs = (
        Chooser(about, choices, placeholder=about),
        Form(task),
        Form(Task(title="", fields=empty, save=dict)),
    )

    async def script(pilot: Pilot[None]) -> None:
        app, screen = pilot.app, register(pilot)
        for each in texts:
            screen.tell(each)
            await pilot.pause()
            await require_inert(pilot, *{each} & {*printable})
            assert screen.query_one(Notice).display
        for dialog in dialogs:
            await app.push_screen(dialog)
            await pilot.pause()
            await require_inert(pilot, *printable)
            await pilot.press("f1")
            assert all(map(str.isprintable, lines(app)))
            while app.screen is not screen:
                app.pop_screen()

    play(app_over(desk), script, size=(140, 50))


def test_half_a_character_is_told_and_the_screen_goes_on(tmp_path: Path) -> None:
    made = desk_of(tmp_path)
    fill(made)
    with closing(sqlite3.connect(made.location)) as file, file:
        file.execute("UPDATE directive SET content = CAST(x'EDA080' AS TEXT) WHERE id = 1")

    async def script(pilot: Pilot[None]) -> str:
        await pilot.pause()
        told = register(pilot).query_one(Notice).text
        await pilot.press("down", "up", "enter", "escape", "space", "y")
        await register(pilot)._show_details()
        await pilot.pause()
        assert all(map(str.isprintable, lines(pilot.app)))
        return told

    assert "bị hỏng" in play(app_over(made), script)


def test_text_that_is_read_as_markup_would_be_found_out(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> None:
        await pilot.app.screen.mount(Static(MARKUP[1], id="read"), before=0)
        await pilot.click("#read")
        await pilot.pause()

    app = app_over(desk)
    play(app, script)
    assert app._exit
