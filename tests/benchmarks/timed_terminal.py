"""A program in a pseudo-terminal, timed from outside."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

COLUMNS, LINES = 120, 40

ANSWER_SECONDS = 0.04
"""A quiet of so long ends an answer."""

_LONGEST_SECONDS = 60.0
"""Anything takes."""

_LONGEST_PATIENCE = 3.0


class Answer(NamedTuple):
    """What came of a key, both in milliseconds."""

    taken: float
    """From the key to the last byte."""
    spent: float
    """At work on a processor until then; what others do on the machine matters less here."""


class TimedTerminal:
    """Starts the program; use it with ``with``, which ends it."""

    def __init__(self, command: Sequence[str], environment: dict[str, str], *, quit: bytes) -> None:
        self._quit = quit
        self._started = time.perf_counter()
        self._pid, self._descriptor = pty.fork()
        if not self._pid:
            os.execvpe(command[0], list(command), environment)
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, size)
        self._seen = b""

    def __enter__(self) -> TimedTerminal:
        return self

    def wait_for(self, marks: Sequence[bytes]) -> float:
        """Milliseconds from the start until one of the marks was written."""
        until = time.perf_counter() + _LONGEST_SECONDS
        while not any(mark in self._seen for mark in marks):
            if self._read(1) == b"" or time.perf_counter() > until:
                raise SystemExit(f"nothing to see: {self._seen[-2000:]!r}")
        return (time.perf_counter() - self._started) * 1000

    def press(self, key: bytes) -> Answer:
        """Wait for quiet, press a key, and wait for the answer."""
        self.settle(0.15)
        spent = self.spent()
        began = last = time.perf_counter()
        os.write(self._descriptor, key)
        while self._read(0.5 if last == began else ANSWER_SECONDS):
            last = time.perf_counter()
        return Answer((last - began) * 1000, self.spent() - spent)

    def settle(self, quiet: float) -> None:
        """Wait until nothing was written for so long; where a cursor blinks something always is."""
        until = time.perf_counter() + _LONGEST_PATIENCE
        while time.perf_counter() < until and self._read(quiet):
            pass

    def spent(self) -> float:
        """Milliseconds that its threads were at work on a processor so far."""
        tasks = Path(f"/proc/{self._pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6

    def peak_memory(self) -> float:
        """The largest memory so far, in MiB."""
        status = Path(f"/proc/{self._pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    def __exit__(self, *_: object) -> None:
        """Quit the program, or end it where it does not."""
        os.write(self._descriptor, self._quit)
        until = time.perf_counter() + 5
        while time.perf_counter() < until:
            if os.waitpid(self._pid, os.WNOHANG)[0]:
                break
            self._read(0.02)
        else:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        os.close(self._descriptor)

    def _read(self, seconds: float) -> bytes | None:
        """What was written; None where nothing was, empty at the end."""
        if not select.select([self._descriptor], [], [], seconds)[0]:
            return None
        try:
            found = os.read(self._descriptor, 1 << 16)
        except OSError:
            return b""
        self._seen = (self._seen + found)[-200_000:]
        return found
