"""A newer program on an older register: whoever comes first brings it up to date."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.store.first_form import make_first_form
from tracker.store.database import file_engine


@pytest.fixture
def older(program: Program, tmp_path: Path) -> Program:
    program.run("add", "1/UBND-NC ngày 1/2/2024 Việc để có thư mục")
    made = tmp_path / "first.db"
    made.touch()
    engine = file_engine(str(made))
    make_first_form(engine)
    engine.dispose()
    shutil.copy(made, program.register)
    return program


@pytest.mark.parametrize("command", [("status",), ("list",), ("check",), ("reports",)])
def test_to_look_is_enough(older: Program, command: tuple[str, ...]) -> None:
    answer = older.run(*command)
    assert "đã được nâng cấp" in answer.err
    assert len(list((older.register.parent / "backups").glob("*before-upgrade*"))) == 1
    assert "đã được nâng cấp" not in older.run(*command).err
