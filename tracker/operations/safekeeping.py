"""Keeping the register safe: copies of it, the way back from one, and looking it over."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from datetime import timedelta, timezone
from functools import partial
from pathlib import Path

from tracker.core.database_address import is_url
from tracker.operations.changing import require_register
from tracker.operations.desk import Desk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.store.backup import Contents
    from tracker.store.integrity import Finding
    from tracker.store.keeping import Restored

_VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy that was made and proved."""

    path: Path
    size: int
    """In bytes."""
    contents: Contents
    removed: tuple[Path, ...] = ()
    """Older copies that made room."""


def back_up(desk: Desk, path: str | None, *, server_folder: Path, kept: int) -> Backup:
    """Copy the register into a file, which never takes the place of another.

    Without a path it gets a dated name beside the register (for a server: in ``server_folder``),
    where the newest ``kept`` stay. A path that is a folder gets the dated name in it. Only the
    program's own folder is made: a path mistyped must not look like a copy on another disk.
    """
    require_register(desk.location)
    if path is not None:
        _require_folder(path)
    # Late: the libraries for copying are slow to load, and help and mistakes do without them.
    from tracker.store.backup_files import (  # noqa: PLC0415
        dated_names,
        folder_of_backups,
        in_first_free,
        keep_newest_dated,
        stem_of_backups,
    )

    make = _copier(desk.location)
    if path is not None and not _is_folder(path):
        return _made(Path(path), make(Path(path)))
    folder = Path(path) if path else folder_of_backups(desk.location, otherwise=server_folder)
    stem = stem_of_backups(desk.location)
    names = dated_names(folder, stem, desk.at.astimezone(_VIETNAM))
    target, contents = in_first_free(names, make)
    removed = () if path else keep_newest_dated(target, stem, kept)
    return _made(target, contents, removed)


def back_up_before(desk: Desk, reason: str, *, server_folder: Path) -> Path:
    """Copy the register before much of it is changed at once; ``reason`` is one ASCII word.

    Of the copies made for one reason the newest ten stay.
    """
    require_register(desk.location)
    # Late: as above.
    from tracker.store.backup_files import folder_of_backups, stem_of_backups  # noqa: PLC0415
    from tracker.store.keeping import kept_before  # noqa: PLC0415

    folder = folder_of_backups(desk.location, otherwise=server_folder)
    stem = stem_of_backups(desk.location)
    return kept_before(folder, stem, _copier(desk.location), reason=reason).path


def restore(desk: Desk, source: str, *, server_folder: Path) -> Restored:
    """Put a copy in the place of the register, which is kept first and may be missing."""
    # Late: as above.
    from tracker.store.backup_files import folder_of_backups  # noqa: PLC0415
    from tracker.store.restoring import restore as put_back  # noqa: PLC0415

    folder = folder_of_backups(desk.location, otherwise=server_folder)
    return put_back(desk.location, Path(source), folder=folder)


def examine(desk: Desk, *, server_folder: Path, settings: Path) -> tuple[Finding, ...]:
    """Whether the register is whole, and whether anybody else can get at it."""
    require_register(desk.location)
    # Late: as above.
    from tracker.store.backup_files import folder_of_backups  # noqa: PLC0415
    from tracker.store.integrity import examine as look_over  # noqa: PLC0415
    from tracker.store.rights import examine_rights  # noqa: PLC0415

    folder = folder_of_backups(desk.location, otherwise=server_folder)
    return (
        *look_over(desk.location),
        *examine_rights(desk.location, backups=folder, settings=settings),
    )


def _require_folder(path: str) -> None:
    if not Path(os.path.dirname(path)).is_dir():  # noqa: PTH120 - of "usb/" it gives "usb"
        # Late: as above.
        from tracker.store.backup import BackupNotWritten  # noqa: PLC0415

        raise BackupNotWritten(path, errno.ENOENT)


def _is_folder(path: str) -> bool:
    return path.endswith(("/", os.sep)) or Path(path).is_dir()


def _copier(location: str) -> Callable[[Path], Contents]:
    # Late: each engine needs its own libraries.
    if is_url(location):
        from tracker.store.copying import back_up_server  # noqa: PLC0415

        return partial(back_up_server, location)
    from tracker.store.backup import back_up as back_up_file  # noqa: PLC0415

    return partial(back_up_file, location)


def _made(path: Path, contents: Contents, removed: tuple[Path, ...] = ()) -> Backup:
    return Backup(path=path, size=path.stat().st_size, contents=contents, removed=removed)
