"""One directive over the whole screen: read, scrolled, copied from, and acted on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.desks import app_over, desk_of, fill
from tests.tui.drawn import text
from tests.tui.pilot import play
from tracker.operations.amending import void
from tracker.operations.desk import Desk
from tracker.operations.entering import add, entry_from_line
from tracker.operations.progressing import Completion, done, extend, note
from tracker.tui.screens.directive import DirectiveScreen, WholeText
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.register_table import RegisterTable
from tracker.wording.whole_directive import GONE

OVERDUE, DUE_SOON, LATER = "6340/UBND-NC", "1950/UBND-KGVX", "25/KH-UBND"
"""The first three rows."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_of(tmp_path)
    fill(made)
    return made


def opened(pilot: Pilot[Any]) -> DirectiveScreen:
    screen = pilot.app.screen
    assert isinstance(screen, DirectiveScreen)
    return screen


def register(pilot: Pilot[Any]) -> RegisterScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, RegisterScreen)
    return screen


def whole(pilot: Pilot[Any]) -> str:
    """The whole text, whatever of it is in sight."""
    return str(opened(pilot).query_one("#whole-text", Static).content)


def test_everything_known_of_a_directive_is_there(desk: Desk) -> None:
    extend(desk, LATER, to="15/02/2024", by="75/UBND-KGVX ngày 10/12/2023")
    note(desk, LATER, on="11/12/2023", text="Đã gửi dự thảo\ncho tỉnh Thái Nguyên")

    async def script(pilot: Pilot[None]) -> str:
        await pilot.press("down", "down", "down", "enter")
        return whole(pilot)

    shown = play(app_over(desk), script)
    assert "Hạn ban đầu: 10/01/2024" in shown
    assert "Thời hạn: thứ Năm, 15/02/2024" in shown
    assert "15/02/2024, theo 75/UBND-KGVX ngày 10/12/2023" in shown
    assert "75/UBND-KGVX ngày 10/12/2023: Gia hạn" in shown
    assert "11/12/2023: Đã gửi dự thảo\ncho tỉnh Thái Nguyên" in shown
    assert "[2]" in shown
    assert "nội dung: Phối hợp với tỉnh Thái Nguyên" in shown


def test_what_is_secret_is_shown_here_and_nowhere_else(desk: Desk) -> None:
    line = "9/UBND-NC ngày 01/12/2023 Bí mật quốc gia hạn 05/12/2023"
    add(desk, entry_from_line(line, today=desk.today, more={"is_secret": True}))
    note(desk, "9/UBND-NC", on=None, text="Đã họp kín")

    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        await register(pilot)._show_details()
        await pilot.pause()
        below = text(pilot.app)
        await pilot.press("enter")
        return below, whole(pilot)

    below, shown = play(app_over(desk), script, size=(140, 40))
    assert "9/UBND-NC" in below
    assert "Bí mật" not in below
    assert "Đã họp kín" not in below
    assert "Bí mật quốc gia" in shown
    assert "Đã họp kín" in shown


