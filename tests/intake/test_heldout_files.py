"""Whatever the file, the program bears it: a sentence, an exit code, and a register that is whole.

A few files are tried in each run; all of them by ``TRACKER_HOSTILE=all``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.intake.heldout.case import HostileFile, Traps
from tests.intake.heldout.corpus import CORPUS
from tests.intake.heldout.trial import faults, tried

ALL = os.environ.get("TRACKER_HOSTILE", "")
"""``all``, or the names of some, with commas between them."""


def chosen() -> list[HostileFile]:
    if not ALL:
        return [case for case in CORPUS if case.quick]
    return [case for case in CORPUS if ALL == "all" or case.name in ALL.split(",")]


@pytest.mark.parametrize("case", chosen(), ids=str)
def test_a_hostile_file_is_borne(case: HostileFile, home: Path, trial_folder: Path) -> None:
    outcome = tried(case, home, trial_folder)
    assert faults(outcome, case) == [], case.why


def test_each_file_has_a_name_of_its_own_and_a_reason() -> None:
    assert len({case.name for case in CORPUS}) == len(CORPUS) >= 70
    assert all(case.why for case in CORPUS)


def test_files_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    traps = Traps(secret="file:///secret.txt", url="http://127.0.0.1:9")
    made = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        quick = [case for case in CORPUS if case.quick]
        for case in quick:
            case.write(folder / case.file_name, traps)
        made.append(
            [
                (path.name, path.read_bytes())
                for path in sorted(folder.iterdir())
                if path.is_file() and os.access(path, os.R_OK)
            ]
        )
    assert made[0] == made[1]
