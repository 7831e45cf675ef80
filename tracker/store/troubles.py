"""What the errors of SQLAlchemy mean to a user, on either engine."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from tracker.core.database_address import without_password
from tracker.core.errors import TrackerError
from tracker.store.errors import (
    DamagedRegister,
    DiskTrouble,
    LockedRegister,
    ReadOnlyRegister,
    UnreachableServer,
)
from tracker.store.sqlite_file import trouble_of

_TROUBLES = {
    "08": UnreachableServer,
    "25006": ReadOnlyRegister,
    "28": UnreachableServer,
    "3D": UnreachableServer,
    "40": LockedRegister,
    "42501": ReadOnlyRegister,
    "42P01": DamagedRegister,
    "55P03": LockedRegister,
    "57": UnreachableServer,
    "XX": DamagedRegister,
}
"""By the SQLSTATE of PostgreSQL, or the class its first two signs name."""


@contextmanager
def troubles_named(location: str) -> Iterator[None]:
    """Turn the database errors a user can do something about into ``DatabaseTrouble``."""
    try:
        yield
    except sqlite3.Error as error:
        raise (trouble_of(error, location) or error) from error
    except DBAPIError as error:
        trouble = _trouble(error, location)
        if trouble is None:
            raise
        raise trouble from error


def _trouble(error: DBAPIError, location: str) -> TrackerError | None:
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        return trouble_of(cause, location)
    state = getattr(cause, "sqlstate", None) or ""
    shown = without_password(location)
    if state.startswith("53"):
        return DiskTrouble(shown, is_full=state == "53100")
    named = _TROUBLES.get(state) or _TROUBLES.get(state[:2])
    if named is None and (error.connection_invalidated or not state):
        named = UnreachableServer
    return named(shown) if named else None
