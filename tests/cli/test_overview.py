"""``tracker overview``: the office in charts on any terminal, and in JSON."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from tests.cli.program import Program
from tracker.wording.cell_width import cells

AS_OF = ("--as-of", "11/01/2024")


def numbers(items: list[dict[str, int]]) -> list[int]:
    return [item["total"] for item in items]


def test_the_charts_tell_what_was_done_what_is_late_and_what_comes(bac_giang: Program) -> None:
    lines = bac_giang.run("overview", *AS_OF).out.splitlines()
    assert lines[0] == (
        "Tổng quan thực hiện nhiệm vụ tính đến ngày 11/01/2024 (xem theo ngày đã chọn)"
    )
    assert lines[2:4] == ["Hoàn thành theo tháng", "Tháng 01/2024: chưa có nhiệm vụ nào hoàn thành"]
    november = next(line for line in lines if line.startswith("  11/2023"))
    assert november.split()[-4:] == ["01", "1/1", "100%", "0"]
    assert "Quá hạn 02 nhiệm vụ; nhiều nhất: (chưa giao đơn vị) (02); lâu nhất 11 ngày" in lines
    assert "02 trong 02 nhiệm vụ đã giao trên 90 ngày" in lines
    assert "Tuần này không có; tuần từ 15/01: 02 nhiệm vụ đến hạn, gần nhất thứ Hai 15/01" in lines


def test_today_is_the_day_where_none_is_named(bac_giang: Program) -> None:
    out = bac_giang.run("overview").out
    assert out.startswith("Tổng quan thực hiện nhiệm vụ tính đến ngày 01/3/2024\n")
    assert out == bac_giang.run("overview", "--as-of", "hôm nay").out


def test_programs_get_the_same_numbers(bac_giang: Program) -> None:
    told = bac_giang.run("overview", "--json", *AS_OF).json
    status = bac_giang.run("status", "--json", *AS_OF).json
    assert (told["schema_version"], told["as_of"]) == (1, "2024-01-11")
    assert told["overdue"] == {
        "total": status["overdue"],
        "longest_days": 11,
        "by_age": [
            {"from_days": 31, "to_days": None, "total": 0},
            {"from_days": 8, "to_days": 30, "total": 1},
            {"from_days": 1, "to_days": 7, "total": 1},
        ],
        "by_unit": [
            {
                "unit": "",
                "total": 2,
                "longest_days": 11,
                "by_age": told["overdue"]["by_age"],
            }
        ],
    }
    assert told["open_without_deadline"]["total"] == 2
    assert numbers(told["open_without_deadline"]["by_age"]) == [2, 0, 0]
    assert numbers(told["due_by_week"]) == [0, 2, 0, 0, 0, 0, 0, 0]
    assert told["due_by_week"][1] == {
        "starts_on": "2024-01-15", "ends_on": "2024-01-21", "total": 2, "nearest_on": "2024-01-15",
    }  # fmt: skip
    assert told["due_by_day"][2] == {"day": "2024-01-15", "total": 2, "is_day_off": False}


def test_months_are_told_with_their_rate_or_with_none(bac_giang: Program) -> None:
    bac_giang.run("done", "7", "--on", "16/01/2024")
    bac_giang.run("done", "8", "--on", "15/01/2024")
    bac_giang.run("done", "9", "--undated")
    told = bac_giang.run("overview", "--json", "--as-of", "31/01/2024").json
    assert told["undated_completions"] == 1
    assert [month["starts_on"] for month in told["months"]][::11] == ["2023-02-01", "2024-01-01"]
    assert told["months"][-1] == {
        "starts_on": "2024-01-01",
        "ends_on": "2024-01-31",
        "completed": 2,
        "on_time": 1,
        "on_time_with_deadline": 1,
        "late": 1,
        "needs_review": 0,
        "on_time_rate": 0.5,
        "overdue_at_end": 1,
    }
    october = told["months"][-4]
    assert (october["on_time"], october["on_time_rate"]) == (1, None)


def test_a_division_goes_by_the_name_of_its_successor(bac_giang: Program) -> None:
    settings = bac_giang.home / "data" / "tracker.toml"
    settings.write_text('[successors]\n"Phòng Cũ" = "Phòng Mới"\n', encoding="utf-8")
    bac_giang.run("edit", "6", "--unit", "Phòng Cũ")
    told = bac_giang.run("overview", "--json", *AS_OF).json
    assert [unit["unit"] for unit in told["overdue"]["by_unit"]] == ["", "Phòng Mới"]


@pytest.fixture
def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Makes the output one to a terminal so many columns wide."""

    def widen(columns: int) -> None:
        size = os.terminal_size((columns, 24))
        monkeypatch.setattr("tracker.cli.text_table.os.get_terminal_size", lambda _: size)
        monkeypatch.setattr("sys.stdout.fileno", lambda: 1, raising=False)

    return widen


def widest(program: Program) -> int:
    return max(map(cells, program.run("overview", *AS_OF).out.splitlines()))


@pytest.mark.parametrize(("columns", "width"), [(20, 60), (72, 72), (180, 180), (400, 200)])
def test_charts_are_as_wide_as_the_terminal_within_reason(
    bac_giang: Program, on_a_terminal: Callable[[int], None], columns: int, width: int
) -> None:
    on_a_terminal(columns)
    assert widest(bac_giang) == width


def test_what_is_piped_has_a_width_of_its_own(bac_giang: Program) -> None:
    assert widest(bac_giang) == 100


def test_a_terminal_without_blocks_is_served_with_plain_signs(bac_giang: Program) -> None:
    out = bac_giang.run("overview", "--ascii", *AS_OF).out
    assert "#" in out
    assert not set(out) & set("█▒░▏▎▍▌▋▊▉")


def test_before_anything_was_entered_the_way_to_begin_is_shown(program: Program) -> None:
    out = program.run("overview").out
    assert out == program.run("status").out
    told = program.run("overview", "--json").json
    assert (told["overdue"]["total"], numbers(told["due_by_week"])) == (0, [0] * 8)
    assert not program.home.exists()
    assert "khong-co.db" in program.refused("overview", "--db", "khong-co.db", code=6)


def test_a_register_in_which_nothing_is_due_says_so_in_sentences(program: Program) -> None:
    program.run("add", "1/KH-UBND ngày 1/3/2024 Việc hạn 31/12/2030")
    out = program.run("overview").out
    assert "Chưa có nhiệm vụ nào đến hạn hay hoàn thành từ ngày 01/4/2023." in out
    assert "█" not in out
