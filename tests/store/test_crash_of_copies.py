"""Killed while it copies, restores or takes back: the old or the new, and nothing by half."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel

from tests.builders import an_assignment
from tests.store.children import KILLS, Beside, Say, killed, moments
from tests.store.registers import AT, add, operations
from tracker.core.database_address import is_url
from tracker.core.events import Assigned
from tracker.store.backup import back_up, is_sound
from tracker.store.backup_files import stem_of_backups
from tracker.store.copying import back_up_server
from tracker.store.database import Store, open_store
from tracker.store.errors import LockedRegister
from tracker.store.finding import find
from tracker.store.integrity import examine
from tracker.store.reading import open_reading
from tracker.store.replaying import replay_all
from tracker.store.restoring import restore
from tracker.store.sqlite_file import connected
from tracker.store.undoing import undo_last
from tracker.store.writing import change

pytestmark = pytest.mark.usefixtures("durable")

TABLES = [table.name for table in SQLModel.metadata.sorted_tables]

Restore = Callable[[str, Path], object]
BackUp = Callable[[str, Path], object]


def kills(location: str) -> int:
    return max(KILLS // 4, 3) if is_url(location) else KILLS


def enter(location: str, number: int) -> None:
    with open_store(location) as store, change(store, name="import", who="lan", at=AT) as work:
        work.enter([(Assigned(assignment=an_assignment()),)] * number)


def copied(location: str, target: Path) -> Path:
    (back_up_server if is_url(location) else back_up)(location, target)
    return target


def digest(location: str) -> str:
    """Of every row of every table."""
    hashed = hashlib.sha256()
    with open_reading(location) as reading:
        for table in TABLES:
            key = "day" if table == "day_off" else "id"
            rows = reading.rows(f"SELECT * FROM {table} ORDER BY {key}", {})
            hashed.update(repr(rows).encode())
    return hashed.hexdigest()


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.tmp*")]


def names_of(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.db")}


class Torn(AssertionError):
    """What a kill must never leave behind."""


def require_whole(path: Path) -> None:
    """Whoever finds this file under this name takes it for a register."""
    try:
        with closing(connected(str(path))) as connection:
            tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
            if not tables or not is_sound(connection):
                raise Torn(path.name)
    except sqlite3.DatabaseError as error:
        raise Torn(path.name) from error


# Backup


def back_up_until_killed(location: str, folder: Path, make: BackUp, say: Say) -> None:
    number = len(names_of(folder))
    say("ready")
    while True:
        number += 1
        name = f"{number}-{time.monotonic_ns()}.db"
        make(location, folder / name)
        say(name)


def check_backups(location: str, folder: Path, make: BackUp, longest: float) -> int:
    """Kill while copies are made; how many kills fell into one."""
    fell_into = 0
    for seconds in moments(kills(location), longest):
        said = killed(lambda say: back_up_until_killed(location, folder, make, say), after=seconds)
        if not set(said[1:]) <= names_of(folder):
            raise Torn("a copy that was promised is not there")
        for path in folder.glob("*.db"):
            require_whole(path)
            path.unlink()
        fell_into += bool(leftovers(folder))
    return fell_into


def again(check: Callable[[], object]) -> None:
    """Chance may spare what is not protected once, but not all the time."""
    for _ in range(10):
        check()


def duration(work: Callable[[], object]) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


def test_a_copy_has_its_name_when_it_is_whole_and_not_before(location: str, tmp_path: Path) -> None:
    enter(location, 300)
    folder = tmp_path / "copies"
    make = back_up_server if is_url(location) else back_up
    longest = 2 * duration(lambda: make(location, folder / "first.db"))
    assert check_backups(location, folder, make, longest) > 0 or is_url(location)
    make(location, folder / "last.db")
    assert [path.name for path in folder.iterdir()] == ["last.db"]


def back_up_under_its_name(location: str, target: Path) -> None:
    """The control: a copy that grows where everybody sees it."""
    with closing(sqlite3.connect(location)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy, pages=1, sleep=0)


def test_a_copy_that_grows_under_its_name_would_be_found_out(
    file_location: str, tmp_path: Path
) -> None:
    enter(file_location, 300)
    folder = tmp_path / "copies"
    folder.mkdir()
    longest = 2 * duration(lambda: back_up_under_its_name(file_location, folder / "first.db"))
    with pytest.raises(Torn):
        again(lambda: check_backups(file_location, folder, back_up_under_its_name, longest))


# Restore


def restore_until_killed(location: str, copies: dict[str, Path], make: Restore, say: Say) -> None:
    say("ready")
    while True:
        for name, copy in copies.items():
            make(location, copy)
            say(name)


def check_restoring(
    location: str, copies: dict[str, Path], make: Restore, longest: float
) -> Iterator[None]:
    """Kill while one copy after another is restored; the register is always one of them whole."""
    known = {}
    for name, copy in copies.items():
        make(location, copy)
        known[digest(location)] = name
    for seconds in moments(kills(location), longest):
        before = known[digest(location)]
        said = killed(lambda say: restore_until_killed(location, copies, make, say), after=seconds)
        yield
        try:
            after = known.get(digest(location))
        except Exception as error:
            raise Torn("it cannot be read") from error
        last = (said[1:] or [before])[-1]
        names = list(copies)
        following = names[(names.index(last) + 1) % len(names)] if said[1:] else names[0]
        if after not in (last, following) or examine(location):
            raise Torn("neither the old nor the new")


def two_copies(location: str, folder: Path) -> dict[str, Path]:
    with open_store(location) as store:
        add(store)
    few = copied(location, folder / "few.db")
    enter(location, 300)
    return {"few": few, "many": copied(location, folder / "many.db")}


def test_a_register_is_restored_whole_or_not_at_all(location: str, tmp_path: Path) -> None:
    copies = two_copies(location, tmp_path)
    folder = tmp_path / "backups"

    def make(location: str, copy: Path) -> None:
        restore(location, copy, folder=folder)

    longest = 2 * duration(lambda: make(location, copies["many"]))
    fell_into = 0
    for _ in check_restoring(location, copies, make, longest):
        fell_into += bool(leftovers(tmp_path))
    assert fell_into > 0 or is_url(location)
    for path in folder.glob("*.db"):
        require_whole(path)
    make(location, copies["few"])
    assert leftovers(tmp_path) == []
    kept = f"{stem_of_backups(location)}-before-restore"
    assert {name.rpartition("-")[0] for name in names_of(folder)} == {kept}


def restore_in_place(location: str, copy: Path) -> None:
    """The control: the bytes of the copy written over those of the register."""
    with copy.open("rb") as new, Path(location).open("r+b") as register:
        while page := new.read(4096):
            register.write(page)
            register.flush()
        register.truncate()


def test_a_register_written_over_in_place_would_be_found_out(
    file_location: str, tmp_path: Path
) -> None:
    copies = two_copies(file_location, tmp_path)
    longest = 4 * duration(lambda: restore_in_place(file_location, copies["many"]))
    with pytest.raises(Torn):
        again(lambda: list(check_restoring(file_location, copies, restore_in_place, longest)))


def test_a_killed_restore_leaves_no_half_of_a_register_where_none_was(
    file_location: str, tmp_path: Path
) -> None:
    enter(file_location, 300)
    copy = copied(file_location, tmp_path / "copy.db")
    target = tmp_path / "new" / "register.db"
    wanted = digest(file_location)
    longest = 2 * duration(lambda: restore(str(target), copy, folder=tmp_path / "new" / "backups"))
    for seconds in moments(KILLS, longest):
        shutil.rmtree(target.parent, ignore_errors=True)

        def make(say: Say) -> None:
            say("ready")
            restore(str(target), copy, folder=tmp_path / "new" / "backups")
            say("done")

        said = killed(make, after=seconds)
        assert target.exists() or said == ["ready"]
        if target.exists():
            assert digest(str(target)) == wanted


def test_what_was_entered_while_another_restores_is_in_the_register_or_in_what_was_kept(
    file_location: str, tmp_path: Path
) -> None:
    with open_store(file_location) as store:
        add(store, an_assignment(content="đầu tiên"))
    copy = copied(file_location, tmp_path / "copy.db")
    folder = tmp_path / "backups"

    def write(say: Say) -> None:
        for number in range(100_000):
            token = f"{time.monotonic_ns()}-{number}"
            with open_store(file_location) as store:
                add(store, an_assignment(content=token))
            say(token)

    def put_back(say: Say) -> None:
        say("ready")
        for _ in range(3):
            try:
                restore(file_location, copy, folder=folder)
            except LockedRegister:
                continue
        time.sleep(60)

    longest = 3 * duration(lambda: restore(file_location, copy, folder=folder))
    for seconds in moments(max(KILLS // 2, 4), longest):
        shutil.rmtree(folder)
        with Beside(write) as writer:
            writer.wait_for_a_word()
            killed(put_back, after=seconds)
            said = writer.said()
        present = contents_of(file_location)
        for path in folder.glob("*.db") if folder.exists() else ():
            present |= contents_of(str(path))
        assert set(said) <= present
        folder.mkdir(exist_ok=True)


def contents_of(location: str) -> set[str]:
    with open_reading(location) as reading:
        return {content for (content,) in reading.rows("SELECT content FROM directive", {})}


# Undo

Undo = Callable[[Store], object]


def undo(store: Store) -> None:
    undo_last(store, who="lan", at=AT)


def enter_and_undo(location: str, take_back: Undo, say: Say) -> None:
    with open_store(location) as store:
        while True:
            with change(store, name="import", who="lan", at=AT) as work:
                work.add(an_assignment())
                work.add(an_assignment())
            say("add")
            take_back(store)
            say("undo")


def check_undo(location: str, take_back: Undo, longest: float) -> None:
    """Kill while something is entered and taken back in turn."""
    for seconds in moments(kills(location), longest):
        with open_store(location) as store:
            done = len(operations(store))
        with open_reading(location) as reading:
            before = len(find(reading))
        said = killed(lambda say: enter_and_undo(location, take_back, say), after=seconds)
        with open_store(location) as store:
            made = operations(store)[done:]
        names = ["undo" if row[4] else "add" for row in made]
        if names[: len(said)] != said or len(names) > len(said) + 1:
            raise Torn("what was promised is not what was done")
        with open_reading(location) as reading:
            present = len(find(reading)) - before
        if present != (2 if names[-1] == "add" else 0) or examine(location):
            raise Torn("taken back by half")


def test_what_was_taken_back_stays_so_and_nothing_is_taken_back_by_half(location: str) -> None:
    check_undo(location, undo, 0.03)


def undo_in_two_steps(store: Store) -> None:
    """The control: what is taken back and what follows from it are kept one after the other."""
    last = operations(store)[-1][0]
    with store.transaction() as connection:
        taken = {"undoes": last}
        connection.execute(text(f"{TAKEN_BACK} VALUES ('x', 'lan', 'undo', :undoes)"), taken)
    time.sleep(0.01)
    with store.transaction() as connection:
        replay_all(connection)
        connection.execute(text(FORGOTTEN), taken)


TAKEN_BACK = "INSERT INTO operation (at, who, name, undoes)"
FORGOTTEN = """
UPDATE directive SET is_void = 1
WHERE id IN (SELECT directive_id FROM event WHERE operation_id = :undoes)"""


def test_an_undo_in_two_steps_would_be_found_out(file_location: str) -> None:
    with pytest.raises(Torn, match="by half"):
        again(lambda: check_undo(file_location, undo_in_two_steps, 0.06))
