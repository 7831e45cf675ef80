from __future__ import annotations

import os
import random
import stat
import sys
from pathlib import Path

import pytest

from tests.intake.files.books import SEEN, awkward_book, saved
from tests.intake.files.zips import sheet, workbook
from tracker.intake.errors import FileTrouble, UnreadableFile, UnreadableFiles
from tracker.intake.files import reading
from tracker.intake.files.found import FileKind
from tracker.intake.files.reading import read_bytes, read_file, read_files


def trouble_with(path: Path) -> FileTrouble:
    with pytest.raises(UnreadableFile) as refused:
        read_file(path)
    assert refused.value.name == str(path)
    return refused.value.trouble


@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_a_file_is_read_in_another_process_as_it_is_in_this(ending: str) -> None:
    found = read_file(Path(__file__).parent / f"fixtures/awkward.{ending}")
    assert (found.name, found.kind) == (f"awkward.{ending}", FileKind(ending))
    assert [(row.line, row.cells) for row in found.tables[0].table.rows] == list(SEEN)


def test_a_name_is_not_what_a_file_is() -> None:
    assert read_bytes(saved(awkward_book()), "phụ lục.doc").kind is FileKind.WORKBOOK


NOISE = random.Random(1).randbytes(2_000)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.xlsx", NOISE, FileTrouble.DAMAGED),
        ("a.XLS", NOISE, FileTrouble.DAMAGED),
        ("a.docx", NOISE, FileTrouble.DAMAGED),
        ("a.png", NOISE, FileTrouble.NO_LETTERS),
        ("a.xls", "テストの日本語の文章".encode("shift-jis"), FileTrouble.NOT_TEXT),
    ],
)
def test_what_calls_itself_a_workbook_and_is_not_even_a_text_is_a_broken_one(
    name: str, data: bytes, expected: FileTrouble
) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_bytes(data, name)
    assert refused.value.trouble is expected


def test_a_text_that_calls_itself_a_workbook_is_read() -> None:
    assert read_bytes("TT;Số\n1;2\n".encode(), "a.xlsx").kind is FileKind.TEXT


def test_a_sheet_without_anything_is_no_table() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_bytes(workbook(sheet("")), "a.xlsx")
    assert refused.value.trouble is FileTrouble.NOTHING_IN_IT


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    assert trouble_with(tmp_path / "no.xlsx") is FileTrouble.NOT_THERE
    assert trouble_with(tmp_path) is FileTrouble.IS_FOLDER
    assert trouble_with(tmp_path / ("x" * 5_000)) is FileTrouble.NOT_THERE
    assert trouble_with(tmp_path / "a\0b") is FileTrouble.NOT_THERE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_has_no_end_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert trouble_with(tmp_path / "pipe") is FileTrouble.NO_FILE
    assert trouble_with(Path("/dev/zero")) is FileTrouble.NO_FILE


def test_a_file_without_end_is_not_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "FILE_BYTES", 100)
    (tmp_path / "a.xlsx").write_bytes(bytes(101))
    assert trouble_with(tmp_path / "a.xlsx") is FileTrouble.TOO_LARGE


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.touch()

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert stat.S_ISREG(path.stat().st_mode)
    assert trouble_with(path) is FileTrouble.NOT_ALLOWED


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()
    assert trouble_with(tmp_path / "a.csv") is FileTrouble.EMPTY


def test_of_several_files_all_that_are_in_trouble_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Số,Nội dung\n1,2\n", encoding="utf-8")
    (tmp_path / "b.csv").write_bytes(b"")
    good, empty, gone = (tmp_path / name for name in ("a.csv", "b.csv", "c.csv"))
    assert [file.name for file in read_files([good, good])] == ["a.csv", "a.csv"]
    with pytest.raises(UnreadableFile) as one:
        read_files([good, empty])
    assert one.value.trouble is FileTrouble.EMPTY
    with pytest.raises(UnreadableFiles) as several:
        read_files([empty, good, gone])
    assert [file.name for file in several.value.files] == [str(empty), str(gone)]
