"""An installed wheel has no repository around it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder the wheel is installed into, alone."""
    folder = tmp_path_factory.mktemp("installed")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--no-compile"]
    pip = [sys.executable, "-I", "-m", "pip", "install", *options, "--target", str(folder)]
    result = subprocess.run(
        [*pip, str(ROOT)], cwd=folder, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return folder


def say(installed: Path, expression: str) -> str:
    """What an expression is in an interpreter that sees the wheel and the standard library."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import tracker, tracker.resources\n"
        f"print({expression})"
    )
    result = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program, str(installed)],
        cwd=installed,
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout.strip()


def test_the_shipped_files_travel_inside_the_wheel(installed: Path) -> None:
    settings = Path(say(installed, "tracker.resources.shipped('tracker.toml')"))
    samples = Path(say(installed, "tracker.resources.shipped('samples')"))
    assert settings.is_relative_to(installed)
    assert settings.read_bytes() == (ROOT / "data/tracker.toml").read_bytes()
    assert samples.is_relative_to(installed)
    assert names(samples) == names(ROOT / "data/samples")
    assert names(samples)


def test_every_module_of_the_source_tree_is_in_the_wheel(installed: Path) -> None:
    assert names(installed / "tracker", "**/*.py") == names(ROOT / "tracker", "**/*.py")
    assert (installed / "tracker/py.typed").exists()


def test_every_file_beside_the_modules_is_in_the_wheel(installed: Path) -> None:
    beside = {name for name in names(ROOT / "tracker") if "__pycache__" not in name}
    assert beside - names(installed / "tracker") == set()


def test_the_wheel_puts_nothing_beside_the_package(installed: Path) -> None:
    version = say(installed, "tracker.__version__")
    beside = {path.name for path in installed.iterdir()}
    assert beside == {"tracker", f"tracker-{version}.dist-info", "bin"}


def names(folder: Path, pattern: str = "**/*") -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.glob(pattern) if path.is_file()}
