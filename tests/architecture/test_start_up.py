"""What a fresh interpreter loads: the part of start-up that no busy machine can disturb."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONG_AGO = 1_700_000_000

SLOW = frozenset(
    {
        "argcomplete", "argparse", "alembic", "asyncio", "collections", "dataclasses", "dateutil",
        "difflib", "enum", "holidays", "importlib.metadata", "inspect", "json", "logging",
        "openpyxl", "pathlib", "psycopg", "pydantic", "re", "shutil", "sqlalchemy", "sqlmodel",
        "subprocess", "tempfile", "tomllib", "typing", "urllib", "zoneinfo",
    }
)  # fmt: skip

LIGHT = (
    "tracker",
    "tracker.clock",
    "tracker.core.errors",
    "tracker.quick_settings",
    "tracker.resources",
    "tracker.workspace",
)


def loaded_by(statement: str, *, folder: Path = ROOT) -> set[str]:
    """The modules a statement adds to those of a bare interpreter."""
    probe = (
        "import sys; sys.path.insert(0, sys.argv[1]); bare = set(sys.modules)\n"
        f"{statement}\n"
        "print(*sorted(set(sys.modules) - bare))"
    )
    result = subprocess.run(
        [sys.executable, "-I", "-S", "-c", probe, str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(result.stdout.split())


@pytest.mark.parametrize("module", LIGHT)
def test_a_light_module_loads_nothing_slow(module: str) -> None:
    loaded = loaded_by(f"import {module}")
    assert module in loaded
    assert loaded & SLOW == set()


def test_kept_settings_are_read_without_anything_slow(tmp_path: Path) -> None:
    read = "from tracker.quick_settings import load_quick_settings as load\nload({!r})"
    (tmp_path / "data").mkdir()
    settings = tmp_path / "data/tracker.toml"
    settings.touch()
    os.utime(settings, (LONG_AGO, LONG_AGO))
    statement = read.format(str(tmp_path))
    assert "tomllib" in loaded_by(statement)
    assert loaded_by(statement) & SLOW == set()
