"""Broken and hostile files: refused with one sentence, or read without harm, within the bounds.

``TRACKER_HOSTILE=1`` reads every file of the corpus in processes of their own, and measures them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.intake.files.hostile.corpus import MOST_BYTES, MOST_SECONDS, fate_elsewhere, tell
from tests.intake.files.hostile.entering import CORPUS, READ, Hostile
from tests.intake.files.hostile.tables import cells_in_opposite_corners
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.child import tables_of
from tracker.intake.files.found import FileKind
from tracker.intake.files.kinds import kind_of
from tracker.intake.files.preflight import examine
from tracker.intake.files.reading import read_bytes
from tracker.wording.file_troubles import unreadable_file

IS_LONG = os.environ.get("TRACKER_HOSTILE", "0") != "0"
QUICK = [file for file in CORPUS if not file.is_heavy]
SOME = ("part_named_twice.xlsx", "open_gap.ods", "old_workbook_of_the_greatest_size.xls")
MEASURED = [file for file in CORPUS if IS_LONG or file.name in SOME]
OF_OTHERS = (FileKind.DOCUMENT, FileKind.PAGE, FileKind.TEXT)
BARE = (
    "import io, sys; from python_calamine import CalamineWorkbook as Book\n"
    "Book.from_filelike(io.BytesIO(sys.stdin.buffer.read())).get_sheet_by_index(0).to_python()"
)


def test_the_corpus_is_large_and_every_file_has_a_name_of_its_own() -> None:
    assert len(CORPUS) >= 120
    assert len({file.name for file in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("file", QUICK, ids=lambda file: file.name)
def test_a_hostile_file_becomes_what_is_said_of_it(file: Hostile) -> None:
    became, sentence = READ, ""
    try:
        read_here(file.make(), file.name)
    except UnreadableFile as refused:
        became, sentence = refused.trouble, unreadable_file(refused)
    assert became in file.becomes
    assert (became == READ) == (sentence == "")
    assert sentence.isprintable()


def read_here(data: bytes, name: str) -> None:
    """Look at a file as always, and read it in this process where that is safe."""
    kind = kind_of(data, name)
    examine(data, kind)
    if kind is FileKind.OLD_WORKBOOK:
        read_bytes(data, name)
    elif kind not in OF_OTHERS and not list(tables_of(kind, data)):
        raise UnreadableFile(name, FileTrouble.NOTHING_IN_IT)


@pytest.mark.parametrize("file", MEASURED, ids=lambda file: file.name)
def test_a_hostile_file_takes_little_time_and_memory(file: Hostile, tmp_path: Path) -> None:
    fate = fate_elsewhere(file, tmp_path)
    assert fate.became in file.becomes, tell(fate)
    assert fate.seconds <= MOST_SECONDS, tell(fate)
    assert fate.child_bytes <= MOST_BYTES, tell(fate)
    assert fate.parent_bytes <= MOST_BYTES // 4, tell(fate)


@pytest.mark.skipif(sys.platform == "win32", reason="memory is bounded by the system")
def test_without_the_guard_one_small_file_ends_the_whole_program() -> None:
    """So the corpus would find a guard that does nothing."""
    import resource  # noqa: PLC0415 - not everywhere

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    data = cells_in_opposite_corners()
    bare = subprocess.run(
        [sys.executable, "-c", BARE], input=data, capture_output=True, check=False,
        timeout=60, preexec_fn=bound,
    )  # fmt: skip
    assert bare.returncode < 0
    with pytest.raises(UnreadableFile):
        read_bytes(data, "a.xlsx")
