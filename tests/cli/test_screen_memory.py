"""What the screen keeps for its next start: nothing depends on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.cli.screen_memory import FILE_NAME, recall, remember

KEPT: dict[str, object] = {"theme": "tracker-light", "recent": ["command:extend"]}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path


def test_what_was_kept_comes_back(workspace: Path) -> None:
    assert recall(str(workspace)) == {}
    remember(str(workspace), KEPT)
    assert recall(str(workspace)) == KEPT
    assert [path.name for path in (workspace / "data").iterdir()] == [FILE_NAME]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b"null", b"\xff\xfe\x00", b"[" * 60_000, b'"' + b"x" * 100_000 + b'"'],
    ids=lambda content: repr(content[:4]),
)
def test_a_damaged_file_is_as_none_and_is_written_anew(workspace: Path, content: bytes) -> None:
    file = workspace / "data" / FILE_NAME
    file.write_bytes(content)
    assert recall(str(workspace)) == {}
    remember(str(workspace), KEPT)
    assert recall(str(workspace)) == KEPT


def test_where_nothing_can_be_written_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"no folder")
    remember(str(tmp_path), KEPT)
    assert recall(str(tmp_path)) == {}
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
    remember(str(tmp_path / "not there"), KEPT)
    assert not (tmp_path / "not there").exists()


def test_a_file_that_cannot_be_opened_is_as_none(workspace: Path) -> None:
    (workspace / "data" / FILE_NAME).mkdir()
    assert recall(str(workspace)) == {}
    remember(str(workspace), KEPT)
    assert [path.name for path in (workspace / "data").iterdir()] == [FILE_NAME]
