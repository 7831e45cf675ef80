"""Who else may read or change what an office keeps in files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from tracker.core.database_address import is_url
from tracker.store.integrity import Finding, FindingKind
from tracker.store.private import companions

_OF_OTHERS = 0o077
_WRITTEN_BY_OTHERS = 0o022
_WRITTEN_BY_ANYBODY = 0o002


def examine_rights(
    location: str, *, backups: Path, settings: Path, posix: bool = os.name == "posix"
) -> tuple[Finding, ...]:
    """What others may get at. Windows says it in another way, which is not asked here."""
    if not posix:
        return ()
    return (
        *_open(_private(location, backups), FindingKind.READABLE, _OF_OTHERS),
        *_open(_shared(location, settings), FindingKind.REPLACEABLE, _WRITTEN_BY_OTHERS),
        *_open((settings,), FindingKind.SETTINGS_OPEN, _WRITTEN_BY_ANYBODY),
    )


def _private(location: str, backups: Path) -> Iterator[Path]:
    """What is its owner's alone, wherever it lies."""
    if not is_url(location):
        register = Path(location).absolute()
        yield from (register, *companions(register))
    yield backups
    if backups.is_dir():
        yield from sorted(path for path in backups.iterdir() if path.is_file())


def _shared(location: str, settings: Path) -> Iterator[Path]:
    """Folders that all may look into; who writes in one can replace the file that lies in it."""
    files = [settings] if is_url(location) else [Path(location), settings]
    for folder in dict.fromkeys(file.absolute().parent for file in files):
        if folder.is_dir() and not folder.stat().st_mode & stat.S_ISVTX:
            yield folder


def _open(paths: Iterable[Path], kind: FindingKind, bits: int) -> Iterator[Finding]:
    for path in paths:
        try:
            mode = stat.S_IMODE(path.stat().st_mode)
        except OSError:
            continue
        if mode & bits:
            yield Finding(kind=kind, subject=str(path), detail=f"{mode:04o}")
