"""Making a register, and bringing an older one to the form this program knows.

Loaded only when there is something to do: Alembic and ``holidays`` take long to import.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import holidays
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, insert, text
from sqlalchemy.exc import SQLAlchemyError

from tracker.store.backup import back_up, row_counts
from tracker.store.backup_files import folder_of_backups, stem_of_backups
from tracker.store.days_off import DayKind
from tracker.store.errors import OutdatedRegister, UnreadableEvent, UpgradeFailed
from tracker.store.keeping import kept_before
from tracker.store.replaying import replay_all
from tracker.store.schema import VERSION_TABLE, check_schema
from tracker.store.tables import DayOffRow
from tracker.store.troubles import troubles_named

MIGRATIONS = Path(__file__).with_name("migrations")
_SEEDED_YEARS = range(2000, 2061)


def make_register(connection: Connection) -> None:
    """Make the tables in an empty database, with the days off that are known today."""
    migrate(connection)
    seed_days_off(connection)


def migrate(connection: Connection, revision: str = "head") -> None:
    """Run the migrations that are missing, inside the transaction of the connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, revision)
    if connection.dialect.name == "sqlite":
        revision = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
        connection.exec_driver_sql(f"PRAGMA user_version = {int(revision)}")


def seed_days_off(connection: Connection) -> None:
    """Fill the table of days off with what is known of Vietnam's public holidays."""
    known = holidays.country_holidays("VN", years=_SEEDED_YEARS, language="vi")
    rows = [
        {"day": day, "kind": DayKind.HOLIDAY.value, "name": name}
        for day, name in sorted(known.items())
    ]
    rows += [
        {"day": day, "kind": DayKind.WORKING.value, "name": ""}
        for day in sorted(known.weekend_workdays)
        if day not in known and day.year in _SEEDED_YEARS
    ]
    connection.execute(insert(DayOffRow), rows)


def upgrade_file(path: str, engine: Engine) -> None:
    """Upgrade an SQLite register after a proved copy; whatever fails, it is as it was.

    ``engine`` must leave foreign keys unchecked: with them on, a table made anew would take the
    rows that point at it along. They are checked before the end instead.
    """
    backup = kept_before(
        folder_of_backups(path, otherwise=Path()),
        stem_of_backups(path),
        lambda target: back_up(path, target),
        reason="upgrade",
    ).path
    try:
        with troubles_named(path), engine.begin() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            if not _is_outdated(driver, path):
                return  # Somebody else has done it while we waited for our turn.
            before = row_counts(driver)
            migrate(connection)
            replay_all(connection)
            if not _is_whole(driver, before):
                raise UpgradeFailed(path, backup=str(backup))
    except (SQLAlchemyError, CommandError, UnreadableEvent) as error:
        raise UpgradeFailed(path, backup=str(backup)) from error
    finally:
        engine.dispose()


def _is_outdated(driver: sqlite3.Connection, path: str) -> bool:
    try:
        check_schema(path, driver.execute("PRAGMA user_version").fetchone()[0])
    except OutdatedRegister:
        return True
    return False


def _is_whole(driver: sqlite3.Connection, before: dict[str, int]) -> bool:
    """Whether none of what was entered lost or gained a row, and every reference holds."""
    after = row_counts(driver)
    is_same = all(after[table] == before[table] for table in _ENTERED if table in before)
    return is_same and not driver.execute("PRAGMA foreign_key_check").fetchall()


_ENTERED = (
    "operation",
    "event",
    "directive",
    "day_off",
    "day_off_change",
    "issued_report",
    "issued_row",
    "report_retraction",
)
"""The tables that nothing else can bring back."""


def upgrade_server(connection: Connection, shown: str) -> None:
    """Upgrade a register on a server, inside the transaction of the connection."""
    try:
        migrate(connection)
        replay_all(connection)
    except (SQLAlchemyError, CommandError, UnreadableEvent) as error:
        raise UpgradeFailed(shown, backup=None) from error
