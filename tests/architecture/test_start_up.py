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
        "difflib", "docx", "enum", "holidays", "importlib.metadata", "inspect", "json", "logging",
        "lxml", "openpyxl", "pathlib", "psycopg", "pydantic", "re", "shutil", "sqlalchemy",
        "sqlmodel", "subprocess", "tempfile", "tomllib", "typing", "urllib", "zoneinfo",
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


HEAVY = frozenset(
    {
        "aiohttp", "alembic", "argcomplete", "dateutil", "docx", "holidays", "importlib.metadata",
        "lxml", "openpyxl", "psycopg", "pydantic", "rich", "sqlalchemy", "sqlmodel", "textual",
    }
)  # fmt: skip

READS = (
    ("status",),
    ("status", "--json"),
    ("status", "--as-of", "14/12/2023", "--fail-on-overdue"),
    ("overview",),
    ("list",),
    ("list", "--json"),
    ("list", "--csv", "--search", "phoi hop", "--sort", "unit"),
    ("show", "1"),
    ("show", "25/KH-UBND", "--json"),
    ("history", "1"),
    ("--help",),
    ("--version",),
    ("list", "--help"),
    ("add", "--help"),
    ("done", "--help"),
    ("done", "1"),
    ("undo", "--help"),
    ("report", "--help"),
    ("show", "99"),
    ("xyzzy",),
)

RUN_MAIN = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); bare = set(sys.modules)\n"
    "from tracker.cli.main import main; main()\n"
    "print(*sorted(set(sys.modules) - bare), file=sys.__stderr__)"
)


def run_main(home: Path, *arguments: str) -> set[str]:
    """The modules a whole command loads, in an interpreter that has the packages at hand."""
    result = subprocess.run(
        [sys.executable, "-I", "-c", RUN_MAIN, str(ROOT), *arguments],
        env={"TRACKER_HOME": str(home), "TRACKER_USER": "lan", "PATH": os.environ["PATH"]},
        cwd=home.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(result.stderr.splitlines()[-1].split())


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a register in use, its settings untouched for long."""
    home = tmp_path_factory.mktemp("office") / "home"
    loaded = run_main(home, "add", "25/KH-UBND ngày 24/5/2023 Phối hợp hạn 10/01/2024")
    assert loaded >= {"sqlalchemy", "sqlmodel", "pydantic", "holidays"}
    os.utime(home / "data/tracker.toml", (LONG_AGO, LONG_AGO))
    run_main(home, "status")
    return home


@pytest.mark.parametrize("arguments", READS, ids=" ".join)
def test_looking_loads_nothing_that_only_writing_needs(
    office: Path, arguments: tuple[str, ...]
) -> None:
    loaded = run_main(office, *arguments)
    assert "tracker.cli.main" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize("arguments", [(), ("status",), ("status", "--json")], ids=" ".join)
def test_a_plain_status_loads_nothing_slow(office: Path, arguments: tuple[str, ...]) -> None:
    unneeded = (SLOW | {"tracker.cli.dispatch"}) - loaded_by("import sqlite3")
    assert "argparse" in unneeded
    assert run_main(office, *arguments) & unneeded == set()


FIRST_PICTURE = """
import sys
from datetime import date, datetime
from tracker.cli.screen import run_screen
from tracker.core.rules import Policy
from tracker.operations.browsing import EVERYTHING, look, rows_by_id
from tracker.operations.desk import Desk
from tracker.tui.app import TrackerApp
day = date(2023, 12, 14)
desk = Desk(
    location={!r}, who="lan", today=day, at=datetime(2023, 12, 14), policy=Policy()
)
found = look(desk, EVERYTHING, as_of=day, at_most=100)
(row,) = rows_by_id(desk, found.ids, as_of=day)
"""

COMES_LATER = frozenset(
    {
        "json", "tomllib", "tracker.core.day_range", "tracker.core.timeline",
        "tracker.core.vietnamese", "tracker.store.json_parts", "tracker.store.searching",
        "tracker.wording.messages",
    }
)  # fmt: skip


def test_the_first_picture_of_the_screen_waits_for_nothing_that_comes_later(office: Path) -> None:
    before = probed("import textual.app, textual.widgets, textual.scroll_view")
    loaded = probed(FIRST_PICTURE.format(str(office / "data/tracker.db"))) - before
    assert "tracker.tui.screens.register" in loaded
    assert loaded & (COMES_LATER | (HEAVY - {"rich", "textual"})) == set()


def probed(statement: str) -> set[str]:
    """The modules a statement loads, in an interpreter that has the packages at hand."""
    probe = f"import sys; sys.path.insert(0, sys.argv[1])\n{statement}\nprint(*sorted(sys.modules))"
    command = [sys.executable, "-I", "-c", probe, str(ROOT)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(result.stdout.split())
