"""Saving a register, and getting it back, from the command line."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.program import Program


def backups(program: Program) -> list[str]:
    return sorted(path.name for path in (program.home / "data" / "backups").iterdir())


def test_a_copy_is_made_and_told_of(bac_giang: Program) -> None:
    answer = bac_giang.run("backup")
    assert backups(bac_giang) == ["tracker-2024-03-01-101500.db"]
    path = bac_giang.home / "data" / "backups" / "tracker-2024-03-01-101500.db"
    first, second = answer.out.splitlines()
    assert first == f"Đã sao lưu, đã đọc lại và đối chiếu: {path}"
    assert second.startswith("09 nhiệm vụ, thay đổi cuối do lan lúc 10:15 01/3/2024; ")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_program_learns_the_same(bac_giang: Program) -> None:
    made = bac_giang.run("backup", "--json").json
    path = Path(made.pop("path"))
    assert made == {
        "schema_version": 1,
        "size": path.stat().st_size,
        "directives": 9,
        "changed_by": "lan",
        "changed_at": "2024-03-01T03:15:00Z",
        "removed": [],
    }
    done = bac_giang.run("restore", str(path), "--json").json
    assert Path(done.pop("kept")).name == "tracker-before-restore-1.db"
    assert done == {
        "schema_version": 1,
        "directives": 9,
        "changed_by": "lan",
        "changed_at": "2024-03-01T03:15:00Z",
        "is_damaged": False,
    }


def test_of_the_dated_copies_as_many_stay_as_the_settings_say(bac_giang: Program) -> None:
    settings = bac_giang.home / "data" / "tracker.toml"
    text = settings.read_text(encoding="utf-8").replace("backups_kept = 30", "backups_kept = 2")
    settings.write_text(text, encoding="utf-8")
    for _ in range(2):
        bac_giang.run("backup")
    answer = bac_giang.run("backup")
    assert answer.out.splitlines()[2] == "Đã xóa 01 bản sao lưu cũ nhất."
    stamp = "tracker-2024-03-01-101500"
    assert backups(bac_giang) == [f"{stamp}-2.db", f"{stamp}-3.db"]


def test_a_copy_brings_the_register_back_and_the_one_before_stays(bac_giang: Program) -> None:
    bac_giang.run("backup", "so.db")
    before = bac_giang.run("list", "--json").out
    bac_giang.run("done", "25/KH-UBND", "--on", "20/02/2024")
    after = bac_giang.run("list", "--json").out
    first, kept, how = bac_giang.run("restore", "so.db").out.splitlines()
    assert first == ("Đã khôi phục sổ: 09 nhiệm vụ, thay đổi cuối do lan lúc 10:15 01/3/2024.")
    assert bac_giang.run("list", "--json").out == before
    path = kept.removeprefix("Sổ trước khi khôi phục được giữ ở: ")
    assert how == f'Muốn lấy lại sổ đó: tracker restore "{path}"'
    bac_giang.run("restore", path)
    assert bac_giang.run("list", "--json").out == after


def test_a_damaged_register_is_replaced_and_kept(bac_giang: Program) -> None:
    bac_giang.run("backup", "so.db")
    bac_giang.register.write_bytes(b"\xa5" * 50_000)
    assert bac_giang("status").code == 6
    answer = bac_giang.run("restore", "so.db")
    path = Path(answer.out.splitlines()[1].rpartition(": ")[2])
    assert path.read_bytes() == b"\xa5" * 50_000
    assert len(bac_giang.list()) == 9


def test_a_register_is_restored_on_a_new_machine(bac_giang: Program, tmp_path: Path) -> None:
    bac_giang.run("backup", "so.db")
    new = Program(tmp_path / "new", bac_giang._capture, bac_giang._monkeypatch)
    bac_giang._monkeypatch.setenv("TRACKER_HOME", str(new.home))
    assert len(new.run("restore", "so.db").out.splitlines()) == 1
    assert len(new.list()) == 9
    assert (new.home / "data" / "tracker.toml").exists()
    assert new.register.stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_done_changes_nothing(bac_giang: Program, tmp_path: Path) -> None:
    bac_giang.run("backup", "so.db")
    (tmp_path / "thu.docx").write_text("không phải sổ")
    with closing(sqlite3.connect(tmp_path / "so.db")) as copy:
        copy.execute("PRAGMA user_version = 99")
    for arguments, code in (
        (("backup", "so.db"), 7),
        (("backup", "thu.docx"), 7),
        (("restore", "thu.docx"), 5),
        (("restore", "missing.db"), 5),
        (("restore", "so.db"), 5),
        (("restore", "."), 5),
        (("restore", str(bac_giang.register)), 4),
        (("restore",), 2),
    ):
        bac_giang.refused(*arguments, code=code)
    assert not (bac_giang.home / "data" / "backups").exists()


def test_without_a_register_nothing_is_copied(program: Program) -> None:
    assert program("backup").code == 6
    assert not program.home.exists()


def test_everything_is_its_owners_whatever_the_mask(program: Program) -> None:
    before = os.umask(0)
    try:
        program.run("add", "25/KH-UBND", "--issued", "24/5/2023", "--content", "Kế hoạch")
        program.run("backup")
        program.run("restore", str(next((program.home / "data" / "backups").iterdir())))
    finally:
        os.umask(before)
    data = program.home / "data"
    modes = {
        str(path.relative_to(data)): path.stat().st_mode & 0o777
        for path in (data, data / "backups", *data.glob("*.db"), *data.glob("backups/*"))
    }
    assert {mode for name, mode in modes.items() if name.endswith(".db")} == {0o600}
    assert {mode for name, mode in modes.items() if not name.endswith(".db")} == {0o700}
    assert len(modes) == 5
