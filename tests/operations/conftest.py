"""A clerk's desk over an empty register, on the day of the December 2023 report."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.builders import TODAY
from tracker.core.rules import Policy
from tracker.operations.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(
        location=str(tmp_path / "register.db"),
        who="lan",
        today=TODAY,
        at=datetime(2023, 12, 14, 3, 15, tzinfo=UTC),
        policy=Policy(),
    )
