"""The day until which what is done was reported, written into the settings."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from tracker.resources import DEFAULT_SETTINGS, shipped
from tracker.settings.office import load_settings
from tracker.settings.reported_until import keep_reported_until
from tracker.settings.toml_file import UnreadableSettings

DAY = date(2023, 11, 14)
SHIPPED = Path(shipped(DEFAULT_SETTINGS)).read_text(encoding="utf-8")


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "data/tracker.toml"
    path.parent.mkdir()
    path.write_text(SHIPPED, encoding="utf-8")
    return path


def kept(settings: Path) -> date | None:
    return load_settings(str(settings.parents[1])).reported_until


def test_it_takes_the_place_of_the_line_that_suggests_it_and_leaves_all_others(
    settings: Path,
) -> None:
    keep_reported_until(settings, DAY)
    assert kept(settings) == DAY
    before, after = SHIPPED.splitlines(), settings.read_text(encoding="utf-8").splitlines()
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert changed == [("# reported_until = 2023-11-14", "reported_until = 2023-11-14")]


def test_it_takes_the_place_of_the_day_that_is_set(settings: Path) -> None:
    keep_reported_until(settings, DAY)
    keep_reported_until(settings, date(2024, 1, 14))
    assert kept(settings) == date(2024, 1, 14)
    assert settings.read_text(encoding="utf-8").count("\nreported_until") == 1


@pytest.mark.parametrize(
    "text",
    ["", "[office]\nname = 'Sở'\n", "[rules]\ndue_soon_days = 5\n\n[report]\nfont = 'Arial'\n",
     "[rules]\r\ndue_soon_days = 5\r\n", "\ufeff[rules]\n"],
)  # fmt: skip
def test_it_finds_its_section_or_makes_it(settings: Path, text: str) -> None:
    settings.write_bytes(text.encode())
    keep_reported_until(settings, DAY)
    assert kept(settings) == DAY
    assert all(
        word in settings.read_text(encoding="utf-8-sig") for word in text.lstrip("\ufeff").split()
    )
    assert (b"\r\n" in settings.read_bytes()) is ("\r\n" in text)


def test_who_may_read_the_settings_may_read_them_after(settings: Path) -> None:
    settings.chmod(0o640)
    keep_reported_until(settings, DAY)
    assert stat.S_IMODE(settings.stat().st_mode) == 0o640


def test_settings_that_cannot_be_read_are_left_as_they_are(settings: Path) -> None:
    settings.write_text("[rules\n", encoding="utf-8")
    with pytest.raises(UnreadableSettings):
        keep_reported_until(settings, DAY)
    assert settings.read_text(encoding="utf-8") == "[rules\n"


@pytest.mark.parametrize(
    "text",
    [
        "rules = { due_soon_days = 5 }\n",
        "rules.due_soon_days = 5\n",
        "rules.reported_until = 2023-01-01\n",
        "rules = { reported_until = 2023-01-01 }\n",
        '["rules"]\ndue_soon_days = 5\n',
    ],
)
def test_settings_with_no_place_for_such_a_line_are_left_as_they_are(
    settings: Path, text: str
) -> None:
    settings.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableSettings):
        keep_reported_until(settings, DAY)
    assert settings.read_text(encoding="utf-8") == text


def test_what_only_looks_like_the_end_of_a_line_is_left_as_it_is(settings: Path) -> None:
    text = "# một\u2028hai\x85ba\n[rules]\n"
    settings.write_bytes(text.encode())
    keep_reported_until(settings, DAY)
    assert settings.read_bytes().decode().startswith(text)
