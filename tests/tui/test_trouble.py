"""A register out of reach for a while: that is said, nothing is lost, and the screen lives on."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.desks import LINES, app_over, desk_of, fill
from tests.tui.pilot import play
from tests.tui.test_acting import form_of, notice, settle, type_in
from tests.tui.test_register_screen import documents, screen_of
from tracker.core.saved_views import SavedView
from tracker.operations.desk import Desk
from tracker.operations.queries import show
from tracker.settings.toml_file import SettingsProblem, UnreadableSettings
from tracker.store import database
from tracker.store.errors import GoneRegister
from tracker.store.sqlite_file import connected
from tracker.tui.app import TrackerApp
from tracker.wording.dialogs import TRY_AGAIN
from tracker.wording.screen import BUSY, REPLACED


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_of(tmp_path)
    fill(made)
    return made


@contextmanager
def somebody_writing(desk: Desk) -> Iterator[None]:
    """Another process in the middle of a long change."""
    with closing(sqlite3.connect(desk.location, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def test_while_somebody_else_writes_the_screen_says_so_and_then_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.operations.browsing.PATIENCE_SECONDS", 0.01)

    async def script(pilot: Pilot[None]) -> tuple[str, list[str], str]:
        screen = screen_of(pilot)
        with somebody_writing(desk):
            screen.read()
            said, shown = notice(pilot), documents(pilot)
        screen._watch()
        return said, shown, notice(pilot)

    said, shown, afterwards = play(app_over(desk), script)
    assert said == BUSY
    assert len(shown) == 5
    assert afterwards == ""


@pytest.mark.parametrize("keys", [("2",), ("f", "2")])
def test_where_the_views_of_the_office_cannot_be_read_that_is_said_and_the_others_are_offered(
    desk: Desk, keys: tuple[str, ...]
) -> None:
    def unreadable() -> tuple[SavedView, ...]:
        raise UnreadableSettings("tracker.toml", SettingsProblem.NOT_TOML)

    surroundings = app_over(desk).surroundings._replace(views=unreadable)

    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        await pilot.press(*keys)
        return notice(pilot), screen_of(pilot).view.saved_text

    said, shown = play(TrackerApp(surroundings), script)
    assert "tracker.toml" in said
    assert shown == "han:7 xep:han"


def test_what_cannot_be_saved_now_stays_in_the_form_until_it_can(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "connected", partial(connected, patience_seconds=0.05))

    async def script(pilot: Pilot[None]) -> tuple[str, dict[str, str], str]:
        await pilot.press("h")
        await type_in(pilot, "12/BC-KHCN ngày 13/12/2023")
        with somebody_writing(desk):
            await pilot.press("ctrl+s")
            await settle(pilot)
            trouble, values = form_of(pilot).trouble, form_of(pilot).values
        await pilot.press("ctrl+s")
        await settle(pilot)
        return trouble, values, notice(pilot)

    trouble, values, said = play(app_over(desk), script)
    assert "đang có người khác ghi" in trouble
    assert TRY_AGAIN in trouble
    assert values["result"] == "12/BC-KHCN ngày 13/12/2023"
    assert "Đã ghi hoàn thành" in said


def test_a_register_that_was_replaced_is_read_anew_and_that_is_said(
    desk: Desk, tmp_path: Path
) -> None:
    other = desk_of(tmp_path / "other")
    fill(other, LINES[:2])

    async def script(pilot: Pilot[None]) -> tuple[str, list[str]]:
        shutil.move(other.location, desk.location)
        screen_of(pilot)._watch()
        return notice(pilot), documents(pilot)

    said, shown = play(app_over(desk), script)
    assert said == REPLACED
    assert len(shown) == 2


def test_a_register_that_is_gone_is_said_to_be_gone_and_comes_back(desk: Desk) -> None:
    kept = Path(desk.location).with_suffix(".kept")

    async def script(pilot: Pilot[None]) -> tuple[str, int, str]:
        screen = screen_of(pilot)
        backups = Path(desk.location).parent / "backups"
        backups.mkdir()
        shutil.copy(desk.location, backups / "tracker-20231214-101500.db")
        shutil.move(desk.location, kept)
        screen._watch()
        said, shown = notice(pilot), len(screen.table.window)
        shutil.move(kept, desk.location)
        screen._watch()
        return said, shown, notice(pilot)

    said, shown, afterwards = play(app_over(desk), script)
    assert "tracker restore" in said
    assert shown == 5
    assert afterwards in ("", REPLACED)


def test_no_new_register_takes_the_place_of_one_that_is_gone(desk: Desk) -> None:
    kept = Path(desk.location).with_suffix(".kept")

    async def script(pilot: Pilot[None]) -> tuple[str, int]:
        screen = screen_of(pilot)
        shutil.move(desk.location, kept)
        screen._watch()
        with pytest.raises(GoneRegister):
            screen.surroundings.prepare()
        return notice(pilot), len(screen.table.window)

    said, shown = play(app_over(desk), script)
    assert said.startswith("Không còn thấy sổ dữ liệu")
    assert shown == 5
    assert not Path(desk.location).exists()


def test_a_register_damaged_meanwhile_is_said_to_be_damaged_and_nothing_is_lost(
    desk: Desk,
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, int]:
        Path(desk.location).write_bytes(b"no register at all" * 400)
        screen_of(pilot)._watch()
        return notice(pilot), len(screen_of(pilot).table.window)

    said, shown = play(app_over(desk), script)
    assert said
    assert shown == 5


def test_a_full_disk_keeps_the_form_and_the_register_as_they_were(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page may be added: what SQLite says of it is what it says of a full disk."""

    def cramped(path: str) -> sqlite3.Connection:
        connection = connected(path)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(database, "connected", cramped)

    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        await pilot.press("c")
        form = form_of(pilot)
        form.row("text").put("Đã gửi dự thảo. " * 4000)
        await pilot.press("ctrl+s")
        await settle(pilot)
        return form.trouble, form.values["text"][:15]

    trouble, kept = play(app_over(desk), script)
    assert "đầy" in trouble
    assert kept == "Đã gửi dự thảo."
    (row,) = show(desk, "#1", as_of=desk.today).rows
    assert row.latest_note == ""


def test_a_defect_of_the_program_is_logged_and_told_and_the_form_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tracker.operations.bulk.act_on", broken)
    app = app_over(desk)
    logged: list[Exception] = []

    def log(error: Exception) -> str:
        logged.append(error)
        return "a.log"

    app.surroundings = app.surroundings._replace(log_defect=log)

    async def script(pilot: Pilot[None]) -> str:
        screen_of(pilot).surroundings = app.surroundings
        await pilot.press("h", "x", "ctrl+s")
        await settle(pilot)
        return form_of(pilot).trouble

    trouble = play(app, script)
    assert "a.log" in trouble
    assert [type(error) for error in logged] == [ZeroDivisionError]
