"""The kept values: right, or not used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import __version__, quick_settings
from tracker.core.rules import DeadlinePolicy
from tracker.quick_settings import QuickSettings, cache_file, load_quick_settings
from tracker.settings.office import UnknownSetting, load_settings

LONG_AGO_NS = 1_700_000_000_000_000_000
KEPT = (
    "tracker {version} format 2\nmtime_ns={mtime}\nsize={size}\n"
    "database={database}\ndue_soon_days={days}\ndeadline_policy=nominal\n"
    "office_short_name=Sở KH&CN\n"
)


def write_settings(folder: Path, text: str, *, mtime_ns: int = LONG_AGO_NS) -> Path:
    """A settings file last changed long enough ago for its values to be kept."""
    path = folder / "data/tracker.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(mtime_ns, mtime_ns))
    return path


def values(quick: QuickSettings) -> tuple[str, int, str]:
    return quick.database, quick.due_soon_days, quick.deadline_policy


def loaded(folder: Path) -> tuple[str, int, str]:
    settings = load_settings(str(folder))
    return settings.database, settings.due_soon_days, settings.deadline_policy.value


def quick(folder: Path) -> tuple[str, int, str]:
    return values(load_quick_settings(str(folder)))


def forge(folder: Path, settings: Path, **changes: object) -> None:
    """Kept values with a whole seal, telling themselves apart by 99 days."""
    parts = {
        "version": __version__,
        "mtime": settings.stat().st_mtime_ns,
        "size": settings.stat().st_size,
        "database": "kept.db",
        "days": 99,
    }
    body = KEPT.format(**(parts | changes)).encode()
    Path(cache_file(str(folder))).write_bytes(body + quick_settings._seal(body))


def test_values_that_belong_to_the_settings_are_used(tmp_path: Path) -> None:
    settings = write_settings(tmp_path, "[rules]\ndue_soon_days = 3\n")
    forge(tmp_path, settings)
    assert quick(tmp_path) == ("kept.db", 99, "nominal")


@pytest.mark.parametrize(
    "change",
    [
        {"version": "0.0.1"},
        {"mtime": LONG_AGO_NS - 1},
        {"mtime": LONG_AGO_NS + 1},
        {"size": 1},
        {"days": "many"},
        {"database": "a\nextra=1"},
    ],
)
def test_values_that_belong_to_other_settings_are_not_used(
    tmp_path: Path, change: dict[str, object]
) -> None:
    settings = write_settings(tmp_path, "[rules]\ndue_soon_days = 3\n")
    forge(tmp_path, settings, **change)
    assert quick(tmp_path) == loaded(tmp_path)
    assert b"due_soon_days=3\n" in Path(cache_file(str(tmp_path))).read_bytes()


def test_an_edit_counts_at_once(tmp_path: Path) -> None:
    write_settings(tmp_path, "[rules]\ndue_soon_days = 3\n")
    assert quick(tmp_path)[1] == 3
    write_settings(tmp_path, "[rules]\ndue_soon_days = 4\n", mtime_ns=LONG_AGO_NS + 1)
    assert quick(tmp_path)[1] == 4


def test_an_edit_within_the_same_tick_of_the_clock_counts(tmp_path: Path) -> None:
    settings = write_settings(tmp_path, "[rules]\ndue_soon_days = 3\n")
    quick(tmp_path)
    kept = Path(cache_file(str(tmp_path)))
    os.utime(kept, ns=(LONG_AGO_NS, LONG_AGO_NS + 1_999_999_999))
    settings.write_text("[rules]\ndue_soon_days = 4\n", encoding="utf-8")
    os.utime(settings, ns=(LONG_AGO_NS, LONG_AGO_NS))
    assert quick(tmp_path)[1] == 4


@given(position=st.integers(min_value=0, max_value=200), flip=st.integers(1, 255))
def test_a_damaged_byte_is_never_believed(
    tmp_path_factory: pytest.TempPathFactory, position: int, flip: int
) -> None:
    folder = tmp_path_factory.mktemp("office")
    settings = write_settings(folder, "[rules]\ndue_soon_days = 3\n")
    forge(folder, settings)
    kept = Path(cache_file(str(folder)))
    content = bytearray(kept.read_bytes())
    content[position % len(content)] ^= flip
    kept.write_bytes(content)
    assert quick(folder) == loaded(folder)


@pytest.mark.parametrize("content", [b"", b"seal=", b"\xff\xfe", b"seal=00000000\n", b"x" * 9000])
def test_a_file_that_is_something_else_is_not_believed(tmp_path: Path, content: bytes) -> None:
    write_settings(tmp_path, "[rules]\ndue_soon_days = 3\n")
    Path(cache_file(str(tmp_path))).write_bytes(content)
    assert quick(tmp_path) == loaded(tmp_path)


def test_values_cut_short_anywhere_are_not_believed(tmp_path: Path) -> None:
    settings = write_settings(tmp_path, "[rules]\ndue_soon_days = 3\n")
    forge(tmp_path, settings)
    kept = Path(cache_file(str(tmp_path)))
    whole = kept.read_bytes()
    for length in range(len(whole)):
        kept.write_bytes(whole[:length])
        assert quick(tmp_path)[1] == 3


@given(
    database=st.text(
        st.characters(codec="utf-8", exclude_characters="\"\\'", exclude_categories=["C", "Z"]),
        min_size=1,
    ),
    days=st.integers(0, 365),
    policy=st.sampled_from(DeadlinePolicy),
)
def test_kept_values_are_those_of_the_loader(
    tmp_path_factory: pytest.TempPathFactory, database: str, days: int, policy: DeadlinePolicy
) -> None:
    folder = tmp_path_factory.mktemp("office")
    write_settings(
        folder,
        f'[files]\ndatabase = "{database}"\n'
        f'[rules]\ndue_soon_days = {days}\ndeadline_policy = "{policy.value}"\n',
    )
    first, second = quick(folder), quick(folder)
    assert first == second == loaded(folder)


def test_the_second_reading_does_not_open_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(tmp_path, "[rules]\ndue_soon_days = 3\n")
    first = quick(tmp_path)

    def not_again(_workspace: str) -> None:
        raise AssertionError

    monkeypatch.setattr("tracker.settings.office.load_settings", not_again)
    assert quick(tmp_path) == first


def test_a_workspace_not_made_yet_stays_unmade(tmp_path: Path) -> None:
    assert quick(tmp_path / "new") == loaded(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(tmp_path, "[rules]\ndue_soon_days = 3\n")

    def read_only(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", read_only)
    assert quick(tmp_path)[1] == 3
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["tracker.toml"]


def test_wrong_settings_are_refused_each_time(tmp_path: Path) -> None:
    write_settings(tmp_path, "[rules]\ndue_son_days = 3\n")
    for _ in range(2):
        with pytest.raises(UnknownSetting):
            load_quick_settings(str(tmp_path))
