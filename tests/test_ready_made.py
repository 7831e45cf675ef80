"""What is tested on a register made in a moment is true of one that the program makes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.ready_made import by_migrations, ready_made
from tracker.store.database import open_store

__all__ = ["ready_made"]


def _everything_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        pragmas = [
            str(file.execute(f"PRAGMA {name}").fetchone())
            for name in ("application_id", "user_version", "page_size", "encoding", "auto_vacuum")
        ]
        return [*pragmas, *file.iterdump()]


def test_a_register_made_in_a_moment_is_one_that_the_migrations_make(tmp_path: Path) -> None:
    in_a_moment, wanted = tmp_path / "in-a-moment.db", tmp_path / "by-migrations.db"
    open_store(str(in_a_moment)).close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tracker.store.upgrading.make_register", by_migrations)
        open_store(str(wanted)).close()
    assert _everything_in(in_a_moment) == _everything_in(wanted)
