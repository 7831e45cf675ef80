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
from tracker.store.days_off import DayKind
from tracker.store.errors import UpgradeFailed
from tracker.store.schema import VERSION_TABLE
from tracker.store.tables import DayOffRow
from tracker.store.troubles import troubles_named

MIGRATIONS = Path(__file__).with_name("migrations")
_SEEDED_YEARS = range(2000, 2061)


def make_register(connection: Connection) -> None:
    """Make the tables in an empty database, with the days off that are known today."""
    migrate(connection)
    seed_days_off(connection)


def migrate(connection: Connection) -> None:
    """Run the migrations that are missing, inside the transaction of the connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
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
    backup = _backup_path(Path(path))
    back_up(path, backup)
    try:
        with troubles_named(path), engine.begin() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            before = row_counts(driver)
            migrate(connection)
            if not _is_whole(driver, before):
                raise UpgradeFailed(path, backup=str(backup))
    except (SQLAlchemyError, CommandError) as error:
        raise UpgradeFailed(path, backup=str(backup)) from error
    finally:
        engine.dispose()


def _backup_path(path: Path) -> Path:
    """A name in ``backups`` that is not taken yet."""
    folder = path.absolute().parent / "backups"
    number = 1
    while (target := folder / f"{path.stem}-before-upgrade-{number}{path.suffix}").exists():
        number += 1
    return target


def _is_whole(driver: sqlite3.Connection, before: dict[str, int]) -> bool:
    """Whether no table that is still there lost or gained a row, and every reference holds."""
    after = row_counts(driver)
    is_same = all(after[table] == number for table, number in before.items() if table in after)
    return is_same and not driver.execute("PRAGMA foreign_key_check").fetchall()


def upgrade_server(connection: Connection, shown: str) -> None:
    """Upgrade a register on a server, inside the transaction of the connection."""
    try:
        migrate(connection)
    except (SQLAlchemyError, CommandError) as error:
        raise UpgradeFailed(shown, backup=None) from error
