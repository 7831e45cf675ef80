"""Each gate that hostile files must pass is seen to close: on bad programs and on bare readers."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.intake.heldout import trial
from tests.intake.heldout.case import EITHER, HostileFile, Traps, luring
from tests.intake.heldout.corpus import CORPUS
from tests.intake.heldout.trial import Outcome, faults, tried

BORNE = "print('Tệp này không đọc được.', file=sys.stderr); sys.exit(5)"

REFUSING = """
tempfile.mkstemp(prefix="forgotten")
subprocess.Popen(["sleep", "60"])
subprocess.run([sys.executable, "-c", "hog = b'x' * (600 << 20)"])
with contextlib.suppress(OSError):
    urllib.request.urlopen(lines[1])
sqlite3.connect(register).executescript("UPDATE directive SET content = 1")
print("\\x1b[31m" + pathlib.Path(lines[0][7:]).read_text())
print("x" * 30_000)
raise ValueError("x")
"""
"""All that may not happen while a file is refused."""

ENTERING = """
sqlite3.connect(register).executescript(
    "PRAGMA foreign_keys = OFF; DELETE FROM directive WHERE id = 1;"
    "UPDATE directive SET content = '" + pathlib.Path(lines[0][7:]).read_text() + "'"
)
"""
"""All that may not happen while something is said to be entered."""

WRONG = (
    (REFUSING, (
        "exit code 1", " MiB", "a process is left: sleep 60", "files are left: forgotten",
        "it called a server", "says '\\x1b'", "says «Traceback»", "tells what is in another file",
        "characters", "is not a sentence", "though nothing was to be entered", "are others now",
    )),
    (ENTERING, (
        "-1 directives were entered", "stores what is in another file", "are others now",
    )),
    ("(pathlib.Path(register).parent / 'stray').touch(); " + BORNE,
     ("though nothing was to be entered",)),
    ("print('Unreadable.', file=sys.stderr); os.kill(os.getpid(), 11)",
     ("exit code -11", "is not a sentence")),
)  # fmt: skip
"""What a program does with a file, and what is then said of it."""

OPENING = """
import contextlib, os, pathlib, sqlite3, subprocess, sys, tempfile, urllib.request
lines = pathlib.Path(sys.argv[1]).read_text().splitlines()
register = os.environ["TRACKER_HOME"] + "/data/tracker.db"
"""


def _addresses(traps: Traps) -> bytes:
    return f"{traps.secret}\n{traps.url}\n".encode()


PLAIN = luring("plain", "it names the traps", "txt", _addresses, codes=EITHER)


def outcome_of(code: str, home: Path, folder: Path, case: HostileFile = PLAIN) -> Outcome:
    """What comes of a file in the hands of these lines of Python."""
    command = [sys.executable, "-W", "ignore", "-c", OPENING + code]
    return tried(case, home, folder, command=command)


@pytest.mark.parametrize(("code", "wrong"), WRONG, ids=range(len(WRONG)))
def test_all_that_a_program_does_wrong_is_told(
    code: str, wrong: tuple[str, ...], home: Path, trial_folder: Path
) -> None:
    found = faults(outcome_of(code, home, trial_folder), PLAIN)
    assert [fault for fault in wrong if not any(fault in each for each in found)] == [], found
    assert len(found) == len(wrong)


def test_a_program_that_refuses_as_it_should_has_no_fault(home: Path, trial_folder: Path) -> None:
    outcome = outcome_of(BORNE, home, trial_folder)
    assert faults(outcome, PLAIN) == []
    assert faults(replace(outcome, seconds=10.1), PLAIN) == ["10.1 s"]


def test_a_program_that_never_ends_is_ended(
    home: Path, trial_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "PATIENCE", 0.3)
    outcome = outcome_of("sys.stdin.read(); import time; time.sleep(60)", home, trial_folder)
    assert outcome.code is None
    assert "exit code None" in faults(outcome, PLAIN)


BARE = """
import sys
from pathlib import Path
path = Path(sys.argv[1])
if path.suffix == ".docx":
    import docx
    for table in docx.Document(str(path)).tables:
        print([[cell.text for cell in row.cells] for row in table.rows])
elif path.suffix in (".xls", ".ods"):
    import python_calamine
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        print(book.get_sheet_by_name(name).to_python())
elif path.suffix == ".csv":
    import csv
    print(*map(" ".join, csv.reader(path.open(encoding="utf-8-sig"))))
else:
    import openpyxl
    for sheet in openpyxl.load_workbook(path).worksheets:
        print([[cell.value for cell in row] for row in sheet.iter_rows()])
"""
"""Each library as its manual shows it, and nothing before it."""

UNGUARDED = {
    "cut-xlsx-at-0.5": "Traceback",
    "escapes": "says '\\x1b'",
    "gibibyte-ods": "MiB",
    "last-cell": " s",
}
"""Files, and what a bare library comes to over each; the last ones take a while."""

QUICK = 2


@pytest.mark.parametrize(
    "name", [*UNGUARDED][: None if os.environ.get("TRACKER_HOSTILE") else QUICK]
)
def test_without_a_guard_the_same_files_do_harm(
    name: str, home: Path, trial_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "PATIENCE", 3 * trial.SECONDS)
    (case,) = (case for case in CORPUS if case.name == name)
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))\n"
    command = [sys.executable, "-c", limit + BARE]
    found = faults(tried(case, home, trial_folder, command=command), case)
    assert any(UNGUARDED[name] in each for each in found), found
