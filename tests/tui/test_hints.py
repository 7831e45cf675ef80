"""The keys at the foot: those of use just now, as many as fit."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.desks import app_over, desk_of, fill
from tests.tui.drawn import lines
from tests.tui.pilot import play
from tracker.operations.desk import Desk
from tracker.tui.commands import BY_NAME
from tracker.wording.cell_width import cells
from tracker.wording.commands import key_name
from tracker.wording.hints import ANOTHER_DAY, DIRECTIVE, HELP, REGISTER, Hint, fitting, hints_for


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_of(tmp_path)
    fill(made)
    return made


def foot(pilot: Pilot[Any]) -> str:
    return lines(pilot.app)[-1]


def test_the_keys_are_those_of_use_just_now(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> dict[str, str]:
        seen = {"register": foot(pilot)}
        await pilot.press("space", "space")
        seen["marked"] = foot(pilot)
        await pilot.press("A", "slash")
        seen["searching"] = foot(pilot)
        await pilot.press("enter")
        seen["found"] = foot(pilot)
        await pilot.press("escape", "n")
        seen["entering"] = foot(pilot)
        await pilot.press("escape", "v", *"13/12/2023", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        return {**seen, "another day": foot(pilot)}

    seen = play(app_over(desk), script)
    assert " m Thao tác cho 2 dòng  A bỏ dấu " in seen["marked"]
    assert "Enter về bảng" in seen["searching"]
    assert "Esc Bỏ tìm" in seen["searching"]
    assert seen["found"] == seen["register"]
    assert seen["entering"].split() == ["F1", "Trợ", "giúp"]
    assert " n Nhập  h Hoàn thành " in seen["register"]
    assert "0 Về hôm nay" in seen["another day"]
    assert all(shown.rstrip().endswith("F1 Trợ giúp") for shown in seen.values())


def test_as_many_are_shown_as_fit(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> list[str]:
        shown = []
        for width in (80, 140, 30, 8):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            shown.append(foot(pilot))
        return shown

    usual, wide, narrow, tiny = play(app_over(desk), script)
    assert "r Báo cáo" in usual
    assert "o Tổng quan" not in usual
    assert "o Tổng quan" in wide
    assert "F1 Trợ giúp" in narrow
    assert [cells(shown) for shown in (usual, wide, narrow, tiny)] == [80, 140, 30, 8]


@pytest.mark.parametrize("width", [20, 40, 80, 100, 200])
@pytest.mark.parametrize("hints", [REGISTER, DIRECTIVE, hints_for(9)])
def test_no_hint_is_cut(width: int, hints: tuple[Hint, ...]) -> None:
    shown = fitting(hints, width)
    assert sum(hint.cells for hint in shown) <= width
    assert shown[-1] == HELP
    assert shown[:-1] == list(hints[: len(shown) - 1])


def test_the_keys_that_are_hinted_at_are_those_of_the_commands() -> None:
    hints = {*REGISTER, *ANOTHER_DAY, *hints_for(2), HELP}
    wrong = {
        hint
        for hint in hints
        if hint.press and hint.key not in map(key_name, BY_NAME[hint.press].keys)
    }
    assert wrong == set()


def test_a_hint_can_be_pressed_with_the_mouse(desk: Desk) -> None:
    async def script(pilot: Pilot[None]) -> tuple[str, str]:
        await pilot.click("#hints", offset=(foot(pilot).index("Trợ giúp"), 0))
        await pilot.pause()
        screen = type(pilot.app.screen).__name__
        await pilot.press("escape", "space", "space")
        await pilot.click("#hints", offset=(foot(pilot).index("bỏ dấu"), 0))
        await pilot.pause()
        return screen, foot(pilot)

    screen, shown = play(app_over(desk, as_of=date(2023, 12, 13)), script)
    assert screen == "HelpScreen"
    assert "Thao tác cho" not in shown
