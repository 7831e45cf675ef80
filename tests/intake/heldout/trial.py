"""One file after another is given to the program; what came of it is held against what may."""

from __future__ import annotations

import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cli.test_refusals import ENGLISH, OURS, VIETNAMESE
from tests.intake.heldout import watch
from tests.intake.heldout.case import READ, SECRET, HostileFile, Traps

ROOT = Path(__file__).parents[3]

SECONDS = 10
MEBIBYTES = 512
PATIENCE = 60.0
"""Seconds after which a command that takes too long is ended, so that its figure is still known."""
MOST_SAID = 20_000
"""Characters that the program may say about one file."""

PROGRAM: Sequence[str] = (sys.executable, "-m", "tracker", "import")
CONFIRMED = ("--yes",)

TAKES_EFFECT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]")
LEAKS = re.compile(r"Traceback|\b\w+(?:Error|Exception|Warning)\b|panicked|Segmentation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What is in a register, and what lies beside it."""

    lines: frozenset[str]
    """All of it, as statements of SQL."""
    directives: int
    files: frozenset[str]

    @classmethod
    def of(cls, home: Path) -> Register:
        with closing(sqlite3.connect(home / "data/tracker.db")) as connection:
            lines = frozenset(connection.iterdump())
            (count,) = connection.execute("SELECT COUNT(*) FROM directive").fetchone()
        files = frozenset(str(path.relative_to(home)) for path in home.rglob("*"))
        return cls(lines=lines, directives=int(count), files=files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one command led to."""

    code: int | None
    """None if it had to be ended; negative for a signal."""
    out: str
    err: str
    seconds: float
    """Without those for which other programs kept it from working."""
    mebibytes: float
    """Of its largest process, or of all its processes at one moment, whichever is more."""
    left: tuple[str, ...]
    """Processes that it forgot."""
    temporary: tuple[str, ...]
    """Files that it forgot."""
    before: Register
    after: Register
    lured: bool
    """Whether it called a server."""


def faults(outcome: Outcome, case: HostileFile) -> list[str]:
    """Everything that should not have been; empty if the file was borne."""
    return [
        fault
        for fault, is_there in (
            (f"exit code {outcome.code}", outcome.code not in case.codes),
            (f"{outcome.seconds:.1f} s", outcome.seconds > SECONDS),
            (f"{outcome.mebibytes:.0f} MiB", outcome.mebibytes > MEBIBYTES),
            ("a process is left: " + "; ".join(outcome.left), bool(outcome.left)),
            ("files are left: " + ", ".join(outcome.temporary), bool(outcome.temporary)),
            ("it called a server", outcome.lured),
        )
        if is_there
    ] + [*faults_of_words(outcome), *faults_of_the_register(outcome, case)]


def faults_of_words(outcome: Outcome) -> Iterator[str]:
    """What is wrong with what was said."""
    said = outcome.out + outcome.err
    if found := TAKES_EFFECT.search(said):
        yield f"says {found[0]!r}"
    if found := LEAKS.search(said):
        yield f"says «{found[0]}»"
    if SECRET in said:
        yield "tells what is in another file"
    if len(said) > MOST_SAID:
        yield f"says {len(said)} characters"
    if outcome.code != READ and not is_a_sentence(outcome.err):
        yield f"is not a sentence: {outcome.err[:200]!r}"


def is_a_sentence(said: str) -> bool:
    """Whether a line of Vietnamese comes first, and only what belongs to it after it."""
    first, *rest = said.splitlines() or [""]
    return (
        VIETNAMESE.search(first) is not None
        and ENGLISH.search(OURS.sub("", first)) is None
        and re.search(r"[?.:]$", first) is not None
        and all(line.startswith("  ") for line in rest)
        and said.endswith("\n")
    )


def faults_of_the_register(outcome: Outcome, case: HostileFile) -> Iterator[str]:
    """What is wrong with what is stored."""
    before, after = outcome.before, outcome.after
    if outcome.code != READ and after != before:
        yield "the register is another, though nothing was to be entered"
    entered = after.directives - before.directives
    if not 0 <= entered <= case.most:
        yield f"{entered} directives were entered, of {case.most} at the most"
    if any(SECRET in line for line in after.lines):
        yield "stores what is in another file"
    if lost := {line for line in before.lines - after.lines if '"directive"' in line}:
        yield f"{len(lost)} directives were there before, and are others now"


def environment(home: Path, temporary: Path) -> dict[str, str]:
    """As bare as can be: nothing of the machine reaches the program."""
    return {
        "PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), "HOME": str(home.parent),
        "TRACKER_HOME": str(home), "TRACKER_USER": "lan", "TMPDIR": str(temporary),
        "LANG": "C.UTF-8",
    }  # fmt: skip


@contextmanager
def called(answered: list[bool]) -> Iterator[str]:
    """The address of a server that only notes that somebody called."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def wait() -> None:
            try:
                while True:
                    server.accept()[0].close()
                    answered.append(True)
            except OSError:
                return

        thread = threading.Thread(target=wait)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}"
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


def tried(
    case: HostileFile, home: Path, folder: Path, *, command: Sequence[str] = PROGRAM,
    options: Sequence[str] = CONFIRMED,
) -> Outcome:  # fmt: skip
    """Makes the file in an empty folder, gives it to a command, and removes nothing."""
    temporary = folder / "temporary"
    temporary.mkdir(parents=True)
    (folder / "files").mkdir()
    path, secret = folder / "files" / case.file_name, folder / "secret.txt"
    secret.write_text(SECRET)
    answered: list[bool] = []
    with called(answered) as url:
        case.write(path, Traps(secret=secret.as_uri(), url=url))
        before = Register.of(home)
        given = str(path) if case.given_as is None else case.given_as
        order = {
            "command": [*command, given, *options, *case.options],
            "env": environment(home, temporary),
            "stdin": str(path) if case.piped else os.devnull,
        }
        with case.meanwhile(path):
            answer = watched(order, folder)
    return Outcome(
        code=answer["code"],
        out=_read(folder / "out"),
        err=_read(folder / "err"),
        seconds=answer["seconds"] - answer["starved"],
        mebibytes=max(answer["peak"], answer["peak_together"]) / 1024,
        left=tuple(answer["left"]),
        temporary=tuple(sorted(str(path.name) for path in temporary.rglob("*"))),
        before=before,
        after=Register.of(home),
        lured=bool(answered),
    )


def watched(order: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Runs a command beside a program that measures it."""
    whole = order | {
        "cwd": str(folder / "files"), "out": str(folder / "out"), "err": str(folder / "err"),
        "seconds": PATIENCE,
    }  # fmt: skip
    answer = subprocess.run(
        [sys.executable, "-I", "-S", watch.__file__], input=json.dumps(whole), text=True,
        capture_output=True, check=True,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(answer.stdout)
    return told


def _read(path: Path) -> str:
    """What was said, byte for byte as far as it is text; never more than can be looked at."""
    with path.open("rb") as file:
        return file.read(50 * MOST_SAID).decode("utf-8", "backslashreplace")
