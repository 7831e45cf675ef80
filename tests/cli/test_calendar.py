"""The office's own days off, and what they move."""

from __future__ import annotations

import pytest

from tests.cli.program import Program


def test_the_holidays_of_a_year_are_listed(bac_giang: Program) -> None:
    answer = bac_giang.run("days-off", "list", "2024", "--json").json
    assert {"day": "2024-01-01", "kind": "holiday"}.items() <= answer["days"][0].items()
    assert "01/01/2024" in bac_giang.run("days-off", "list", "2024").out


def test_a_swapped_day_is_entered_and_moves_a_deadline_in_working_days(
    bac_giang: Program,
) -> None:
    bac_giang.run(
        "add", "77/UBND-NC", "--issued", "26/02/2024", "--content", "Báo cáo nhanh",
        "--deadline", "trong 5 ngày làm việc",
    )  # fmt: skip
    assert bac_giang.row("10")["deadline"] == "2024-03-04"
    answer = bac_giang.run("days-off", "add", "01/3/2024", "--name", "nghỉ hoán đổi")
    assert answer.out.splitlines()[0] == "Đã ghi ngày nghỉ: thứ Sáu 01/3/2024"
    assert "10  77/UBND-NC: 04/3/2024 → 05/3/2024" in answer.out
    assert bac_giang.row("10", "--as-of", "05/3/2024")["progress"] == "not_yet_due"
    bac_giang.run("undo")
    assert bac_giang.row("10", "--as-of", "05/3/2024")["progress"] == "overdue"


def test_a_year_alone_is_the_year_to_be_listed(bac_giang: Program) -> None:
    assert bac_giang.run("days-off", "2024") == bac_giang.run("days-off", "list", "2024")
    bac_giang.refused("days-off", "2024", "2025", code=2)


@pytest.mark.parametrize("action", ["add", "remove"])
def test_the_example_is_one_of_what_was_asked_for(bac_giang: Program, action: str) -> None:
    said = bac_giang.refused("days-off", action, code=2)
    assert f"ví dụ: tracker days-off {action} " in said


def test_a_weekend_entered_as_a_day_off_is_remarked_on(bac_giang: Program) -> None:
    answer = bac_giang.run("days-off", "add", "16/3/2024", "18/3/2024")
    assert answer.err.splitlines() == [
        "Lưu ý: thứ Bảy, 16/3/2024 vốn là ngày nghỉ cuối tuần, không cần ghi; nếu là ngày làm bù "
        "thì ghi bằng: tracker days-off add NGÀY --working."
    ]
    assert bac_giang.run("days-off", "add", "17/3/2024", "--name", "Ngày hội").err == ""
    assert bac_giang.run("days-off", "add", "16/3/2024", "--working").err == ""


def test_a_worked_saturday_takes_the_flag_from_a_deadline(bac_giang: Program) -> None:
    bac_giang.run(
        "add", "78/UBND-NC", "--issued", "26/02/2024", "--content", "Báo cáo", "--deadline",
        "16/3/2024",
    )  # fmt: skip
    assert bac_giang.row("10")["due_on_day_off"]
    bac_giang.run("days-off", "add", "16/3/2024", "--working")
    assert not bac_giang.row("10")["due_on_day_off"]
    bac_giang.run("days-off", "remove", "16/3/2024")
    assert bac_giang.row("10")["due_on_day_off"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("add",), 2),
        (("add", "31/02/2024"), 2),
        (("drop", "01/3/2024"), 2),
        (("list", "abc"), 2),
        (("list", "2024", "--working"), 2),
        (("add", "04/3/2024", "--working"), 4),
        (("remove", "04/3/2024"), 4),
        (("add", "01/01/2024"), 4),
    ],
)
def test_what_changes_nothing_or_cannot_be_read_is_refused(
    bac_giang: Program, arguments: tuple[str, ...], code: int
) -> None:
    bac_giang.refused("days-off", *arguments, code=code)
