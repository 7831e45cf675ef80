"""The settings that the screen reads, and the one it changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.cli.program import settle
from tracker.cli.screen_settings import ScreenSettings

TODAY = date(2023, 12, 20)


def test_a_day_that_is_kept_holds_for_reports_made_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = settle(monkeypatch, tmp_path)
    settings = ScreenSettings(None)
    assert settings.office().reported_until is None
    assert settings.propose_reported_until(TODAY) == date(2023, 12, 14)
    said, is_kept = settings.keep_reported_until(date(2023, 11, 14))
    assert is_kept
    assert str(home / "data/tracker.toml") in said
    assert settings.office().reported_until == date(2023, 11, 14)
    assert settings.propose_reported_until(TODAY) is None


def test_a_day_that_cannot_be_kept_is_told_with_the_line_to_add(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = settle(monkeypatch, tmp_path)
    (home / "data").mkdir(parents=True)
    settings = ScreenSettings(None)
    assert settings.office().reported_until is None
    (home / "data/tracker.toml").write_text("[", encoding="utf-8")
    said, is_kept = settings.keep_reported_until(date(2023, 11, 14))
    assert not is_kept
    assert said.endswith("reported_until = 2023-11-14")
