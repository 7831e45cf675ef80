"""Whether what is on the screen is still what the register says."""

from __future__ import annotations

from enum import Enum, auto

from tracker.operations.browsing import newest_operation
from tracker.store.stamp import FileStamp, file_stamp
from tracker.tui.surroundings import Surroundings

WATCH_SECONDS = 1.0
"""How often the register is looked at for what others have changed."""


class News(Enum):
    """What has happened since the register was read."""

    NONE = auto()
    CHANGED = auto()
    """Somebody wrote into it, or another day has begun."""
    REPLACED = auto()
    """Another file stands where it was."""


class RegisterWatch:
    """Remembers what the register was like when one screen read it."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._file: FileStamp | None = None
        self._operation = -1
        self.today = surroundings.today
        """The day it was when the news was last asked for."""

    def stamp(self) -> FileStamp | None:
        """What to keep of the file before it is read."""
        return file_stamp(self._surroundings.desk().location)

    def was_read(self, stamp: FileStamp | None, operation: int) -> None:
        """Everything up to an operation was read, from a file as it was stamped before."""
        self._file, self._operation = stamp, operation

    @property
    def has_seen_work(self) -> bool:
        """Whether a register was read in which something had been entered."""
        return self._operation > 0

    def news(self) -> News:
        """What has happened; cheap to ask. Raises ``TrackerError`` in trouble."""
        today = self._surroundings.today
        is_new_day, self.today = today != self.today, today
        stamp = self.stamp()
        before, now = _identity(self._file), _identity(stamp)
        if before is not None and now is not None and now != before:
            return News.REPLACED
        return News.CHANGED if is_new_day or self._has_changed(stamp) else News.NONE

    def _has_changed(self, stamp: FileStamp | None) -> bool:
        if stamp is not None and stamp == self._file:
            return False
        is_other_file = _identity(stamp) != _identity(self._file)
        if is_other_file or newest_operation(self._surroundings.desk()) != self._operation:
            return True
        self._file = stamp
        return False


def _identity(stamp: FileStamp | None) -> tuple[int, int] | None:
    """What of a stamp tells one file from another."""
    return None if stamp is None else stamp[:2]
