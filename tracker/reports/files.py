"""Files put in their place whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from itertools import count
from pathlib import Path

from tracker.core.errors import CannotWriteFile

_NEW_FILE_MODE = 0o644
_NEW_FOLDER_MODE = 0o700
_PRIVATE_FILE_MODE = 0o600
_WRITE_BITS = 0o222

_UNFINISHED = ".tracker-*.tmp"

_ABANDONED_AFTER = 3600
"""Seconds; by then whoever was writing has been killed."""


class WriteFailure(StrEnum):
    """Why a file could not be written."""

    NO_FOLDER = "no_folder"
    """The folder is missing and cannot be made."""
    IS_FOLDER = "is_folder"
    """The name belongs to a folder."""
    READ_ONLY = "read_only"
    """The folder, the file or the disk does not take changes."""
    IN_USE = "in_use"
    """Another program holds the file open."""
    DISK_FULL = "disk_full"
    NAME_REFUSED = "name_refused"
    """The name is too long, or holds what a file name may not hold."""
    NOT_READ_BACK = "not_read_back"
    """What the disk gave back is not what was written."""
    OTHER = "other"


class FileNotWritten(CannotWriteFile):
    """A file was not written; what stood there before still stands."""

    def __init__(self, path: Path, failure: WriteFailure, *, detail: str = "") -> None:
        super().__init__(str(path), failure.value, detail)
        self.path = path
        self.failure = failure
        self.detail = detail


_FAILURES = {
    "ENOSPC": WriteFailure.DISK_FULL,
    "EDQUOT": WriteFailure.DISK_FULL,
    "EFBIG": WriteFailure.DISK_FULL,
    "EROFS": WriteFailure.READ_ONLY,
    "ENOENT": WriteFailure.NO_FOLDER,
    "ENOTDIR": WriteFailure.NO_FOLDER,
    "EEXIST": WriteFailure.NO_FOLDER,
    "EISDIR": WriteFailure.IS_FOLDER,
    "EBUSY": WriteFailure.IN_USE,
    "ETXTBSY": WriteFailure.IN_USE,
    "ENAMETOOLONG": WriteFailure.NAME_REFUSED,
    "EINVAL": WriteFailure.NAME_REFUSED,
}


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that whoever opens it sees the old one or the new one, never a part.

    The folder is made where it is missing, for its owner alone. A file that is replaced keeps
    its mode, and a link keeps pointing where it did.
    """
    with _told(path):
        target = path.resolve()
        mode = _mode_to_keep(path, target)
        _make_folder(target.parent)
    beside = target.with_name(_UNFINISHED.replace("*", secrets.token_hex(8)))
    try:
        with _told(path):
            _write_new(beside, content, mode)
            if beside.read_bytes() != content:
                raise FileNotWritten(path, WriteFailure.NOT_READ_BACK)
        _sweep(beside)
        with _told(path, refused=WriteFailure.IN_USE):
            beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    _sync_folder(target.parent)


def write_keeping_older(path: Path, content: bytes, *, mark: str) -> Path | None:
    """Write a file; where another stood there, keep that one beside and tell its new name.

    Somebody may have filled it in by hand, and nothing else remembers what.
    """
    with _told(path):
        older = path.read_bytes() if path.is_file() else content
    kept = None if older == content else _copy_beside(path, older, mark)
    try:
        write_atomically(path, content)
    except BaseException:
        # Whoever was interrupted after the change must find what stood there before.
        with suppress(OSError):
            if kept is not None and path.read_bytes() == older:
                kept.unlink()
        raise
    return kept


def _copy_beside(path: Path, content: bytes, mark: str) -> Path:
    with _told(path):
        copy = _reserve(path, mark)
    try:
        write_atomically(copy, content)
    except BaseException:
        with suppress(OSError):
            copy.unlink()
        raise
    # Its day tells which report it was, but not every disk takes one.
    with suppress(OSError):
        shutil.copystat(path, copy)
    return copy


def _reserve(path: Path, mark: str) -> Path:
    """Make an empty file under the first free name: ``report-MARK-1.xlsx``."""
    for number in count(1):
        copy = path.with_name(f"{path.stem}-{mark}-{number}{path.suffix}")
        with suppress(FileExistsError):
            copy.touch(_PRIVATE_FILE_MODE, exist_ok=False)
            break
    return copy


def _make_folder(folder: Path) -> None:
    """Make a folder and those it lies in; one that is there keeps its rights."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=_NEW_FOLDER_MODE, exist_ok=True)


@contextmanager
def _told(path: Path, *, refused: WriteFailure = WriteFailure.READ_ONLY) -> Iterator[None]:
    """Turn the system's refusals into ours."""
    try:
        yield
    except ValueError as trouble:
        raise FileNotWritten(path, WriteFailure.NAME_REFUSED, detail=str(trouble)) from trouble
    except OSError as trouble:
        name = errno.errorcode.get(trouble.errno or 0, "")
        failure = _FAILURES.get(name, WriteFailure.OTHER)
        if isinstance(trouble, PermissionError):
            failure = refused
        raise FileNotWritten(path, failure, detail=trouble.strerror or "") from trouble


def _mode_to_keep(path: Path, target: Path) -> int | None:
    if not target.exists():
        return None
    if target.is_dir():
        raise FileNotWritten(path, WriteFailure.IS_FOLDER)
    mode = target.stat().st_mode & 0o777
    if not mode & _WRITE_BITS:
        raise FileNotWritten(path, WriteFailure.READ_ONLY)
    return mode


def _write_new(path: Path, content: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, _NEW_FILE_MODE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def _sweep(newest: Path) -> None:
    """Clear away what a writer left behind that was killed long before this file."""
    with suppress(OSError):
        latest = newest.stat().st_mtime
        for left_behind in newest.parent.glob(_UNFINISHED):
            if latest - left_behind.stat().st_mtime > _ABANDONED_AFTER:
                left_behind.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a loss of power, where the system can be asked to."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    # Some network disks cannot; the file itself is in its place by now.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
