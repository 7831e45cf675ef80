"""Finding the shipped files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker import resources


def test_in_the_source_tree_the_shipped_files_are_those_under_data() -> None:
    assert Path(resources.shipped("tracker.toml")).parts[-2:] == ("data", "tracker.toml")
    assert Path(resources.shipped("tracker.toml")).is_file()
    assert Path(resources.shipped("layouts.toml")).is_file()
    assert Path(resources.shipped("samples")).is_dir()


def test_in_an_installed_package_they_lie_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled = tmp_path / "bundled"
    bundled.mkdir()
    (bundled / "tracker.toml").touch()
    monkeypatch.setattr(resources, "_PACKAGE", str(tmp_path))
    assert Path(resources.shipped("tracker.toml")) == bundled / "tracker.toml"
