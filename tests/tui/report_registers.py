"""Registers to report on, filled once and copied for each test."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.desks import desk_of, office_of
from tracker.core.periods import parse_period
from tracker.operations.demo import fill_from_sample
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.report_issuing import issue_report
from tracker.operations.report_making import ReportRequest
from tracker.resources import SAMPLES, shipped


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The nine directives of December 2023, and one that others lead."""
    folder = tmp_path_factory.mktemp("filled")
    desk = desk_of(folder)
    fill_from_sample(desk, Path(shipped(SAMPLES)) / "bac-giang-2023-12.csv")
    supporting = Entry(number="77/UBND-NC", issued="1/12/2023", content="Hỗ trợ")
    add(desk, replace(supporting, is_supporting=True))
    return folder


@pytest.fixture(scope="session")
def sent(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with December issued as text."""
    folder = tmp_path_factory.mktemp("sent")
    shutil.copytree(filled, folder, dirs_exist_ok=True)
    desk, office = desk_of(folder), office_of(folder)
    request = ReportRequest(format="txt", number="369")
    period = parse_period("12/2023", cut_off=office.cut_off)
    issue_report(desk, office, request, period=period, as_of=period.ends_on)
    return folder


@pytest.fixture
def desk(filled: Path, tmp_path: Path) -> Desk:
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    return desk_of(tmp_path)


@pytest.fixture
def issued(sent: Path, tmp_path: Path) -> Desk:
    shutil.copytree(sent, tmp_path, dirs_exist_ok=True)
    return desk_of(tmp_path)
