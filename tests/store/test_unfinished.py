"""What is not whole has no name of its own, and what the killed left is cleared away."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest

from tests.store.children import in_children
from tracker.store import unfinished as module
from tracker.store.private import make_folder
from tracker.store.unfinished import private_room, put_in_place, unfinished


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_nothing_is_left_where_the_work_fails(tmp_path: Path) -> None:
    with suppress(InterruptedError), unfinished(tmp_path / "copy.db") as path:
        Path(f"{path}-journal").touch()
        raise InterruptedError
    with private_room(tmp_path / "copy.db") as room:
        (room / "register.db").touch()
        assert room.stat().st_mode & 0o777 == 0o700
    assert names_in(tmp_path) == []


def test_files_and_folders_are_their_owners_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make_folder(tmp_path / "a" / "b")
        with unfinished(tmp_path / "a" / "b" / "copy.db") as path, private_room(path) as room:
            modes = [each.stat().st_mode & 0o777 for each in (path, room, path.parent)]
    finally:
        os.umask(before)
    assert modes == [0o600, 0o700, 0o700]


def leave_behind(target: Path) -> None:
    """As one that is killed between the first byte and the last."""

    def work(_place: int) -> None:
        with unfinished(target), private_room(target.with_name("room.db")):
            os._exit(9)

    assert in_children(1, work) == [9]


def test_the_next_one_clears_away_what_the_killed_left(tmp_path: Path) -> None:
    leave_behind(tmp_path / "copy.db")
    (left, _) = (tmp_path / name for name in names_in(tmp_path))
    Path(f"{left}-journal").touch()
    (tmp_path / ".own.tmp").touch()
    with unfinished(tmp_path / "other.db") as path:
        assert names_in(tmp_path) == sorted([".own.tmp", path.name])


def test_what_another_is_writing_is_left_alone(tmp_path: Path) -> None:
    with private_room(tmp_path / "copy.db") as room, unfinished(tmp_path / "copy-2.db") as path:
        of_init = tmp_path / path.name.replace(f"-{os.getpid()}.", "-1.")
        of_init.touch()
        with unfinished(tmp_path / "copy-3.db"):
            assert room.exists()
            assert path.exists()
            assert of_init.exists()


def test_of_another_machine_only_what_is_old_is_cleared_away(tmp_path: Path) -> None:
    fresh, old = (tmp_path / f".copy.db.elsewhere-{number}.tmp" for number in (1, 2))
    for path in (fresh, old):
        path.touch()
    os.utime(old, (old.stat().st_mtime - 7200,) * 2)
    with unfinished(tmp_path / "copy.db"):
        assert fresh.exists()
        assert not old.exists()


@pytest.mark.parametrize("has_links", [True, False])
def test_a_name_that_is_taken_is_not_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    target = tmp_path / "copy.db"
    for content in ("one", "two"):
        (tmp_path / "new").write_text(content)
        if content == "one":
            put_in_place(tmp_path / "new", target)
            assert names_in(tmp_path) == ["copy.db"]
        else:
            with pytest.raises(FileExistsError):
                put_in_place(tmp_path / "new", target)
    assert target.read_text() == "one"


def refuse(_path: Path, _target: Path) -> None:
    raise OSError(95, "not supported")


def test_a_process_number_that_was_given_again_is_taken_for_alive() -> None:
    assert module._is_alive(os.getpid())
    assert module._is_alive(10**30)
