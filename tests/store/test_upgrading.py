"""An older register is brought up to date whole, or stays as it was."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from tests.builders import a_citation, an_assignment
from tests.store.conftest import PostgreSql
from tests.store.first_form import make_first_form
from tests.store.registers import add, append, fill_in, take_back
from tests.store.test_schema import described
from tests.store.test_writing import NOTE, everything
from tracker.core.assessed import AssessedDirective
from tracker.core.database_address import is_url
from tracker.core.directive import State
from tracker.core.rules import Policy
from tracker.core.totals import add_up
from tracker.store import schema, upgrading
from tracker.store.counting import count_register
from tracker.store.database import Store, file_engine, open_store
from tracker.store.errors import OutdatedRegister, UpgradeFailed
from tracker.store.integrity import examine
from tracker.store.listing import assessed
from tracker.store.reading import open_reading
from tracker.store.schema import SCHEMA_NUMBER
from tracker.store.search_check import badly_indexed
from tracker.store.searching import has_index
from tracker.store.selection import Selection
from tracker.store.server import server_engine

NEXT = SCHEMA_NUMBER + 1

REVISION = '''
"""The next form of the register."""
import sqlalchemy as sa
from alembic import op

revision = "{next:04d}"
down_revision = "{now:04d}"

def upgrade():
    {upgrade}
'''

MADE_ANEW = """with op.batch_alter_table(
        "directive", recreate="always", table_kwargs={"sqlite_strict": True}
    ) as table:
        table.add_column(sa.Column("priority", sa.Text()))"""
HALF_WAY = """op.add_column("directive", sa.Column("priority", sa.Text()))
    op.execute("UPDATE directive SET nonsense = 1")"""
LOSES_ROWS = 'op.execute("DELETE FROM day_off")'
LOSES_REFERENCES = 'op.execute("DELETE FROM directive")'
ADDED = 'op.add_column("directive", sa.Column("priority", sa.Text()))'

NextForm = Callable[[str], None]


@pytest.fixture
def next_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NextForm:
    """Pretend that the program has one migration more."""

    def pretend(upgrade: str) -> None:
        migrations = tmp_path / "migrations"
        shutil.copytree(upgrading.MIGRATIONS, migrations)
        revision = migrations / "versions" / f"{NEXT:04d}_next.py"
        revision.write_text(REVISION.format(next=NEXT, now=SCHEMA_NUMBER, upgrade=upgrade))
        monkeypatch.setattr(upgrading, "MIGRATIONS", migrations)
        monkeypatch.setattr(schema, "SCHEMA_NUMBER", NEXT)

    return pretend


@pytest.fixture
def kept(location: str) -> str:
    with open_store(location) as store:
        append(store, add(store), NOTE)
        add(store, an_assignment(content="Việc thứ hai"))
    return location


@pytest.fixture
def kept_file(file_location: str) -> str:
    with open_store(file_location) as store:
        append(store, add(store), NOTE)
    return file_location


@pytest.fixture
def kept_on_server(postgresql: PostgreSql) -> str:
    url = postgresql.empty_database()
    with open_store(url) as store:
        append(store, add(store), NOTE)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def of_the_first_form(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A register that the first version of the program has left."""
    if request.param == "sqlite":
        location = str(tmp_path / "register.db")
        (tmp_path / "register.db").touch()
        engine = file_engine(location)
    else:
        location = request.getfixturevalue("postgresql").empty_database()
        engine = server_engine(location)
    make_first_form(engine)
    engine.dispose()
    return location


