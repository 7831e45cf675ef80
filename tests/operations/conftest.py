"""A clerk's desk over an empty register, on the day of the December 2023 report."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.builders import TODAY
from tests.store.conftest import empty_file, location, postgresql, registers
from tracker.core.rules import Policy
from tracker.operations.desk import Desk

# The engines of the store, for operations whose outcome rests on what both give back.
__all__ = ["empty_file", "location", "postgresql", "registers"]

AT = datetime(2023, 12, 14, 3, 15, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(
        location=str(tmp_path / "register.db"), who="lan", today=TODAY, at=AT, policy=Policy()
    )


@pytest.fixture
def desk_on_each(location: str) -> Desk:
    """The same on both engines."""
    return Desk(location=location, who="lan", today=TODAY, at=AT, policy=Policy())
