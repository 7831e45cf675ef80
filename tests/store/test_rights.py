"""Nobody but its owner gets at a register, and who could is told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.store.rights import examine_rights


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The files of an office as the program makes them."""
    folder = tmp_path / "data"
    (folder / "backups").mkdir(parents=True, mode=0o700)
    folder.chmod(0o700)
    for name in ("tracker.db", "tracker.db-journal", "tracker.toml", "backups/old.db"):
        (folder / name).touch(0o600)
    return folder


def told(data: Path, location: str = "") -> list[tuple[str, str, str]]:
    found = examine_rights(
        location or str(data / "tracker.db"),
        backups=data / "backups",
        settings=data / "tracker.toml",
        posix=True,
    )
    return [(one.kind.value, Path(one.subject).name, one.detail) for one in found]


def test_as_the_program_makes_them_they_are_their_owners(data: Path) -> None:
    assert told(data) == []


@pytest.mark.parametrize(
    ("name", "mode", "finding"),
    [
        ("tracker.db", 0o640, ("readable", "tracker.db", "0640")),
        ("tracker.db-journal", 0o604, ("readable", "tracker.db-journal", "0604")),
        ("backups", 0o755, ("readable", "backups", "0755")),
        ("backups/old.db", 0o644, ("readable", "old.db", "0644")),
        (".", 0o770, ("replaceable", "data", "0770")),
        (".", 0o757, ("replaceable", "data", "0757")),
        ("tracker.toml", 0o666, ("settings_open", "tracker.toml", "0666")),
    ],
)
def test_what_others_get_at_is_found(
    data: Path, name: str, mode: int, finding: tuple[str, str, str]
) -> None:
    (data / name).chmod(mode)
    assert told(data) == [finding]


def test_a_folder_that_others_only_look_into_is_no_finding(data: Path) -> None:
    data.chmod(0o755)
    assert told(data) == []


def test_settings_may_be_read_by_others(data: Path) -> None:
    (data / "tracker.toml").chmod(0o664)
    assert told(data) == []


@pytest.mark.parametrize(
    ("mode", "findings"),
    [
        (0o755, []),
        (0o775, [("replaceable", "shared", "0775")]),
        (0o777, [("replaceable", "shared", "0777")]),
        (0o1777, []),
    ],
)
def test_a_register_in_a_folder_of_others_must_not_be_replaceable(
    data: Path, mode: int, findings: list[tuple[str, str, str]]
) -> None:
    shared = data.parent / "shared"
    shared.mkdir()
    (shared / "tracker.db").touch(0o600)
    shared.chmod(mode)
    assert told(data, str(shared / "tracker.db")) == findings


def test_of_a_server_only_the_copies_and_the_settings_are_files(data: Path) -> None:
    (data / "tracker.db").chmod(0o666)
    assert told(data, "postgresql://may-chu/so") == []
    data.chmod(0o722)
    assert told(data, "postgresql://may-chu/so") == [("replaceable", "data", "0722")]


def test_where_rights_are_said_in_another_way_nothing_is_asked(data: Path) -> None:
    (data / "tracker.db").chmod(0o666)
    found = examine_rights(
        str(data / "tracker.db"),
        backups=data / "backups",
        settings=data / "tracker.toml",
        posix=False,
    )
    assert found == ()
