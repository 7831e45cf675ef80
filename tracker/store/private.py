"""Files and folders that are their owner's business only."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file. A journal belongs to no other file than the one it was made
for: left beside another it would spoil that."""


def make_folder(folder: Path) -> None:
    """Make a folder and those it lies in; one that is there keeps its rights."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def make_file(path: Path) -> None:
    """Make an empty file; one that is there is left as it is."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def companions(path: Path) -> tuple[Path, ...]:
    """What SQLite may keep beside a file, whether or not it is there."""
    return tuple(path.with_name(path.name + ending) for ending in COMPANIONS)


def sync_folder(folder: Path) -> None:
    """Make a new name last through a loss of power, where the system can be asked to."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    # Some network disks cannot; the file itself is in its place by now.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
