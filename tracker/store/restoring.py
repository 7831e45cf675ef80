"""A copy put in the place of the register, which is kept first."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from tracker.core.database_address import is_url
from tracker.core.errors import Refused
from tracker.store.backup import Contents, back_up_from, contents, is_sound, new_copy, row_counts
from tracker.store.backup_files import in_first_free, numbered_names, stem_of_backups
from tracker.store.errors import (
    DamagedRegister,
    DiskTrouble,
    LockedRegister,
    OutdatedRegister,
    ReadOnlyRegister,
)
from tracker.store.keeping import Kept, Restored, kept_before
from tracker.store.private import companions, sync_folder
from tracker.store.sqlite_file import PATIENCE_SECONDS, check_file, connected, trouble_of
from tracker.store.unfinished import disk_named, private_room, put_in_place
from tracker.store.vetting import require_file, vetted

DAMAGED = "damaged"


class RestoredOntoItself(Refused):
    """The file to be restored is the register itself."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def restore(location: str, source: Path, *, folder: Path) -> Restored:
    """Put a copy in the place of the register; what was there is kept in ``folder``.

    Whatever happens meanwhile, the register is the old one or the new one.
    """
    require_file(source)
    if is_url(location):
        # Late: only a server needs what speaks to one.
        from tracker.store.restoring_server import restore_on_server  # noqa: PLC0415

        target = folder / stem_of_backups(location)
        with disk_named(str(folder)), private_room(target) as room:
            return restore_on_server(location, vetted(source, room), folder=folder, source=source)
    register = Path(location).resolve()
    if _is_same(register, source):
        raise RestoredOntoItself(str(source))
    with disk_named(location), private_room(register) as room:
        return _FileRestore(register, vetted(source, room), folder, source=source).run()


def _is_same(register: Path, source: Path) -> bool:
    try:
        return source.samefile(register)
    except OSError:
        return False


class _FileRestore:
    """One copy on its way into one file."""

    def __init__(self, register: Path, copy: Path, folder: Path, *, source: Path) -> None:
        self._source = source
        self._register = register
        self._copy = copy
        self._folder = folder
        self._stem = stem_of_backups(str(register))
        with closing(connected(str(copy))) as connection:
            self._contents = contents(connection)
            self._counts = row_counts(connection)

    def run(self) -> Restored:
        """Put it where nothing is, into what is sound, or in the place of what is damaged."""
        if not self._register.exists():
            kept = self._keep_as_it_lies()
            with suppress(FileExistsError):
                put_in_place(self._copy, self._register)
                return Restored(contents=self._contents, kept=kept)
        try:
            kept = self._replace_contents()
        except DamagedRegister:
            kept = self._replace_file()
        return Restored(contents=self._contents, kept=kept)

    def _replace_contents(self) -> Kept | None:
        """Write into the file that others may hold open, which shows them the old or the new."""
        path = str(self._register)
        try:
            with closing(connected(path)) as live:
                is_there = _held_alone(live, path)
                self._require_writable()
                kept = self._keep(live) if is_there else None
                self._write_into(live)
                return kept
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
                raise DamagedRegister(path) from error
            raise (trouble_of(error, path) or error) from error

    def _require_writable(self) -> None:
        """Before anything is kept: SQLite itself says so only at the first write."""
        if not os.access(self._register, os.W_OK):
            raise ReadOnlyRegister(str(self._register))

    def _keep(self, live: sqlite3.Connection) -> Kept:
        def keep(target: Path) -> Contents:
            return back_up_from(live, str(self._register), target=target)

        return kept_before(self._folder, self._stem, keep, spared=self._source)

    def _write_into(self, live: sqlite3.Connection) -> None:
        """In one transaction of SQLite's own, which its journal rolls back if we are killed."""
        path = str(self._register)
        latest = time.monotonic() + PATIENCE_SECONDS

        def give_up(status: int, _remaining: int, _total: int) -> None:
            # The library tries again for ever unless it is stopped here.
            if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > latest:
                raise LockedRegister(path)

        with closing(connected(str(self._copy))) as new:
            new.backup(live, progress=give_up)
        if not is_sound(live) or row_counts(live) != self._counts:
            raise DiskTrouble(path, is_full=False)

    def _replace_file(self) -> Kept | None:
        """Nobody can use what is damaged, so a new file takes its name and its rights."""
        kept = self._keep_as_it_lies()
        self._copy.chmod(self._register.stat().st_mode & 0o777)
        self._copy.replace(self._register)
        sync_folder(self._register.parent)
        return kept

    def _keep_as_it_lies(self) -> Kept | None:
        """Keep every byte that is there, and move what belongs to it out of the way."""
        lying = [each for each in companions(self._register) if each.exists()]
        if not lying and not self._register.exists():
            return None
        names = numbered_names(self._folder, self._stem, DAMAGED)
        target, _ = in_first_free(names, lambda target: _copy_bytes(self._register, target))
        for each in lying:
            beside = target.name + each.name.removeprefix(self._register.name)
            _copy_bytes(each, target.with_name(beside))
        for each in lying:
            each.unlink()
        return Kept(path=target, is_damaged=True)


def _held_alone(live: sqlite3.Connection, path: str) -> bool:
    """Shut everybody else out until the connection closes; tells whether a register is there.

    Between keeping the old and writing the new nobody may change anything.
    """
    for pragma in ("journal_mode = DELETE", "synchronous = EXTRA", "fullfsync = ON"):
        live.execute(f"PRAGMA {pragma}")
    live.execute("PRAGMA locking_mode = EXCLUSIVE")
    live.execute("BEGIN EXCLUSIVE")
    is_there: bool = live.execute("SELECT count(*) FROM sqlite_schema").fetchone() != (0,)
    if is_there:
        with suppress(OutdatedRegister):
            check_file(live, path)
        if not is_sound(live):
            raise DamagedRegister(path)
    # The lock stays: that is what the exclusive mode is for.
    live.execute("COMMIT")
    return is_there


def _copy_bytes(source: Path, target: Path) -> None:
    with new_copy(target) as copy:
        if source.exists():
            shutil.copyfile(source, copy)
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
