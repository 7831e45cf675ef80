"""Making a register, and bringing an older one to the form this program knows.

Loaded only when there is something to do: Alembic and ``holidays`` cost a second to import.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import holidays
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, insert, text

from tracker.store.days_off import DayKind
from tracker.store.tables import DayOffRow

_MIGRATIONS = Path(__file__).with_name("migrations")
_SEEDED_YEARS = range(2000, 2061)
_SATURDAY = 5


def migrate(connection: Connection, *, revision: str = "head", migrations: Path = _MIGRATIONS) -> None:
    """Run the migrations that are missing, inside the transaction of the connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, revision)


def seed_days_off(connection: Connection) -> None:
    """Fill the table of days off with what is known of Vietnam's public holidays."""
    known = holidays.country_holidays("VN", years=_SEEDED_YEARS, language="vi")
    rows = [(day, DayKind.HOLIDAY, name) for day, name in sorted(known.items())]
    worked = getattr(known, "weekend_workdays", set())
    rows += [(day, DayKind.WORKING, "") for day in sorted(worked) if day not in known]
    connection.execute(
        insert(DayOffRow),
        [{"day": day, "kind": kind.value, "name": name} for day, kind, name in rows],
    )
