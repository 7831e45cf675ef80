from __future__ import annotations

import threading
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from tests.intake.tables import APPENDIX, HEADINGS, lines
from tests.operations.pasted_tables import enter_pasted, preview_pasted
from tests.tui.desks import app_over, copied, desk_of, fill
from tests.tui.keyboard import Keyboard
from tests.tui.pilot import play
from tests.tui.test_acting import notice
from tests.tui.test_register_screen import documents, screen_of
from tracker.core.assessed import AssessedDirective
from tracker.operations.desk import Desk
from tracker.operations.importing import Imported, enter_import
from tracker.operations.progressing import Completion, done
from tracker.operations.queries import list_directives
from tracker.store.errors import LockedRegister
from tracker.store.selection import Selection
from tracker.tui.entering import rows_screen, sources
from tracker.tui.entering.line_box import LineBox
from tracker.tui.entering.rows_screen import RowsScreen
from tracker.tui.widgets.detail_pane import DetailPane
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import PieceLine
from tracker.wording.dialogs import LEAVE_AFTER_SAVING, LEAVE_TRACKER_TWICE

MIXED = lines(
    HEADINGS,
    ("I", "Đã thực hiện: 03 nhiệm vụ"),
    ("1", "25/KH-UBND ngày 24/5/2023", "Phối hợp với tỉnh Thái Nguyên", "10/01/2024"),
    ("2", "31/KH-UBND ngày 25/6/2023", "Việc chậm", "15/10/2023", "20/11/2023", "Đúng hạn"),
    ("3", "32/KH-UBND ngày 31/6/2023", "Việc sai ngày"),
    ("4", "33/KH-UBND ngày 25/6/2023", unicodedata.normalize("NFD", "Việc mới")),
)
"""One that is in the register, one whose progress is told wrongly, one misdated, and one more."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = desk_of(tmp_path_factory.mktemp("filled"))
    fill(made, ["25/KH-UBND ngày 24/5/2023 Phối hợp với tỉnh Thái Nguyên hạn 10/01/2024"])
    done(made, "1", Completion(is_undated=True))
    return made


@pytest.fixture
def desk(filled: Desk, tmp_path: Path) -> Desk:
    return copied(filled, tmp_path)


def rows(desk: Desk) -> list[AssessedDirective]:
    return list(list_directives(desk, Selection(), as_of=desk.today))


def looking(pilot: Pilot[None]) -> RowsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, RowsScreen)
    return screen


def said(pilot: Pilot[None], id: str) -> str:
    """What a line of the screen says."""
    return "".join(piece.text for piece in looking(pilot).query_one(f"#{id}", PieceLine).left)


def whole_row(pilot: Pilot[None]) -> str:
    """What is said of the row under the cursor."""
    text = looking(pilot).query_one(DetailPane).query_one("#detail-text")
    return str(text.render())


async def pasted(pilot: Pilot[None], text: str) -> Keyboard:
    """Paste, and wait until it is read."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
    keyboard = Keyboard(pilot)
    await keyboard.settle()
    return keyboard


def test_an_appendix_pasted_over_the_register_is_entered_by_one_key_and_taken_back_by_one(
    tmp_path: Path,
) -> None:
    desk, other = (desk_of(tmp_path / name) for name in ("one", "other"))
    for each in (desk, other):
        Path(each.location).parent.mkdir()

    async def script(pilot: Pilot[None]) -> tuple[str, str, list[AssessedDirective], list[str]]:
        keyboard = await pasted(pilot, APPENDIX.replace("\n", "\r"))
        count = said(pilot, "rows-count")
        await keyboard.press("enter")
        await keyboard.settle()
        told, entered = notice(pilot), rows(desk)
        await keyboard.press("u", "enter")
        await keyboard.settle()
        return count, told, entered, documents(pilot)

    count, told, entered, left = play(app_over(desk), script)
    enter_pasted(other, preview_pasted(other, APPENDIX))
    assert count == " 5 dòng: 5 mới, 0 đã có trong sổ, 0 chưa đọc được"
    assert told == "Đã ghi 05 nhiệm vụ từ bảng dán vào."
    assert entered == rows(other)
    assert left == []


