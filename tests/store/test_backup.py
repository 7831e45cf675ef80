"""A copy is a register of its own, true to one moment, or there is none."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.registers import add
from tests.store.test_writing import everything
from tracker.store import backup
from tracker.store.backup import BackupExists, BackupNotWritten, Contents, back_up, is_sound
from tracker.store.database import Store, open_store
from tracker.store.errors import BackupFailed, DamagedRegister, NoRegister, NotARegister


def test_a_copy_can_be_used_in_place_of_the_register(file_store: Store, tmp_path: Path) -> None:
    add(file_store)
    target = tmp_path / "bản sao" / "register.db"
    back_up(file_store.location, target)
    assert target.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in target.parent.iterdir()] == ["register.db"]
    with open_store(str(target)) as copy:
        assert everything(copy, "event") == everything(file_store, "event")
        assert add(copy).id == 2


def test_a_copy_never_takes_the_place_of_a_file(file_location: str, tmp_path: Path) -> None:
    target = tmp_path / "kept.db"
    target.write_text("quý")
    with pytest.raises(BackupExists) as trouble:
        back_up(file_location, target)
    assert (trouble.value.target, trouble.value.exit_code) == (str(target), 7)
    assert target.read_text() == "quý"


def test_a_copy_never_takes_a_name_that_was_given_away_meanwhile(
    file_location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kept.db"

    def take_the_name(connection: sqlite3.Connection) -> bool:
        target.write_text("quý")
        return is_sound(connection)

    monkeypatch.setattr(backup, "is_sound", take_the_name)
    with pytest.raises(BackupExists):
        back_up(file_location, target)
    assert target.read_text() == "quý"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["kept.db", "register.db"]


def test_a_copy_that_cannot_be_written_is_refused(file_location: str, tmp_path: Path) -> None:
    """Below a file there is no folder."""
    (tmp_path / "file").touch()
    with pytest.raises(BackupNotWritten) as trouble:
        back_up(file_location, tmp_path / "file" / "copy.db")
    assert trouble.value.exit_code == 7


def test_what_is_no_register_gives_no_copy(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE mine (x)")
    with pytest.raises(NotARegister):
        back_up(str(tmp_path / "other.db"), tmp_path / "copy.db")


def test_a_copy_says_what_it_holds(file_store: Store, tmp_path: Path) -> None:
    nothing = back_up(file_store.location, tmp_path / "empty.db")
    assert nothing == Contents(directives=0, changed_by="", changed_at="")
    add(file_store)
    add(file_store, who="hoa")
    told = back_up(file_store.location, tmp_path / "copy.db")
    assert told == Contents(directives=2, changed_by="hoa", changed_at="2023-12-14T01:30:00Z")


def test_a_register_with_a_lost_reference_gives_no_copy(file_location: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(file_location, isolation_level=None)) as connection:
        connection.execute("INSERT INTO note VALUES (1, 99, '2023-12-01', 'mồ côi')")
    with pytest.raises(DamagedRegister):
        back_up(file_location, tmp_path / "copy.db")


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
