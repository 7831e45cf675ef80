"""An older register is brought up to date whole, or stays as it was."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect

from tests.builders import an_assignment
from tests.store.conftest import PostgreSql
from tests.store.registers import add, append
from tests.store.test_writing import NOTE, everything
from tracker.store import schema, upgrading
from tracker.store.database import Store, file_engine, open_store
from tracker.store.errors import OutdatedRegister, UpgradeFailed
from tracker.store.reading import open_reading
from tracker.store.schema import SCHEMA_NUMBER

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


def backups(location: str) -> list[Path]:
    return sorted((Path(location).parent / "backups").glob("*"))


def rows_by_table(store: Store) -> dict[str, int]:
    tables = ("operation", "event", "directive", "standing", "day_off")
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
