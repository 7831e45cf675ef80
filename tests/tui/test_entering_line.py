from __future__ import annotations

import unicodedata
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from tests.tui.desks import app_over, copied, desk_of, fill
from tests.tui.keyboard import Keyboard, send
from tests.tui.pilot import play
from tests.tui.test_register_screen import documents, screen_of
from tracker.core.days_off import DaysOff
from tracker.operations.desk import Desk
from tracker.operations.entering import Entered, Entry, add, entry_from_line
from tracker.operations.previewing_entries import preview_line
from tracker.operations.queries import show
from tracker.store.errors import LockedRegister
from tracker.tui.entering import recording
from tracker.tui.entering.line_box import LineBox
from tracker.tui.entering.understanding import OthersAtHand
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import PieceLine
from tracker.wording.entering import line_preview

LINE = "31/KH-UBND ngày 24/5/2023 Phối hợp với tỉnh Cao Bằng hạn 10/01/2024"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = desk_of(tmp_path_factory.mktemp("filled"))
    fill(made)
    return made


@pytest.fixture
def desk(filled: Desk, tmp_path: Path) -> Desk:
    return copied(filled, tmp_path)


def box(pilot: Pilot[None]) -> LineBox:
    return screen_of(pilot).query_one(LineBox)


def preview(pilot: Pilot[None]) -> list[tuple[str, str]]:
    """The lines under the box, each with its role."""
    lines = [line for line in box(pilot).query(PieceLine) if line.id != "line-title"]
    return [(piece.role, piece.text.strip()) for line in lines for piece in line.left]


def notice(pilot: Pilot[None]) -> str:
    return screen_of(pilot).query_one(Notice).text


async def opened(pilot: Pilot[None], line: str = "") -> Keyboard:
    keyboard = Keyboard(pilot)
    await keyboard.press("n")
    if line:
        box(pilot).put(line)
        await pilot.pause()
    return keyboard


