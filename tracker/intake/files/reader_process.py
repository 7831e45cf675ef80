"""Starting the process that reads, hearing its answer, and seeing to it that it ends."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files import limits, wire
from tracker.intake.files.bounds import OUT_OF_MEMORY
from tracker.intake.files.found import FileKind, FoundTable

_MODULE = "tracker.intake.files.child"
_OPTIONS = ("-P", "-B", "-W", "ignore", "-X", "utf8")
"""Nothing is taken from the folder it happens to be in, nothing is written."""
_PACKAGES = Path(__file__).parents[3]
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None
"""What it ends with where the system counts its time."""
_OVERTIME = 1.0
"""The process counts its own time, the one that waits only looks at the clock."""


def tables_read(data: bytes, kind: FileKind, seconds: float) -> tuple[FoundTable, ...]:
    """The tables of a file, read elsewhere.

    Raises ``UnreadableFile``, without the name of the file, where it cannot be read.
    """
    process = _started(kind, seconds)
    is_late = threading.Event()

    def end() -> None:
        is_late.set()
        _kill(process)

    clock = threading.Timer(seconds + _OVERTIME, end)
    feeding = threading.Thread(target=_feed, args=(process, data))
    clock.daemon = feeding.daemon = True
    try:
        clock.start()
        feeding.start()
        answered = _heard(process)
        process.wait()
    finally:
        clock.cancel()
        _kill(process)
        process.wait()
        if feeding.is_alive():
            feeding.join()
    if is_late.is_set():
        raise UnreadableFile("", FileTrouble.TOO_SLOW)
    return _understood(answered, process.returncode)


def _started(kind: FileKind, seconds: float) -> subprocess.Popen[bytes]:
    """In a group of its own, so that what stops this program at a terminal comes through here."""
    told = (kind, str(seconds), str(os.getpid()))
    return subprocess.Popen(
        [sys.executable, *_OPTIONS, "-m", _MODULE, *told],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": _module_path(), "MALLOC_ARENA_MAX": "1"},
        start_new_session=True,
    )


def _module_path() -> str:
    """Where this very program was found, and the packages it uses."""
    others = (folder for folder in sys.path if folder and Path(folder).is_absolute())
    return os.pathsep.join((str(_PACKAGES), *others))


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin is not None
    with suppress(OSError), process.stdin as stdin:
        stdin.write(data)


def _heard(process: subprocess.Popen[bytes]) -> bytes:
    """All it says, up to more than any file that may be read can give."""
    assert process.stdout is not None
    with process.stdout as out:
        answered = out.read(limits.ANSWER_BYTES + 1)
    if len(answered) > limits.ANSWER_BYTES:
        raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)
    return answered


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
