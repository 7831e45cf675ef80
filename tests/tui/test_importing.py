"""Files brought in from the screen: chosen, looked over row by row, entered in one go."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from textual import events
from textual.pilot import Pilot

from tests.intake.files.encodings import in_tcvn3
from tests.intake.grids import (
    TITLES,
    Grid,
    appendix,
    as_document,
    as_values,
    as_workbook,
    plan,
    sample,
)
from tests.tui.desks import ReportedUntil, app_over, copied, desk_of, fill
from tests.tui.drawn import text
from tests.tui.keyboard import Keyboard
from tests.tui.pilot import play
from tests.tui.test_acting import form_of, notice
from tests.tui.test_register_screen import documents, screen_of
from tracker.core.dates import UnreadableDate
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files import reader_process
from tracker.operations.desk import Desk
from tracker.operations.queries import list_directives
from tracker.operations.reported_until import ReportedInTheFuture
from tracker.store.selection import Selection
from tracker.tui.dialogs.chooser import Chooser
from tracker.tui.dialogs.told import Told
from tracker.tui.entering import importing, rows_screen, sources
from tracker.tui.entering.asking import reported_form
from tracker.tui.entering.coming import Coming
from tracker.tui.entering.files import is_file_named, paths_in, recent_files
from tracker.tui.entering.importing import look_over_files
from tracker.tui.entering.rows_screen import RowsScreen
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.widgets.detail_pane import DetailPane
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import PieceLine
from tracker.wording.choosing_files import file_details
from tracker.wording.formats import format_date
from tracker.wording.importing import REPORTED_NONE
from tracker.wording.screen_refusals import screen_sentence

OURS = "25/KH-UBND ngày 24/5/2023 Phối hợp với tỉnh Thái Nguyên hạn 10/01/2024"
"""In the register before anything is brought in."""

LAST_MONTH = (
    ("1", "25/KH-UBND ngày 24/5/2023", "Phối hợp với tỉnh Thái Nguyên", "15/01/2024"),
    ("2", "31/KH-UBND ngày 25/6/2023", "Việc mới", "15/10/2023", "20/11/2023", "Đúng hạn"),
    ("3", "32/KH-UBND ngày 31/6/2023", "Việc sai ngày"),
)
OPEN = ("1", "40/UBND-NC ngày 03/11/2023", "Việc chưa xong", "10/01/2024", "", "", "")
DONE = ("2", "41/UBND-NC ngày 03/11/2023", "Việc đã xong", "10/12/2023", "27/11/2023", "", "")
PROPOSED = date(2023, 11, 14)

THIS_MONTH = (
    ("1", "31/KH-UBND ngày 25/6/2023", "Việc mới", "15/10/2023"),
    ("2", "33/KH-UBND ngày 25/6/2023", "Việc trong dòng ẩn"),
)


def book(folder: Path) -> Path:
    """Two sheets of directives and one of something else."""
    made = Workbook()
    for name, rows in (("Tháng 11", LAST_MONTH), ("Tháng 12", THIS_MONTH)):
        sheet = made.create_sheet(name)
        for row in (TITLES, *rows):
            sheet.append(row)
    made["Tháng 12"].row_dimensions[3].hidden = True
    others = made.worksheets[0]
    others.title = "Danh bạ"
    others.append(["Họ tên", "Điện thoại"])
    others.append(["Nguyễn Văn A", "0204 123456"])
    made.save(folder / "so.xlsx")
    return folder / "so.xlsx"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = desk_of(tmp_path_factory.mktemp("filled"))
    fill(made, [OURS])
    return made


@pytest.fixture
def desk(filled: Desk, tmp_path: Path) -> Desk:
    return copied(filled, tmp_path)


@pytest.fixture
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one folder that is looked into."""
    folder = tmp_path / "Downloads"
    folder.mkdir()
    monkeypatch.setattr(importing, "usual_folders", lambda: (folder,))
    return folder


def saved(folder: Path, name: str, data: bytes, *, at: int = 1_700_000_000) -> Path:
    path = folder / name
    path.write_bytes(data)
    os.utime(path, (at, at))
    return path


def contents(desk: Desk) -> list[str]:
    return [row.content for row in list_directives(desk, Selection(), as_of=desk.today)]


