"""Reports on the screen: issued, printed again, compared with today, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.tui.desks import Clock, app_over, office_of
from tests.tui.pilot import play
from tests.tui.report_registers import desk, filled, issued, sent
from tests.tui.reports_played import (
    Played,
    folder_of,
    lines,
    opened,
    pressed,
    refused,
    said,
    shown,
    told,
    typed,
)
from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.issuing import issued_file, list_issued
from tracker.tui.dialogs.form import Form
from tracker.tui.reporting.issued import IssuedScreen
from tracker.tui.reporting.reading import ReadingScreen

__all__ = ["desk", "filled", "issued", "sent"]


def test_a_report_is_issued_after_one_question_and_prints_again_to_the_byte(desk: Desk) -> None:
    path = folder_of(desk) / "exports" / "phu-luc-2023-12.txt"

    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        await pressed(pilot, "p", "t")
        await typed(pilot, "369")
        await pressed(pilot, "enter")
        await typed(pilot, "16/12/2023")
        await pressed(pilot, "enter")
        question = pilot.app.screen
        assert isinstance(question, Form)
        assert "Kèm theo Báo cáo số 369/BC-KHCN ngày 16/12/2023" in question.form_task.about
        assert "giữ nguyên mãi" in question.form_task.about
        assert list_issued(desk) == ()
        await pressed(pilot, "enter")
        (report,) = list_issued(desk)
        assert "Báo cáo mã 1" in told(pilot)
        assert report.sha256 in told(pilot)
        assert str(path) in told(pilot)
        await pressed(pilot, "enter")
        assert screen.preview is not None
        assert screen.preview.issued == report
        assert "Đang xem đúng số liệu đã phát hành" in screen._top.told
        path.write_bytes(b"spoiled")
        await pressed(pilot, "d", "i")
        assert str(path) in told(pilot)

    play(app_over(desk), script)
    (report,) = list_issued(desk)
    assert (report.number, report.dated_on) == ("369", date(2023, 12, 16))
    assert path.read_bytes() == issued_file(desk, report)


def test_a_day_where_the_number_belongs_is_told_beside_the_field(desk: Desk) -> None:
    async def script(pilot: Played) -> None:
        await opened(pilot)
        await pressed(pilot, "p", "t")
        await typed(pilot, "16/12/2023")
        form = pilot.app.screen
        assert isinstance(form, Form)
        assert "viết như 123/BC-KHCN" in form.row("number").note.text
        await pressed(pilot, "enter", "enter")
        assert pilot.app.screen is form

    play(app_over(desk), script)


def test_what_differs_since_is_told_and_computed_live_by_one_key(issued: Desk) -> None:
    edit(issued, "3149/UBND-NC", Correction(content="Sửa lại sau khi gửi"))

    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        assert "Sửa lại sau khi gửi" not in "\n".join(lines(pilot))
        await pressed(pilot, "l")
        assert "Đang xem số liệu tính lại" in screen._top.told
        assert "Sửa lại" in "\n".join(lines(pilot))
        assert screen.preview is not None
        assert screen.preview.standing is not None
        await pressed(pilot, "d", "s")
        reading = pilot.app.screen
        assert isinstance(reading, ReadingScreen)
        text = "\n".join(reading.lines)
        assert "Thay đổi (01):" in text
        assert "Sửa lại sau khi gửi" in text
        await pressed(pilot, "y")
        assert pilot.app.clipboard == text
        await pressed(pilot, "escape", "enter")
        assert shown(pilot).preview is not None
        assert "Đang xem đúng số liệu đã phát hành" in screen._top.told

    play(app_over(issued), script)


def test_a_report_is_taken_back_with_a_reason_after_which_another_can_be_issued(
    issued: Desk,
) -> None:
    async def script(pilot: Played) -> None:
        await opened(pilot)
        await pressed(pilot, "p")
        assert "bấm d, chọn báo cáo mã 1, bấm l để lấy lại" in said(pilot)
        await pressed(pilot, "d", "l", "enter")
        assert "gõ vào ô đó" in refused(pilot)
        await typed(pilot, "sai")
        await pressed(pilot, "enter")
        listing = pilot.app.screen
        assert isinstance(listing, IssuedScreen)
        assert not listing.reports
        assert "đã lấy lại" in said(pilot)
        assert "tracker" not in said(pilot)
        await pressed(pilot, "a")
        assert [report.id for report in listing.reports] == [1]
        await pressed(pilot, "l", "x", "enter")
        assert "đã được lấy lại từ trước" in refused(pilot)
        await pressed(pilot, "escape", "escape", "escape", "p", "t", "enter", "enter", "enter")

    play(app_over(issued), script)
    assert [report.id for report in list_issued(issued)] == [2]
    retraction = list_issued(issued, with_retracted=True)[0].retraction
    assert retraction is not None
    assert retraction.reason == "sai"


def test_only_what_was_looked_over_is_issued_and_what_was_typed_is_kept(desk: Desk) -> None:
    async def script(pilot: Played) -> None:
        await opened(pilot)
        await pressed(pilot, "p", "t")
        await typed(pilot, "369")
        await pressed(pilot, "enter", "enter")
        edit(desk, "3149/UBND-NC", Correction(content="Người khác sửa"))
        await pressed(pilot, "enter")
        assert "đã thay đổi từ lúc xem trước" in refused(pilot)
        assert "F5" in refused(pilot)
        assert list_issued(desk) == ()
        await pressed(pilot, "escape", "f5", "p", "t")
        form = pilot.app.screen
        assert isinstance(form, Form)
        assert form.values["number"] == "369"
        await pressed(pilot, "enter", "enter", "enter", "enter")

    play(app_over(desk), script)
    assert [report.number for report in list_issued(desk)] == ["369"]


def test_what_cannot_be_issued_is_refused_before_anything_is_typed(desk: Desk) -> None:
    async def script(pilot: Played) -> None:
        screen = await opened(pilot)
        await pressed(pilot, "m", "4", "p")
        assert pilot.app.screen is screen
        assert "không phát hành được" in said(pilot)
        assert "bấm m để chọn mẫu" in said(pilot)
        await pressed(pilot, "m", "1", "v")
        await typed(pilot, "+6")
        await pressed(pilot, "enter", "p")
        assert pilot.app.screen is screen
        assert "ngày chưa đến" in said(pilot)
        assert "bấm v để chọn ngày" in said(pilot)

    play(app_over(desk), script)


def test_a_period_that_is_not_over_is_issued_once_the_day_is_said(desk: Desk) -> None:
    clock = Clock(desk)
    clock.move_to(date(2024, 1, 5))

    async def script(pilot: Played) -> str:
        await opened(pilot)
        await pressed(pilot, "c", "1", "p")
        assert "chưa kết thúc" in said(pilot)
        assert "bấm v rồi Enter để nói rõ là tính đến 05/01/2024" in said(pilot)
        await pressed(pilot, "v", "enter", "p", "t", "enter", "enter")
        form = pilot.app.screen
        assert isinstance(form, Form)
        await pressed(pilot, "enter")
        return form.form_task.about

    assert "kỳ đến 14/01/2024 chưa hết" in play(app_over(clock), script)
    assert [report.as_of for report in list_issued(desk)] == [date(2024, 1, 5)]


def test_an_issued_report_whose_layout_is_gone_still_comes_out_to_the_byte(issued: Desk) -> None:
    office = office_of(folder_of(issued))
    layouts = {name: one for name, one in office.layouts().items() if name != "appendix"}

    async def script(pilot: Played) -> None:
        await opened(pilot)
        assert "không còn trong" in " ".join(lines(pilot))
        await pressed(pilot, "3")
        assert "Số liệu khớp" in "\n".join(lines(pilot))
        await pressed(pilot, "g", "enter")
        assert "Đã ghi" in told(pilot)

    report = list_issued(issued)[0]
    (office.exports / report.file_name).unlink()
    play(app_over(issued, office=replace(office, layouts=lambda: layouts)), script)
    assert (office.exports / report.file_name).read_bytes() == issued_file(issued, report)
