"""A damaged file leaves the register as it was, or exactly as was shown; whatever the damage.

A few files of each kind in each run; ``TRACKER_MUTATIONS=1000`` takes so many of each.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from tests.intake import mutation_work
from tests.intake.mutation_work import Doing, Fate, Kept, imported, read_here
from tests.intake.mutations import KINDS, csv_seeds, mutated
from tracker.operations.desk import Desk
from tracker.operations.import_preview import ImportPreview
from tracker.operations.importing import Imported, enter_import, preview_files

ROOT = Path(__file__).parents[2]
COUNT = int(os.environ.get("TRACKER_MUTATIONS", "0"))
"""How many of each kind; of none given, a few."""
FEW, AT_ONCE = 5, 250

File = tuple[str, int]


def batches() -> list[list[File]]:
    """What one process after another works through."""
    if not COUNT:
        return [[(kind, number) for kind in KINDS for number in range(FEW)]]
    return [
        [(kind, number) for number in range(first, min(first + AT_ONCE, COUNT))]
        for first in range(0, COUNT, AT_ONCE)
        for kind in KINDS
    ]


class Findings:
    """What came of files, and which must be looked at once more."""

    def __init__(self) -> None:
        self.fates: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.unread: list[File] = []
        """The reader did not end over them as it should."""

    def work(self, files: Sequence[File], register: Path, *, guarded: bool = False) -> None:
        """Through all of them, in as many processes as it takes."""
        left = list(files)
        while left:
            done = self._once(left, register, guarded=guarded)
            assert done, "no file was begun"
            left = left[done:]

    def _once(self, files: Sequence[File], register: Path, *, guarded: bool) -> int:
        """Until the process ends; how many files it has dealt with."""
        order = {"files": files, "register": str(register), "guarded": guarded}
        answer = subprocess.run(
            [sys.executable, "-m", mutation_work.__name__], input=json.dumps(order), cwd=ROOT,
            text=True, capture_output=True, check=False,
        )  # fmt: skip
        told = [json.loads(line) for line in answer.stdout.splitlines()]
        for kind, number, what, wrong in told:
            if what == Fate.ESCAPED:
                self.unread.append((kind, number))
            if what not in [*Doing]:
                self.fates[what] += 1
                self.wrong += [f"{kind} {number}: {one}" for one in wrong if what != Fate.ESCAPED]
        self.ended(told, answer)
        return len({(kind, number) for kind, number, *_ in told})

    def ended(
        self,
        told: Sequence[tuple[str, int, str, Sequence[str]]],
        answer: subprocess.CompletedProcess[str],
    ) -> None:
        """Over a file on which it was reading that is what it is for, else never."""
        kind, number, what, _ = told[-1] if told else ("", 0, "", [])
        if answer.returncode == 0:
            return
        if what == Doing.READING:
            self.unread.append((kind, number))
        else:
            self.wrong.append(f"{kind} {number}: {answer.returncode} {answer.stderr[-2_000:]}")


@pytest.fixture
def register(two_directives: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(two_directives / "data/tracker.db", tmp_path / "register.db"))


@pytest.mark.parametrize("files", batches(), ids=lambda files: f"{files[0][0]}-{files[0][1]}")
def test_the_register_is_as_before_or_as_previewed(files: list[File], register: Path) -> None:
    found = Findings()
    found.work(files, register)
    again = Findings()
    again.work(found.unread, register, guarded=True)
    assert found.wrong + again.wrong == []
    assert again.unread == []
    assert {Fate.ENTERED, Fate.REFUSED} <= found.fates.keys() | again.fates.keys()


def test_rows_that_are_entered_otherwise_than_shown_are_told(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(register)
    files = read_here(csv_seeds()[0], "so.csv")

    def some_of_them(desk: Desk, preview: ImportPreview) -> Imported:
        return enter_import(desk, preview, [*preview.rows][:1])

    def twice(desk: Desk, preview: ImportPreview) -> Imported:
        enter_import(desk, preview)
        return enter_import(desk, preview_files(desk, [other]))

    other = read_here(csv_seeds()[0].replace(b"UBND-NC", b"UBND-KT"), "khac.csv")
    for enters, wrong in ((enter_import, 0), (some_of_them, 1), (twice, 1)):
        kept.put_back()
        monkeypatch.setattr(mutation_work, "enter_import", enters)
        fate, found = imported(kept, files)
        assert (fate, len(found)) == (Fate.ENTERED, wrong), found


@pytest.mark.parametrize(
    ("doing", "wrong", "unread"),
    [(Doing.READING, 0, [("csv", 3)]), (Doing.IMPORTING, 1, []), (Fate.REFUSED, 1, [])],
)
def test_the_process_may_end_over_reading_and_over_nothing_else(
    doing: str, wrong: int, unread: list[File]
) -> None:
    found = Findings()
    answer = subprocess.CompletedProcess((), -9, "", "Traceback")
    found.ended([("csv", 3, doing, [])], answer)
    assert (len(found.wrong), found.unread) == (wrong, unread)


def test_bare_readers_do_not_bear_the_same_files() -> None:
    def bears(number: int) -> bool:
        try:
            for sheet in openpyxl.load_workbook(io.BytesIO(mutated("xlsx", number))):
                list(sheet.values)
        except Exception:  # noqa: BLE001 - whatever it is
            return False
        return True

    assert not all(bears(number) for number in range(20))


def test_a_number_always_gives_the_same_file() -> None:
    assert [mutated(kind, 7) for kind in KINDS] == [mutated(kind, 7) for kind in KINDS]