def looking(pilot: Pilot[None]) -> RowsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, RowsScreen)
    return screen


def count(pilot: Pilot[None]) -> str:
    """How many rows there are, or how far a work has come."""
    return "".join(piece.text for piece in looking(pilot).query_one("#rows-count", PieceLine).left)


def keys_at_foot(pilot: Pilot[None]) -> str:
    return "".join(piece.text for piece in looking(pilot).query_one("#hints", PieceLine).left)


def told(pilot: Pilot[None]) -> str:
    return looking(pilot).query_one(Notice).text


def whole_row(pilot: Pilot[None]) -> str:
    return str(looking(pilot).query_one(DetailPane).query_one("#detail-text").render())


async def until(pilot: Pilot[None], is_so: Callable[[], object]) -> None:
    while not is_so():
        await pilot.pause(0.01)


async def looked_over(pilot: Pilot[None], *paths: Path) -> Keyboard:
    """Look files over, and wait until they are read."""
    await look_over_files(screen_of(pilot), paths)
    keyboard = Keyboard(pilot)
    await keyboard.settle()
    return keyboard


# The way of a new user


def test_last_months_appendix_stands_in_the_register_after_three_keys_and_goes_by_two(
    tmp_path: Path, downloads: Path
) -> None:
    saved(downloads, "ghi chú.txt", b"x", at=1_600_000_000)
    saved(downloads, "phụ lục.docx", as_document(appendix()))
    saved(downloads, "ảnh.png", b"x", at=1_800_000_000)
    saved(downloads, "~$phụ lục.docx", b"x", at=1_800_000_000)
    desk = desk_of(tmp_path)

    async def script(pilot: Pilot[None]) -> tuple[int, str, list[str], str, list[str]]:
        empty = "".join(screen_of(pilot).table.empty)
        keyboard = Keyboard(pilot)
        await keyboard.press("i", "enter")
        await keyboard.settle()
        await keyboard.press("enter")
        await keyboard.settle()
        steps, said, entered = keyboard.overhead, notice(pilot), contents(desk)
        await keyboard.press("u", "enter")
        await keyboard.settle()
        return steps, said, entered, empty, documents(pilot)

    steps, said, entered, empty, left = play(app_over(desk), script)
    assert all(f" {key} để" in empty for key in "ipn")
    assert steps == 3
    assert said == "Đã ghi 09 nhiệm vụ từ tệp."
    assert sorted(entered) == sorted(one.content for one in sample("bac-giang-2023-12"))
    assert left == []


@pytest.mark.parametrize(
    ("title", "day"), [("", PROPOSED), ("Tháng 10 năm 2023", date(2023, 10, 14))]
)
def test_the_first_time_it_is_asked_until_when_what_is_done_was_reported(
    tmp_path: Path, downloads: Path, title: str, day: date
) -> None:
    path = saved(downloads, "a.csv", as_values(Grid(rows=((title,), TITLES, OPEN, DONE))))
    desk, setting = desk_of(tmp_path), ReportedUntil(proposed=PROPOSED)

    async def script(pilot: Pilot[None]) -> tuple[str, str, str]:
        keyboard = await looked_over(pilot, path)
        await keyboard.press("enter")
        form = form_of(pilot)
        about, proposed = form.form_task.about, form.values["until"]
        await keyboard.press("escape")
        assert not Path(desk.location).exists()
        await keyboard.press("enter", "enter")
        await keyboard.settle()
        await keyboard.settle()
        return about, proposed, notice(pilot)

    about, proposed, said = play(app_over(desk, reported_until=setting), script)
    assert "có 01 nhiệm vụ đã hoàn thành" in about
    assert proposed == format_date(day)
    assert setting.kept == [day]
    assert said == f"Đã ghi 02 nhiệm vụ từ tệp. Kept {day}."
    assert len(contents(desk)) == 2


def test_another_day_can_be_said_and_that_nothing_was_reported(tmp_path: Path) -> None:
    surroundings = app_over(desk_of(tmp_path)).surroundings
    task = reported_form(surroundings, done=1, proposed=PROPOSED).form_task
    assert task.save({"until": "13/11/2023"}).until == date(2023, 11, 13)
    for typed in ("k", " Không "):
        assert task.save({"until": typed}).until is None
        assert task.check({"until": typed})["until"].text == REPORTED_NONE
    assert task.check({"until": ""})["until"].role != "good"
    with pytest.raises(UnreadableDate):
        task.save({"until": " "})


