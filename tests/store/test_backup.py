"""A copy is a register of its own, true to one moment, or there is none."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import an_assignment
from tests.store.registers import AT, WHO, add
from tests.store.test_writing import everything
from tracker.store import backup
from tracker.store.backup import back_up, is_sound
from tracker.store.database import Store, open_store
from tracker.store.errors import BackupFailed, DamagedRegister, NoRegister
from tracker.store.finding import find
from tracker.store.reading import open_reading
from tracker.store.writing import change


def test_a_copy_can_be_used_in_place_of_the_register(file_store: Store, tmp_path: Path) -> None:
    add(file_store)
    target = tmp_path / "bản sao" / "register.db"
    back_up(file_store.location, target)
    assert target.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in target.parent.iterdir()] == ["register.db"]
    with open_store(str(target)) as copy:
        assert everything(copy, "event") == everything(file_store, "event")
        assert add(copy).id == 2


def test_a_copy_made_while_others_write_is_whole(file_store: Store, tmp_path: Path) -> None:
    """Two directives are entered at a time: an odd number would be half an operation."""
    is_over = threading.Event()

    def write() -> None:
        while not is_over.is_set():
            with change(file_store, name="import", who=WHO, at=AT) as work:
                work.add(an_assignment())
                work.add(an_assignment())

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(10):
            back_up(file_store.location, tmp_path / f"{number}.db")
    finally:
        is_over.set()
        writer.join()
    for number in range(10):
        with open_reading(str(tmp_path / f"{number}.db")) as reading:
            assert len(find(reading)) % 2 == 0


def test_a_copy_never_takes_the_place_of_a_file(file_location: str, tmp_path: Path) -> None:
    target = tmp_path / "kept.db"
    target.write_text("quý")
    with pytest.raises(BackupFailed) as trouble:
        back_up(file_location, target)
    assert trouble.value.target == str(target)
    assert target.read_text() == "quý"


def test_there_is_no_copy_of_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoRegister):
        back_up(str(tmp_path / "missing.db"), tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_register_gives_no_copy(file_location: str, tmp_path: Path) -> None:
    with Path(file_location).open("r+b") as file:
        file.seek(8192)
        file.write(b"\xa5" * 100_000)
    with pytest.raises(DamagedRegister):
        back_up(file_location, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_copy_that_lacks_rows_is_thrown_away(
    file_location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = iter([{"event": 2}, {"event": 1}])
    monkeypatch.setattr(backup, "row_counts", lambda _connection: next(counts))
    with pytest.raises(BackupFailed):
        back_up(file_location, tmp_path / "copies" / "copy.db")
    assert list((tmp_path / "copies").iterdir()) == []


def test_soundness_is_found_wanting_where_it_is(file_location: str, tmp_path: Path) -> None:
    copy = Path(shutil.copy(file_location, tmp_path / "copy.db"))
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        assert is_sound(connection)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("INSERT INTO day_off VALUES ('tomorrow', 'holiday', '')")
        connection.execute("PRAGMA ignore_check_constraints = OFF")
        assert not is_sound(connection)
