"""Playing the screen of reports: keys in, and what is said, listed and told out."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.keyboard import send, used
from tracker.operations.desk import Desk
from tracker.tui.dialogs.form import Form
from tracker.tui.dialogs.told import Told
from tracker.tui.reporting.screen import ReportScreen
from tracker.tui.reporting.working import WorkingScreen
from tracker.tui.widgets.line_list import LineList
from tracker.tui.widgets.notice import Notice

Played = Pilot[None]


async def settled(pilot: Played) -> None:
    """Until whatever the last key set off has come to its end, on however busy a machine."""
    await used(pilot)
    await _answered(pilot)
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
        await _answered(pilot)


async def _answered(pilot: Played) -> None:
    """Until every screen has done what threads have given it to do by now."""
    await pilot.pause()
    for screen in pilot.app.screen_stack:
        reached = asyncio.Event()
        screen.call_next(reached.set)
        with suppress(TimeoutError):
            # A screen that is being left does nothing more.
            await asyncio.wait_for(reached.wait(), 1)
    await pilot.pause()


async def pressed(pilot: Played, *keys: str) -> None:
    """Keys, each after what the one before has set off."""
    for key in keys:
        send(pilot, key)
        await settled(pilot)


async def typed(pilot: Played, text: str) -> None:
    """Letters one right behind the other, as a fast typist does."""
    send(pilot, *text)
    await settled(pilot)


async def opened(pilot: Played) -> ReportScreen:
    await pressed(pilot, "r")
    return shown(pilot)


def shown(pilot: Played) -> ReportScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReportScreen)
    return screen


def said(pilot: Played) -> str:
    """What stands above the keys of the screen that is there."""
    screen = pilot.app.screen
    assert isinstance(screen, WorkingScreen)
    return screen.query_one("#notice", Notice).text


def told(pilot: Played) -> str:
    """What is told over the screen."""
    dialog = pilot.app.screen
    assert isinstance(dialog, Told)
    return dialog.text


def refused(pilot: Played) -> str:
    """Why a form could not be saved."""
    form = pilot.app.screen
    assert isinstance(form, Form)
    return form.trouble


def lines(pilot: Played) -> list[str]:
    """Every line of the list, the header not counted."""
    shown = pilot.app.screen.query_one(LineList).lines
    return ["".join(piece.text for piece in shown.line(n)) for n in range(len(shown))]


def details(pilot: Played) -> str:
    return str(pilot.app.screen.query_one("#detail-text", Static).content)


def folder_of(desk: Desk) -> Path:
    return Path(desk.location).parent
