"""Homes to work in: an empty one, and registers prepared once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.program import BAC_GIANG, BAC_KAN, CapturingProgram, Command, Program, settle
from tests.ready_made import ready_made

__all__ = ["ready_made"]


@pytest.fixture
def program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Program:
    """The program where it has never been used before."""
    home = settle(monkeypatch, tmp_path)

    def capture() -> tuple[str, str]:
        captured = capsys.readouterr()
        return captured.out, captured.err

    return Program(home, capture, monkeypatch)


def _prepared(folder: Path, commands: tuple[Command, ...]) -> Path:
    with pytest.MonkeyPatch.context() as monkeypatch:
        home = settle(monkeypatch, folder)
        CapturingProgram(home, monkeypatch).run_all(commands)
    return home


@pytest.fixture(scope="session")
def bac_giang_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _prepared(tmp_path_factory.mktemp("bac-giang"), BAC_GIANG)


@pytest.fixture(scope="session")
def bac_kan_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _prepared(tmp_path_factory.mktemp("bac-kan"), BAC_KAN)


@pytest.fixture
def bac_giang(program: Program, bac_giang_home: Path) -> Program:
    """A register with the nine directives."""
    shutil.copytree(bac_giang_home, program.home)
    return program


@pytest.fixture
def bac_kan(program: Program, bac_kan_home: Path) -> Program:
    """A register with one document and its three directives."""
    shutil.copytree(bac_kan_home, program.home)
    return program


@pytest.fixture(scope="module")
def worn_program(
    bac_giang_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Program]:
    """A program with a register for many examples one after another; what they leave stays."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        home = settle(monkeypatch, tmp_path_factory.mktemp("worn"))
        shutil.copytree(bac_giang_home, home)
        yield CapturingProgram(home, monkeypatch)
