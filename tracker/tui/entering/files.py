"""Which files a clerk may mean: those lately saved where files to import are kept, or one named."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from tracker.wording.choosing_files import FOLDERS_AT_HOME

SUFFIXES = frozenset({".xlsx", ".docx", ".csv", ".tsv", ".txt", ".xls", ".ods", ".html", ".htm"})
"""What is offered; a file with any other name can be named."""

_MOST_SEEN = 5_000
"""Entries of a folder that are looked at."""
_MOST_OFFERED = 60
_ESCAPED = re.compile(r"\\([ ()'&\[\]])")


class SavedFile(NamedTuple):
    """A file that is offered."""

    path: Path
    saved_at: datetime
    """In UTC."""

    @property
    def folder(self) -> str:
        """Where it is, from home where it is below."""
        folder, home = self.path.parent, Path.home()
        is_below = folder != home and folder.is_relative_to(home)
        return f"~/{folder.relative_to(home).as_posix()}" if is_below else str(folder)


def usual_folders() -> tuple[Path, ...]:
    """Where browsers and mail programs put what they save, and the folder that one works in."""
    home = Path.home()
    return (Path.cwd(), home, *(home / name for name in FOLDERS_AT_HOME))


def recent_files(folders: Iterable[Path]) -> tuple[SavedFile, ...]:
    """The files in these folders that may hold a table, the last one saved first."""
    found: dict[Path, datetime] = {}
    for folder in folders:
        for entry in islice(_entries(folder), _MOST_SEEN):
            if os.path.splitext(entry.name)[1].lower() in SUFFIXES:  # noqa: PTH122 - many of them
                found[Path(entry.path)] = _saved_at(entry)
    files = sorted(map(SavedFile._make, found.items()), key=lambda it: it.saved_at, reverse=True)
    return tuple(files[:_MOST_OFFERED])


def paths_in(text: str) -> tuple[Path, ...]:
    """The paths in a text that was typed, or that a terminal gives for files dropped on it.

    Several with a semicolon or a line break between them, or with blanks where a shell would tell
    them apart; in quotation marks, as an address (``file://``), or with the backslashes of a
    shell, as it comes.
    """
    parts = filter(None, map(str.strip, re.split(r"[;\n\r]", text)))
    return tuple(path for part in parts for path in _paths(part))


def is_file_named(text: str) -> bool:
    """Whether a pasted text is nothing but the names of files that are there."""
    if len(text) > 4 * 1024 or "\t" in text:
        return False
    try:
        paths = paths_in(text)
        return bool(paths) and all(path.is_absolute() and path.is_file() for path in paths)
    except (OSError, ValueError):
        return False


def _paths(text: str) -> tuple[Path, ...]:
    """One, unless the text as a whole names none, and all that a shell finds in it are there."""
    whole = _path(text)
    try:
        if os.name == "nt" or whole.exists():
            return (whole,)
        several = tuple(map(_path, shlex.split(text)))
        return several if several and all(path.is_file() for path in several) else (whole,)
    except (OSError, ValueError):
        return (whole,)


def _path(text: str) -> Path:
    if text.startswith("file://"):
        return Path(unquote(urlsplit(text).path))
    if text[:1] in "'\"" and text[-1:] == text[:1]:
        return Path(text[1:-1]).expanduser()
    unescaped = text if os.name == "nt" else _ESCAPED.sub(r"\1", text)
    return Path(unescaped).expanduser()


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What is in a folder; nothing where it cannot be looked into."""
    try:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if _is_offered(entry))
    except OSError:
        return


def _is_offered(entry: os.DirEntry[str]) -> bool:
    """A file, and not one that an office program keeps while another is open."""
    try:
        return not entry.name.startswith((".", "~$")) and entry.is_file()
    except OSError:
        return False


def _saved_at(entry: os.DirEntry[str]) -> datetime:
    try:
        return datetime.fromtimestamp(entry.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return datetime.min.replace(tzinfo=UTC)
