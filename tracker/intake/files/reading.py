"""A file in: its kind, a look at it before anything reads it, its tables.

Nothing a file holds is read in this process: it is only counted here.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.intake.errors import FileTrouble, UnreadableFile, UnreadableFiles
from tracker.intake.files.found import FileTables
from tracker.intake.files.kinds import kind_of
from tracker.intake.files.limits import FILE_BYTES
from tracker.intake.files.waiting import Wait, patiently

_OFFICE = frozenset({".xlsx", ".xlsm", ".docx", ".xls", ".ods"})


def read_files(
    paths: Iterable[Path], *, read_one: Callable[[Path], FileTables] | None = None
) -> tuple[FileTables, ...]:
    """The tables of several files, each read as ``read_file`` does unless told otherwise.

    Raises ``UnreadableFile`` where one of them cannot be read, ``UnreadableFiles`` where several.
    """
    read: list[FileTables] = []
    refused: list[UnreadableFile] = []
    for path in paths:
        try:
            read.append((read_one or read_file)(path))
        except UnreadableFile as trouble:
            refused.append(trouble)
    if len(refused) > 1:
        raise UnreadableFiles(tuple(refused))
    if refused:
        raise refused[0]
    return tuple(read)


def read_file(path: Path, *, wait: Wait = patiently) -> FileTables:
    """The tables of a file.

    Raises ``UnreadableFile``, with the path as it was given.
    """
    return read_bytes(_bytes_of(path), str(path), wait=wait)


def read_bytes(data: bytes, name: str, *, wait: Wait = patiently) -> FileTables:
    """The tables of what a file holds; raises as ``read_file``, with the name given."""
    try:
        return _read(data, name, wait)
    except UnreadableFile as refused:
        trouble = _trouble_under(name, refused.trouble)
        raise UnreadableFile(name, trouble, detail=refused.detail) from refused


def _trouble_under(name: str, trouble: FileTrouble) -> FileTrouble:
    """What calls itself a workbook or a document, and is not even a text, is a broken one."""
    is_office = Path(name).suffix.lower() in _OFFICE
    return FileTrouble.DAMAGED if is_office and trouble is FileTrouble.NO_LETTERS else trouble


def _read(data: bytes, name: str, wait: Wait) -> FileTables:
    from tracker.intake.files.preflight import examine  # noqa: PLC0415 - only a file needs them
    from tracker.intake.files.reader_process import tables_read  # noqa: PLC0415

    if len(data) > FILE_BYTES:
        raise UnreadableFile(name, FileTrouble.TOO_LARGE)
    kind = kind_of(data, name)
    tables = tables_read(data, kind, examine(data, kind), wait=wait)
    if not tables:
        raise UnreadableFile(name, FileTrouble.NOTHING_IN_IT)
    return FileTables(name=Path(name).name, kind=kind, tables=tables)


def require_file(path: Path) -> None:
    """Refuse what is no file, or has no end; raises ``UnreadableFile``."""
    with _named_troubles(str(path)):
        _require_file(path)


def _require_file(path: Path) -> None:
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableFile(str(path), FileTrouble.IS_FOLDER)
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFile(str(path), FileTrouble.NO_FILE)


def _bytes_of(path: Path) -> bytes:
    """What a file holds, as far as it is not too large; what has no end is never opened."""
    with _named_troubles(str(path)):
        _require_file(path)
        with path.open("rb") as file:
            return file.read(FILE_BYTES + 1)


@contextmanager
def _named_troubles(name: str) -> Iterator[None]:
    """What the system refuses, in our words."""
    try:
        yield
    except PermissionError as error:
        raise UnreadableFile(name, FileTrouble.NOT_ALLOWED) from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(name, FileTrouble.NOT_THERE) from error
