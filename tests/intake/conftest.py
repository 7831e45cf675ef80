"""A register that is at home, and a place for what is tried on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.program import CapturingProgram

OWN = (
    ("add", "1/KH-UBND", "--issued", "24/5/2023", "--content", "Việc thứ nhất"),
    ("add", "2/KH-UBND", "--issued", "25/5/2023", "--content", "Việc thứ hai",
     "--deadline", "31/12/2023"),
)  # fmt: skip


@pytest.fixture(scope="session")
def two_directives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose register holds two directives."""
    folder = tmp_path_factory.mktemp("two")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("TRACKER_HOME", str(folder / "home"))
        monkeypatch.setenv("HOME", str(folder))
        monkeypatch.delenv("TRACKER_DB", raising=False)
        monkeypatch.chdir(folder)
        CapturingProgram(folder / "home", monkeypatch).run_all(OWN)
    return folder / "home"


@pytest.fixture
def trial_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of its own, gone at once: files of some cases are large."""
    yield tmp_path / "trial"
    shutil.rmtree(tmp_path / "trial")


@pytest.fixture
def home(two_directives: Path, tmp_path: Path) -> Path:
    shutil.copytree(two_directives, tmp_path / "home")
    return tmp_path / "home"