@pytest.fixture(params=["sqlite", "postgresql"])
def of_the_second_form(request: pytest.FixtureRequest) -> str:
    """A register as the second form had it: without anything that has to do with an index."""
    if request.param == "sqlite":
        location: str = request.getfixturevalue("file_location")
    else:
        location = request.getfixturevalue("postgresql").empty_database()
    with open_store(location) as store:
        append(store, add(store), NOTE)
        add(store, an_assignment(content="Việc thứ hai"))
    if is_url(location):
        request.getfixturevalue("postgresql").execute(OF_THE_SECOND_FORM, url=location)
        return location
    with closing(sqlite3.connect(location)) as connection, connection:
        for name in ("insert", "update", "delete"):
            connection.execute(f"DROP TRIGGER directive_unindexed_after_{name}")
        for table in ("directive_unindexed", "directive_search"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute(OF_THE_SECOND_FORM)
        connection.execute("PRAGMA user_version = 2")
    return location


OF_THE_SECOND_FORM = "UPDATE register_schema SET version_num = '0002'"


def listed(location: str, day: date) -> list[AssessedDirective]:
    with open_reading(location) as reading:
        return assessed(reading, as_of=day, policy=Policy())


def test_a_register_of_the_first_form_is_replayed_from_its_events(of_the_first_form: str) -> None:
    with pytest.raises(OutdatedRegister):
        open_reading(of_the_first_form)
    with open_store(of_the_first_form) as store:
        assert rows_by_table(store) == {
            "operation": 7,
            "event": 7,
            "directive": 2,
            "standing": 4,
            "note": 1,
            "day_off": len(everything(store, "day_off")),
        }
    (done,) = listed(of_the_first_form, date(2023, 12, 12))
    assert (done.facts.state, done.facts.completed_on) == (State.DONE, date(2023, 12, 12))
    assert (done.facts.reopen_count, done.latest_note) == (0, "Đang lấy ý kiến")
    (again,) = listed(of_the_first_form, date(2023, 12, 14))
    assert (again.id, again.version, again.unit) == (1, 8, "Văn phòng")
    assert (again.facts.state, again.facts.due_on) == (State.IN_PROGRESS, date(2023, 12, 20))
    assert (again.facts.reopen_count, again.facts.extension_count) == (1, 1)
    assert again.facts.extended_by == a_citation("7001/UBND-NC", date(2023, 12, 5))
    assert (again.is_supporting, again.is_secret) == (False, False)


def test_a_register_of_the_first_form_is_counted_and_changed_like_a_new_one(
    of_the_first_form: str,
) -> None:
    with open_store(of_the_first_form) as store, open_reading(of_the_first_form) as reading:
        counts = count_register(
            reading,
            as_of="2023-12-14",
            deadline_policy="nominal",
            due_soon_until="2023-12-21",
        )
        assert add_up(counts).groups["in_progress"]["in_time"] == add_up(counts).total == 1
    with open_store(of_the_first_form) as store:
        assert add(store).id == 3
        assert take_back(store).directives == ((3, "6340/UBND-NC"),)
        assert take_back(store).directives == ((1, "6340/UBND-NC"),)
    (done,) = listed(of_the_first_form, date(2023, 12, 14))
    assert done.facts.state is State.DONE


@pytest.mark.parametrize("table", ["event", "operation", "issued_report", "day_off_change"])
def test_after_an_upgrade_the_past_can_be_rewritten_no_more_than_before(
    of_the_first_form: str, table: str
) -> None:
    open_store(of_the_first_form).close()
    with open_store(of_the_first_form) as store:
        fill_in(store)
        with pytest.raises(DBAPIError, match="refuses"), store.engine.begin() as connection:
            connection.execute(text(f"DELETE FROM {table}"))


def test_an_upgraded_register_is_built_like_a_new_one(
    of_the_first_form: str, request: pytest.FixtureRequest
) -> None:
    open_store(of_the_first_form).close()
    is_file = not is_url(of_the_first_form)
    name = "file_location" if is_file else "postgresql"
    new = request.getfixturevalue(name)
    engine_of = file_engine if is_file else server_engine
    assert described(engine_of(of_the_first_form)) == described(
        engine_of(new if is_file else new.register())
    )


def searched(location: str, search: str) -> list[int]:
    day, selection = date(2023, 12, 14), Selection(search=search)
    with open_reading(location) as reading:
        rows = assessed(reading, as_of=day, policy=Policy(), selection=selection)
        return [row.id for row in rows]


def test_a_register_of_the_second_form_is_searched_as_soon_as_it_is_upgraded(
    of_the_second_form: str,
) -> None:
    location = of_the_second_form
    with pytest.raises(OutdatedRegister):
        open_reading(location)
    open_store(location).close()
    assert [searched(location, it) for it in ("soat", "viec", "6340")] == [[1], [2], [1, 2]]
    with open_reading(location) as reading:
        assert has_index(reading) != is_url(location)
    assert examine(location) == ()


def test_a_register_of_the_first_form_is_searched_as_soon_as_it_is_upgraded(
    of_the_first_form: str,
) -> None:
    open_store(of_the_first_form).close()
    assert searched(of_the_first_form, "ra soat van phong") == [1]
    assert examine(of_the_first_form) == ()


def test_an_upgrade_that_makes_the_directives_anew_indexes_them_anew(
    kept_file: str, next_form: NextForm
) -> None:
    next_form(MADE_ANEW)
    with open_store(kept_file) as store:
        add(store, an_assignment(content="Việc thứ hai"))
    with open_reading(kept_file) as reading:
        assert has_index(reading)
        assert badly_indexed(reading) == set()


def backups(location: str) -> list[Path]:
    return sorted((Path(location).parent / "backups").glob("*"))


def rows_by_table(store: Store) -> dict[str, int]:
    tables = ("operation", "event", "directive", "standing", "note", "day_off")
    return {table: len(everything(store, table)) for table in tables}


def test_an_upgrade_keeps_every_row(kept_file: str, next_form: NextForm) -> None:
    with open_store(kept_file) as store:
        before = rows_by_table(store)
    next_form(MADE_ANEW)
    with pytest.raises(OutdatedRegister):
        open_reading(kept_file)
    with open_store(kept_file) as store:
        assert rows_by_table(store) == before
        assert "priority" in {c["name"] for c in inspect(store.engine).get_columns("directive")}
        assert add(store).id == 2
    with closing(sqlite3.connect(kept_file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NEXT,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_before_an_upgrade_a_copy_is_made_that_the_older_program_can_read(
    kept_file: str, next_form: NextForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(kept_file) as store:
        before = everything(store, "event")
    next_form(MADE_ANEW)
    open_store(kept_file).close()
    (backup,) = backups(kept_file)
    assert backup.stat().st_mode & 0o777 == 0o600
    assert backup.parent.stat().st_mode & 0o777 == 0o700
    monkeypatch.setattr(schema, "SCHEMA_NUMBER", SCHEMA_NUMBER)
    with open_store(str(backup)) as store:
        assert everything(store, "event") == before


@pytest.mark.parametrize("upgrade", [HALF_WAY, LOSES_ROWS, LOSES_REFERENCES])
def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    kept_file: str, next_form: NextForm, upgrade: str
) -> None:
    before = Path(kept_file).read_bytes()
    next_form(upgrade)
    with pytest.raises(UpgradeFailed) as trouble:
        open_store(kept_file)
    assert Path(kept_file).read_bytes() == before
    assert [str(backup) for backup in backups(kept_file)] == [trouble.value.backup]


def test_a_second_attempt_does_not_write_over_the_first_copy(
    kept_file: str, next_form: NextForm
) -> None:
    next_form(HALF_WAY)
    for _ in range(2):
        with pytest.raises(UpgradeFailed):
            open_store(kept_file)
    assert len(backups(kept_file)) == 2


def test_of_the_copies_made_before_upgrades_ten_stay(kept_file: str, next_form: NextForm) -> None:
    folder = Path(kept_file).with_name("backups")
    folder.mkdir()
    for number in range(1, 12):
        (folder / f"register-before-upgrade-{number}.db").touch()
    next_form(ADDED)
    open_store(kept_file).close()
    kept = {f"register-before-upgrade-{number}.db" for number in range(3, 13)}
    assert {path.name for path in folder.iterdir()} == kept


def test_with_foreign_keys_on_a_table_could_not_be_made_anew(
    kept_file: str, next_form: NextForm
) -> None:
    """Why an upgrade leaves them unchecked until its end."""
    next_form(MADE_ANEW)
    with pytest.raises(UpgradeFailed):
        upgrading.upgrade_file(kept_file, file_engine(kept_file, foreign_keys=True))


def test_a_register_on_a_server_is_upgraded(kept_on_server: str, next_form: NextForm) -> None:
    next_form(ADDED)
    with pytest.raises(OutdatedRegister):
        open_reading(kept_on_server)
    with open_store(kept_on_server) as store:
        assert "priority" in {c["name"] for c in inspect(store.engine).get_columns("directive")}
        assert add(store).id == 2


def test_on_a_server_a_failing_upgrade_leaves_everything_as_it_was(
    kept_on_server: str, next_form: NextForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_form(HALF_WAY)
    with pytest.raises(UpgradeFailed):
        open_store(kept_on_server)
    monkeypatch.setattr(schema, "SCHEMA_NUMBER", SCHEMA_NUMBER)
    with open_store(kept_on_server) as store:
        assert "priority" not in {c["name"] for c in inspect(store.engine).get_columns("directive")}
        assert add(store).id == 2


def test_a_register_with_an_event_that_is_none_is_not_upgraded_and_named(
    kept_file: str, next_form: NextForm
) -> None:
    with closing(sqlite3.connect(kept_file)) as connection, connection:
        connection.execute("DROP TRIGGER event_refuses_update")
        connection.execute("UPDATE event SET payload = '{\"nonsense\": 1}'")
    before = Path(kept_file).read_bytes()
    next_form(ADDED)
    with pytest.raises(UpgradeFailed):
        open_store(kept_file)
    assert Path(kept_file).read_bytes() == before


def test_who_waited_for_another_upgrade_finds_it_done(kept_file: str, next_form: NextForm) -> None:
    next_form(ADDED)
    open_store(kept_file).close()
    upgrading.upgrade_file(kept_file, file_engine(kept_file, foreign_keys=False))
    with open_store(kept_file) as store:
        assert add(store).id == 2
