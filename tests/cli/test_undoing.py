"""``undo``: one's own last operation, taken back in the open."""

from __future__ import annotations

import pytest

from tests.cli.program import Program

KINDS = (
    ("add", ("1/KH-UBND ngày 24/5/2023 Việc mới",)),
    ("edit", ("6", "--content", "Nội dung khác")),
    ("done", ("6", "--on", "05/01/2024")),
    ("note", ("6", "--text", "Đang làm")),
    ("extend", ("6", "--to", "31/01/2024", "--by", "120/UBND-KGVX ngày 05/01/2024")),
    ("withdraw", ("6", "--by", "95/UBND-NC ngày 12/12/2023")),
    ("suspend", ("6", "--by", "95/UBND-NC ngày 12/12/2023")),
    ("reopen", ("1", "--by", "95/UBND-NC ngày 12/12/2023")),
)


@pytest.mark.parametrize(("command", "arguments"), KINDS, ids=[kind for kind, _ in KINDS])
def test_every_kind_of_operation_can_be_taken_back(
    bac_giang: Program, command: str, arguments: tuple[str, ...]
) -> None:
    def facts() -> list[dict[str, object]]:
        items = bac_giang.run("list", "--json").items
        return [{**item, "version": 0} for item in items]

    before = facts()
    bac_giang.run(command, *arguments)
    bac_giang.run("undo")
    assert facts() == before


def test_undo_says_what_it_took_back_and_when_that_was_done(bac_giang: Program) -> None:
    bac_giang.run("done", "25/KH-UBND", "--on", "05/01/2024")
    assert bac_giang.run("undo").out == (
        "Đã hoàn tác việc «hoàn thành» lúc 10:15 01/3/2024: nhiệm vụ 6 (25/KH-UBND)\n"
    )


def test_undo_goes_back_step_by_step_and_ends_with_an_empty_register(program: Program) -> None:
    program.run("add", "1/KH-UBND ngày 24/5/2023 Việc")
    program.run("done", "1", "--on", "05/01/2024")
    program.run("undo")
    assert program.row("1")["state"] == "in_progress"
    program.run("undo")
    assert program.list() == []
    assert "lan chưa có thao tác nào để hoàn tác" in program.refused("undo", code=4)


def test_what_was_taken_back_stays_in_the_history(bac_giang: Program) -> None:
    bac_giang.run("done", "25/KH-UBND", "--on", "05/01/2024")
    bac_giang.run("undo")
    events = bac_giang.run("history", "6", "--json").json["events"]
    assert [(event["kind"], event["taken_back_by"]) for event in events] == [
        ("assigned", None),
        ("completed", "lan"),
    ]
    history = bac_giang.run("history", "6").out
    assert "Hoàn thành ngày 05/01/2024 [đã hoàn tác]" in history
    assert "lan hoàn tác lúc 10:15 01/3/2024" in history


def test_a_directive_taken_back_is_gone_for_every_command(program: Program) -> None:
    program.run("add", "1/KH-UBND ngày 24/5/2023 Việc")
    program.run("undo")
    program.refused("show", "1", code=3)
    program.refused("done", "1/KH-UBND", "--on", "05/01/2024", code=3)
    program.run("add", "1/KH-UBND ngày 24/5/2023 Việc")
    assert program.list() == [2]


def test_undo_is_refused_where_somebody_else_has_built_upon_it(bac_giang: Program) -> None:
    bac_giang.run("edit", "6", "--unit", "Phòng A")
    bac_giang.clerk("hoa")
    bac_giang.run("done", "6", "--on", "05/01/2024")
    bac_giang.clerk("lan")
    said = bac_giang.refused("undo", code=4)
    assert "25/KH-UBND" in said
    assert "hoa" in said
    bac_giang.clerk("hoa")
    bac_giang.run("undo")
    bac_giang.clerk("lan")
    bac_giang.run("undo")
    assert bac_giang.row("6")["unit"] == ""


def test_undo_takes_back_only_what_the_clerk_did_himself(bac_giang: Program) -> None:
    bac_giang.clerk("hoa")
    bac_giang.refused("undo", code=4)
    bac_giang.run("note", "1", "--text", "Đã xem")
    bac_giang.clerk("lan")
    assert "333/TB-UBND" in bac_giang.run("undo").out
    assert bac_giang.row("1")["latest_note"] == "Đã xem"
