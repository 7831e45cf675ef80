"""Where the disk is full there is the old or the new, whichever write is the one that fails."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.store.as_nobody import as_nobody, open_to_all
from tests.store.small_disk import with_room_for
from tests.store.test_crash_of_copies import copied, digest, enter
from tracker.store.backup import BackupNotWritten, back_up
from tracker.store.errors import DiskTrouble
from tracker.store.restoring import restore

STEP = 32 * 1024
OURS = {BackupNotWritten.__name__, DiskTrouble.__name__}


@pytest.fixture
def register(file_location: str) -> str:
    enter(file_location, 100)
    return file_location


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*")}


def test_a_copy_is_whole_or_not_there(register: str, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "copy.db"
    whole = Path(register).stat().st_size
    outcomes = set()
    for size in (*range(0, whole, STEP), 2 * whole):
        outcome = with_room_for(size, lambda: back_up(register, target))
        assert target.exists() == (outcome == "")
        assert names_in(target.parent) == ({"copy.db"} if target.exists() else set())
        outcomes.add(outcome)
        target.unlink(missing_ok=True)
    assert "" in outcomes
    assert outcomes - {""} <= OURS


@pytest.mark.parametrize("is_damaged", [True, False])
def test_a_register_is_the_old_or_the_new(register: str, tmp_path: Path, is_damaged: bool) -> None:
    copy = copied(register, tmp_path / "copy.db")
    new = digest(str(copy))
    enter(register, 400)
    if is_damaged:
        Path(register).write_bytes(b"\xa5" * Path(register).stat().st_size)
    old = Path(register).read_bytes()
    whole = Path(register).stat().st_size
    room = tmp_path / "room"
    place = room / "register.db"

    def put_back() -> None:
        restore(str(place), copy, folder=room / "backups")

    outcomes = set()
    for size in (*range(0, whole, 2 * STEP), 2 * whole):
        room.mkdir()
        shutil.copy(register, place)
        outcome = with_room_for(size, put_back)
        outcomes.add(outcome)
        if outcome:
            assert place.read_bytes() == old
            assert names_in(room) - {"backups"} == {"register.db"}
        else:
            assert digest(str(place)) == new
        shutil.rmtree(room)
    assert "" in outcomes
    assert outcomes - {""} <= OURS


def test_in_a_folder_of_others_no_copy_is_made(register: str, tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    open_to_all(tmp_path)
    Path(register).chmod(0o644)
    shut.chmod(0o555)
    assert as_nobody(lambda: back_up(register, shut / "copy.db")) == BackupNotWritten.__name__
    assert names_in(shut) == set()
