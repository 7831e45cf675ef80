"""Where an office keeps its things: the workspace folder, and the database named in it.

A workspace is a folder that holds ``data/tracker.toml``. Imports only what a quick read may load,
so paths are strings here.
"""

from __future__ import annotations

import os
import os.path
from stat import S_ISDIR

from tracker.core.database_address import is_url, without_password
from tracker.core.errors import CannotWriteFile, UsageError
from tracker.resources import DEFAULT_SETTINGS, shipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

HOME_VARIABLE = "TRACKER_HOME"
DATABASE_VARIABLE = "TRACKER_DB"

_SQLITE_URL = "sqlite:///"


class PasswordInDatabaseUrl(UsageError):
    """A database URL carries a password, where other users of the machine can read it."""

    def __init__(self, url_without_password: str) -> None:
        super().__init__(url_without_password)
        self.url_without_password = url_without_password


class CannotMakeWorkspace(CannotWriteFile):
    """The workspace folder, or a file in it, could not be made."""

    def __init__(self, path: str, error_number: int | None) -> None:
        super().__init__(path, error_number)
        self.path = path
        self.error_number = error_number
        """As in ``errno``: no permission, no space left, ..."""


def settings_file(workspace: str) -> str:
    """The settings of a workspace, whether or not they exist yet."""
    return os.path.join(workspace, "data", "tracker.toml")


def find_workspace(environ: Mapping[str, str], *, start: str | None = None) -> str:
    """The nearest workspace upwards from ``start``; else TRACKER_HOME; else ``~/tracker``.

    Only looks: the last two need not exist yet.
    """
    return (
        _nearest(os.path.abspath(start) if start else _current_folder())
        or _named_home(environ)
        or os.path.join(os.path.expanduser("~"), "tracker")
    )


def _current_folder() -> str:
    """The current folder; empty where it has been removed under our feet."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def _nearest(folder: str) -> str | None:
    """The first folder upwards that holds settings."""
    while folder:
        if os.path.isfile(settings_file(folder)):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            break
        folder = parent
    return None


def _named_home(environ: Mapping[str, str]) -> str | None:
    named = environ.get(HOME_VARIABLE)
    return os.path.abspath(os.path.expanduser(named)) if named else None


def make_workspace(workspace: str) -> None:
    """Make the folder with the documented default settings, for its owner only.

    Called before the first write; a workspace that has settings is left as it is.
    """
    settings = settings_file(workspace)
    if os.path.exists(settings):
        return
    try:
        for folder in (os.path.dirname(settings), os.path.join(workspace, "exports")):
            _make_folder(folder)
        with open(shipped(DEFAULT_SETTINGS), "rb") as source:
            put_file(settings, source.read())
    except OSError as trouble:
        raise CannotMakeWorkspace(workspace, trouble.errno) from trouble


def _make_folder(folder: str) -> None:
    """Make a folder and those it lies in for their owner only; what is there keeps its rights."""
    missing: list[str] = []
    while not _is_folder(folder) and folder not in missing[-1:]:
        missing.append(folder)
        folder = os.path.dirname(folder)
    for each in reversed(missing):
        try:
            os.mkdir(each, mode=0o700)
        except FileExistsError:
            if not _is_folder(each):
                raise


def _is_folder(path: str) -> bool:
    """Whether it is there; raises what would hinder making it, before anything is made."""
    try:
        return S_ISDIR(os.stat(path).st_mode)
    except FileNotFoundError:
        return False


def put_file(path: str, content: bytes, *, mode: int = 0o600) -> None:
    """Write a small file whole, or leave what was there."""
    unfinished = f"{path}.{os.getpid()}.tmp"
    try:
        with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except OSError:
        _remove(unfinished)
        raise


def _remove(path: str) -> None:
    try:
        os.remove(path)
    except OSError:
        return


def in_workspace(workspace: str, path: str) -> str:
    """An absolute path; a relative one counts from the workspace."""
    return os.path.abspath(os.path.join(workspace, os.path.expanduser(path)))


def choose_database(
    workspace: str, setting: str, *, option: str | None, environ: Mapping[str, str]
) -> str:
    """The database to open: ``--db``, else TRACKER_DB, else the setting.

    A path comes back absolute: what was typed counts from the current folder, the setting from
    the workspace. A URL comes back as it is.
    """
    typed = option or environ.get(DATABASE_VARIABLE)
    database = (typed or setting).removeprefix(_SQLITE_URL)
    if is_url(database):
        refuse_password(database)
        return database
    return in_workspace(os.path.curdir if typed else workspace, database)


def is_register_named(option: str | None, environ: Mapping[str, str]) -> bool:
    """Whether ``--db`` or TRACKER_DB names the database; what is empty names none."""
    return bool(option or environ.get(DATABASE_VARIABLE))


def refuse_password(url: str) -> None:
    """Refuse a URL with a password: it belongs in the password file of PostgreSQL."""
    shown = without_password(url)
    if shown != url:
        raise PasswordInDatabaseUrl(shown)