def test_nothing_was_reported_until_a_day_that_is_yet_to_come(tmp_path: Path) -> None:
    surroundings = app_over(desk_of(tmp_path)).surroundings
    task = reported_form(surroundings, done=1, proposed=PROPOSED).form_task
    today = surroundings.today
    assert task.save({"until": format_date(today)}).until == today
    ahead = {"until": format_date(today + timedelta(days=1))}
    assert task.check(ahead)["until"].role == "bad"
    with pytest.raises(ReportedInTheFuture):
        task.save(ahead)


def test_nothing_is_asked_where_nothing_done_is_entered(tmp_path: Path, downloads: Path) -> None:
    path = saved(downloads, "a.csv", as_values(Grid(rows=(TITLES, OPEN, DONE))))
    setting = ReportedUntil(proposed=PROPOSED)

    async def script(pilot: Pilot[None]) -> str:
        keyboard = await looked_over(pilot, path)
        await keyboard.press("down", "space", "enter")
        await keyboard.settle()
        return notice(pilot)

    said = play(app_over(desk_of(tmp_path), reported_until=setting), script)
    assert said == "Đã ghi 01 nhiệm vụ từ tệp."
    assert setting.kept == []


# The rows


def test_each_row_says_where_it_stands_and_what_becomes_of_it(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, str, list[str], list[str]]:
        keyboard = await looked_over(pilot, book(Path(desk.location).parent))
        table = looking(pilot).table
        shown = [table.render_line(table.header_height + y).text for y in range(5)]
        whole = []
        for _ in range(5):
            whole.append(whole_row(pilot))
            await keyboard.press("down")
        counted = count(pilot)
        await keyboard.press("space", "enter")
        await keyboard.settle()
        return counted, notice(pilot), shown, whole

    counted, said, shown, whole = play(app_over(desk), script, size=(160, 40))
    assert counted == " 5 dòng: 2 mới, 0 đã có trong sổ, 1 khác với sổ, 1 lặp lại, 1 chưa đọc được"
    assert [line.split()[:5] for line in shown] == [
        ["Tháng", "11", "2", "Khác", "với"],
        ["√", "Tháng", "11", "3", "Mới"],
        ["Tháng", "11", "4", "Chưa", "đọc"],
        ["Tháng", "12", "2", "Lặp", "lại"],
        ["√", "Tháng", "12", "3", "Mới"],
    ]
    changed, new, problem, repeated, _ = whole
    assert changed.startswith("Dòng 2, trang tính «Tháng 11»: Đã có trong sổ (mã 1), có điều khác")
    assert "Thời hạn: 10/01/2024 → 15/01/2024; sổ giữ nguyên; được gia hạn thì ghi" in changed
    assert "Từ dòng này không có gì được ghi vào sổ." in changed
    assert "15/01/2024 ≠" in shown[0]
    assert "bảng ghi «Đúng hạn», tính theo ngày tháng là «Chậm»" in new
    assert "Cột «Số/Ký hiệu VBCĐ» (ngày văn bản): ngày «31/6/2023» không đúng" in problem
    assert "kiểm tra lại ngày." in problem
    assert repeated.startswith(
        "Dòng 2, trang tính «Tháng 12»: Lặp lại dòng 3, trang tính «Tháng 11»"
    )
    assert said.startswith("Đã ghi 01 nhiệm vụ từ tệp. Còn 01 dòng chưa đọc được nên chưa ghi: ")
    assert sorted(contents(desk)) == ["Phối hợp với tỉnh Thái Nguyên", "Việc mới"]


