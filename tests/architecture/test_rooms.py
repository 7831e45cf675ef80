"""The contracts of pyproject.toml: which room may look into which."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)


def test_rooms_only_look_where_they_may() -> None:
    result = subprocess.run(
        [sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


def test_the_init_files_of_rooms_stay_empty() -> None:
    rooms = [path for path in ROOT.glob("tracker/*/**/__init__.py") if path.stat().st_size > 0]
    assert rooms == []
