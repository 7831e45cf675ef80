"""A clerk's desk over an empty register, on the day of the December 2023 report."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.builders import TODAY
from tests.operations.reports_issued import CHANGED, DECEMBER, a_report_office
from tests.ready_made import ready_made
from tests.store.conftest import (
    Registers,
    empty_file,
    filled_files,
    location,
    postgresql,
    registers,
)
from tracker.core.rules import Policy
from tracker.operations.correcting import Correction, edit
from tracker.operations.demo import fill_from_sample
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.progressing import Ruling, by_document
from tracker.operations.report_issuing import issue_report
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_office import ReportOffice
from tracker.resources import SAMPLES, shipped

# The engines of the store, for operations whose outcome rests on what both give back.
__all__ = ["empty_file", "filled_files", "location", "postgresql", "ready_made", "registers"]

AT = datetime(2023, 12, 14, 3, 15, tzinfo=UTC)


def _desk(folder: Path) -> Desk:
    return _desk_at(str(folder / "register.db"))


def _desk_at(location: str) -> Desk:
    return Desk(location=location, who="lan", today=TODAY, at=AT, policy=Policy())


def _nine_directives(location: str) -> None:
    fill_from_sample(_desk_at(location), Path(shipped(SAMPLES)) / "bac-giang-2023-12.csv")


@pytest.fixture
def blank_desk(tmp_path: Path) -> Desk:
    """Over a register that is not made yet."""
    return _desk(tmp_path)


@pytest.fixture
def desk(blank_desk: Desk) -> Desk:
    return blank_desk


@pytest.fixture
def desk_on_each(location: str) -> Desk:
    """The same on both engines."""
    return _desk_at(location)


@pytest.fixture
def office(registers: Registers) -> Desk:
    """The same with the nine directives of December 2023."""
    return _desk_at(registers.filled(_nine_directives))


@pytest.fixture
def opened_desk(empty_file: Path, tmp_path: Path) -> Desk:
    """The same over a register that was made before, which is quicker than making one."""
    shutil.copy(empty_file, tmp_path / "register.db")
    return _desk(tmp_path)


@pytest.fixture
def report_office(tmp_path: Path) -> ReportOffice:
    """An office beside the desk."""
    return a_report_office(tmp_path)


@pytest.fixture(scope="session")
def december_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("december")
    desk = _desk(folder)
    _nine_directives(desk.location)
    add(desk, Entry(number="77/UBND-NC", issued="1/12/2023", content="Hỗ trợ", is_supporting=True))
    by_document(desk, "31/KH-UBND", Ruling(by="9/UBND-NC ngày 12/12/2023"), name="withdraw")
    return folder


@pytest.fixture(scope="session")
def issued_folder(december_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("issued")
    shutil.copytree(december_folder, folder, dirs_exist_ok=True)
    desk = _desk(folder)
    request = ReportRequest(format="txt", number="369")
    office = a_report_office(folder)
    issue_report(desk, office, request, period=DECEMBER, as_of=DECEMBER.ends_on)
    edit(desk, "3149/UBND-NC", Correction(content=CHANGED))
    return folder


@pytest.fixture
def december(tmp_path: Path, december_folder: Path) -> Desk:
    """Nine directives in December 2023, one of them withdrawn, and one that others lead."""
    shutil.copytree(december_folder, tmp_path, dirs_exist_ok=True)
    return _desk(tmp_path)


@pytest.fixture
def issued(tmp_path: Path, issued_folder: Path) -> Desk:
    """The same with December issued as text under the number 369, and one directive changed."""
    shutil.copytree(issued_folder, tmp_path, dirs_exist_ok=True)
    return _desk(tmp_path)