def test_what_is_odd_about_the_tables_is_said_above_them_and_told_in_full_by_a_key(
    desk: Desk,
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, str, str]:
        keyboard = await looked_over(pilot, book(Path(desk.location).parent))
        shown = str(looking(pilot).query_one("#rows-odd").render())
        keys = keys_at_foot(pilot)
        await keyboard.press("t")
        assert isinstance(pilot.app.screen, Told)
        whole = pilot.app.screen.text
        await keyboard.press("escape")
        await pilot.click("#rows-odd")
        assert isinstance(pilot.app.screen, Told)
        return shown, keys, whole

    shown, keys, whole = play(app_over(desk), script)
    hidden = "Trang tính «Tháng 12»: Dòng 3 đang ẩn trong tệp nhưng vẫn được đọc"
    assert shown.startswith(hidden)
    assert shown.endswith("… và 02 lưu ý khác; bấm t để đọc hết.")
    assert "t 04 lưu ý" in keys
    assert "l 03 dòng cần xem" in keys
    assert hidden in whole
    assert "Không có nhiệm vụ nên để nguyên: trang tính «Danh bạ»." in whole


def test_the_document_in_the_sentence_above_a_table_is_said_to_stand_there(
    desk: Desk, downloads: Path
) -> None:
    path = saved(downloads, "kế hoạch.docx", as_document(plan()))

    async def script(pilot: Pilot[None]) -> str:
        await looked_over(pilot, path)
        return whole_row(pilot)

    assert "lấy theo câu phía trên bảng: " in play(app_over(desk), script)


def test_a_table_in_an_old_font_is_read_again_in_the_one_it_looks_like(
    desk: Desk, downloads: Path
) -> None:
    grid = appendix().with_texts(in_tcvn3)
    path = saved(downloads, "cũ.csv", as_values(grid, encoding="utf-8"))

    async def script(pilot: Pilot[None]) -> tuple[str, str, str]:
        keyboard = await looked_over(pilot, path)
        keys = keys_at_foot(pilot)
        await keyboard.press("f")
        chooser = pilot.app.screen
        assert isinstance(chooser, Chooser)
        offered = chooser.choices[0].details
        await keyboard.press("enter")
        await keyboard.settle()
        await keyboard.settle()
        return keys, offered, count(pilot)

    keys, offered, after = play(app_over(desk), script)
    assert "f Phông cũ" in keys
    assert offered.lower().startswith("phụ lục")
    assert after.startswith(" 9 dòng: ")


def test_a_file_without_any_directive_names_what_is_in_it_and_is_left(
    desk: Desk, downloads: Path
) -> None:
    path = saved(downloads, "danh bạ.csv", "Họ tên,Điện thoại\nNguyễn Văn A,0204\n".encode())

    async def script(pilot: Pilot[None]) -> tuple[str, str, bool]:
        keyboard = await looked_over(pilot, path)
        shown = str(looking(pilot).query_one("#rows-odd").render())
        await keyboard.press("enter", "space", "l")
        empty = looking(pilot).table.empty[0]
        await keyboard.press("escape")
        return shown, empty, isinstance(pilot.app.screen, RegisterScreen)

    shown, empty, is_back = play(app_over(desk), script)
    assert shown == "Không có nhiệm vụ nên để nguyên: văn bản 1."
    assert empty == "Không tìm thấy nhiệm vụ nào trong tệp."
    assert is_back


# Files that cannot be read


def test_whatever_is_wrong_with_a_file_is_told_in_its_sentence_and_the_screen_lives_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles = [UnreadableFile("~/a.xlsx", trouble) for trouble in FileTrouble]
    left = iter(troubles)

    def refuse(*_: object, **__: object) -> None:
        raise next(left)

    monkeypatch.setattr(sources, "read_files", refuse)

    async def script(pilot: Pilot[None]) -> list[str]:
        keyboard = await looked_over(pilot, Path("a.xlsx"))
        found = [told(pilot)]
        for _ in troubles[1:]:
            await keyboard.press("enter")
            await keyboard.settle()
            found.append(told(pilot))
            assert count(pilot) == " Chưa đọc được"
        await keyboard.press("escape")
        assert screen_of(pilot).table.has_focus
        return found

    assert play(app_over(desk), script) == list(map(screen_sentence, troubles))
    assert len(contents(desk)) == 1


def test_a_file_that_is_gone_is_told_and_read_once_it_is_back(desk: Desk, downloads: Path) -> None:
    path = saved(downloads, "a.csv", b"")

    async def script(pilot: Pilot[None]) -> tuple[str, str, str]:
        keyboard = Keyboard(pilot)
        await keyboard.press("i")
        path.unlink()
        await keyboard.press("enter")
        await keyboard.settle()
        gone, keys = told(pilot), keys_at_foot(pilot)
        saved(downloads, "a.csv", as_values(appendix()))
        await keyboard.press("enter")
        await keyboard.settle()
        return gone, keys, count(pilot)

    gone, keys, after = play(app_over(desk), script)
    assert "không có tệp này" in gone
    assert "Enter Đọc lại" in keys
    assert after.startswith(" 9 dòng: ")


