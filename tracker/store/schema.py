"""Which form of register this program knows."""

from __future__ import annotations

from tracker.store.errors import NewerRegister, OutdatedRegister

SCHEMA_NUMBER = 3
"""The number of the newest migration."""

APPLICATION_ID = 0x54524B31
"""Marks an SQLite file as a register."""

VERSION_TABLE = "register_schema"
"""Holds the schema number; its name marks a server database as a register."""


def check_schema(location: str, found: int) -> None:
    """Refuse a register of another form than the one known."""
    if found > SCHEMA_NUMBER:
        raise NewerRegister(location, found=found, known=SCHEMA_NUMBER)
    if found < SCHEMA_NUMBER:
        raise OutdatedRegister(location, found=found, known=SCHEMA_NUMBER)
