"""The index of an SQLite file follows the texts, whoever changes them and with whichever SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.builders import a_completion, an_assignment
from tests.store.conftest import PostgreSql
from tests.store.registers import AT, WHO, add, append, reading_of, take_back
from tests.store.test_searching import found
from tracker.core.errors import Refused
from tracker.core.events import Assigned, Edited, Voided
from tracker.store import search_index
from tracker.store.backup import back_up
from tracker.store.copying import back_up_server
from tracker.store.database import Store, open_store
from tracker.store.errors import DamagedIndex
from tracker.store.integrity import examine
from tracker.store.reading import open_reading
from tracker.store.restoring import restore
from tracker.store.search_check import badly_indexed
from tracker.store.search_index import INDEX, WAITING, bring_up_to_date, is_about_index
from tracker.store.searching import has_index
from tracker.store.writing import change

TRIGGER = f"{WAITING}_after_update"


def named(location: str, letters: str) -> list[int]:
    """The directives that the index itself names."""
    with open_reading(location) as reading:
        rows = reading.rows(f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH :it", {"it": letters})
    return [id for (id,) in rows]


def waiting(location: str) -> list[int]:
    with open_reading(location) as reading:
        return [id for (id,) in reading.rows(f"SELECT id FROM {WAITING} ORDER BY id", {})]


def searched(location: str, search: str) -> list[int]:
    with open_reading(location) as reading:
        return found(reading, search)


def is_right(location: str) -> bool:
    with open_reading(location) as reading:
        return has_index(reading) and badly_indexed(reading) == set()


def by_a_stranger(location: str, *statements: str) -> None:
    with closing(sqlite3.connect(location, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_the_index_knows_what_the_texts_say_and_nothing_else(file_store: Store) -> None:
    location = file_store.location
    directive = add(file_store, an_assignment(content="Kế hoạch"))
    assert (named(location, "hoa"), named(location, "quy")) == ([1], [])
    after = replace(directive.assignment, content="Nghị quyết")
    directive = append(file_store, directive, Edited(before=directive.assignment, after=after))
    assert (named(location, "hoa"), named(location, "quy")) == ([], [1])
    directive = append(file_store, directive, a_completion(after.assigned_on, result_text="xong"))
    assert named(location, "xon") == [1]
    take_back(file_store)
    assert named(location, "xon") == []
    take_back(file_store)
    assert (named(location, "hoa"), named(location, "quy")) == ([1], [])
    with change(file_store, name="void", who=WHO, at=AT) as work:
        work.append(work.directive(1), Voided(reason="ghi hai lần"))
    assert searched(location, "ke hoach") == []
    assert waiting(location) == []
    assert is_right(location)


def test_a_secret_text_is_not_in_the_index(file_store: Store) -> None:
    add(file_store, an_assignment(content="Kế hoạch", unit="Thanh tra", is_secret=True))
    assert (named(file_store.location, "hoa"), named(file_store.location, "tra")) == ([], [1])


def test_what_is_undone_leaves_nothing_behind_in_the_index(file_store: Store) -> None:
    add(file_store)
    with suppress(Refused), file_store.transaction() as connection:
        connection.execute(text("UPDATE directive SET search_text = 'nghi quyet'"))
        raise Refused
    with suppress(Refused), change(file_store, name="import", who=WHO, at=AT) as work:
        work.add(an_assignment(content="Nghị quyết"))
        raise Refused
    assert named(file_store.location, "quy") == waiting(file_store.location) == []
    assert is_right(file_store.location)


@pytest.mark.parametrize(
    ("statement", "search", "expected"),
    [
        ("UPDATE directive SET search_text = 'nghi quyet' WHERE id = 2", "quyet", [2]),
        ("UPDATE directive SET search_text = 'nghi quyet'", "quyet", [1, 2, 3]),
        ("UPDATE directive SET id = 9, search_text = 'nghi quyet' WHERE id = 3", "quyet", []),
        ("DELETE FROM directive WHERE id = 2", "soat", [1, 3]),
    ],
)
def test_what_a_stranger_changes_is_found_at_once_and_indexed_with_the_next_change(
    file_store: Store, statement: str, search: str, expected: list[int]
) -> None:
    for _ in range(3):
        add(file_store)
    location = file_store.location
    by_a_stranger(location, statement)
    assert searched(location, search) == expected
    assert waiting(location) != []
    with file_store.transaction():
        pass
    assert searched(location, search) == expected
    assert waiting(location) == []
    assert is_right(location)


def test_only_what_the_index_knew_first_is_written_down(file_store: Store) -> None:
    add(file_store, an_assignment(content="Kế hoạch"))
    by_a_stranger(
        file_store.location,
        "UPDATE directive SET search_text = 'mot'",
        "UPDATE directive SET search_text = 'hai'",
        "UPDATE directive SET search_text = 'ba bon'",
    )
    with file_store.transaction():
        pass
    assert [named(file_store.location, it) for it in ("hoa", "mot", "hai", "bon")] == [
        [],
        [],
        [],
        [1],
    ]


@pytest.mark.parametrize("statement", [f"DROP TRIGGER {TRIGGER}", f"DROP TABLE {INDEX}"])
def test_an_index_that_is_not_whole_is_not_asked_and_made_anew_by_the_next_change(
    file_store: Store, statement: str
) -> None:
    location = file_store.location
    for _ in range(2):
        add(file_store)
    by_a_stranger(location, statement, "UPDATE directive SET search_text = 'nghi quyet'")
    with open_reading(location) as reading:
        assert not has_index(reading)
        assert found(reading, "quyet") == [1, 2]
    with file_store.transaction():
        pass
    assert searched(location, "quyet") == [1, 2]
    assert is_right(location)


# Where SQLite was built without FTS5


Builds = Callable[[bool], None]


@pytest.fixture
def with_fts5(monkeypatch: pytest.MonkeyPatch) -> Builds:
    """Pretend that this SQLite has FTS5, or has not; it must not be called upon then."""
    is_known = search_index._is_known

    def pretend(has: bool) -> None:
        monkeypatch.setattr(search_index, "_is_known", is_known if has else lambda _run: False)

    return pretend


def test_a_register_is_made_used_and_looked_over_without_fts5(
    tmp_path: Path, with_fts5: Builds
) -> None:
    location = str(tmp_path / "register.db")
    with_fts5(False)
    with open_store(location) as store:
        directive = add(store)
        after = replace(directive.assignment, content="Nghị quyết")
        append(store, directive, Edited(before=directive.assignment, after=after))
        add(store)
        take_back(store)
    assert searched(location, "nghi quyet") == [1]
    assert examine(location) == ()
    back_up(location, tmp_path / "copy.db")
    restore(location, tmp_path / "copy.db", folder=tmp_path / "backups")
    assert searched(location, "quyet") == [1]
    with open_reading(location) as reading:
        assert reading.rows(f"SELECT name FROM sqlite_schema WHERE name = '{INDEX}'", {}) == []


def test_a_register_made_without_fts5_is_indexed_by_the_first_change_with_it(
    tmp_path: Path, with_fts5: Builds
) -> None:
    location = str(tmp_path / "register.db")
    with_fts5(False)
    with open_store(location) as store:
        add(store)
        with_fts5(True)
        assert searched(location, "soat") == [1]
        assert examine(location) == ()
        add(store)
    assert searched(location, "soat") == [1, 2]
    assert is_right(location)


def test_what_is_entered_without_fts5_is_found_with_it_and_indexed_later(
    file_store: Store, tmp_path: Path, with_fts5: Builds
) -> None:
    location = file_store.location
    directive = add(file_store)
    with_fts5(False)
    after = replace(directive.assignment, content="Nghị quyết")
    append(file_store, directive, Edited(before=directive.assignment, after=after))
    add(file_store)
    assert searched(location, "soat") == [2]
    back_up(location, tmp_path / "copy.db")
    restore(location, tmp_path / "copy.db", folder=tmp_path / "backups")
    assert waiting(location) == [1, 2]
    with_fts5(True)
    assert (searched(location, "soat"), searched(location, "quyet")) == ([2], [1])
    assert examine(location) == ()
    add(file_store)
    assert (named(location, "soa"), named(location, "quy")) == ([2, 3], [1])
    assert is_right(location)


# What is wrong with an index, and how it comes right


EMPTIED = f"INSERT INTO {INDEX} ({INDEX}) VALUES ('delete-all')"
UNREADABLE = f"UPDATE {INDEX}_data SET block = x'00' WHERE id > 100"


def findings(location: str) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.subject, one.detail) for one in examine(location)]


@pytest.mark.parametrize(("spoil", "detail"), [(EMPTIED, "2"), (UNREADABLE, "")])
def test_an_index_that_does_not_say_what_the_texts_do_is_reported_and_a_restored_copy_mends_it(
    file_store: Store, tmp_path: Path, spoil: str, detail: str
) -> None:
    location = file_store.location
    for _ in range(2):
        add(file_store)
    by_a_stranger(location, spoil)
    assert findings(location) == [("search", INDEX, detail)]
    back_up(location, tmp_path / "copy.db")
    restore(location, tmp_path / "copy.db", folder=tmp_path / "backups")
    assert findings(location) == []
    assert searched(location, "soat") == [1, 2]


def test_a_search_in_an_unreadable_index_says_so_and_not_that_the_register_is_lost(
    file_store: Store,
) -> None:
    add(file_store)
    by_a_stranger(file_store.location, UNREADABLE)
    with open_reading(file_store.location) as reading:
        with pytest.raises(DamagedIndex):
            found(reading, "soat")
        assert found(reading, "so") == [1]


def test_what_the_index_does_not_know_yet_is_no_finding(file_store: Store) -> None:
    add(file_store)
    by_a_stranger(file_store.location, "UPDATE directive SET unit = unit, search_text = 'mot hai'")
    assert {kind for kind, _, _ in findings(file_store.location)} == {"projection"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"malformed inverted index for FTS5 table main.{INDEX}", True),
        (f'fts5: corruption found reading blob 10 from table "{INDEX}"', True),
        ("malformed inverted index for FTS5 table main.other", False),
        (f"NULL value in {INDEX}_data.block", False),
        ("Tree 7 page 9: btreeInitPage() returns error code 11", False),
        ("ok", False),
    ],
)
def test_what_newer_libraries_say_of_the_index_is_told_from_what_they_say_of_the_file(
    line: str, expected: bool
) -> None:
    assert is_about_index(line) == expected


def test_a_copy_of_a_server_has_its_index(
    postgresql_store: Store, postgresql: PostgreSql, tmp_path: Path
) -> None:
    add(postgresql_store)
    copy = tmp_path / "copy.db"
    back_up_server(postgresql_store.location, copy)
    assert named(str(copy), "soa") == searched(str(copy), "soat") == [1]
    assert is_right(str(copy))
    url = postgresql.empty_database()
    restore(url, copy, folder=tmp_path / "backups")
    assert searched(url, "soat") == [1]


def test_a_register_of_an_older_form_gets_no_index_by_the_way(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "older.db", isolation_level=None)) as older:
        older.execute("CREATE TABLE directive (id INTEGER PRIMARY KEY, search_text TEXT)")
        bring_up_to_date(older.execute)
        assert older.execute("SELECT name FROM sqlite_schema").fetchall() == [("directive",)]


def test_many_entered_at_once_are_indexed_at_once(file_store: Store) -> None:
    histories = [
        (Assigned(assignment=an_assignment(content=f"Việc số {number}")),) for number in range(300)
    ]
    with change(file_store, name="import", who=WHO, at=AT) as work:
        work.enter(histories)
    assert searched(file_store.location, "299") == [300]
    assert is_right(file_store.location)
    take_back(file_store)
    with reading_of(file_store) as reading:
        assert found(reading, "viec") == []
