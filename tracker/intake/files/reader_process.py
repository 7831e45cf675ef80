"""Starting the process that reads, hearing its answer, and seeing to it that it ends."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files import limits, wire
from tracker.intake.files.bounds import OUT_OF_MEMORY
from tracker.intake.files.found import FileKind, FoundTable
from tracker.intake.files.waiting import Wait, patiently

_MODULE = "tracker.intake.files.child"
_OPTIONS = ("-P", "-B", "-W", "ignore", "-X", "utf8")
"""Nothing is taken from the folder it happens to be in, nothing is written."""
_PACKAGES = Path(__file__).parents[3]
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None
"""What it ends with where the system counts its time."""
_OVERTIME = 1.0
"""The process counts its own time, the one that waits only looks at the clock."""
_LOOK_EACH = 0.1
"""Seconds between two looks at whether it has ended."""
_NEEDED = frozenset(
    {
        "COMSPEC", "DYLD_LIBRARY_PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH",
        "PATH", "PYTHONHOME", "PYTHONUTF8", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "USERPROFILE",
        "VIRTUAL_ENV", "WINDIR",
    }
)  # fmt: skip
"""The variables that the process is given."""


def tables_read(
    data: bytes, kind: FileKind, seconds: float, *, wait: Wait = patiently
) -> tuple[FoundTable, ...]:
    """The tables of a file, read elsewhere; that process has ended when this does.

    Raises ``UnreadableFile``, without the name of the file, where it cannot be read.
    """
    process = _started(kind, seconds)
    answer = _Answer(process)
    feeding = threading.Thread(target=_feed, args=(process, data), daemon=True)
    try:
        feeding.start()
        answer.start()
        until = time.monotonic() + seconds + _OVERTIME
        while answer.is_alive():
            answer.join(_LOOK_EACH)
            wait()
            if time.monotonic() > until:
                raise UnreadableFile("", FileTrouble.TOO_SLOW)
    finally:
        _kill(process)
        process.wait()
        answer.join()
        if feeding.is_alive():
            feeding.join()
    if answer.is_too_long:
        raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)
    return _understood(answer.said, process.returncode)


def _started(kind: FileKind, seconds: float) -> subprocess.Popen[bytes]:
    """In a group of its own, so that what stops this program at a terminal comes through here."""
    told = (kind, str(seconds), str(os.getpid()))
    return subprocess.Popen(
        [sys.executable, *_OPTIONS, "-m", _MODULE, *told],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    )


def _environment() -> dict[str, str]:
    """What an interpreter needs to run at all: a reader of files has no use for passwords."""
    kept = {name: value for name, value in os.environ.items() if name.upper() in _NEEDED}
    return {**kept, "PYTHONPATH": _module_path(), "MALLOC_ARENA_MAX": "1"}


def _module_path() -> str:
    """Where this very program was found, and the packages it uses."""
    others = (folder for folder in sys.path if folder and Path(folder).is_absolute())
    return os.pathsep.join((str(_PACKAGES), *others))


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin is not None
    with suppress(OSError), process.stdin as stdin:
        stdin.write(data)


class _Answer(threading.Thread):
    """Hears all that a process says, up to more than any file that may be read can give, and to
    its end."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        super().__init__(daemon=True)
        self._process = process
        self.said = b""

    def run(self) -> None:
        """Hear it to the end."""
        assert self._process.stdout is not None
        with suppress(OSError), self._process.stdout as out:
            self.said = out.read(limits.ANSWER_BYTES + 1)
        if not self.is_too_long:
            self._process.wait()

    @property
    def is_too_long(self) -> bool:
        """Whether it says more than that."""
        return len(self.said) > limits.ANSWER_BYTES


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End it with whatever it may have started."""
    if process.poll() is not None:
        return
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _understood(answered: bytes, exit_code: int) -> tuple[FoundTable, ...]:
    if exit_code == OUT_OF_MEMORY:
        raise UnreadableFile("", FileTrouble.EXPANDS_TOO_MUCH)
    if exit_code == _OUT_OF_TIME:
        raise UnreadableFile("", FileTrouble.TOO_SLOW)
    try:
        return tuple(wire.tables_in(io.BytesIO(answered)))
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableFile("", FileTrouble.DAMAGED) from error
