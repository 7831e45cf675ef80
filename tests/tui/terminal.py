"""A program in a pseudo-terminal of its own: what a terminal is really sent."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]

_OWN_TERMINAL = "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
"""Makes what stands on standard input the terminal that the program is run from."""

SECONDS = 60.0
"""How long anything may take before the program counts as hanging."""


class Hangs(AssertionError):
    """What was waited for did not come."""


class Terminal:
    """Runs Python source, with the repository to import from; use it with ``with``."""

    def __init__(
        self, source: str, arguments: Sequence[str], *, size: tuple[int, int], **more: str
    ) -> None:
        self.output = b""
        """Everything that was sent so far."""
        self._until = time.monotonic() + SECONDS
        self._ours, theirs = pty.openpty()
        columns, rows = size
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-c", _OWN_TERMINAL + source, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=_environment(more),
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._ours)

    def type(self, keys: str, *, then: str) -> None:
        """Type keys as a terminal sends them, and wait for a text behind what was sent before."""
        sent = len(self.output)
        os.write(self._ours, keys.encode())
        self.wait_for(then, behind=sent)

    def wait_for(self, text: str, *, behind: int = 0) -> None:
        """Read until a text was sent in one piece."""
        wanted = text.encode()
        while wanted not in self.output[behind:]:
            if not self._read():
                raise Hangs(f"{text!r} is not in {self.output[-2_000:]!r}")

    def leave(self, keys: str) -> int:
        """Type keys that end the program; its exit code."""
        os.write(self._ours, keys.encode())
        while self._read():
            pass
        return self._process.wait(max(self._until - time.monotonic(), 0.1))

    def _read(self) -> bool:
        """Take what comes; False at the end, or where nothing comes any more."""
        seconds = max(self._until - time.monotonic(), 0)
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            found = os.read(self._ours, 1 << 16)
        except OSError:
            # Nobody is at the other end.
            return False
        self.output += found
        return bool(found)


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
    own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    return {**kept, **own, "PYTHONPATH": str(ROOT), **more}
