from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual.pilot import Pilot

from tests.tui.desks import Clock, app_over, desk_of, fill
from tests.tui.drawn import text
from tests.tui.pilot import play
from tests.tui.test_register_screen import screen_of
from tracker.core.directive import Progress, State
from tracker.core.errors import TrackerError
from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.progressing import Completion, done, extend
from tracker.operations.queries import show
from tracker.operations.whole import Whole
from tracker.tui.acting.begin import Acting
from tracker.tui.dialogs.form import Form
from tracker.tui.widgets.notice import Notice


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_of(tmp_path)
    fill(made)
    return made


def whole(desk: Desk, reference: str) -> Whole:
    return show(desk, reference, as_of=desk.today)


def notice(pilot: Pilot[None]) -> str:
    return screen_of(pilot).query_one(Notice).text


def form_of(pilot: Pilot[None]) -> Form[object]:
    form = pilot.app.screen
    assert isinstance(form, Form)
    return form


async def type_in(pilot: Pilot[None], text: str) -> None:
    """What a keyboard gives for a text."""
    names = {" ": "space", "/": "slash", "-": "minus", ",": "comma", ".": "full_stop"}
    await pilot.press(*(names.get(letter, letter) for letter in text))


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def test_a_directive_is_done_with_its_result_in_three_keys_beyond_the_result(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> str:
        await pilot.press("h")
        await type_in(pilot, "1514/KHCN-VP ngày 27/11/2023")
        await pilot.press("enter", "enter")
        await settle(pilot)
        return notice(pilot)

    said = play(app_over(desk), script)
    (row,) = whole(desk, "6340/UBND-NC").rows
    assert (row.facts.state, row.facts.completed_on and row.facts.completed_on.day) == (
        State.DONE,
        27,
    )
    assert "Đã ghi hoàn thành nhiệm vụ 1: 6340/UBND-NC" in said
    assert "Đúng hạn" in said


def test_a_deadline_is_moved_in_three_keys_beyond_what_the_letter_says(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> str:
        await pilot.press("down", "g")
        await type_in(pilot, "31/01/2024")
        await pilot.press("enter")
        await type_in(pilot, "120/UBND-KGVX ngày 12/12/2023")
        await pilot.press("enter")
        await settle(pilot)
        return notice(pilot)

    said = play(app_over(desk), script)
    (row,) = whole(desk, "1950/UBND-KGVX").rows
    assert row.facts.extension_count == 1
    assert "Đã ghi gia hạn" in said


def note_under(pilot: Pilot[None], field: str) -> tuple[str, str]:
    note = form_of(pilot).row(field).note
    return note.text, note.role


def test_that_an_extension_may_turn_late_into_on_time_is_said_before_it_is_saved(
    desk: Desk,
) -> None:
    done(desk, "6340/UBND-NC", Completion(on="12/12/2023"))

    async def script(pilot: Pilot[None]) -> list[tuple[str, str]]:
        screen_of(pilot).change_view(preset="late")
        await pilot.press("g")
        said = [note_under(pilot, "by")]
        await type_in(pilot, "20/12/2023")
        await pilot.press("enter")
        for letter in ("7/UBND-NC ngày 13/12/2023", "7/UBND-NC ngày 05/12/2023"):
            form_of(pilot).row("by").put(letter, is_typed=True)
            await pilot.pause()
            said.append(note_under(pilot, "by"))
        assert whole(desk, "#1").rows[0].assessment.progress is Progress.LATE
        await pilot.press("ctrl+s")
        await settle(pilot)
        return said

    at_first, too_young, turned = play(app_over(desk), script)
    assert at_first == (
        "Nhiệm vụ đã hoàn thành: văn bản có từ trước hay đúng ngày hoàn thành có thể đổi «Chậm» "
        "thành «Đúng hạn»",
        "warning",
    )
    assert too_young == ("7/UBND-NC ngày 13/12/2023", "good")
    assert turned == (
        "7/UBND-NC ngày 05/12/2023\nnhiệm vụ 1 đã hoàn thành: «Chậm» sẽ thành «Đúng hạn»",
        "warning",
    )
    assert whole(desk, "#1").rows[0].assessment.progress is Progress.ON_TIME


def test_an_extension_of_what_is_open_warns_of_nothing(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        await pilot.press("g")
        return note_under(pilot, "by")

    assert play(app_over(desk), script) == ("", "dim")


def test_a_day_to_come_is_refused_under_the_field_while_it_is_typed(desk: Desk) -> None:
    future = "Văn bản 12/BC-KHCN đề ngày 15/12/2023 là ngày chưa đến (hôm nay là 14/12/2023); "

    async def script(pilot: Pilot[None]) -> list[tuple[str, str]]:
        await pilot.press("h")
        await type_in(pilot, "12/BC-KHCN ngày 15/12/2023")
        said = [note_under(pilot, "result")]
        await pilot.press("enter")
        await type_in(pilot, "15/12/2023")
        said.append(note_under(pilot, "on"))
        form_of(pilot).row("on").put("14/12/2023", is_typed=True)
        await pilot.pause()
        return [*said, note_under(pilot, "on"), note_under(pilot, "result")]

    result, on, today, result_beside_day = play(app_over(desk), script)
    assert result == (f"{future}kiểm tra lại ngày.", "bad")
    assert on == (
        "Ngày 15/12/2023 chưa đến (hôm nay là 14/12/2023); chỉ ghi việc đã xảy ra.",
        "bad",
    )
    assert today == ("thứ Năm, 14/12/2023", "good")
    assert result_beside_day == (result[0], "warning")


def test_what_was_done_is_not_put_right_to_a_day_to_come(desk: Desk) -> None:
    done(desk, "6340/UBND-NC", Completion(on="12/12/2023", result="Đã báo cáo"))

    async def script(pilot: Pilot[None]) -> list[tuple[str, str]]:
        screen_of(pilot).change_view(preset="late")
        await pilot.press("s")
        form_of(pilot).row("completed_on").put("15/12/2023", is_typed=True)
        form_of(pilot).row("result").put("12/BC-KHCN ngày 15/12/2023", is_typed=True)
        await pilot.pause()
        return [note_under(pilot, "completed_on"), note_under(pilot, "result")]

    day, result = play(app_over(desk), script)
    assert day[0].startswith("Ngày 15/12/2023 chưa đến")
    assert (day[1], result[1]) == ("bad", "warning")


def test_what_the_rules_refuse_keeps_the_form_and_everything_typed(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, dict[str, str]]:
        await pilot.press("g")
        await type_in(pilot, "31/02/2024")
        await pilot.press("enter")
        await type_in(pilot, "120/UBND-KGVX")
        await pilot.press("enter")
        await settle(pilot)
        return form_of(pilot).trouble, form_of(pilot).values

    trouble, values = play(app_over(desk), script)
    assert trouble
    assert values == {"to": "31/02/2024", "by": "120/UBND-KGVX"}
    assert whole(desk, "6340/UBND-NC").rows[0].version == 1


@pytest.mark.parametrize("key", ["g", "v"])
def test_what_is_wrong_with_a_field_is_told_under_it_and_nowhere_else(desk: Desk, key: str) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        await pilot.press(key)
        await type_in(pilot, "31/02/2024")
        if key == "g":
            await pilot.press("enter")
            await type_in(pilot, "120/UBND-KGVX ngày 13/12/2023")
        await pilot.press("ctrl+s")
        await settle(pilot)
        return text(pilot.app), form_of(pilot).trouble

    drawn, below = play(app_over(desk), script)
    assert drawn.count("«31/02/2024» không đúng") == 1
    assert below == ""


def test_the_form_says_at_once_what_was_understood(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        await pilot.press("down", "g")
        await type_in(pilot, "31/01/2024")
        return [str(note.render()) for note in pilot.app.screen.query(".note") if note.display]

    assert any("thứ Tư, 31/01/2024" in said for said in play(app_over(desk), script))


def test_one_action_on_marked_rows_is_one_operation_and_one_undo_the_next_day_too(
    desk: Desk,
) -> None:
    clock = Clock(desk)

    async def script(pilot: Pilot[None]) -> list[str]:
        await pilot.press("space", "space", "space", "h")
        said = [str(pilot.app.screen.query_one("#form-about").render())]
        await type_in(pilot, "12/BC-KHCN ngày 13/12/2023")
        await pilot.press("ctrl+s")
        await settle(pilot)
        said.append(notice(pilot))
        clock.move_to(desk.today + timedelta(days=1))
        await pilot.press("u")
        said.append(str(pilot.app.screen.query_one("#form-about").render()))
        await pilot.press("enter")
        await settle(pilot)
        return [*said, notice(pilot)]

    about, told, question, undone = play(app_over(clock), script)
    assert about.startswith("03 nhiệm vụ cùng lúc")
    assert about.count("UBND") == 3
    assert "03 nhiệm vụ" in told
    assert "hoàn thành" in question
    assert undone.startswith("Đã hoàn tác")
    assert undone.endswith("\nLeft by done.")
    assert all(whole(desk, f"#{id}").rows[0].facts.state is State.IN_PROGRESS for id in range(1, 6))


def test_a_withdrawal_demands_the_document(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        await pilot.press("m", "t", "ctrl+s")
        await settle(pilot)
        why, role = note_under(pilot, "by")
        assert role == "bad"
        await type_in(pilot, "95/UBND-NC ngày 12/12/2023")
        await pilot.press("ctrl+s")
        await settle(pilot)
        return why, notice(pilot)

    trouble, said = play(app_over(desk), script)
    assert trouble.startswith("Chưa có văn bản làm căn cứ")
    assert "thu hồi" in said
    assert whole(desk, "#1").rows[0].facts.state is State.WITHDRAWN


def test_suspension_resumption_and_reopening_follow_one_another_from_the_menu(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        said = []
        for letter, document in (
            ("k", "96/UBND-NC ngày 11/12/2023"),
            ("i", "97/UBND-NC ngày 12/12/2023"),
            ("t", "98/UBND-NC ngày 13/12/2023"),
            ("l", "99/UBND-NC ngày 14/12/2023"),
        ):
            if letter == "l":
                # What was withdrawn stands under a number of its own.
                screen_of(pilot).change_view(preset="withdrawn")
            await pilot.press("m", letter)
            await type_in(pilot, document)
            await pilot.press("ctrl+s")
            await settle(pilot)
            said.append(notice(pilot))
        return said

    said = play(app_over(desk), script)
    assert [
        word in text
        for word, text in zip(("tạm dừng", "tiếp tục", "thu hồi", "mở lại"), said, strict=True)
    ] == [True] * 4


def test_what_makes_no_sense_for_a_row_is_not_offered(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        await pilot.press("m")
        chooser = pilot.app.screen
        return [choice.value for choice in chooser._shown]  # type: ignore[attr-defined]

    offered = play(app_over(desk), script)
    assert "resume" not in offered
    assert {"done", "extend", "withdraw", "suspend", "edit", "void"} <= set(offered)


def test_escape_gives_up_what_was_typed_only_on_the_second_press(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[bool]:
        await pilot.press("h", "x", "escape")
        is_open = [isinstance(pilot.app.screen, Form)]
        await pilot.press("escape")
        return [*is_open, isinstance(pilot.app.screen, Form)]

    assert play(app_over(desk), script) == [True, False]


def test_a_form_left_open_shows_both_values_and_overwrites_nothing(desk: Desk) -> None:
    other = replace(desk, who="hoa")

    async def script(pilot: Pilot[None]) -> tuple[str, list[str], dict[str, str]]:
        await pilot.press("s")
        form = form_of(pilot)
        form.row("unit").put("Phòng A")
        form.row("officer").put("Lan")
        edit(other, "#1", Correction(unit="Phòng B", content="Việc đã sửa"))
        await pilot.press("ctrl+s")
        await settle(pilot)
        notes = [str(note.render()) for note in form.query(".note") if note.display]
        return form.trouble, notes, form.values

    trouble, notes, values = play(app_over(desk), script)
    assert "hoa" in trouble
    assert "lúc mở: không có · hiện nay: Phòng B" in notes
    assert (values["unit"], values["officer"], values["content"]) == (
        "Phòng A",
        "Lan",
        "Việc đã sửa",
    )
    (row,) = whole(desk, "#1").rows
    assert (row.unit, row.officer, row.content) == ("Phòng B", "", "Việc đã sửa")


def test_saved_again_knowing_both_only_what_was_touched_is_changed(desk: Desk) -> None:
    other = replace(desk, who="hoa")

    async def script(pilot: Pilot[None]) -> None:
        await pilot.press("s")
        form_of(pilot).row("officer").put("Lan")
        edit(other, "#1", Correction(unit="Phòng B"))
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)

    play(app_over(desk), script)
    (row,) = whole(desk, "#1").rows
    assert (row.unit, row.officer) == ("Phòng B", "Lan")


def test_an_action_on_a_row_that_somebody_else_has_changed_says_who_and_waits(desk: Desk) -> None:
    other = replace(desk, who="hoa")

    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        await pilot.press("h")
        await type_in(pilot, "12/BC-KHCN ngày 13/12/2023")
        extend(other, "#1", to="31/01/2024", by="7/UBND-NC ngày 10/12/2023")
        await pilot.press("ctrl+s")
        await settle(pilot)
        trouble = form_of(pilot).trouble
        await pilot.press("ctrl+s")
        await settle(pilot)
        return trouble, notice(pilot)

    trouble, said = play(app_over(desk), script)
    assert "hoa" in trouble
    assert "gia hạn" in trouble
    assert "Đã ghi hoàn thành" in said


@pytest.mark.parametrize("key", ["h", "s"])
def test_a_form_opened_while_another_day_is_looked_at_says_that_today_counts(
    desk: Desk, key: str
) -> None:
    async def script(pilot: Pilot[None]) -> str:
        await pilot.press(key)
        return form_of(pilot).form_task.about

    before = "Đang xem theo ngày 13/12/2023; việc ghi vẫn tính theo hôm nay.\nNhiệm vụ 1: 6340"
    assert play(app_over(desk, as_of=desk.today - timedelta(days=1)), script).startswith(before)
    assert play(app_over(desk), script).startswith("Nhiệm vụ 1: 6340")


SERIES = "26/KH-UBND ngày 03/11/2023 Báo cáo hạn trước ngày 25 hằng tháng"


@pytest.mark.parametrize(
    ("changed", "is_gone"),
    [(Correction(content="Việc đã sửa"), False), (Correction(deadline="31/12/2023"), True)],
)
def test_after_a_conflict_each_turn_of_a_series_stays_the_turn_that_was_meant(
    desk: Desk, changed: Correction, *, is_gone: bool
) -> None:
    fill(desk, [SERIES])
    turns = list(whole(desk, "#6").rows)
    assert len(turns) == 2
    acting = Acting(
        cast(Any, SimpleNamespace(surroundings=app_over(desk).surroundings)), "done", turns
    )
    edit(replace(desk, who="hoa"), "#6", changed)
    values = {"result": "Đã báo cáo", "on": "14/12/2023"}
    with pytest.raises(TrackerError) as refusal:
        acting.save(values)
    assert "hoa" in acting.retry(refusal.value)
    if is_gone:
        with pytest.raises(TrackerError):
            acting.save(values)
    else:
        acting.save(values)
    found = {row.facts.instance for row in whole(desk, "#6").rows if row.facts.state is State.DONE}
    assert found == (set() if is_gone else {turn.facts.instance for turn in turns})


def test_nothing_can_be_undone_where_nothing_was_done(tmp_path: Path) -> None:
    async def script(pilot: Pilot[None]) -> str:
        await pilot.press("u")
        return notice(pilot)

    assert "Không còn việc nào" in play(app_over(desk_of(tmp_path)), script)
