"""The tables the migrations make are the tables the code believes in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, inspect
from sqlmodel import SQLModel

from tests.store.conftest import PostgreSql
from tracker.store import upgrading
from tracker.store.database import file_engine, open_store
from tracker.store.schema import APPLICATION_ID, SCHEMA_NUMBER, VERSION_TABLE
from tracker.store.search_index import is_table_of_index
from tracker.store.server import server_engine
from tracker.store.tables import DirectiveRow


def described(engine: Engine) -> dict[str, Any]:
    """Columns, keys, checks and indexes of each table."""
    looking = inspect(engine)
    tables = sorted(set(SQLModel.metadata.tables) & set(looking.get_table_names()))
    return {
        table: {
            "columns": [
                (column["name"], repr(column["type"]), column["nullable"])
                for column in looking.get_columns(table)
            ],
            "key": looking.get_pk_constraint(table)["constrained_columns"],
            "references": sorted(
                (tuple(key["constrained_columns"]), key["referred_table"])
                for key in looking.get_foreign_keys(table)
            ),
            "unique": [
                constraint["column_names"] for constraint in looking.get_unique_constraints(table)
            ],
            "checks": sorted(
                (str(check["name"]), check["sqltext"])
                for check in looking.get_check_constraints(table)
            ),
            "indexes": sorted(
                (
                    str(index["name"]),
                    str(index["column_names"]),
                    str(condition_of(index)),
                )
                for index in looking.get_indexes(table)
            ),
        }
        for table in tables
    }


def condition_of(index: Any) -> str:
    options = index.get("dialect_options", {})
    return str(options.get("sqlite_where", options.get("postgresql_where", "")))


def made_from_the_tables(engine: Engine) -> dict[str, Any]:
    SQLModel.metadata.create_all(engine)
    return described(engine)


def test_on_sqlite_the_migrations_make_what_the_tables_say(
    file_location: str, tmp_path: Path
) -> None:
    blank = create_engine(f"sqlite:///{tmp_path / 'blank.db'}")
    migrated = described(file_engine(file_location))
    assert len(migrated) == len(SQLModel.metadata.tables) == 10
    assert migrated == made_from_the_tables(blank)


def test_on_postgresql_the_migrations_make_what_the_tables_say(postgresql: PostgreSql) -> None:
    blank = server_engine(postgresql.empty_database())
    migrated = described(server_engine(postgresql.register()))
    assert len(migrated) == len(SQLModel.metadata.tables) == 10
    assert migrated == made_from_the_tables(blank)


def test_every_table_of_a_file_is_strict(file_location: str) -> None:
    with closing(sqlite3.connect(file_location)) as connection:
        lax = connection.execute(
            "SELECT name FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
    assert [name for (name,) in lax if not is_table_of_index(name)] == [VERSION_TABLE]


def test_the_schema_number_is_that_of_the_newest_migration(file_location: str) -> None:
    migrations = sorted((upgrading.MIGRATIONS / "versions").glob("*.py"))
    assert [int(path.name[:4]) for path in migrations] == list(range(1, SCHEMA_NUMBER + 1))
    with closing(sqlite3.connect(file_location)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_NUMBER,)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_no_table_knows_a_progress(file_location: str) -> None:
    words = [
        column["name"]
        for table in described(file_engine(file_location))
        for column in inspect(file_engine(file_location)).get_columns(table)
        if "progress" in column["name"] or "overdue" in column["name"]
    ]
    assert words == []


def test_the_row_of_a_directive_is_locked_by_its_version() -> None:
    mapper = inspect(DirectiveRow)
    assert mapper.version_id_col is SQLModel.metadata.tables["directive"].c.version


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_a_new_register_is_sound(engine: str, request: pytest.FixtureRequest) -> None:
    if engine == "sqlite":
        location = request.getfixturevalue("file_location")
    else:
        location = request.getfixturevalue("postgresql").empty_database()
    with open_store(location) as store, store.transaction() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM standing_tally").scalar() == 0
