"""A copy comes back whole, and what was there before is still to be had."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel

from tests.builders import TODAY
from tests.store.as_nobody import as_nobody, open_to_all
from tests.store.children import Beside, Say
from tests.store.conftest import PostgreSql
from tests.store.first_form import make_first_form
from tests.store.registers import add, fill_in, reading_of
from tests.store.test_counting import counted
from tests.store.test_crash import killed_after
from tests.store.test_crash_of_copies import copied, enter
from tests.store.test_writing import everything
from tracker.core.database_address import is_url
from tracker.core.errors import DatabaseTrouble
from tracker.store import backup, copying, restoring, restoring_server, vetting
from tracker.store.database import Store, file_engine, open_store
from tracker.store.errors import LockedRegister, NewerRegister, NotARegister, ReadOnlyRegister
from tracker.store.finding import find
from tracker.store.integrity import examine
from tracker.store.keeping import RestoreFailed
from tracker.store.reading import open_reading
from tracker.store.restoring import RestoredOntoItself, restore
from tracker.store.schema import SCHEMA_NUMBER, VERSION_TABLE
from tracker.store.vetting import Unusable, UnusableCopy

TABLES = [table.name for table in SQLModel.metadata.sorted_tables]


def held(location: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with open_store(location) as store:
        return {table: sorted(everything(store, table), key=repr) for table in TABLES}


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def full(location: str) -> str:
    """A register in which every table holds something."""
    with open_store(location) as store:
        fill_in(store)
    return location


def test_a_register_comes_back_as_it_was(full: str, tmp_path: Path) -> None:
    before = held(full)
    assert all(before.values())
    copy = copied(full, tmp_path / "copy.db")
    with open_store(full) as store:
        added = add(store, who="hoa")
    later = held(full)
    done = restore(full, copy, folder=tmp_path / "backups")
    assert held(full) == before
    assert (done.contents.directives, done.contents.changed_by) == (1, "lan")
    assert done.kept is not None
    assert not done.kept.is_damaged
    assert done.kept.path.parent == tmp_path / "backups"
    assert held(str(done.kept.path)) == later
    assert [one for one in examine(full) if one.kind.value != "issued_report"] == []
    with open_store(full) as store:
        assert add(store).id == added.id


def test_what_was_kept_brings_the_register_back_in_turn(full: str, tmp_path: Path) -> None:
    copy = copied(full, tmp_path / "copy.db")
    with open_store(full) as store:
        add(store)
    later = held(full)
    first = restore(full, copy, folder=tmp_path / "backups")
    assert first.kept is not None
    restore(full, first.kept.path, folder=tmp_path / "backups")
    assert held(full) == later
    assert [name.rpartition("-")[2] for name in names_in(tmp_path / "backups")] == ["1.db", "2.db"]


def test_a_register_moves_from_one_engine_to_the_other(
    full: str, tmp_path: Path, postgresql: PostgreSql
) -> None:
    copy = copied(full, tmp_path / "copy.db")
    before = held(full)
    other = str(tmp_path / "other.db") if is_url(full) else postgresql.empty_database()
    done = restore(other, copy, folder=tmp_path / "backups")
    assert done.kept is None
    assert held(other) == before
    with open_store(other) as store:
        assert add(store).id == 2


def test_a_copy_of_a_server_is_a_register_like_any_other(
    postgresql_store: Store, tmp_path: Path
) -> None:
    fill_in(postgresql_store)
    copy = copied(postgresql_store.location, tmp_path / "copy.db")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert held(str(copy)) == held(postgresql_store.location)
    assert [one.kind.value for one in examine(str(copy))] == ["issued_report"]


def test_on_a_server_it_stays_with_those_who_may_use_it(
    postgresql_store: Store, tmp_path: Path
) -> None:
    copy = copied(postgresql_store.location, tmp_path / "copy.db")
    with postgresql_store.engine.begin() as connection:
        connection.execute(text("DROP ROLE IF EXISTS reader_of_register"))
        connection.execute(text("CREATE ROLE reader_of_register"))
        connection.execute(text("GRANT SELECT ON directive TO reader_of_register"))
    try:
        restore(postgresql_store.location, copy, folder=tmp_path / "backups")
        with postgresql_store.engine.begin() as connection:
            asked = "SELECT has_table_privilege('reader_of_register', 'directive', 'SELECT')"
            assert connection.scalar(text(asked))
    finally:
        with postgresql_store.engine.begin() as connection:
            connection.execute(text("DROP OWNED BY reader_of_register"))
            connection.execute(text("DROP ROLE reader_of_register"))


def test_a_restored_register_still_refuses_to_have_its_past_rewritten(
    full: str, tmp_path: Path
) -> None:
    restore(full, copied(full, tmp_path / "copy.db"), folder=tmp_path / "backups")
    assert [one for one in examine(full) if one.kind.value == "structure"] == []


@pytest.mark.parametrize("is_there", [True, False])
def test_a_copy_of_an_older_form_is_brought_up_to_date_and_stays_itself_as_it_was(
    is_there: bool, file_location: str, tmp_path: Path
) -> None:
    copy = tmp_path / "old.db"
    copy.touch()
    engine = file_engine(str(copy))
    make_first_form(engine)
    engine.dispose()
    before = copy.read_bytes()
    target = file_location if is_there else str(tmp_path / "new" / "register.db")
    restore(target, copy, folder=tmp_path / "backups")
    assert copy.read_bytes() == before
    with open_reading(target) as reading:
        assert [found.document_number for found in find(reading)] == ["6340/UBND-NC"]
    assert names_in(tmp_path) == sorted(
        {"old.db", "register.db", "backups"} if is_there else {"old.db", "register.db", "new"}
    )


@pytest.fixture
def copy(file_location: str, tmp_path: Path) -> Path:
    """A copy with one directive; the register itself goes on and has two."""
    with open_store(file_location) as store:
        add(store)
        copied(file_location, tmp_path / "copy.db")
        add(store, who="hoa")
    return tmp_path / "copy.db"


def spoilt(copy: Path) -> None:
    with copy.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xa5" * 100_000)


def of_another_program(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA application_id = 7")


def of_a_newer_form(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_NUMBER + 1}")


def without_a_table(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DROP TABLE report_retraction")


def with_a_lost_reference(copy: Path) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("INSERT INTO note VALUES (1, 99, '2023-12-01', 'mồ côi')")


def cut_off(copy: Path) -> None:
    os.truncate(copy, 30_000)


def made_text(copy: Path) -> None:
    copy.write_text("không phải sổ " * 100)


def made_empty(copy: Path) -> None:
    copy.write_bytes(b"")


def removed(copy: Path) -> None:
    copy.unlink()


def made_a_folder(copy: Path) -> None:
    copy.unlink()
    copy.mkdir()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (spoilt, Unusable.DAMAGED),
        (cut_off, Unusable.DAMAGED),
        (without_a_table, Unusable.DAMAGED),
        (with_a_lost_reference, Unusable.DAMAGED),
        (of_another_program, Unusable.NOT_A_REGISTER),
        (made_text, Unusable.NOT_A_REGISTER),
        (made_empty, Unusable.NOT_A_REGISTER),
        (of_a_newer_form, Unusable.NEWER),
        (removed, Unusable.MISSING),
        (made_a_folder, Unusable.IS_FOLDER),
    ],
)
def test_what_is_no_sound_register_changes_nothing(
    copy: Path, file_location: str, spoil: Callable[[Path], None], why: Unusable
) -> None:
    spoil(copy)
    before = Path(file_location).read_bytes()
    names = names_in(copy.parent)
    with pytest.raises(UnusableCopy) as trouble:
        restore(file_location, copy, folder=copy.parent / "backups")
    assert (trouble.value.why, trouble.value.path, trouble.value.exit_code) == (why, str(copy), 5)
    assert Path(file_location).read_bytes() == before
    assert names_in(copy.parent) == names


def test_a_register_is_not_restored_onto_itself(file_location: str, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(file_location)
    for source in (Path(file_location), tmp_path / "link.db"):
        with pytest.raises(RestoredOntoItself):
            restore(file_location, source, folder=tmp_path / "backups")


def test_through_a_link_the_register_behind_it_is_restored(
    copy: Path, file_location: str, tmp_path: Path
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(file_location)
    restore(str(link), copy, folder=tmp_path / "backups")
    assert link.is_symlink()
    assert len(held(file_location)["directive"]) == 1


def test_whoever_holds_the_register_open_sees_the_restored_one(
    copy: Path, file_location: str, tmp_path: Path
) -> None:
    with open_store(file_location) as store:
        assert len(everything(store, "directive")) == 2
        restore(file_location, copy, folder=tmp_path / "backups")
        assert len(everything(store, "directive")) == 1
        with reading_of(store) as reading:
            assert len(find(reading)) == 1


def test_a_register_of_an_older_form_is_kept_as_it_was(copy: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.touch()
    engine = file_engine(str(old))
    make_first_form(engine)
    engine.dispose()
    done = restore(str(old), copy, folder=tmp_path / "backups")
    assert done.kept is not None
    with closing(sqlite3.connect(done.kept.path)) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (1,)
    assert len(held(str(old))["directive"]) == 1


def test_whoever_reads_meanwhile_sees_the_old_or_the_new(location: str, tmp_path: Path) -> None:
    """Or is told that the register is busy, but never sees a part of one."""
    enter(location, 1)
    few = copied(location, tmp_path / "few.db")
    enter(location, 200)
    many = copied(location, tmp_path / "many.db")

    def look(say: Say) -> None:
        while True:
            try:
                with open_reading(location) as reading:
                    say(f"{len(find(reading))}/{counted(reading, TODAY).total}")
            except DatabaseTrouble as trouble:
                say(type(trouble).__name__)

    with Beside(look) as looking:
        looking.wait_for_a_word()
        for source in (few, many) * 5:
            restore(location, source, folder=tmp_path / "backups")
        seen = looking.said()
    assert {"1/1", "201/201"} <= set(seen) <= {"1/1", "201/201", "NoRegister", "LockedRegister"}


def test_on_a_server_rows_that_do_not_arrive_change_nothing(
    postgresql_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    location = postgresql_store.location
    copy = copied(location, tmp_path / "copy.db")
    fill_in(postgresql_store)
    before = held(location)
    monkeypatch.setattr(copying, "_digest", lambda rows: str(len(list(rows))))
    monkeypatch.setattr(restoring_server, "kept_before", lambda *_, **__: None)
    with pytest.raises(RestoreFailed):
        restore(location, copy, folder=tmp_path / "backups")
    assert held(location) == before


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for others to end."""
    monkeypatch.setattr("tracker.store.sqlite_file.PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(restoring, "PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(vetting, "PATIENCE_SECONDS", 0.1)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("hold", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "reading"])
