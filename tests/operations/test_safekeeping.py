"""Copies where they are looked for, no more of them than wanted, and the way back."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import an_assignment
from tracker.core.database_address import is_url
from tracker.operations.changing import changing
from tracker.operations.desk import Desk
from tracker.operations.progressing import note
from tracker.operations.queries import show
from tracker.operations.safekeeping import back_up, back_up_before, examine, restore
from tracker.store.backup import BackupExists, BackupNotWritten
from tracker.store.errors import LostRegister, NoRegister
from tracker.store.vetting import UnusableCopy


@pytest.fixture
def busy(desk_on_each: Desk) -> Desk:
    """A desk with one directive."""
    enter(desk_on_each)
    return desk_on_each


def enter(desk: Desk) -> None:
    with changing(desk, "add", may_be_new=True) as work:
        work.add(an_assignment())


def folder_of(desk: Desk, tmp_path: Path) -> Path:
    return tmp_path / "of-server" if is_url(desk.location) else tmp_path / "backups"


def back_up_here(desk: Desk, tmp_path: Path, path: str | None = None, kept: int = 30) -> Path:
    return back_up(desk, path, server_folder=tmp_path / "of-server", kept=kept).path


def test_a_copy_is_named_by_the_hour_in_vietnam(busy: Desk, tmp_path: Path) -> None:
    made = back_up(busy, None, server_folder=tmp_path / "of-server", kept=30)
    assert made.path.parent == folder_of(busy, tmp_path)
    assert made.path.name.endswith("-2023-12-14-101500.db")
    assert (made.contents.directives, made.size) == (1, made.path.stat().st_size)
    second = back_up_here(busy, tmp_path)
    assert second.name.endswith("-2023-12-14-101500-2.db")


def test_of_the_dated_copies_the_newest_stay(busy: Desk, tmp_path: Path) -> None:
    made = [
        back_up_here(replace(busy, at=busy.at + timedelta(hours=hour)), tmp_path, kept=2)
        for hour in range(4)
    ]
    assert [path.exists() for path in made] == [False, False, True, True]


def test_a_copy_goes_where_it_is_told(busy: Desk, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    named = tmp_path / "usb" / "sổ.db"
    assert back_up_here(busy, tmp_path, str(named)) == named
    for _ in range(3):
        back_up_here(busy, tmp_path, str(tmp_path / "usb"), kept=1)
    again = f"{tmp_path / 'usb'}{os.sep}"
    assert back_up_here(busy, tmp_path, again).parent == tmp_path / "usb"
    assert len(list((tmp_path / "usb").iterdir())) == 5
    with pytest.raises(BackupExists):
        back_up_here(busy, tmp_path, str(named))


@pytest.mark.parametrize("path", ["ubs/sổ.db", f"ubs{os.sep}", "tệp/sổ.db", "ubs/2023/sổ.db"])
def test_a_copy_is_not_put_into_a_folder_that_is_not_there(
    busy: Desk, tmp_path: Path, path: str
) -> None:
    (tmp_path / "tệp").touch()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BackupNotWritten) as refusal:
        back_up_here(busy, tmp_path, f"{tmp_path}{os.sep}{path}")
    assert refusal.value.error_number == errno.ENOENT
    assert sorted(tmp_path.rglob("*")) == before


def test_a_copy_goes_where_the_clerk_is(
    busy: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    back_up_here(busy, tmp_path, "sổ.db")
    assert (tmp_path / "here" / "sổ.db").exists()


def test_before_much_is_changed_a_copy_is_made_of_which_ten_stay(
    busy: Desk, tmp_path: Path
) -> None:
    made = [back_up_before(busy, "import", server_folder=tmp_path / "of-server") for _ in range(12)]
    assert [path.exists() for path in made] == [False] * 2 + [True] * 10
    assert made[-1].name.endswith("-before-import-12.db")


def test_a_copy_brings_the_register_back(busy: Desk, tmp_path: Path) -> None:
    copy = back_up_here(busy, tmp_path)
    enter(busy)
    done = restore(busy, str(copy), server_folder=tmp_path / "of-server")
    assert done.contents.directives == 1
    assert done.kept is not None
    assert done.kept.path.parent == folder_of(busy, tmp_path)
    again = restore(busy, str(done.kept.path), server_folder=tmp_path / "of-server")
    assert again.contents.directives == 2
    settings = tmp_path / "data" / "tracker.toml"
    found = examine(busy, server_folder=tmp_path / "of-server", settings=settings)
    assert [one for one in found if one.kind.value not in ("readable", "replaceable")] == []


def test_without_a_register_there_is_nothing_to_copy_or_to_look_over(
    desk: Desk, tmp_path: Path
) -> None:
    for attempt in (
        lambda: back_up_here(desk, tmp_path),
        lambda: back_up_before(desk, "import", server_folder=tmp_path),
        lambda: examine(desk, server_folder=tmp_path, settings=tmp_path / "tracker.toml"),
    ):
        with pytest.raises(NoRegister):
            attempt()
    with pytest.raises(UnusableCopy):
        restore(desk, str(tmp_path / "missing.db"), server_folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_of_a_lost_register_nothing_is_said_but_that_it_is_lost(desk: Desk, tmp_path: Path) -> None:
    enter(desk)
    copy = back_up_here(desk, tmp_path)
    Path(desk.location).unlink()
    settings = tmp_path / "tracker.toml"
    for attempt in (
        lambda: enter(desk),
        lambda: show(desk, "1", as_of=desk.today),
        lambda: note(desk, "1", on=None, text="Đang làm"),
        lambda: back_up_here(desk, tmp_path),
        lambda: examine(desk, server_folder=tmp_path, settings=settings),
    ):
        with pytest.raises(LostRegister) as trouble:
            attempt()
        assert trouble.value.newest == str(copy)
    assert not Path(desk.location).exists()
    restore(desk, str(copy), server_folder=tmp_path)
    assert [row.id for row in show(desk, "1", as_of=desk.today).rows] == [1]


def test_a_copy_is_restored_where_no_register_was(busy: Desk, desk: Desk, tmp_path: Path) -> None:
    copy = back_up_here(busy, tmp_path)
    lost = replace(desk, location=str(tmp_path / "new" / "register.db"))
    assert restore(lost, str(copy), server_folder=tmp_path).kept is None
    assert [row.id for row in show(lost, "1", as_of=desk.today).rows] == [1]
