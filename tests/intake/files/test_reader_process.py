from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.intake.files.books import awkward_book, saved
from tests.intake.files.zips import cells, sheet, workbook
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files import limits, reader_process
from tracker.intake.files.found import FileKind
from tracker.intake.files.reader_process import tables_read

ROOT = Path(__file__).parents[3]
SECONDS = 20.0


def trouble_of(kind: FileKind, seconds: float = SECONDS) -> FileTrouble:
    with pytest.raises(UnreadableFile) as refused:
        tables_read(b"x", kind, seconds)
    return refused.value.trouble


@pytest.fixture
def _misbehaving(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_process, "_MODULE", "tests.intake.files.misbehaving")
    monkeypatch.setattr(reader_process, "_OVERTIME", 0.0)


@pytest.mark.usefixtures("_misbehaving")
class TestAProcessThat:
    def test_never_answers_is_ended(self) -> None:
        began = time.perf_counter()
        assert trouble_of(FileKind.WORKBOOK, 0.5) is FileTrouble.TOO_SLOW
        assert time.perf_counter() - began < SECONDS / 2

    def test_dies_leaves_a_damaged_file(self) -> None:
        assert trouble_of(FileKind.OLD_WORKBOOK) is FileTrouble.DAMAGED

    def test_says_what_nobody_understands_leaves_a_damaged_file(self) -> None:
        assert trouble_of(FileKind.OPEN_WORKBOOK) is FileTrouble.DAMAGED

    def test_talks_without_end_is_ended(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "ANSWER_BYTES", 2**22)
        assert trouble_of(FileKind.DOCUMENT) is FileTrouble.TOO_MUCH_TEXT

    def test_takes_too_much_memory_ends_itself(self) -> None:
        assert trouble_of(FileKind.PAGE) in (FileTrouble.EXPANDS_TOO_MUCH, FileTrouble.DAMAGED)

    def test_does_not_listen_keeps_nobody_waiting(self) -> None:
        assert tables_read(b"x" * 2**22, FileKind.TEXT, SECONDS) == ()


@pytest.mark.usefixtures("_misbehaving")
def test_whoever_waits_may_end_it() -> None:
    class Enough(Exception):
        pass

    looks = []

    def wait() -> None:
        looks.append(time.monotonic())
        if len(looks) == 3:
            raise Enough

    with pytest.raises(Enough):
        tables_read(b"x", FileKind.WORKBOOK, SECONDS, wait=wait)
    assert looks[-1] - looks[0] < SECONDS / 2


def test_memory_is_bounded_where_the_system_has_no_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resource.py").write_text("raise ImportError\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(reader_process, "_MODULE", "tests.intake.files.misbehaving")
    assert trouble_of(FileKind.PAGE) is FileTrouble.EXPANDS_TOO_MUCH


def test_a_file_is_read_where_the_system_has_no_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resource.py").write_text("raise ImportError\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    tables = tables_read(workbook(sheet(cells(["x"]))), FileKind.WORKBOOK, SECONDS)
    assert [row.cells for table in tables for row in table.table.rows] == [("x",)]


def test_the_program_is_found_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is what lies about in the folder taken for a part of it."""
    (tmp_path / "json.py").write_text("raise SystemExit(3)\n", encoding="utf-8")
    (tmp_path / "tracker").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    tables = tables_read(saved(awkward_book()), FileKind.WORKBOOK, SECONDS)
    assert [table.name for table in tables] == ["Tháng 12", "Nháp", "Tổng hợp"]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left_behind(how: signal.Signals) -> None:
    asking = subprocess.Popen(
        [sys.executable, "-m", "tests.intake.files.asking", "tests.intake.files.misbehaving"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert asking.stdout is not None
    with asking.stdout as said:
        other = int(said.readline())
        assert _is_alive(other)
        asking.send_signal(how)
        try:
            asking.wait(timeout=SECONDS)
        finally:
            asking.kill()
            asking.wait()
    until = time.monotonic() + SECONDS
    while _is_alive(other):
        assert time.monotonic() < until, "the process that reads is still there"
        time.sleep(0.02)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text(encoding="utf-8").split()[2] == "Z")


def test_no_secret_of_the_surroundings_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", "bí mật")
    given = reader_process._environment()
    assert "PGPASSWORD" not in given
    assert given["PATH"] == os.environ["PATH"]