def test_each_row_says_what_becomes_of_it_and_what_is_wrong_where(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, str, list[str], list[str]]:
        keyboard = await pasted(pilot, MIXED)
        odd = str(looking(pilot).query_one("#rows-odd").render())
        table = looking(pilot).table
        shown = [table.render_line(table.header_height + y).text for y in range(4)]
        whole = []
        for _ in range(4):
            whole.append(whole_row(pilot))
            await keyboard.press("down")
        return said(pilot, "rows-count"), odd, shown, whole

    count, odd, shown, whole = play(app_over(desk), script, size=(140, 40))
    assert count == " 4 dòng: 2 mới, 1 đã có trong sổ, 1 chưa đọc được"
    assert "ghi 03 nhưng có 04 dòng" in odd
    assert [line.split()[:3] for line in shown] == [
        ["3", "Đã", "có"],
        ["√", "4", "Mới"],
        ["5", "Chưa", "đọc"],
        ["√", "6", "Mới"],
    ]
    assert "× Chậm ≠" in shown[1]
    assert whole[0].startswith("Dòng 3: Đã có trong sổ (mã 1)")
    assert "bảng ghi «Đúng hạn», tính theo ngày tháng là «Chậm»" in whole[1]
    assert whole[2].startswith("Dòng 5: Chưa đọc được\nCột «Số/Ký hiệu VBCĐ» (ngày văn bản): ")


