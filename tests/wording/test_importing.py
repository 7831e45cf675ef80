"""What ``tracker import`` says of the sheets it was given."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.builders import TODAY
from tests.operations.imported_tables import PLAN, book, looked_at, sheet
from tracker.core.rules import Policy
from tracker.intake.files.found import RemarkedLines, SheetRemark
from tracker.operations.desk import Desk
from tracker.wording.importing import preview_lines


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(
        location=str(tmp_path_factory.getbasetemp() / "none.db"),
        who="lan",
        today=TODAY,
        at=datetime(2023, 12, 14, tzinfo=UTC),
        policy=Policy(),
    )


@pytest.mark.parametrize("remark", SheetRemark)
def test_whatever_is_odd_about_a_sheet_is_said_once(desk: Desk, remark: SheetRemark) -> None:
    odd = RemarkedLines(remark=remark, lines=(3, 5))
    found = replace(sheet("Tháng 12", ("1", PLAN, "Việc")), remarks=(odd,))
    lines = [*preview_lines(looked_at(desk, book(found)), is_whole=False)]
    assert sum(line.startswith("  ! ") for line in lines) == 1
