"""The register that was there before something great is done to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tracker.store.backup import Contents
from tracker.store.backup_files import in_first_free, keep_newest_numbered, numbered_names
from tracker.store.errors import RegisterTrouble

KEPT = 10
"""How many copies stay of those made before the same thing."""


class RestoreFailed(RegisterTrouble):
    """What arrived in the register is not what was sent; it is as it was before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A copy of the register as it was."""

    path: Path
    is_damaged: bool = False
    """It could not be read and is kept byte by byte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What is in the register now, and where that is which was in it before."""

    contents: Contents
    kept: Kept | None


def kept_before(
    folder: Path,
    stem: str,
    make: Callable[[Path], object],
    *,
    reason: str = "restore",
    spared: Path | None = None,
) -> Kept:
    """Keep the register as it is; of these copies only the newest stay, and ``spared``."""
    kind = f"before-{reason}"
    target, _ = in_first_free(numbered_names(folder, stem, kind), make)
    keep_newest_numbered(target, stem, kind, kept=KEPT, spared=spared)
    return Kept(path=target)
