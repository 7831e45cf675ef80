"""What the screen writes of a report is what the command line writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import bac_giang, bac_giang_home, program
from tests.cli.program import Program
from tests.tui.desks import app_over
from tests.tui.pilot import play
from tests.tui.reports_played import Played, opened, pressed
from tracker.cli.place import find_place
from tracker.cli.report_office import report_office
from tracker.tui.app import TrackerApp

__all__ = ["bac_giang", "bac_giang_home", "program"]


@pytest.fixture
def on_screen(bac_giang: Program) -> TrackerApp:
    """The screen in the home of the command line, on the day of the report."""
    bac_giang.today(date(2023, 12, 14))
    place = find_place(None)
    return app_over(place.desk, office=report_office(place))


def test_every_format_has_the_same_bytes(
    bac_giang: Program, on_screen: TrackerApp, tmp_path: Path
) -> None:
    async def script(pilot: Played) -> None:
        await opened(pilot)
        for key in "xwht":
            await pressed(pilot, "g", key, "enter")

    play(on_screen, script)
    written = sorted((bac_giang.home / "exports").glob("phu-luc-2023-12.*"))
    assert [path.suffix for path in written] == [".docx", ".html", ".txt", ".xlsx"]
    for path in written:
        out = tmp_path / path.name
        bac_giang.run("report", "12/2023", "--format", path.suffix[1:], "--out", str(out))
        assert path.read_bytes() == out.read_bytes()
