"""Files on their way: under a name of their own until they are whole."""

from __future__ import annotations

import errno
import os
import platform
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from tracker.store.errors import (
    CannotOpenRegister,
    DiskTrouble,
    LockedRegister,
    ReadOnlyRegister,
)
from tracker.store.private import companions, make_folder, sync_folder

_ABANDONED_AFTER = 3600
"""Seconds; by then whoever was writing on another machine has been killed."""

_NAME = re.compile(r"\..+\.(?P<machine>\w*)-(?P<process>\d+)\.tmp(-journal|-wal|-shm)?")


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """An empty private file beside ``target``; what is left of it in the end is cleared away."""
    path = _own_name(target)
    make_folder(path.parent)
    _clear(path)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _sweep(path)
        yield path
    finally:
        _clear(path)


@contextmanager
def private_room(target: Path) -> Iterator[Path]:
    """An empty private folder beside ``target``, cleared away in the end."""
    path = _own_name(target)
    make_folder(path.parent)
    _clear(path)
    try:
        path.mkdir(mode=0o700)
        _sweep(path)
        yield path
    finally:
        _clear(path)


@contextmanager
def disk_named(location: str) -> Iterator[None]:
    """Say what the system's refusals mean for the register."""
    try:
        yield
    except PermissionError as error:
        raise ReadOnlyRegister(location) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskTrouble(location, is_full=True) from error
        raise CannotOpenRegister(location) from error


@contextmanager
def register_to_be(location: str) -> Iterator[str]:
    """Where to make a register that is not there yet; it gets its name if the block ends well.

    ``LockedRegister`` where somebody else has made one meanwhile.
    """
    target = Path(location)
    with ExitStack() as opened:
        with disk_named(location):
            path = opened.enter_context(unfinished(target))
        yield str(path)
        with disk_named(location):
            try:
                put_in_place(path, target)
            except FileExistsError as error:
                raise LockedRegister(location) from error


def put_in_place(path: Path, target: Path) -> None:
    """Give a finished file its name; ``FileExistsError`` where that is taken."""
    try:
        target.hardlink_to(path)
    except FileExistsError:
        raise
    except OSError:
        # Not every disk has a second name for a file.
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        path.rename(target)
    else:
        path.unlink()
    sync_folder(target.parent)


def _own_name(target: Path) -> Path:
    whole = target.absolute()
    return whole.with_name(f".{whole.name}.{_machine()}-{os.getpid()}.tmp")


def _machine() -> str:
    return re.sub(r"\W", "", platform.node())[:32]


def _clear(path: Path) -> None:
    """Remove a file with what SQLite left beside it, or a folder, where the system lets us."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
            return
    for each in (path, *companions(path)):
        with suppress(OSError):
            each.unlink(missing_ok=True)


def _sweep(newest: Path) -> None:
    """Clear away what those left behind that were killed."""
    with suppress(OSError):
        latest = newest.stat().st_mtime
        for path in newest.parent.iterdir():
            found = _NAME.fullmatch(path.name)
            if found and path != newest and _is_abandoned(path, found, latest):
                _clear(path)


def _is_abandoned(path: Path, name: re.Match[str], latest: float) -> bool:
    if os.name == "posix" and name["machine"] == _machine():
        return not _is_alive(int(name["process"]))
    return latest - path.stat().st_mtime > _ABANDONED_AFTER


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