def test_a_row_left_out_is_not_entered_and_one_not_read_is_told_as_a_warning(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[list[int], str, bool]:
        keyboard = await pasted(pilot, MIXED)
        await keyboard.press("down", "space")
        taken = sorted(place.line for place in looking(pilot).table.taken)
        await keyboard.press("ctrl+s")
        await keyboard.settle()
        is_warning = screen_of(pilot).query_one(Notice).has_class("-warning")
        return taken, notice(pilot), is_warning

    taken, told, is_warning = play(app_over(desk), script)
    assert taken == [6]
    assert told == (
        "Đã ghi 01 nhiệm vụ từ bảng dán vào. Còn 01 dòng chưa đọc được nên chưa ghi: "
        "dòng 5 (32/KH-UBND). Sửa dòng đó rồi dán lại."
    )
    assert is_warning
    assert [row.content for row in rows(desk) if row.id == 2] == ["Việc mới"]


ALIKE = lines(
    HEADINGS,
    ("1", "40/KH-UBND ngày 24/5/2023", "Triển khai kế hoạch chuyển đổi số của tỉnh tại các đơn vị"),
    (
        *("2", "40/KH-UBND ngày 24/5/2023"),
        *("Triển khai kế hoạch chuyển đổi số tỉnh tại các đơn vị", "", "20/11/2023"),
    ),
)
"""A row that seems to be the one above it, done."""


def test_a_row_that_is_a_guess_is_entered_once_it_is_taken_by_hand(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[list[int], str, list[int]]:
        keyboard = await pasted(pilot, ALIKE)
        before = sorted(place.line for place in looking(pilot).table.taken)
        await keyboard.press("down")
        told = whole_row(pilot)
        await keyboard.press("space")
        after = sorted(place.line for place in looking(pilot).table.taken)
        await keyboard.press("enter")
        await keyboard.settle()
        return before, told, after

    before, told, after = play(app_over(desk), script)
    assert (before, after) == ([2], [2, 3])
    assert "chưa ghi (chỉ đoán là dòng 2, giống" in told
    assert "bấm dấu cách để ghi" in told
    assert [row.facts.state.value for row in rows(desk) if row.id == 2] == ["done"]


def test_escape_enters_nothing_and_trouble_keeps_the_preview(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(desk: Desk, *_: object, **__: object) -> None:
        raise LockedRegister(desk.location)

    monkeypatch.setattr(rows_screen, "enter_import", locked)

    async def script(pilot: Pilot[None]) -> tuple[str, int]:
        keyboard = await pasted(pilot, MIXED)
        await keyboard.press("enter")
        await keyboard.settle()
        trouble = looking(pilot).query_one(Notice).text
        taken = len(looking(pilot).table.taken)
        await keyboard.press("escape")
        return trouble, taken

    trouble, taken = play(app_over(desk), script)
    assert "đang có người khác ghi" in trouble
    assert taken == 2
    assert len(rows(desk)) == 1


def test_a_long_table_is_read_beside_the_screen_and_can_be_left_meanwhile(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(*_: object, **__: object) -> None:
        go_on.wait(10)
        raise LockedRegister(desk.location)

    monkeypatch.setattr(sources, "preview_files", slow)

    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        pilot.app.post_message(events.Paste("25/KH-UBND\n" * 5000))
        await pilot.pause()
        reading = said(pilot, "rows-count")
        await pilot.press("escape", "down")
        go_on.set()
        await Keyboard(pilot).settle()
        return reading, notice(pilot)

    assert play(app_over(desk), script) == (" Đang đọc…", "")


def test_a_table_not_entered_yet_is_given_up_on_the_second_press_only(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[bool]:
        keyboard = await pasted(pilot, MIXED)
        found = []
        for _ in range(2):
            await keyboard.press("ctrl+q")
            found.append(pilot.app._exit)
            assert looking(pilot).query_one(Notice).text == LEAVE_TRACKER_TWICE
        return found

    assert play(app_over(desk), script) == [False, True]


def test_one_does_not_leave_while_a_table_is_being_entered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(*given: Any, **more: Any) -> Imported:
        go_on.wait(10)
        return enter_import(*given, **more)

    monkeypatch.setattr(rows_screen, "enter_import", slow)

    async def script(pilot: Pilot[None]) -> bool:
        keyboard = await pasted(pilot, MIXED)
        await keyboard.press("enter", "ctrl+q", "ctrl+q")
        is_left = pilot.app._exit
        assert looking(pilot).query_one(Notice).text == LEAVE_AFTER_SAVING
        go_on.set()
        await keyboard.settle()
        return is_left

    assert not play(app_over(desk), script)
    assert len(rows(desk)) == 3


def test_the_document_of_rows_that_name_none_is_asked_for(desk: Desk) -> None:
    table = lines(("TT", "Nội dung công việc", "Thời hạn"), ("1", "Việc một", "10/01/2024"))

    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        keyboard = await pasted(pilot, table)
        before = said(pilot, "rows-count")
        await keyboard.press("d")
        await keyboard.type("31/KH-UBND ngày 25/6/2023")
        await keyboard.press("enter")
        await keyboard.settle()
        await keyboard.settle()
        return before, said(pilot, "rows-count")

    before, after = play(app_over(desk), script)
    assert "1 chưa đọc được" in before
    assert "1 mới" in after


def test_the_box_for_a_paste_shows_it_at_once_and_keeps_what_is_typed(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, bool, bool]:
        await pilot.press("p", "x", "escape")
        is_kept = pilot.app.screen.query_one("#paste-text").text == "x"  # type: ignore[attr-defined]
        await pilot.press("ctrl+q")
        assert not pilot.app._exit
        await pilot.press("escape", "p")
        await pasted(pilot, MIXED)
        await pilot.pause()
        await Keyboard(pilot).settle()
        count = said(pilot, "rows-count")
        await pilot.press("escape")
        return count, is_kept, screen_of(pilot).table.has_focus

    count, is_kept, is_back = play(app_over(desk), script)
    assert count.startswith(" 4 dòng: 2 mới")
    assert is_kept
    assert is_back


@pytest.mark.parametrize(
    ("text", "is_looked_over"),
    [
        ("31/KH-UBND ngày 25/6/2023 Việc một\n\n32/KH-UBND ngày 25/6/2023 Việc hai\n", True),
        ("31/KH-UBND ngày 25/6/2023\tViệc một\t10/01/2024", True),
        ("31/KH-UBND ngày 25/6/2023 Việc\ndài hạn 10/01/2024\n", False),
    ],
)
def test_several_directives_pasted_into_the_line_are_looked_over_and_one_is_not(
    desk: Desk, text: str, is_looked_over: bool
) -> None:
    async def script(pilot: Pilot[None]) -> str:
        await pilot.press("n")
        await pasted(pilot, text)
        if isinstance(pilot.app.screen, RowsScreen):
            return said(pilot, "rows-count")
        return screen_of(pilot).query_one(LineBox).typed

    found = play(app_over(desk), script)
    assert ("mới" in found) is is_looked_over
    assert is_looked_over or found == "31/KH-UBND ngày 25/6/2023 Việc dài hạn 10/01/2024"
