"""The register on a database server."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from tracker.core.database_address import without_password
from tracker.store.errors import NoServerDriver, NotARegister
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
