from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.reports.files import (
    FileNotWritten,
    WriteFailure,
    write_atomically,
    write_keeping_older,
)


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "phụ lục 12-2023.xlsx"
    path.write_bytes(b"old")
    return path


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder everybody may enter and nobody may write to, with a file in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "old.xlsx").write_bytes(b"old")
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def _failure_without_privileges(path: Path) -> str:
    """Write as an ordinary user, since root may write anywhere; give the failure's name."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        try:
            write_atomically(path, b"new")
        except FileNotWritten as refused:
            os.write(writing, refused.failure.encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as answer:
        return answer.read()


def _assert_untouched(path: Path) -> None:
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def _refuse(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def test_a_new_file_is_written_and_its_folder_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.xlsx"
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_a_new_file_can_be_read_by_colleagues(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_atomically(tmp_path / "c.xlsx", b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "c.xlsx").stat().st_mode & 0o777 == 0o644


def test_folders_that_are_made_are_their_owner_s_alone_and_others_keep_their_rights(
    tmp_path: Path,
) -> None:
    tmp_path.chmod(0o755)
    write_atomically(tmp_path / "a" / "b" / "c.xlsx", b"new")
    folders = (tmp_path, tmp_path / "a", tmp_path / "a" / "b")
    assert [oct(folder.stat().st_mode & 0o777) for folder in folders] == [
        "0o755", "0o700", "0o700"
    ]  # fmt: skip


def test_a_file_that_said_something_else_is_kept_beside_under_the_first_free_name(
    tmp_path: Path,
) -> None:
    path = tmp_path / "phu-luc.xlsx"
    names = [write_keeping_older(path, content, mark="cu") for content in (b"1", b"2", b"3")]
    assert names == [None, tmp_path / "phu-luc-cu-1.xlsx", tmp_path / "phu-luc-cu-2.xlsx"]
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {
        "phu-luc-cu-1.xlsx": b"1",
        "phu-luc-cu-2.xlsx": b"2",
        "phu-luc.xlsx": b"3",
    }


def test_a_file_that_said_the_same_is_not_kept_twice(old_file: Path) -> None:
    assert write_keeping_older(old_file, b"old", mark="cu") is None
    _assert_untouched(old_file)


def test_what_is_kept_has_the_day_and_the_mode_of_the_old_file(old_file: Path) -> None:
    old_file.chmod(0o600)
    os.utime(old_file, (1_000_000_000, 1_000_000_000))
    kept = write_keeping_older(old_file, b"new", mark="cu")
    assert kept is not None
    assert (kept.stat().st_mtime, kept.stat().st_mode & 0o777) == (1_000_000_000, 0o600)


@pytest.mark.parametrize("failing", [1, 2])
def test_a_disk_that_refuses_leaves_the_old_file_and_no_copy(
    old_file: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    calls = []
    replace = Path.replace

    def counted(source: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == failing:
            raise _refuse(errno.ENOSPC)
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", counted)
    with pytest.raises(FileNotWritten):
        write_keeping_older(old_file, b"new", mark="cu")
    monkeypatch.undo()
    assert len(calls) == failing
    _assert_untouched(old_file)


def test_an_interruption_after_the_change_leaves_the_copy(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def interrupted(source: Path, target: Path) -> None:
        replace(source, target)
        if target == old_file:
            raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_keeping_older(old_file, b"new", mark="cu")
    contents = {path.name: path.read_bytes() for path in old_file.parent.iterdir()}
    assert contents == {old_file.name: b"new", f"{old_file.stem}-cu-1.xlsx": b"old"}


def test_a_file_that_is_replaced_keeps_its_mode(old_file: Path) -> None:
    old_file.chmod(0o640)
    write_atomically(old_file, b"new")
    assert old_file.read_bytes() == b"new"
    assert old_file.stat().st_mode & 0o777 == 0o640


def test_a_link_keeps_pointing_where_it_did(old_file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.xlsx"
    link.symlink_to(old_file)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert old_file.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "failure"),
    [
        (errno.ENOSPC, WriteFailure.DISK_FULL),
        (errno.EFBIG, WriteFailure.DISK_FULL),
        (errno.EROFS, WriteFailure.READ_ONLY),
        (errno.EACCES, WriteFailure.READ_ONLY),
        (errno.EIO, WriteFailure.OTHER),
    ],
)
def test_a_disk_that_refuses_leaves_the_old_file(
    old_file: Path, monkeypatch: pytest.MonkeyPatch, number: int, failure: WriteFailure
) -> None:
    def fsync(_handle: int) -> None:
        raise _refuse(number)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(FileNotWritten) as caught:
        write_atomically(old_file, b"new")
    assert caught.value.failure is failure
    assert caught.value.path == old_file
    assert caught.value.exit_code == 7
    monkeypatch.undo()
    _assert_untouched(old_file)


def test_a_file_open_elsewhere_is_told_as_such(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(_self: Path, _target: Path) -> None:
        raise _refuse(errno.EACCES)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(FileNotWritten) as caught:
        write_atomically(old_file, b"new")
    assert caught.value.failure is WriteFailure.IN_USE
    _assert_untouched(old_file)


def test_a_disk_that_gives_back_something_else_is_not_trusted(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _self: b"rot")
    with pytest.raises(FileNotWritten) as caught:
        write_atomically(old_file, b"new")
    monkeypatch.undo()
    assert caught.value.failure is WriteFailure.NOT_READ_BACK
    _assert_untouched(old_file)


def test_an_interruption_leaves_the_old_file(
    old_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(_self: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(old_file, b"new")
    _assert_untouched(old_file)


def test_what_a_killed_writer_left_is_cleared_away_but_not_what_one_is_writing(
    old_file: Path,
) -> None:
    abandoned = old_file.with_name(".tracker-0123.tmp")
    being_written = old_file.with_name(".tracker-4567.tmp")
    for path in (abandoned, being_written):
        path.write_bytes(b"part")
    os.utime(abandoned, (0, 0))
    write_atomically(old_file, b"new")
    assert set(old_file.parent.iterdir()) == {old_file, being_written}


def test_a_file_marked_read_only_is_left_alone(old_file: Path) -> None:
    old_file.chmod(0o444)
    with pytest.raises(FileNotWritten) as caught:
        write_atomically(old_file, b"new")
    assert caught.value.failure is WriteFailure.READ_ONLY
    _assert_untouched(old_file)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten) as caught:
        write_atomically(tmp_path, b"new")
    assert caught.value.failure is WriteFailure.IS_FOLDER


def test_a_file_is_not_a_folder(old_file: Path) -> None:
    with pytest.raises(FileNotWritten) as caught:
        write_atomically(old_file / "new.xlsx", b"new")
    assert caught.value.failure is WriteFailure.NO_FOLDER
    _assert_untouched(old_file)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileNotWritten) as caught:
        write_atomically(tmp_path / name, b"new")
    assert caught.value.failure is WriteFailure.NAME_REFUSED
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["old.xlsx", "new.xlsx", "folder/new.xlsx"])
def test_a_folder_nobody_may_write_to_is_told_as_such(locked_folder: Path, name: str) -> None:
    assert _failure_without_privileges(locked_folder / name) == WriteFailure.READ_ONLY
    _assert_untouched(locked_folder / "old.xlsx")
