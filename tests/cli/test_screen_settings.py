"""The settings that the screen reads, and the one it changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.cli.program import settle
from tracker.cli.screen_settings import ScreenSettings
from tracker.store.last_operation import LastOperation

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


def test_only_an_import_that_is_taken_back_leaves_a_day_to_be_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch, tmp_path)
    settings = ScreenSettings(None)
    an_import, an_addition = (
        LastOperation(id=1, operation=name, at="2023-12-13T02:12:00Z", directives=())
        for name in ("import", "add")
    )
    assert settings.tell_day_left(an_import) == ""
    settings.keep_reported_until(date(2023, 11, 14))
    assert "14/11/2023 vẫn coi như đã báo cáo" in settings.tell_day_left(an_import)
    assert "tracker import" not in settings.tell_day_left(an_import)
    assert settings.tell_day_left(an_addition) == ""


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
