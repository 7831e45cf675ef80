"""Which report is most likely wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.operations.reports_issued import later
from tracker.core.periods import CutOff
from tracker.operations.desk import Desk
from tracker.operations.likely_report import likely_report
from tracker.operations.report_office import ReportOffice


@pytest.mark.parametrize(
    ("day", "cut_off", "period"),
    [
        (date(2023, 12, 1), CutOff.DECREE, "2023-12"),
        (date(2023, 12, 14), CutOff.DECREE, "2023-12"),
        (date(2023, 12, 15), CutOff.DECREE, "2023-12"),
        (date(2023, 12, 24), CutOff.DECREE, "2023-12"),
        (date(2023, 12, 25), CutOff.DECREE, "2024-01"),
        (date(2024, 1, 3), CutOff.CALENDAR, "2023-12"),
        (date(2024, 1, 31), CutOff.CALENDAR, "2024-01"),
    ],
)
def test_a_month_that_has_just_ended_is_reported_on_before_the_one_that_runs(
    december: Desk, report_office: ReportOffice, day: date, cut_off: CutOff, period: str
) -> None:
    office = replace(report_office, cut_off=cut_off)
    assert likely_report(december, office, day).key == period


def test_a_month_that_was_issued_is_done_with(issued: Desk, report_office: ReportOffice) -> None:
    day = date(2023, 12, 16)
    assert likely_report(later(issued, day), report_office, day).key == "2024-01"
    # Before the month is over there is no other to report on.
    assert likely_report(issued, report_office, issued.today).key == "2023-12"


def test_it_is_known_without_a_register(
    desk: Desk, report_office: ReportOffice, tmp_path: Path
) -> None:
    assert likely_report(desk, report_office, desk.today).key == "2023-12"
    assert list(tmp_path.iterdir()) == []