def test_the_arrows_go_on_and_the_cursor_stands_on_what_was_shown_last(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        await pilot.press("enter")
        seen = [opened(pilot).row.document.number]
        for key in (
            "right",
            "right_square_bracket",
            "left",
            "left_square_bracket",
            "left",
            "right",
        ):
            await pilot.press(key)
            seen.append(opened(pilot).row.document.number)
        await pilot.press("escape")
        current = register(pilot).table.current
        assert current is not None
        assert isinstance(pilot.app.focused, RegisterTable)
        return [*seen, current.document.number]

    one, two, three = OVERDUE, DUE_SOON, LATER
    assert play(app_over(desk), script) == [one, two, three, two, one, one, two, two]


def test_what_is_recorded_is_recorded_of_it_and_told_on_it_while_marks_stay(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[list[str], str, str, int]:
        await pilot.press("space", "space", "enter")
        meant = [row.document.number for row in register(pilot).rows_meant]
        done(desk, LATER, Completion(on="14/12/2023"))
        register(pilot).changed("Đã ghi.")
        told = opened(pilot).query_one(Notice).text
        found = whole(pilot)
        await pilot.press("escape")
        return meant, told, found, len(register(pilot).rows_meant)

    meant, told, shown, marked = play(app_over(desk), script)
    assert meant == [LATER]
    assert told == "Đã ghi."
    assert "Tiến độ: Đúng hạn" in shown
    assert marked == 2


def test_what_others_record_appears_by_itself_and_what_leaves_the_list_stays(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        await pilot.press("2", "enter")
        before = whole(pilot)
        done(desk, DUE_SOON, Completion(on="14/12/2023"))
        register(pilot)._watch()
        await pilot.pause()
        shown = [before, whole(pilot), text(pilot.app)]
        meant = [row.document.number for row in register(pilot).rows_meant]
        await pilot.press("right", "left")
        return [*shown, *meant, opened(pilot).row.document.number]

    before, after, drawn, meant, stayed = play(app_over(desk), script)
    assert "Tiến độ: Chưa đến hạn" in before
    assert "Tiến độ: Đúng hạn" in after
    assert "không còn trong danh sách" in drawn
    assert meant == stayed == DUE_SOON


def test_what_left_the_list_is_followed_by_what_stood_behind_it(desk: Desk) -> None:
    extend(desk, LATER, to="16/12/2023", by="75/UBND-KGVX ngày 10/12/2023")

    async def script(pilot: Pilot[None]) -> str:
        await pilot.press("2", "enter")
        assert opened(pilot).row.document.number == LATER
        done(desk, LATER, Completion(on="14/12/2023"))
        register(pilot)._watch()
        await pilot.press("right")
        return opened(pilot).row.document.number

    assert play(app_over(desk), script) == DUE_SOON


def test_what_was_taken_out_of_the_register_is_told_and_nothing_is_done_to_it(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, int]:
        await pilot.press("enter")
        void(desk, OVERDUE, reason="ghi nhầm", duplicate_of=None)
        register(pilot)._watch()
        return whole(pilot), len(register(pilot).rows_meant)

    assert play(app_over(desk), script) == (GONE[0].text, 0)


def test_a_long_text_is_scrolled_by_keys_and_by_the_wheel(desk: Desk) -> None:
    note(desk, OVERDUE, on=None, text="\n".join(f"dòng {number}" for number in range(100)))

    async def script(pilot: Pilot[None]) -> list[float]:
        await pilot.press("enter")
        text = opened(pilot).query_one(WholeText)
        seen = []
        for key in ("j", "down", "k", "pagedown", "home", "space", "end"):
            await pilot.press(key)
            seen.append(text.scroll_y)
        await pilot.press("home")
        await pilot._post_mouse_events([MouseScrollDown], WholeText)
        await pilot.pause()
        return [*seen, text.scroll_y, float(text.max_scroll_y)]

    *seen, wheel, last = play(app_over(desk), script)
    page = seen[3] - 1
    assert seen == [1, 2, 1, 1 + page, 0, page, last]
    assert page > 10
    assert wheel > 0


def test_what_the_mouse_has_marked_is_copied_and_else_the_line_of_a_report(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        await pilot.press("enter", "y")
        copied = [pilot.app.clipboard]
        await pilot.mouse_down("#whole-text", offset=(0, 1))
        await pilot.hover("#whole-text", offset=(5, 1))
        await pilot.mouse_up("#whole-text", offset=(5, 1))
        await pilot.press("y")
        return [*copied, pilot.app.clipboard, opened(pilot).query_one(Notice).text]

    line, marked, told = play(app_over(desk), script)
    assert line.startswith("6340/UBND-NC ngày 03/11/2023: Rà soát")
    assert marked == "Rà soá"
    assert "bôi đen" in told


def test_the_keys_at_the_foot_can_be_pressed_with_the_mouse(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        await pilot.press("enter")
        seen = []
        for words in ("Sau", "Trước", "Đóng"):
            row = text(pilot.app).splitlines()[-1]
            await pilot.click("#whole-hints", offset=(row.index(words), 0))
            await pilot.pause()
            screen = pilot.app.screen
            seen.append(screen.row.document.number if isinstance(screen, DirectiveScreen) else "")
        return seen

    assert play(app_over(desk), script) == [DUE_SOON, OVERDUE, ""]
