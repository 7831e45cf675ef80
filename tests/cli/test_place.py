"""Which register a command works on, and with which settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Program
from tracker.wording.labels import UNKNOWN_CLERK

LINE = "25/KH-UBND ngày 24/5/2023 Phối hợp"


def workspace(folder: Path) -> Path:
    (folder / "data").mkdir(parents=True)
    (folder / "data/tracker.toml").write_text('[office]\nname = "Sở Mẫu"\n', encoding="utf-8")
    return folder


def test_a_workspace_is_found_from_a_folder_inside_it(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = workspace(tmp_path / "co-quan")
    inside = office / "exports" / "2023"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    program.run("add", LINE)
    assert (office / "data/tracker.db").is_file()
    assert "của Sở Mẫu" in program.run("report", "12/2023", "--format", "txt").out
    assert not program.home.exists()


def test_without_a_workspace_the_home_named_is_used(program: Program) -> None:
    program.run("add", LINE)
    assert program.register.is_file()


def test_without_anything_named_the_home_of_the_user_is_used(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRACKER_HOME")
    program.run("add", LINE)
    assert (tmp_path / "tracker/data/tracker.db").is_file()


@pytest.mark.parametrize("place", ["before", "after", "joined"])
def test_a_register_named_on_the_command_line_is_used(
    program: Program, tmp_path: Path, place: str
) -> None:
    other = tmp_path / "khac" / "so.db"
    arguments = {
        "before": ("--db", str(other), "add", LINE),
        "after": ("add", LINE, "--db", str(other)),
        "joined": (f"--db={other}", "add", LINE),
    }
    program.run(*arguments[place])
    assert other.is_file()
    assert not program.register.exists()
    assert program.list("--db", str(other)) == [1]
    assert program.run("status", "--json", "--db", str(other)).json["total"] == 1


def test_a_register_named_by_the_environment_is_used_unless_one_is_typed(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_DB", str(tmp_path / "chung.db"))
    program.run("add", LINE)
    assert program.list() == [1]
    assert (tmp_path / "chung.db").is_file()
    assert program("list", "--db", str(tmp_path / "khac.db")).code == 6


def test_the_register_named_in_the_settings_counts_from_the_workspace(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = workspace(tmp_path / "co-quan")
    settings = office / "data/tracker.toml"
    settings.write_text('[files]\ndatabase = "luu/so.db"\nexports = "ra"\n', encoding="utf-8")
    monkeypatch.chdir(office)
    program.run("add", LINE)
    program.run("report", "12/2023")
    assert (office / "luu/so.db").is_file()
    assert (office / "ra/phu-luc-2023-12.xlsx").is_file()


def test_the_clerk_is_named_by_the_environment_else_by_the_system(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_USER", " Nguyễn Thị Lan ")
    program.run("add", LINE)
    monkeypatch.delenv("TRACKER_USER")
    monkeypatch.setenv("LOGNAME", "van-thu")
    program.run("note", "1", "--text", "Đang làm")
    events = program.run("history", "1", "--json").json["events"]
    assert [event["recorded_by"] for event in events] == ["Nguyễn Thị Lan", "van-thu"]


def test_due_soon_is_as_near_as_the_settings_say(bac_giang: Program) -> None:
    ask = ("status", "--json", "--as-of", "14/12/2023")
    assert bac_giang.run(*ask).json["due_soon"] == 0
    settings = bac_giang.home / "data/tracker.toml"
    settings.write_text("[rules]\ndue_soon_days = 17\n", encoding="utf-8")
    assert bac_giang.run(*ask).json["due_soon"] == 1
    assert bac_giang.row("3", "--as-of", "14/12/2023")["due_soon"] is True


@pytest.mark.parametrize("named", [" Nguyễn\x1b[31m\n Lan ", "\udcffNguyễn[31m Lan"])
def test_no_name_of_a_clerk_can_act_wherever_it_comes_from(
    program: Program, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    program.run("add", LINE)
    for variable in ("TRACKER_USER", "LOGNAME"):
        monkeypatch.delenv("TRACKER_USER", raising=False)
        monkeypatch.setenv(variable, named)
        program.run("note", "1", "--text", "Đang làm")
    events = program.run("history", "1", "--json").json["events"]
    assert [event["recorded_by"] for event in events[1:]] == ["Nguyễn[31m Lan"] * 2


def test_an_account_without_a_name_is_an_unknown_clerk(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRACKER_USER")
    monkeypatch.setenv("LOGNAME", "\udcff")
    program.run("add", LINE)
    (event,) = program.run("history", "1", "--json").json["events"]
    assert event["recorded_by"] == UNKNOWN_CLERK


def test_an_empty_variable_names_no_register(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_DB", "")
    for command in ("status", "list"):
        assert program.run(command).code == 0
    program.run("add", LINE)
    assert program.register.is_file()


@pytest.mark.parametrize("home", ["x" * 300, "x/" * 2500], ids=["a name", "a path"])
def test_a_home_with_a_name_too_long_to_be_is_refused_in_a_sentence(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str
) -> None:
    monkeypatch.setenv("TRACKER_HOME", str(tmp_path / home))
    assert program("status") == program("list")
    assert (program("list").code, program("add", LINE).code) == (6, 7)
    assert "Không tạo được thư mục làm việc" in program("add", LINE).err
    assert list(tmp_path.iterdir()) == []
