"""Which folder is the workspace, and which database is opened."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tracker.resources import shipped
from tracker.workspace import (
    CannotMakeWorkspace,
    PasswordInDatabaseUrl,
    choose_database,
    find_workspace,
    in_workspace,
    is_register_named,
    make_workspace,
    settings_file,
)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A workspace with a folder deep inside it."""
    (tmp_path / "office/data").mkdir(parents=True)
    (tmp_path / "office/data/tracker.toml").touch()
    (tmp_path / "office/2023/12").mkdir(parents=True)
    return tmp_path / "office"


def test_the_workspace_is_the_nearest_folder_upwards_with_settings(office: Path) -> None:
    environ = {"TRACKER_HOME": "/elsewhere"}
    assert find_workspace(environ, start=str(office / "2023/12")) == str(office)
    assert find_workspace(environ, start=str(office)) == str(office)


def test_a_workspace_inside_a_workspace_is_the_nearer_one(office: Path) -> None:
    make_workspace(str(office / "2023"))
    assert find_workspace({}, start=str(office / "2023/12")) == str(office / "2023")


def test_a_data_folder_without_settings_is_no_workspace(office: Path) -> None:
    (office / "2023/data").mkdir()
    assert find_workspace({}, start=str(office / "2023")) == str(office)


def test_the_search_starts_in_the_current_folder(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office / "2023")
    assert find_workspace({}) == str(office)


def test_without_settings_upwards_the_named_home_is_the_workspace(tmp_path: Path) -> None:
    named = str(tmp_path / "so-khcn")
    assert find_workspace({"TRACKER_HOME": named}, start=str(tmp_path)) == named


def test_without_anything_the_workspace_is_in_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert find_workspace({"TRACKER_HOME": ""}, start="/") == str(tmp_path / "tracker")


def test_a_current_folder_that_is_gone_does_not_stop_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(os, "getcwd", gone)
    assert find_workspace({"TRACKER_HOME": str(tmp_path)}) == str(tmp_path)


def test_looking_for_a_workspace_makes_nothing(tmp_path: Path) -> None:
    find_workspace({"TRACKER_HOME": str(tmp_path / "new")}, start=str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_new_workspace_has_the_documented_settings_and_is_for_its_owner_only(
    tmp_path: Path,
) -> None:
    new = tmp_path / "new"
    make_workspace(str(new))
    documented = Path(shipped("tracker.toml")).read_bytes()
    assert Path(settings_file(str(new))).read_bytes() == documented
    assert [stat.S_IMODE(path.stat().st_mode) for path in (new, new / "data")] == [0o700, 0o700]
    assert [path.name for path in (new / "data").iterdir()] == ["tracker.toml"]


def test_the_folders_around_a_new_workspace_are_for_its_owner_only_too(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_workspace(str(tmp_path / "a/b/c"))
    made = (tmp_path, tmp_path / "a", tmp_path / "a/b", tmp_path / "a/b/c", tmp_path / "a/b/c/data",
            tmp_path / "a/b/c/exports")  # fmt: skip
    assert [stat.S_IMODE(path.stat().st_mode) for path in made] == [0o755, *[0o700] * 5]


def test_a_register_is_named_by_the_option_or_the_variable_unless_they_are_empty() -> None:
    assert is_register_named("a.db", {})
    assert is_register_named(None, {"TRACKER_DB": "a.db"})
    assert not is_register_named(None, {"TRACKER_DB": ""})
    assert not is_register_named(None, {})


def test_settings_that_are_there_are_never_written_over(tmp_path: Path) -> None:
    make_workspace(str(tmp_path))
    Path(settings_file(str(tmp_path))).write_text("# ours\n", encoding="utf-8")
    make_workspace(str(tmp_path))
    assert Path(settings_file(str(tmp_path))).read_text(encoding="utf-8") == "# ours\n"


def test_a_workspace_that_cannot_be_made_is_an_error_that_says_where(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotMakeWorkspace) as caught:
        make_workspace(str(tmp_path / "file/office"))
    assert caught.value.path == str(tmp_path / "file/office")
    assert caught.value.error_number is not None


def test_settings_that_could_not_be_finished_leave_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disk_full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", disk_full)
    with pytest.raises(CannotMakeWorkspace) as caught:
        make_workspace(str(tmp_path))
    assert caught.value.error_number == 28
    assert list((tmp_path / "data").iterdir()) == []


def test_the_option_beats_the_variable_and_the_variable_beats_the_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    environ = {"TRACKER_DB": "variable.db"}
    option = choose_database("/office", "data/tracker.db", option="option.db", environ=environ)
    variable = choose_database("/office", "data/tracker.db", option=None, environ=environ)
    setting = choose_database("/office", "data/tracker.db", option=None, environ={})
    assert option == str(tmp_path / "option.db")
    assert variable == str(tmp_path / "variable.db")
    assert setting == str(Path("/office/data/tracker.db").absolute())


def test_a_path_may_be_absolute_start_at_home_or_be_written_as_a_url(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    absolute = str(tmp_path / "a.db")
    assert in_workspace("/office", absolute) == absolute
    assert in_workspace("/office", "~/a.db") == absolute
    assert choose_database("/o", f"sqlite:///{absolute}", option=None, environ={}) == absolute


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://clerk@server/tracker",
        "postgresql+psycopg://clerk@server:5432/tracker?sslmode=verify-full&passfile=/etc/pgpass",
        "postgresql:///tracker?service=office",
        "postgresql://server:5432/tracker",
    ],
)
def test_a_url_without_a_password_is_taken_as_it_is(url: str) -> None:
    assert choose_database("/office", "x", option=url, environ={}) == url


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://clerk:s3cret@server/tracker", "postgresql://clerk@server/tracker"),
        ("postgresql://clerk:s3/cr?et@server/tracker", "postgresql://clerk@server/tracker"),
        ("postgresql://clerk:s3@cret@server/tracker", "postgresql://clerk@server/tracker"),
        ("postgresql://:s3cret@server/tracker", "postgresql://@server/tracker"),
        ("postgresql://clerk@server/t?password=s3cret", "postgresql://clerk@server/t?"),
        ("postgresql://server/t?a=1&PASSWORD=s3cret&b=2", "postgresql://server/t?a=1&b=2"),
        ("postgresql://server/t?p%61ssword=s3cret", "postgresql://server/t?"),
        ("postgresql://server/t?sslpassword=s3cret", "postgresql://server/t?"),
    ],
)
def test_a_url_with_a_password_is_refused_without_repeating_it(url: str, shown: str) -> None:
    for option, setting in ((url, "x"), (None, url)):
        with pytest.raises(PasswordInDatabaseUrl) as caught:
            choose_database("/office", setting, option=option, environ={})
        assert caught.value.url_without_password == shown
        assert "s3" not in str(caught.value)