def test_a_directive_is_entered_on_one_line_in_ten_keys_beyond_what_it_says(
    desk: Desk, filled: Desk, tmp_path: Path
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[int, str, int, str]:
        keyboard = Keyboard(pilot)
        await keyboard.press("n")
        await keyboard.type("31/KH-UBND")
        await keyboard.press("space")
        await keyboard.type("24/5/2023")
        await keyboard.press("space")
        await keyboard.type("Phối hợp với tỉnh Cao Bằng")
        await keyboard.press("space", "h", "ạ", "n", "space")
        await keyboard.type("10/01/2024")
        await keyboard.press("enter")
        await keyboard.settle()
        current = screen_of(pilot).table.current
        assert current is not None
        return keyboard.overhead, notice(pilot), current.id, box(pilot).typed

    overhead, said, id, left = play(app_over(desk), script)
    (tmp_path / "other").mkdir()
    other = copied(filled, tmp_path / "other")
    add(other, entry_from_line(LINE, today=desk.today, more={}))
    assert overhead <= 10
    assert show(desk, "#6", as_of=desk.today) == show(other, "#6", as_of=desk.today)
    assert said == "Đã ghi nhiệm vụ 6: 31/KH-UBND ngày 24/5/2023. Tiến độ: Chưa đến hạn"
    assert (id, left) == (6, "")


def test_a_number_in_small_letters_is_echoed_and_kept_in_capitals(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[tuple[str, str]]:
        keyboard = await opened(pilot, LINE.replace("KH-UBND", "kh-ubnd"))
        seen = preview(pilot)
        await keyboard.press("enter")
        await keyboard.settle()
        return seen

    seen = play(app_over(desk), script)
    assert seen[0] == ("notice", "√ Số ký hiệu: 31/KH-UBND")
    assert ("warning", "Lưu ý: số ký hiệu được viết hoa như thường lệ: 31/KH-UBND.") in seen
    assert show(desk, "#6", as_of=desk.today).rows[0].document.number == "31/KH-UBND"


def test_every_part_is_echoed_as_it_is_understood_and_only_what_cannot_be_is_red(
    desk: Desk,
) -> None:
    async def script(pilot: Pilot[None]) -> list[list[tuple[str, str]]]:
        await opened(pilot)
        found = []
        for line in ("31/KH-UBND ngày 24/5", LINE, LINE.replace("10/01", "31/02")):
            box(pilot).put(line)
            await pilot.pause()
            found.append(preview(pilot))
        return found

    half, whole, wrong = play(app_over(desk), script)
    assert {role for role, _ in half} == {"notice", "dim", "warning"}
    assert half[-1][1] == ""
    assert whole[1][1].endswith("thứ Tư, 24/5/2023")
    assert whole[2] == ("notice", "√ Nội dung: Phối hợp với tỉnh Cao Bằng")
    assert whole[3] == ("notice", "√ Thời hạn: thứ Tư, 10/01/2024, còn 27 ngày")
    assert wrong[3][0] == "bad"
    assert "tháng đó chỉ có 29 ngày" in wrong[3][1]


def test_other_tasks_of_the_document_and_the_same_task_are_told_while_a_line_is_typed(
    desk: Desk,
) -> None:
    today, others = desk.today, OthersAtHand(lambda: desk)

    def told(content: str) -> list[tuple[str, str]]:
        line = f"25/KH-UBND ngày 24/5/2023 {content}"
        preview = preview_line(line, today=today, days_off=DaysOff())
        return list(line_preview(others.beside(preview), today))

    other, same = told("Việc khác"), told("phối hợp với tỉnh Thái Nguyên hạn 10/01/2024")
    assert other[0][1].endswith("25/KH-UBND; trong sổ đã có 01 nhiệm vụ")
    assert other[2][0] == "understood"
    assert same[2][0] == "refused"
    assert "đã có trong sổ với mã số 2" in same[2][1]


def test_a_line_that_is_refused_stays_and_is_given_up_on_the_second_press_only(
    desk: Desk,
) -> None:
    there = "25/KH-UBND ngày 24/5/2023 Phối hợp với tỉnh Thái Nguyên"

    async def script(pilot: Pilot[None]) -> tuple[str, list[bool], str]:
        keyboard = await opened(pilot, there)
        await keyboard.press("enter")
        await keyboard.settle()
        said, kept = notice(pilot), box(pilot).typed
        await keyboard.press("escape")
        is_open = [bool(screen_of(pilot).query(LineBox))]
        await keyboard.press("escape")
        return said, [*is_open, bool(screen_of(pilot).query(LineBox))], kept

    said, is_open, kept = play(app_over(desk), script)
    assert "đã có trong sổ" in said
    assert kept == there
    assert is_open == [True, False]


def test_a_register_that_is_locked_loses_no_line_and_changes_none_that_is_being_typed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def locked_once(desk: Desk, entry: Entry) -> Entered:
        tried.append(entry.number)
        if len(tried) == 1:
            raise LockedRegister(desk.location)
        return add(desk, entry)

    monkeypatch.setattr(recording, "add", locked_once)

    async def script(pilot: Pilot[None]) -> list[str]:
        keyboard = await opened(pilot)
        send(pilot, *LINE, "enter", *LINE.replace("31/", "32/"), "enter", *"33/KH")
        await keyboard.press("left")
        await keyboard.settle()
        found = [box(pilot).typed]
        for key in ("up", "enter", "enter"):
            await keyboard.press(key)
            await keyboard.settle()
            found.append(box(pilot).typed)
        return found

    assert play(app_over(desk), script) == ["33/KH", LINE, LINE, "33/KH"]
    assert tried == ["31/KH-UBND", "32/KH-UBND", "31/KH-UBND"]
    numbers = [show(desk, f"#{id}", as_of=desk.today).rows[0].document.number for id in (6, 7)]
    assert numbers == ["32/KH-UBND", "31/KH-UBND"]


def test_a_refused_line_is_neither_typed_into_by_letters_on_their_way_nor_saved_by_one_enter(
    desk: Desk,
) -> None:
    there = "25/KH-UBND ngày 24/5/2023 Phối hợp với tỉnh Thái Nguyên"

    async def script(pilot: Pilot[None]) -> list[str]:
        keyboard = await opened(pilot, there)
        await keyboard.press("enter")
        await keyboard.settle()
        await keyboard.press("enter")
        found = [box(pilot).typed]
        send(pilot, *"33/KH")
        await keyboard.press("end")
        found.append(box(pilot).typed)
        await keyboard.press("up", "x")
        found.append(box(pilot).typed)
        await keyboard.press("up")
        return [*found, box(pilot).typed, notice(pilot)]

    first, typed_over, taken_back, kept, said = play(app_over(desk), script)
    assert (first, typed_over, taken_back, kept) == (there, "33/KH", f"{there}x", "33/KH")
    assert said == "Chưa ghi «33/KH»."


def test_entering_takes_no_mark_away_and_no_cursor_from_under_whoever_went_to_the_table(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_save = Event()

    def slow(desk: Desk, entry: Entry) -> Entered:
        may_save.wait(30)
        return add(desk, entry)

    monkeypatch.setattr(recording, "add", slow)

    async def script(pilot: Pilot[None]) -> tuple[list[int], list[int], str]:
        table = screen_of(pilot).table
        await pilot.press("space", "space")
        marked, at = sorted(id for id, _ in table.marks), table.current
        keyboard = await opened(pilot, LINE)
        await keyboard.press("enter", "tab")
        may_save.set()
        await keyboard.settle()
        assert at is not None
        assert table.current is not None
        assert table.current.id == at.id
        return marked, sorted(id for id, _ in table.marks), notice(pilot)

    marked, still, said = play(app_over(desk), script)
    assert len(marked) == 2
    assert still == marked
    assert said == "Đã ghi nhiệm vụ 6: 31/KH-UBND ngày 24/5/2023. Tiến độ: Chưa đến hạn"


def test_the_first_line_makes_the_workspace_and_then_the_register(tmp_path: Path) -> None:
    app = app_over(desk_of(tmp_path))
    there: list[bool] = []
    app.surroundings = app.surroundings._replace(
        prepare=lambda: there.append((tmp_path / "tracker.db").exists())
    )

    async def script(pilot: Pilot[None]) -> str:
        keyboard = await opened(pilot, "31/KH-UBND Phối hợp")
        await keyboard.press("enter")
        await keyboard.settle()
        assert there == []
        box(pilot).put(LINE)
        await keyboard.press("enter")
        await keyboard.settle()
        return notice(pilot)

    assert "Đã ghi nhiệm vụ 1" in play(app, script)
    assert there == [False]


def test_letters_composed_with_backspaces_are_previewed_and_kept_as_they_end(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, list[tuple[str, str]]]:
        keyboard = await opened(pilot, "31/KH-UBND ngày 24/5/2023 ")
        send(pilot, *"Tie", "backspace", *"ês", "backspace", "backspace", *"ến ddo")
        send(pilot, *["backspace"] * 3, *"đoo", *["backspace"] * 2, *"ộ")
        await keyboard.press("end")
        return box(pilot).typed, preview(pilot)

    typed, parts = play(app_over(desk), script)
    assert typed == "31/KH-UBND ngày 24/5/2023 Tiến độ"
    assert parts[2] == ("notice", "√ Nội dung: Tiến độ")


def test_text_typed_in_pieces_is_composed_in_the_preview_and_in_the_register(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        keyboard = await opened(pilot)
        send(pilot, *unicodedata.normalize("NFD", LINE))
        await keyboard.press("end")
        content = preview(pilot)[2][1]
        await keyboard.press("enter")
        await keyboard.settle()
        return content, notice(pilot)

    content, said = play(app_over(desk), script)
    assert content == "√ Nội dung: Phối hợp với tỉnh Cao Bằng"
    assert "nhiệm vụ 6" in said
    assert show(desk, "#6", as_of=desk.today).rows[0].content == "Phối hợp với tỉnh Cao Bằng"


def test_the_search_box_finds_what_an_input_method_composes_in_it(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, list[str]]:
        await pilot.press("slash")
        send(pilot, *"thai", "backspace", "backspace", *"ái nguye", "backspace", *"ên")
        await pilot.press("end")
        await pilot.pause()
        return screen_of(pilot).view.typed, documents(pilot)

    assert play(app_over(desk), script) == ("thái nguyên", ["25/KH-UBND"])
