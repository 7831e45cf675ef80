"""Reports on the screen: looked over before anything is written, then written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.widgets import Static

from tests.store.small_disk import with_room_for
from tests.tui.desks import TODAY, app_over, desk_of, office_of
from tests.tui.keyboard import send
from tests.tui.pilot import play
from tests.tui.report_registers import desk, filled
from tests.tui.reports_played import (
    Played,
    details,
    folder_of,
    lines,
    opened,
    pressed,
    refused,
    said,
    settled,
    shown,
    told,
    typed,
)
from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.issuing import list_issued
from tracker.operations.report_files import put_file
from tracker.operations.report_preview import preview_file, preview_report, preview_sheet
from tracker.reports.sheet import DataRow
from tracker.tui.dialogs.form import Form
from tracker.tui.reporting import screen as preview_screen
from tracker.tui.reporting import writing
from tracker.tui.reporting.looking import look_over
from tracker.tui.screens.register import RegisterScreen
from tracker.tui.widgets.detail_pane import DetailPane
from tracker.tui.widgets.line_list import LineList
from tracker.tui.widgets.piece_line import PieceLine
from tracker.wording.dialogs import LEAVE_AFTER_SAVING

__all__ = ["desk", "filled"]


# Looking over


def test_r_shows_the_appendix_of_this_month_at_once_with_its_days_and_reasons(desk: Desk) -> None:
    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        assert "tháng 12/2023 (15/11/2023 - 14/12/2023), tính đến ngày 14/12/2023" in (
            screen._top.told
        )
        assert "chưa phát hành" in screen._top.told
        assert details(pilot).startswith("Đưa vào: hoàn thành trong kỳ\n")
        await pressed(pilot, "down")
        assert details(pilot).startswith("Đưa vào: đã hoàn thành, chưa có trong báo cáo nào\n")
        await pressed(pilot, "escape")
        assert isinstance(pilot.app.screen, RegisterScreen)

    play(app_over(desk), script)


def test_the_rows_are_those_of_the_report_group_by_group_as_they_are_printed(desk: Desk) -> None:
    office = office_of(folder_of(desk))
    preview = preview_report(desk, office, "12/2023")
    sheet = preview_sheet(desk, office, preview)
    printed = [row for row in sheet.rows if isinstance(row, DataRow)]
    assert {row.about for row in printed} == {row.key for row in preview.contents.rows}

    async def script(pilot: Played) -> list[str]:
        await opened(pilot)
        return lines(pilot)

    found = play(app_over(desk), script, size=(140, 40))
    assert len(found) == len(sheet.rows)
    assert found[0].split() == ["I", "ĐÃ", "THỰC", "HIỆN:", "02", "nhiệm", "vụ"]
    for line, row in zip(found, sheet.rows, strict=True):
        if isinstance(row, DataRow):
            ordinal, document, _, deadline, *_ = row.cells
            assert line.split()[:2] == [ordinal, document.split()[0]]
            assert deadline in line


def test_who_is_left_out_what_was_checked_and_the_paragraph_are_a_key_away(desk: Desk) -> None:
    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        await pressed(pilot, "2")
        assert [line.split()[:2] for line in lines(pilot)] == [["10", "77/UBND-NC"]]
        assert details(pilot).startswith("Không đưa vào: chỉ phối hợp")
        await pressed(pilot, "3")
        checked = "\n".join(lines(pilot))
        assert "Được ghi «đầy đủ, đúng thời gian»" in checked
        assert "Tổng số 09 = 02 + 07 + 0 ✓" in checked
        assert not screen.query_one(DetailPane).display
        await pressed(pilot, "4")
        assert screen.preview is not None
        assert " ".join(" ".join(lines(pilot)).split()) == " ".join(screen.preview.summary)
        await pressed(pilot, "y")
        assert pilot.app.clipboard == "\n".join(screen.preview.summary)
        assert "Đã chép" in said(pilot)

    play(app_over(desk), script)


@pytest.mark.parametrize("height", [15, 12, 10])
def test_on_a_low_screen_the_table_keeps_three_lines_and_more_is_a_key_away(
    desk: Desk, height: int
) -> None:
    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        screen.tell("Điều vừa được nói, trên một dòng", role="notice")
        await settled(pilot)
        shown = screen.query_one(LineList)
        assert shown.size.height - shown.header_height >= 3
        assert screen.query_one("#hints").region.bottom == height
        await pressed(pilot, "enter")
        assert screen.query_one(DetailPane).size.height > 0
        await pressed(pilot, "escape")
        assert isinstance(pilot.app.focused, LineList)

    play(app_over(desk), script, size=(60, height))


def test_another_part_right_behind_a_move_shows_what_is_known_of_its_own_row(desk: Desk) -> None:
    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        screen.query_one(LineList).action_go(-1)
        screen.show_part("left_out")
        await settled(pilot)
        assert details(pilot).startswith("Không đưa vào: chỉ phối hợp")

    play(app_over(desk), script)


def test_another_period_is_chosen_from_the_likely_ones_or_typed_and_one_ahead_refused(
    desk: Desk,
) -> None:
    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        await pressed(pilot, "c", "3")
        assert screen.asked.period == "2023-Q4"
        assert "quý IV năm 2023" in screen._top.told
        await pressed(pilot, "c", "k")
        await typed(pilot, "13/2023")
        form = pilot.app.screen
        assert isinstance(form, Form)
        note = form.row("period").query_one(".note", Static)
        assert "không phải là kỳ báo cáo" in str(note.content)
        form.row("period").put("")
        await typed(pilot, "6T/2023")
        assert "6 tháng đầu năm 2023 (15/12/2022 - 14/6/2023)" in str(note.content)
        await pressed(pilot, "enter")
        assert screen.asked.period == "2023-H1"
        assert screen.preview is not None
        assert screen.preview.as_of == date(2023, 6, 14)
        await pressed(pilot, "c", "k")
        await typed(pilot, "02/2024")
        await pressed(pilot, "enter")
        sentence = " ".join(" ".join(lines(pilot)).split())
        assert "chưa có gì để báo cáo" in sentence
        assert "bấm c để chọn kỳ khác" in sentence
        assert shown(pilot).preview is None

    play(app_over(desk), script)


def test_layout_day_and_what_is_only_supported_are_chosen_by_a_key_each(desk: Desk) -> None:
    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        await pressed(pilot, "m", "2")
        assert screen.preview is not None
        assert screen.preview.layout == "plan"
        await pressed(pilot, "v")
        await typed(pilot, "20/11/2023")
        await pressed(pilot, "enter")
        assert screen.preview is not None
        assert screen.preview.as_of == date(2023, 11, 20)
        assert "trước ngày cuối kỳ" in screen._top.told
        await pressed(pilot, "v")
        field = pilot.app.screen
        assert isinstance(field, Form)
        field.row("as_of").put("")
        await pressed(pilot, "enter", "h")
        assert screen.preview is not None
        assert screen.preview.as_of == TODAY
        assert screen.preview.contents.totals.total == 10

    play(app_over(desk), script)


def test_the_day_chosen_for_the_whole_screen_holds_for_reports_too(desk: Desk) -> None:
    async def script(pilot: Played) -> date:
        screen = await opened(pilot)
        assert screen.preview is not None
        return screen.preview.as_of

    assert play(app_over(desk, as_of=date(2023, 11, 20)), script) == date(2023, 11, 20)


def test_everything_can_be_done_with_the_mouse(desk: Desk) -> None:
    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        await press_on(pilot, "#parts", "Kiểm tra")
        assert screen.part == "checks"
        await press_on(pilot, "#asked", "Phối hợp")
        assert screen.asked.with_supporting
        await press_on(pilot, "#hints", "Về")
        assert isinstance(pilot.app.screen, RegisterScreen)

    play(app_over(desk), script)


async def press_on(pilot: Played, line: str, words: str) -> None:
    found = pilot.app.screen.query_one(line, PieceLine)
    text = "".join(piece.text for piece in found.left)
    await pilot.click(line, offset=(text.index(words) + 1, 0))
    await settled(pilot)


def test_what_others_record_meanwhile_is_told_and_read_when_asked(desk: Desk) -> None:
    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        edit(desk, "3149/UBND-NC", Correction(content="Người khác sửa"))
        screen._watch()
        assert "có thay đổi" in screen._top.told
        await pressed(pilot, "f5")
        assert "có thay đổi" not in screen._top.told
        assert "Người khác sửa" in "\n".join(lines(pilot))

    play(app_over(desk), script)


def test_what_is_still_being_computed_is_left_behind(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(look_over)
    monkeypatch.setattr(preview_screen, "look_over", gate)

    async def script(pilot: Played) -> None:
        await pilot.press("r")
        await reached(pilot, gate)
        assert "Đang tính" in progress(pilot)
        await pilot.press("g")
        assert "Chưa có số liệu" in said(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, RegisterScreen)
        gate.opened.set()
        await settled(pilot)

    play(app_over(desk), script)


# What cannot be looked over


def test_before_anything_is_entered_the_next_key_is_named(tmp_path: Path) -> None:
    async def script(pilot: Played) -> None:
        await opened(pilot)
        sentence = " ".join(" ".join(lines(pilot)).split())
        assert "Chưa có sổ dữ liệu" in sentence
        assert "bấm n để nhập nhiệm vụ đầu tiên" in sentence
        await pressed(pilot, "g", "p", "y")
        assert "Chưa có số liệu" in said(pilot)
        await pressed(pilot, "d")
        assert "Không có báo cáo nào" in pilot.app.screen.query_one(LineList).empty[0]

    play(app_over(desk_of(tmp_path)), script)
    assert not (tmp_path / "tracker.db").exists()


def test_a_layout_that_is_not_there_is_refused_and_another_can_be_chosen(desk: Desk) -> None:
    office = office_of(folder_of(desk))
    plan = {"plan": office.layouts()["plan"]}

    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        assert "bấm m để chọn mẫu khác" in " ".join(lines(pilot))
        await pressed(pilot, "m", "1")
        assert screen.preview is not None
        assert screen.preview.layout == "plan"

    play(app_over(desk, office=replace(office, layouts=lambda: plan)), script)


# Writing


def test_a_written_file_is_told_with_its_whole_path_and_where_the_older_one_is(
    desk: Desk,
) -> None:
    office = office_of(folder_of(desk))
    deep = office.exports.joinpath(*["mot-thu-muc-co-ten-dai"] * 6)
    deep.mkdir(parents=True)
    path, kept = deep / "phu-luc-2023-12.txt", deep / "phu-luc-2023-12-ban-cu-1.txt"
    path.write_bytes(b"filled in by hand")

    async def script(pilot: Played) -> None:
        await opened(pilot)
        await pressed(pilot, "g", "t")
        assert str(path) in told(pilot)
        assert str(kept) in told(pilot)
        drawn = pilot.app.screen.query(".paragraph").first()
        seen = "".join(drawn.render_line(y).text.strip() for y in range(drawn.size.height))
        assert str(path) in seen
        await pressed(pilot, "y")
        assert pilot.app.clipboard == str(path)
        await pressed(pilot, "enter")
        shown(pilot)

    play(app_over(desk, office=replace(office, exports=deep)), script)
    assert kept.read_bytes() == b"filled in by hand"
    assert "6340/UBND-NC" in path.read_text(encoding="utf-8")


class Gate:
    """Holds up a function until it is opened."""

    def __init__(self, held: Callable[..., Any]) -> None:
        self._held = held
        self.reached, self.opened = Event(), Event()

    def __call__(self, *given: Any, **named: Any) -> Any:
        self.reached.set()
        assert self.opened.wait(20)
        return self._held(*given, **named)


async def reached(pilot: Played, gate: Gate) -> None:
    while not gate.reached.is_set():
        await pilot.pause(0.01)


def test_what_is_given_up_in_time_leaves_no_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(preview_file)
    monkeypatch.setattr(writing, "preview_file", gate)

    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        await pressed(pilot, "g")
        send(pilot, "t")
        await reached(pilot, gate)
        assert "Đang dựng tệp" in progress(pilot)
        await pilot.press("g", "t")
        assert "Đang dựng một tệp khác" in said(pilot)
        await pilot.press("escape")
        assert "không có tệp nào được ghi" in said(pilot)
        assert progress(pilot) == ""
        gate.opened.set()
        await settled(pilot)
        assert pilot.app.screen is screen

    play(app_over(desk), script)
    assert not (folder_of(desk) / "exports").exists()


def test_what_is_being_put_in_its_place_is_not_given_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(put_file)
    monkeypatch.setattr(writing, "put_file", gate)

    async def script(pilot: Played) -> None:
        await opened(pilot)
        await pressed(pilot, "g")
        send(pilot, "t")
        await reached(pilot, gate)
        await pilot.press("escape")
        assert "không bỏ được nữa" in said(pilot)
        await pilot.press("ctrl+q")
        assert (said(pilot), pilot.app._exit) == (LEAVE_AFTER_SAVING, False)
        gate.opened.set()
        await settled(pilot)
        assert "Đã ghi" in told(pilot)

    play(app_over(desk), script)
    assert (folder_of(desk) / "exports" / "phu-luc-2023-12.txt").exists()


def progress(pilot: Played) -> str:
    line = pilot.app.screen.query_one("#progress", PieceLine)
    return "".join(piece.text for piece in line.left) if line.display else ""


def test_a_folder_that_cannot_be_written_to_is_a_sentence(desk: Desk) -> None:
    (folder_of(desk) / "exports").write_text("a file in the place of the folder")

    async def script(pilot: Played) -> None:
        await opened(pilot)
        await pressed(pilot, "g", "enter")
        assert "thư mục không có và không tạo được" in said(pilot)
        assert "mục exports" in said(pilot)
        await pressed(pilot, "p", "t", "enter", "enter", "enter")
        assert "thư mục không có và không tạo được" in refused(pilot)
        await pressed(pilot, "escape")
        shown(pilot)

    play(app_over(desk), script)
    assert list_issued(desk) == ()


def test_a_full_disk_is_a_sentence(desk: Desk) -> None:
    async def script(pilot: Played) -> None:
        await opened(pilot)
        await pressed(pilot, "g", "t")
        assert "ổ đĩa đã đầy" in said(pilot)
        await pressed(pilot, "4")
        assert shown(pilot).part == "summary"

    assert with_room_for(100, lambda: play(app_over(desk), script)) == ""
    assert list((folder_of(desk) / "exports").iterdir()) == []
