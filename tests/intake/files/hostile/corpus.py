"""The whole corpus, and what becomes of one of its files.

As a command, ``python -m tests.intake.files.hostile.corpus``, it tells for each file what becomes
of it, how long that takes, and how much memory the process takes that reads it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import astuple, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.intake.files.hostile import others, packages, tables
from tests.intake.files.hostile.entering import CORPUS, READ, Hostile
from tracker.intake.errors import UnreadableFile

FAMILIES = (packages, tables, others)
MOST_SECONDS = 10.0
MOST_BYTES = 512 * 2**20


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a file."""

    name: str
    became: str
    detail: str
    seconds: float
    child_bytes: int
    """The most memory that the process had that read it."""
    parent_bytes: int
    """By how much the one that asked has grown meanwhile, at its largest."""


def fate_of(path: Path) -> Fate:
    """Read a file in this process."""
    import resource  # noqa: PLC0415 - not everywhere

    from tracker.intake.files.reading import read_file  # noqa: PLC0415 - counted as theirs

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    became, detail = READ, ""
    try:
        read_file(path)
    except UnreadableFile as refused:
        became, detail = refused.trouble.value, refused.detail
    seconds = time.perf_counter() - began
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return Fate(path.name, became, detail, seconds, child * 1024, grown * 1024)


def fate_elsewhere(file: Hostile, folder: Path) -> Fate:
    """Read a file in a process that has not made it, so that its memory counts for nothing."""
    path = folder / file.name
    path.write_bytes(file.make())
    run = [sys.executable, "-m", "tests.intake.files.hostile.corpus", str(path)]
    said = subprocess.run(run, capture_output=True, text=True, check=True, timeout=120)
    path.unlink()
    return Fate(*json.loads(said.stdout))


def tell(fate: Fate) -> str:
    """A line for whoever looks."""
    return (
        f"{fate.seconds:6.2f} s {fate.child_bytes >> 20:4} MB +{fate.parent_bytes >> 20:<3} MB"
        f" {fate.became:18} {fate.name} {fate.detail}"
    )


def main(arguments: list[str]) -> None:
    """Tell of one file for another process, of all of them for whoever looks."""
    if arguments:
        sys.stdout.write(json.dumps(astuple(fate_of(Path(arguments[0])))))
        return
    with TemporaryDirectory() as folder:
        for file in CORPUS:
            fate = fate_elsewhere(file, Path(folder))
            mark = " " if fate.became in file.becomes else "!"
            sys.stdout.write(f"{mark} {tell(fate)}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
