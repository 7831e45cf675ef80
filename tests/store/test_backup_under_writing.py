"""A copy of a register that is being written to is a state somebody had committed."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.builders import an_assignment
from tests.store.children import BACKUPS, Beside, Say
from tests.store.registers import AT, add
from tracker.core.database_address import is_url
from tracker.core.events import Noted
from tracker.store.backup import back_up
from tracker.store.copying import back_up_server
from tracker.store.database import Store, open_store
from tracker.store.integrity import examine
from tracker.store.reading import open_reading
from tracker.store.restoring import restore
from tracker.store.vetting import UnusableCopy
from tracker.store.writing import change

NOTE_OF = "INSERT INTO note (directive_id, effective_on, text) VALUES ({id}, '2023-12-01', ?)"


class NotACommittedState(AssertionError):
    """The copy holds half an operation, or lacks one that had been acknowledged."""


def note_both(store: Store, number: int) -> None:
    """One operation on two directives: neither is ever a note ahead of the other."""
    with change(store, name="note", who="lan", at=AT) as work:
        for id in (1, 2):
            noted = Noted(effective_on=date(2023, 12, 1), text=str(number))
            work.append(work.directive(id), noted)


@pytest.fixture
def two(location: str) -> str:
    with open_store(location) as store:
        add(store)
        add(store, an_assignment(content="Việc thứ hai"))
    return location


def require_committed(copy: Path, fresh: Path, acknowledged: int) -> None:
    """Restore a copy where nothing is, and look at what came."""
    restore(str(fresh), copy, folder=fresh.parent / "backups")
    if examine(str(fresh)):
        raise NotACommittedState("it does not hold together")
    with open_reading(str(fresh)) as reading:
        rows = reading.rows("SELECT directive_id, text FROM note ORDER BY id", {})
    first, second = ([int(text) for id, text in rows if id == wanted] for wanted in (1, 2))
    if first != second or first != list(range(len(first))):
        raise NotACommittedState("half an operation")
    if len(first) < acknowledged:
        raise NotACommittedState("what had been acknowledged is not in it")


def test_every_copy_made_while_a_clerk_works_is_a_committed_state(two: str, tmp_path: Path) -> None:
    def write(say: Say) -> None:
        with open_store(two) as store:
            for number in range(100_000):
                note_both(store, number)
                say(str(number))

    make: Callable[[str, Path], object] = back_up_server if is_url(two) else back_up
    number = max(BACKUPS // 4, 3) if is_url(two) else BACKUPS
    copies = [tmp_path / f"{place}.db" for place in range(number)]
    acknowledged = []
    with Beside(write) as writer:
        writer.wait_for_a_word()
        for copy in copies:
            acknowledged.append(len(writer.said()))
            make(two, copy)
        assert len(writer.said()) > acknowledged[0]
    for copy, least in zip(copies, acknowledged, strict=True):
        require_committed(copy, tmp_path / copy.stem / "register.db", least)


def test_a_plain_copy_in_the_middle_of_a_commit_would_be_found_out(
    file_store: Store, tmp_path: Path
) -> None:
    """The control: the pages that are written already, without the journal that would undo it."""
    add(file_store)
    add(file_store)
    with change(file_store, name="import", who="lan", at=AT) as work:
        work.connection.exec_driver_sql("PRAGMA cache_size = 1")
        for number in range(30):
            for id in (1, 2):
                noted = Noted(effective_on=date(2023, 12, 1), text=f"{number:02000}")
                work.append(work.directive(id), noted)
        shutil.copyfile(file_store.location, tmp_path / "plain.db")
    with pytest.raises((NotACommittedState, UnusableCopy)):
        require_committed(tmp_path / "plain.db", tmp_path / "1" / "register.db", 0)
    back_up(file_store.location, tmp_path / "proved.db")
    require_committed(tmp_path / "proved.db", tmp_path / "2" / "register.db", 30)


def test_a_plain_copy_of_a_log_ahead_would_be_found_out(file_store: Store, tmp_path: Path) -> None:
    """The control: what was acknowledged is in the log, which a plain copy leaves behind."""
    add(file_store)
    add(file_store)
    with closing(sqlite3.connect(file_store.location)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        for id in (1, 2):
            connection.execute(NOTE_OF.format(id=id), ("0",))
        connection.commit()
        shutil.copyfile(file_store.location, tmp_path / "plain.db")
        back_up(file_store.location, tmp_path / "proved.db")
    with pytest.raises(NotACommittedState, match="acknowledged"):
        require_committed(tmp_path / "plain.db", tmp_path / "1" / "register.db", 1)
    with closing(sqlite3.connect(tmp_path / "proved.db")) as copy:
        assert copy.execute("SELECT count(*) FROM note").fetchone() == (2,)