def test_a_register_that_is_in_use_is_waited_for_and_then_left_alone(
    copy: Path, file_location: str, hold: str
) -> None:
    before = Path(file_location).read_bytes()
    with closing(sqlite3.connect(file_location, isolation_level=None)) as other:
        other.execute("BEGIN" if hold == "reading" else hold)
        other.execute("SELECT count(*) FROM event").fetchone()
        began = time.monotonic()
        with pytest.raises(LockedRegister):
            restore(file_location, copy, folder=copy.parent / "backups")
        assert time.monotonic() - began < 5
    assert Path(file_location).read_bytes() == before
    assert not (copy.parent / "backups").exists()


@pytest.mark.usefixtures("impatient")
def test_a_copy_that_is_being_written_is_not_restored(copy: Path, file_location: str) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedRegister) as trouble:
            restore(file_location, copy, folder=copy.parent / "backups")
    assert trouble.value.location == str(copy)


def test_nobody_can_change_anything_between_the_keeping_and_the_restoring(
    copy: Path, file_location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was entered in between would be in neither register."""
    refused = []

    def squeeze_in(connection: sqlite3.Connection) -> dict[str, int]:
        with closing(sqlite3.connect(file_location, timeout=0, isolation_level=None)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                refused.append(str(error))
        return row_counts(connection)

    row_counts = backup.row_counts
    monkeypatch.setattr(backup, "row_counts", squeeze_in)
    monkeypatch.setattr(restoring, "row_counts", squeeze_in)
    restore(file_location, copy, folder=tmp_path / "backups")
    assert len(refused) >= 3
    with open_store(file_location) as store:
        assert add(store).id == 2


def test_a_damaged_register_is_kept_byte_by_byte(copy: Path, file_location: str) -> None:
    register = Path(file_location)
    register.chmod(0o660)
    spoilt(register)
    before = register.read_bytes()
    done = restore(file_location, copy, folder=copy.parent / "backups")
    assert done.kept is not None
    assert done.kept.is_damaged
    assert done.kept.path.name == "register-damaged-1.db"
    assert done.kept.path.read_bytes() == before
    assert done.kept.path.stat().st_mode & 0o777 == 0o600
    assert register.stat().st_mode & 0o777 == 0o660
    assert len(held(file_location)["directive"]) == 1


@pytest.mark.parametrize("spoil", [made_text, cut_off, with_a_lost_reference])
def test_whatever_the_damage_the_register_comes_back(
    copy: Path, file_location: str, spoil: Callable[[Path], None]
) -> None:
    spoil(Path(file_location))
    before = Path(file_location).read_bytes()
    done = restore(file_location, copy, folder=copy.parent / "backups")
    assert done.kept is not None
    assert done.kept.path.read_bytes() == before
    assert len(held(file_location)["directive"]) == 1


def test_the_journal_of_a_register_that_is_gone_does_not_spoil_the_restored_one(
    copy: Path, file_location: str
) -> None:
    left_half_way(file_location)
    Path(file_location).unlink()
    journal = Path(f"{file_location}-journal").read_bytes()
    done = restore(file_location, copy, folder=copy.parent / "backups")
    assert not Path(f"{file_location}-journal").exists()
    assert done.kept is not None
    assert Path(f"{done.kept.path}-journal").read_bytes() == journal
    assert len(held(file_location)["directive"]) == 1


def left_half_way(location: str) -> None:
    """Kill writers until one leaves its journal behind."""
    for number in range(200):
        killed_after(location, 0.001 * (number % 20))
        if Path(f"{location}-journal").exists():
            return
    raise AssertionError("no kill fell into a commit")


def test_a_copy_with_the_journal_of_a_killed_writer_is_put_right_aside(
    file_location: str, tmp_path: Path
) -> None:
    """The copy itself is not even rolled back: it may be the last one there is."""
    left_half_way(file_location)
    names = ("copy.db", "copy.db-journal")
    for name, ending in zip(names, ("", "-journal"), strict=True):
        shutil.copyfile(f"{file_location}{ending}", tmp_path / name)
    before = [(tmp_path / name).read_bytes() for name in names]
    target = str(tmp_path / "new" / "register.db")
    restore(target, tmp_path / "copy.db", folder=tmp_path / "backups")
    assert [(tmp_path / name).read_bytes() for name in names] == before
    with open_reading(target) as reading:
        assert len(find(reading)) % 2 == 0
    assert examine(target) == ()


@pytest.mark.parametrize("is_empty", [True, False])
def test_where_nothing_is_nothing_is_kept(copy: Path, tmp_path: Path, is_empty: bool) -> None:
    target = tmp_path / "new" / "register.db"
    if is_empty:
        target.parent.mkdir()
        target.touch(0o600)
    done = restore(str(target), copy, folder=tmp_path / "new" / "backups")
    assert done.kept is None
    assert names_in(target.parent) == ["register.db"]
    assert target.stat().st_mode & 0o777 == 0o600
    assert len(held(str(target))["directive"]) == 1


def test_a_database_of_another_program_is_left_alone(copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE mine (x)")
    before = other.read_bytes()
    with pytest.raises(NotARegister):
        restore(str(other), copy, folder=tmp_path / "backups")
    assert other.read_bytes() == before


def test_a_server_with_other_things_in_it_is_left_alone(
    copy: Path, tmp_path: Path, postgresql: PostgreSql
) -> None:
    url = postgresql.empty_database()
    postgresql.execute("CREATE TABLE directive (x int)", url=url)
    with pytest.raises(NotARegister):
        restore(url, copy, folder=tmp_path / "backups")


def test_a_register_of_a_newer_form_is_left_to_its_program(
    copy: Path, file_location: str, tmp_path: Path
) -> None:
    of_a_newer_form(Path(file_location))
    with pytest.raises(NewerRegister):
        restore(file_location, copy, folder=tmp_path / "backups")


def test_only_the_newest_of_what_was_kept_stay(copy: Path, file_location: str) -> None:
    folder = copy.parent / "backups"
    for _ in range(12):
        restore(file_location, copy, folder=folder)
    kept = {f"register-before-restore-{number}.db" for number in range(3, 13)}
    assert set(names_in(folder)) == kept


def test_without_rights_to_the_folder_nothing_happens(copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shut"
    folder.mkdir()
    shutil.copy(copy, folder / "register.db")
    open_to_all(tmp_path)
    copy.chmod(0o644)
    (folder / "register.db").chmod(0o644)
    folder.chmod(0o555)
    location = str(folder / "register.db")
    assert as_nobody(lambda: restore(location, copy, folder=folder / "backups")) == (
        ReadOnlyRegister.__name__
    )
    assert names_in(folder) == ["register.db"]


def test_a_register_that_cannot_be_written_is_not_kept_at_every_attempt(
    copy: Path, file_location: str, tmp_path: Path
) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    shutil.copy(file_location, folder / "register.db")
    open_to_all(tmp_path)
    copy.chmod(0o644)
    (folder / "register.db").chmod(0o444)
    folder.chmod(0o777)
    location = str(folder / "register.db")
    before = Path(location).read_bytes()
    assert as_nobody(lambda: restore(location, copy, folder=folder / "backups")) == (
        ReadOnlyRegister.__name__
    )
    assert names_in(folder) == ["register.db"]
    assert Path(location).read_bytes() == before


def test_everything_kept_is_its_owners_whatever_the_mask(copy: Path, file_location: str) -> None:
    before = os.umask(0)
    try:
        restore(file_location, copy, folder=copy.parent / "backups")
        target = str(copy.parent / "new" / "register.db")
        restore(target, copy, folder=copy.parent / "new" / "backups")
    finally:
        os.umask(before)
    kept = copy.parent / "backups" / "register-before-restore-1.db"
    made = (kept, Path(target), Path(file_location))
    assert [path.stat().st_mode & 0o777 for path in made] == [0o600] * 3
    folders = (kept.parent, Path(target).parent)
    assert [path.stat().st_mode & 0o777 for path in folders] == [0o700] * 2


def test_who_looks_at_a_server_in_the_moment_of_a_restore_is_asked_to_wait(
    postgresql: PostgreSql,
) -> None:
    url = postgresql.empty_database()
    open_store(url).close()
    postgresql.execute(f"TRUNCATE {VERSION_TABLE}", url=url)
    with pytest.raises(LockedRegister):
        open_reading(url)


def test_the_copy_that_is_restored_is_never_cleared_away(file_location: str) -> None:
    folder = Path(file_location).parent / "backups"
    with open_store(file_location) as store:
        add(store)
    backup.back_up(file_location, folder / "register-before-restore-1.db")
    for number in range(2, 12):
        shutil.copy(
            folder / "register-before-restore-1.db", folder / f"register-before-restore-{number}.db"
        )
    stem = Path(file_location).stem
    for path in list(folder.iterdir()):
        path.rename(folder / path.name.replace("register", stem))
    oldest = folder / f"{stem}-before-restore-1.db"
    restore(file_location, oldest, folder=folder)
    assert oldest.exists()
    assert len(list(folder.iterdir())) == 11


def test_a_copy_with_an_event_that_is_none_is_refused(file_location: str, tmp_path: Path) -> None:
    with open_store(file_location) as store:
        add(store)
    copy = tmp_path / "copy.db"
    shutil.copy(file_location, copy)
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("DROP TRIGGER event_refuses_update")
        connection.execute("UPDATE event SET payload = '{\"nonsense\": 1}'")
    before = held(file_location)
    with pytest.raises(UnusableCopy):
        restore(file_location, copy, folder=tmp_path / "backups")
    assert held(file_location) == before
