from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.desks import Clock, app_over, desk_of, fill
from tests.tui.drawn import lines
from tests.tui.pilot import play
from tracker.core.totals import Totals
from tracker.operations.desk import Desk
from tracker.operations.entering import add, entry_from_line
from tracker.operations.progressing import Completion, done
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import PieceLine
from tracker.wording.summary_bar import ADDING_UP, numbers


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_of(tmp_path)
    fill(made)
    return made


def screen_of(pilot: Pilot[None]) -> RegisterScreen:
    screen = pilot.app.screen
    assert isinstance(screen, RegisterScreen)
    return screen


def documents(pilot: Pilot[None]) -> list[str]:
    """The document numbers of the rows, from the first on."""
    return [row.document.number for row in screen_of(pilot).table.window.rows(1000)]


def line(pilot: Pilot[None], id: str) -> str:
    """What a line of the screen says."""
    found = screen_of(pilot).query_one(f"#{id}", PieceLine)
    return "".join(piece.text for piece in (*found.left, *found.right))


def test_what_presses_most_stands_first(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        return documents(pilot)

    assert play(app_over(desk), script) == [
        "6340/UBND-NC",
        "1950/UBND-KGVX",
        "25/KH-UBND",
        "30/KH-UBND",
        "3149/UBND-NC",
    ]


def test_a_number_filters_when_it_is_pressed_and_gives_everything_back_when_pressed_again(
    desk: Desk,
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[list[str], list[str]]:
        await pilot.press("shift+tab", "right", "right", "right", "right", "enter")
        overdue = documents(pilot)
        await pilot.press("shift+tab", "enter")
        return overdue, documents(pilot)

    overdue, everything = play(app_over(desk), script)
    assert overdue == ["6340/UBND-NC"]
    assert len(everything) == 5


def test_the_whole_name_of_a_view_is_read_and_the_way_to_search_in_the_room_left(
    desk: Desk,
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        usual = lines(pilot.app)[2]
        await pilot.press("3")
        await pilot.pause()
        return usual, lines(pilot.app)[2]

    usual, narrowed = play(app_over(desk), script)
    assert usual.startswith(" / tìm (không cần dấu) ")
    assert narrowed.startswith(" / tìm  ")
    assert " Chưa xong, không thời hạn · xếp: cần chú ý trước · 01 dòng " in narrowed


def test_the_parts_of_the_total_add_up_to_it(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> Totals:
        return screen_of(pilot).data.totals

    found = numbers(play(app_over(desk), script))
    assert found["total"] == sum(found[name] for name in ADDING_UP) == 5


def test_each_letter_finds_without_accents(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[list[str]]:
        await pilot.press("slash", *"lang")
        found = [documents(pilot)]
        await pilot.press("enter")
        assert screen_of(pilot).focused is screen_of(pilot).table
        await pilot.press("escape")
        return [*found, documents(pilot)]

    found, everything = play(app_over(desk), script)
    assert found == ["30/KH-UBND"]
    assert len(everything) == 5


def test_the_day_is_changed_in_one_place_for_everything_and_told_in_full(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, Totals, str]:
        await pilot.press("v", *"20/01/2024", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        title, totals = lines(pilot.app)[0], screen_of(pilot).data.totals
        await pilot.press("enter")
        await pilot.pause()
        return title, totals, lines(pilot.app)[0]

    title, totals, of_one = play(app_over(desk), script)
    day = "TÍNH ĐẾN 20/01/2024, KHÔNG PHẢI HÔM NAY"
    assert title.split("  ") == [" Sổ theo dõi nhiệm vụ", f" {day} (0: về hôm nay) "]
    assert totals.overdue == 4
    assert of_one.split("  ", 1)[0] == " 6340/UBND-NC · dòng 01/05"
    assert of_one.endswith(f" {day} ")


def test_what_another_process_changes_appears_by_itself(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        entry = entry_from_line(
            "7/UBND-NC ngày 01/12/2023 Việc mới hạn 01/12/2023", today=desk.today, more={}
        )
        add(desk, entry)
        done(desk, "25/KH-UBND", Completion(on="10/12/2023"))
        screen_of(pilot)._watch()
        return documents(pilot)

    found = play(app_over(desk), script)
    assert found[0] == "7/UBND-NC"
    assert found[-1] == "25/KH-UBND"


def test_the_cursor_stays_on_its_directive_when_others_come_before_it(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> str:
        await pilot.press("down", "down")
        add(
            desk,
            entry_from_line(
                "7/UBND-NC ngày 01/12/2023 Việc mới hạn 01/12/2023", today=desk.today, more={}
            ),
        )
        screen_of(pilot)._watch()
        current = screen_of(pilot).table.current
        assert current is not None
        return current.document.number

    assert play(app_over(desk), script) == "25/KH-UBND"


def test_a_new_day_begins_on_a_screen_left_open(desk: Desk) -> None:
    clock = Clock(desk)

    async def script(pilot: Pilot[None]) -> tuple[int, str]:
        clock.move_to(date(2023, 12, 21))
        screen_of(pilot)._watch()
        return screen_of(pilot).data.totals.overdue, line(pilot, "title")

    overdue, title = play(app_over(clock), script)
    assert overdue == 2
    assert "hôm nay, thứ Năm, 21/12/2023" in title


def test_an_empty_register_is_no_trouble_and_names_the_next_key(tmp_path: Path) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        table = screen_of(pilot).table
        shown = "\n".join(table.render_line(y).text for y in range(table.size.height))
        return shown, screen_of(pilot).query_one(Notice).text

    shown, notice = play(app_over(desk_of(tmp_path)), script)
    assert "Bấm n để nhập từng nhiệm vụ" in shown
    assert notice == ""
    assert not (tmp_path / "tracker.db").exists()


def test_marks_are_counted_and_taken_away(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        await pilot.press("space", "space")
        said = [line(pilot, "finding")]
        await pilot.press("a")
        said.append(line(pilot, "finding"))
        await pilot.press("A")
        return [*said, line(pilot, "finding")]

    two, all_of_them, none = play(app_over(desk), script)
    assert "đánh dấu 2" in two
    assert "đánh dấu 5" in all_of_them
    assert "đánh dấu" not in none


def test_keys_typed_in_one_burst_reach_what_the_first_of_them_opened(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> str:
        driver = pilot.app._driver
        assert driver is not None
        for key in ("slash", *"n3149"):
            driver.send_message(events.Key(key, "/" if key == "slash" else key))
        await pilot.pause()
        await pilot.pause()
        await pilot.pause()
        return screen_of(pilot).view.typed

    assert play(app_over(desk), script) == "n3149"
