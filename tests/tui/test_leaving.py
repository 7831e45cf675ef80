from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from tests.tui.desks import app_over, desk_of, fill
from tests.tui.keyboard import Keyboard
from tests.tui.pilot import play
from tests.tui.test_acting import form_of
from tests.tui.test_entering_line import LINE, box, notice, opened
from tracker.operations.desk import Desk
from tracker.operations.entering import Entered, Entry, add
from tracker.operations.queries import show
from tracker.tui.entering import recording
from tracker.tui.widgets.piece_line import PieceLine
from tracker.wording.dialogs import LEAVE_AFTER_SAVING, LEAVE_TRACKER_TWICE


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_of(tmp_path)
    fill(made)
    return made


def is_left(pilot: Pilot[None]) -> bool:
    return pilot.app._exit


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
def test_where_nothing_is_typed_one_press_leaves(desk: Desk, key: str) -> None:
    async def script(pilot: Pilot[None]) -> bool:
        await pilot.press(key)
        return is_left(pilot)

    assert play(app_over(desk), script)


def test_a_line_half_typed_is_given_up_on_the_second_press_in_a_row_only(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[bool]:
        keyboard = await opened(pilot, "33/KH")
        await keyboard.press("tab", "q")
        assert notice(pilot) == LEAVE_TRACKER_TWICE
        found = [is_left(pilot)]
        for key in ("down", "q", "ctrl+q"):
            await keyboard.press(key)
            found.append(is_left(pilot))
        return found

    assert play(app_over(desk), script) == [False, False, False, True]


def test_a_form_that_was_typed_in_is_given_up_on_the_second_press_only(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, list[bool]]:
        await pilot.press("b", "3", "ctrl+q")
        keys = form_of(pilot).query_one("#form-hints", PieceLine)
        said, found = keys.left[0].text.strip(), [is_left(pilot)]
        await pilot.press("ctrl+q")
        return said, [*found, is_left(pilot)]

    assert play(app_over(desk), script) == (LEAVE_TRACKER_TWICE, [False, True])


def test_lines_that_wait_to_be_saved_are_in_the_register_before_one_can_leave(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_save = Event()

    def slow(desk: Desk, entry: Entry) -> Entered:
        may_save.wait(30)
        return add(desk, entry)

    monkeypatch.setattr(recording, "add", slow)

    async def script(pilot: Pilot[None]) -> tuple[str, list[bool]]:
        keyboard: Keyboard = await opened(pilot)
        for number in ("31", "32", "33"):
            box(pilot).put(LINE.replace("31", number, 1))
            box(pilot).submit()
        await keyboard.press("ctrl+q", "ctrl+q")
        said, found = notice(pilot), [is_left(pilot)]
        may_save.set()
        await keyboard.settle()
        await keyboard.press("ctrl+q")
        return said, [*found, is_left(pilot)]

    assert play(app_over(desk), script) == (LEAVE_AFTER_SAVING, [False, True])
    assert show(desk, "#8", as_of=desk.today).rows[0].document.number == "33/KH-UBND"