def test_of_several_files_each_that_is_in_trouble_is_named_and_nothing_is_read(
    desk: Desk, downloads: Path
) -> None:
    paths = [
        saved(downloads, "tốt.csv", as_values(appendix())),
        saved(downloads, "trống.csv", b""),
        downloads / "mất.csv",
    ]

    async def script(pilot: Pilot[None]) -> tuple[str, int]:
        await looked_over(pilot, *paths)
        return told(pilot), len(looking(pilot).table.rows)

    said, rows = play(app_over(desk), script)
    assert [line.split(":")[0].rsplit("/")[-1] for line in said.splitlines()] == [
        "trống.csv",
        "mất.csv",
    ]
    assert rows == 0


# Long works


SECONDS = 40.0
"""How long a process may read that nobody stops."""


class Halting(Coming):
    """Stands still wherever it is heard of, until it may go on."""

    may_go_on = threading.Event()
    heard = threading.Event()

    def hear(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.heard.set()
        assert self.may_go_on.wait(30)
        super().hear(done, total)


@pytest.fixture
def _halting(monkeypatch: pytest.MonkeyPatch) -> None:
    Halting.may_go_on.clear()
    Halting.heard.clear()
    monkeypatch.setattr(rows_screen, "Coming", Halting)


@pytest.mark.usefixtures("_halting")
def test_how_far_it_has_come_is_said_and_escape_ends_the_reading_and_the_saving(
    tmp_path: Path, downloads: Path
) -> None:
    path = saved(downloads, "a.csv", as_values(appendix()))
    desk = desk_of(tmp_path)

    async def script(pilot: Pilot[None]) -> tuple[list[str], bool, str]:
        keyboard, said = Keyboard(pilot), []
        await look_over_files(screen_of(pilot), [path])
        await until(pilot, lambda: "%" in count(pilot))
        said.append(count(pilot))
        await keyboard.press("escape")
        Halting.may_go_on.set()
        await keyboard.settle()
        keyboard = await looked_over(pilot, path)
        Halting.may_go_on.clear()
        Halting.heard.clear()
        await keyboard.press("enter")
        await until(pilot, Halting.heard.is_set)
        await until(pilot, lambda: "%" in count(pilot))
        said.append(count(pilot))
        await keyboard.press("escape", "enter", "d")
        await until(pilot, lambda: "dừng" in count(pilot))
        Halting.may_go_on.set()
        await keyboard.settle()
        stopped, is_traced = told(pilot), Path(desk.location).exists()
        await keyboard.press("enter")
        await keyboard.settle()
        return said, is_traced, stopped

    said, is_traced, stopped = play(app_over(desk), script)
    assert [one.rstrip("░█ 0123456789%…") for one in said] == [" Đang đọc", " Đang ghi vào sổ"]
    assert stopped == "Đã dừng theo yêu cầu; chưa ghi gì vào sổ."
    assert not is_traced
    assert len(contents(desk)) == 9


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
def test_leaving_ends_the_process_that_reads(
    key: str, desk: Desk, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(downloads, "a.xlsx", as_workbook(appendix()))
    started: list[Any] = []
    start = reader_process._started

    def notice_it(*given: Any) -> Any:
        started.append(start(*given))
        return started[-1]

    monkeypatch.setattr(reader_process, "_MODULE", "tests.intake.files.misbehaving")
    monkeypatch.setattr(reader_process, "_started", notice_it)
    monkeypatch.setattr(reader_process, "_OVERTIME", SECONDS)

    async def script(pilot: Pilot[None]) -> tuple[str, Coming | None]:
        await look_over_files(screen_of(pilot), [path])
        await until(pilot, lambda: started)
        said, coming = count(pilot), looking(pilot)._coming
        await pilot.press(key)
        return said, coming

    said, coming = play(app_over(desk), script)
    assert said.startswith(" Đang mở tệp")
    assert coming is not None
    assert coming.is_stopped
    assert started[0].poll() is not None
    assert len(contents(desk)) == 1


# Which files


def test_files_dropped_where_one_pastes_are_looked_over_together(
    desk: Desk, downloads: Path
) -> None:
    one = saved(downloads, "một phần.csv", as_values(appendix()))
    other = saved(downloads, "phần kia.csv", as_values(appendix()))

    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        keyboard = Keyboard(pilot)
        await keyboard.press("p")
        pilot.app.post_message(events.Paste(f"'{one}' '{other}' "))
        await until(pilot, lambda: isinstance(pilot.app.screen, RowsScreen))
        await keyboard.settle()
        return count(pilot), whole_row(pilot)

    counted, whole = play(app_over(desk), script)
    assert counted.startswith(" 18 dòng: ")
    assert "9 lặp lại" in counted
    assert whole.startswith("Dòng 5, văn bản 1 (một phần.csv): Mới")


def test_a_file_can_be_named_and_one_that_is_not_there_keeps_what_was_typed(
    desk: Desk, downloads: Path
) -> None:
    path = saved(downloads, "a b.csv", as_values(appendix()))

    async def script(pilot: Pilot[None]) -> tuple[str, str, str]:
        keyboard = Keyboard(pilot)
        await keyboard.press("i", "up", "up", "down", "enter")
        await keyboard.type(f"{path}x")
        await keyboard.press("enter")
        await keyboard.settle()
        form = form_of(pilot)
        trouble, typed = form.trouble, form.values["path"]
        await keyboard.press("backspace", "enter")
        await keyboard.settle()
        await keyboard.settle()
        return trouble, typed, count(pilot)

    trouble, typed, after = play(app_over(desk), script)
    assert "không có tệp này" in trouble
    assert typed == f"{path}x"
    assert after.startswith(" 9 dòng: ")


def test_the_file_saved_last_is_offered_first_with_when_and_where(tmp_path: Path) -> None:
    saved(tmp_path, "cũ.xlsx", b"x", at=1_600_000_000)
    saved(tmp_path, "mới.DOCX", b"x", at=1_700_000_000)
    for name in ("~$mới.docx", ".ẩn.csv", "ảnh.png"):
        saved(tmp_path, name, b"x", at=1_800_000_000)
    (tmp_path / "thư mục.csv").mkdir()
    found = recent_files((tmp_path, tmp_path / "no", tmp_path))
    assert [file.path.name for file in found] == ["mới.DOCX", "cũ.xlsx"]
    assert found[0].folder == str(tmp_path)
    words = file_details(found[0].folder, found[0].saved_at.isoformat(), desk_of(tmp_path).today)
    assert words == f"05:13 15/11/2023 · {tmp_path}"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_nothing_in_the_name_of_a_file_acts(desk: Desk, downloads: Path) -> None:
    saved(downloads, os.fsdecode(b"[@click=app.quit]\x1b[2J\xff[red].csv"), as_values(appendix()))

    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        keyboard = Keyboard(pilot)
        await keyboard.press("i")
        chosen = text(pilot.app)
        await keyboard.press("enter")
        await keyboard.settle()
        return chosen, text(pilot.app)

    chosen, shown = play(app_over(desk), script)
    assert "[@click=app.quit][2J[red].csv" in chosen
    assert "tệp [@click=app.quit][2J[red].csv" in shown


def test_paths_are_told_as_terminals_and_people_write_them(tmp_path: Path) -> None:
    one, other = (saved(tmp_path, name, b"x") for name in ("a (1).csv", "b;c.csv"))
    for typed in (
        str(one),
        f"'{one}'",
        f'"{one}"',
        f"file://{str(one).replace(' ', '%20')}",
        str(one).replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)"),
    ):
        assert paths_in(f" {typed}\n") == (one,)
        assert is_file_named(typed)
    assert paths_in(f"{one}\n{tmp_path / 'no.csv'}") == (one, tmp_path / "no.csv")
    assert not is_file_named(f"{one}\n{tmp_path / 'no.csv'}")
    assert not is_file_named("1\t25/KH-UBND")
    assert not is_file_named("a\0b")
    assert paths_in(f"'{one}' '{one}'") == (one, one)
    assert other.exists()
