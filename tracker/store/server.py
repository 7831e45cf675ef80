"""The register on a database server."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import NullPool

from tracker.core.database_address import without_password
from tracker.store import waiting
from tracker.store.errors import NoServerDriver, NotARegister
from tracker.store.patience import is_anyone_told, tell_waiting
from tracker.store.schema import APPLICATION_ID
from tracker.store.sqlite_file import PATIENCE_SECONDS

CONNECT_SECONDS = 5
"""How long a server may take to answer at all."""


def server_engine(location: str) -> Engine:
    """The engine for a PostgreSQL URL, kept as that for a file is; connects to nothing yet."""
    return _engine(location, patience_seconds=PATIENCE_SECONDS)


@lru_cache(maxsize=8)
def _engine(location: str, *, patience_seconds: float) -> Engine:
    try:
        engine = create_engine(
            _server_url(location),
            poolclass=NullPool,
            hide_parameters=True,
            connect_args={
                "connect_timeout": CONNECT_SECONDS,
                "options": f"-c lock_timeout={patience_seconds}s -c datestyle=ISO",
            },
        )
    except ModuleNotFoundError as error:
        raise NoServerDriver(without_password(location)) from error
    event.listen(engine, "connect", _give_days_as_text)
    return engine


def take_turn_on_server(connection: Connection) -> None:
    """Wait until no other change is under way; a long wait is told of where that is wanted."""
    if _locked(connection, "SELECT pg_try_advisory_xact_lock(:key)"):
        return
    if not is_anyone_told():
        _locked(connection, _TAKE_TURN)
    elif not _came_soon(connection):
        tell_waiting()
        _locked(connection, _TAKE_TURN)


_TAKE_TURN = "SELECT pg_advisory_xact_lock(:key)"
_LOCK_NOT_AVAILABLE = "55P03"


def _came_soon(connection: Connection) -> bool:
    """Wait for the turn no longer than is nothing to speak of; whether it came."""
    soon = f"SET LOCAL lock_timeout = {round(waiting.SILENT_SECONDS * 1000)}"
    try:
        with connection.begin_nested():
            connection.execute(text(soon))
            _locked(connection, _TAKE_TURN)
            connection.execute(text("SET LOCAL lock_timeout TO DEFAULT"))
    except OperationalError as error:
        if getattr(error.orig, "sqlstate", "") != _LOCK_NOT_AVAILABLE:
            raise
        return False
    return True


def _locked(connection: Connection, sql: str) -> object:
    return connection.execute(text(sql), {"key": APPLICATION_ID}).scalar_one()


def _server_url(location: str) -> URL:
    try:
        url = make_url(location)
        if url.get_backend_name() not in ("postgres", "postgresql"):
            raise NotARegister(without_password(location))
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise NotARegister(without_password(location)) from error
    return url.set(drivername="postgresql+psycopg")


def _give_days_as_text(connection: Any, record: object) -> None:  # noqa: ARG001 - as called
    """Let DATE come back as ISO text, as SQLite gives it."""
    text_loader = connection.adapters.get_loader(_OID_OF_TEXT, _TEXT_FORMAT)
    connection.adapters.register_loader("date", text_loader)


_OID_OF_TEXT = 25
_TEXT_FORMAT = 0
