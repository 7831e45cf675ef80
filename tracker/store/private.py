"""Files and folders that are their owner's business only."""

from __future__ import annotations

import os
from pathlib import Path


def make_folder(folder: Path) -> None:
    """Make a folder and those it lies in; one that is there keeps its rights."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def make_file(path: Path) -> None:
    """Make an empty file; one that is there is left as it is."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
