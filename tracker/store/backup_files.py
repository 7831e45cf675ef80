"""How the copies of a register are called, and which of them stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from tracker.core.database_address import is_url
from tracker.store.backup import BackupExists
from tracker.store.private import companions
from tracker.store.sqlite_file import FOLDER_OF_COPIES

T = TypeVar("T")


def folder_of_backups(location: str, *, otherwise: Path) -> Path:
    """The folder beside a register; a server has none, so the one given is taken."""
    return otherwise if is_url(location) else Path(location).absolute().parent / FOLDER_OF_COPIES


def stem_of_backups(location: str) -> str:
    """What the names of a register's copies begin with."""
    if not is_url(location):
        return Path(location).stem
    return re.sub(r"[^\w-]", "", urlsplit(location).path) or "tracker"


def dated_names(folder: Path, stem: str, moment: datetime) -> Iterator[Path]:
    """``tracker-2023-12-14-101500.db``, and with ``-2``, ``-3`` for a second of several copies."""
    dated = f"{stem}-{moment:%Y-%m-%d-%H%M%S}"
    yield folder / f"{dated}.db"
    yield from (folder / f"{dated}-{number}.db" for number in count(2))


def numbered_names(folder: Path, stem: str, reason: str) -> Iterator[Path]:
    """``tracker-before-restore-1.db``: each number is larger than all that are there."""
    prefix = f"{stem}-{reason}"
    taken = [place[-1] for _, place in _of_form(folder, prefix, _NUMBER)]
    yield from (folder / f"{prefix}-{number}.db" for number in count(max(taken, default=0) + 1))


def in_first_free(names: Iterator[Path], make: Callable[[Path], T]) -> tuple[Path, T]:
    """Make a copy under the first name that nobody else has taken meanwhile."""
    while True:
        target = next(names)
        with suppress(BackupExists):
            return target, make(target)


def keep_newest_dated(made: Path, stem: str, kept: int) -> tuple[Path, ...]:
    """Remove older dated copies; files of any other name are somebody's own. Tells which went."""
    return _keep_newest(made, _of_form(made.parent, stem, _MOMENT), kept)


def keep_newest_numbered(
    made: Path, stem: str, reason: str, *, kept: int, spared: Path | None = None
) -> tuple[Path, ...]:
    """The same for the copies made before something was done; ``spared`` is still wanted."""
    found = _of_form(made.parent, f"{stem}-{reason}", _NUMBER)
    wanted = [placed for placed in found if spared is None or not _is_same(placed[0], spared)]
    return _keep_newest(made, wanted, kept)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


_MOMENT = r"(\d{4})-(\d{2})-(\d{2})-(\d{6})(?:-(\d+))?"
_NUMBER = r"(\d+)"

_Placed = tuple[Path, tuple[int, ...]]


def _of_form(folder: Path, prefix: str, rest: str) -> list[_Placed]:
    """The files of exactly this form, each with its place among them."""
    form = re.compile(rf"{re.escape(prefix)}-{rest}\.db", re.ASCII)
    try:
        found = [(path, form.fullmatch(path.name)) for path in folder.iterdir()]
    except OSError:
        return []
    return [
        (path, tuple(int(part or 1) for part in name.groups()))
        for path, name in found
        if name and path.is_file() and not path.is_symlink()
    ]


def _keep_newest(made: Path, found: list[_Placed], kept: int) -> tuple[Path, ...]:
    """The one just made stays, whatever the clock of the machine says."""
    others = sorted((placed for placed in found if placed[0] != made), key=lambda one: one[1])
    surplus = [path for path, _ in others[: max(len(others) - (kept - 1), 0)]]
    return tuple(path for path in surplus if _is_removed(path))


def _is_removed(path: Path) -> bool:
    """An older copy that cannot be removed is no reason for trouble."""
    try:
        for each in (path, *companions(path)):
            each.unlink(missing_ok=True)
    except OSError:
        return False
    return True
