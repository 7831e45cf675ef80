"""How fast the screen is, beside an empty Textual app in the same run, both in a real terminal.

    python tests/benchmarks/screen.py [--sizes 1000 100000 1000000] [--rounds 9]

A pseudo-terminal of 120 columns and 40 rows. Measured from outside: from start to the first row of
data, from a key to the last byte of the answer, the largest memory of the process before and after
the first change. Rounds are interleaved; what is printed are medians, and their ratio to the empty
app. Nothing is asserted: machines are noisy.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import resource
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PROGRAM = "import sys; from tracker.__main__ import main; sys.exit(main())"
EMPTY = """
from textual.app import App
from textual.binding import Binding
from textual.widgets import Static

class Empty(App):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("ctrl+q", "quit", priority=True)]
    pressed = 0

    def compose(self):
        yield Static("FIRST ROW", id="text")

    def on_key(self):
        self.pressed += 1
        self.query_one("#text").update(f"{self.pressed} pressed")

Empty().run()
"""
COLUMNS, LINES = 120, 40
DOWN, PAGE_DOWN, END, ENTER, ESCAPE, QUIT = (
    b"\x1b[B", b"\x1b[6~", b"\x1b[F", b"\r", b"\x1b", b"\x11"
)  # fmt: skip
FIRST_ROW = ("■ Quá hạn".encode(), "○ Chưa đến".encode(), b"FIRST ROW")
QUERIES = ("nghi quyet", "6340", "khongco", "đẩy mạnh")
ANSWER_SECONDS = 0.04
"""A quiet of so long ends an answer."""

Figures = dict[str, float]


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self._started = time.perf_counter()
        self._pid, self._descriptor = pty.fork()
        if not self._pid:
            os.execvpe(command[0], list(command), environment)
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, size)
        self._seen = b""

    def wait_for(self, marks: Sequence[bytes], *, seconds: float = 60) -> float:
        """Seconds from the start until one of the marks was written."""
        until = time.perf_counter() + seconds
        while not any(mark in self._seen for mark in marks):
            if self._read(1) == b"" or time.perf_counter() > until:
                raise SystemExit(f"nothing to see: {self._seen[-2000:]!r}")
        return time.perf_counter() - self._started

    def press(self, key: bytes) -> float:
        """Seconds from a key to the last byte of the answer."""
        self.settle(0.15)
        began = time.perf_counter()
        os.write(self._descriptor, key)
        last = began
        while self._read(0.5 if last == began else ANSWER_SECONDS):
            last = time.perf_counter()
        return last - began

    def settle(self, quiet: float) -> None:
        """Wait until nothing was written for so long."""
        while self._read(quiet):
            pass

    def peak_memory(self) -> float:
        """The largest memory so far, in MiB."""
        status = Path(f"/proc/{self._pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    def close(self) -> None:
        """Quit the program, or end it where it does not."""
        os.write(self._descriptor, QUIT)
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


def measure(command: Sequence[str], environment: dict[str, str], *, is_ours: bool) -> Figures:
    """One run of a program."""
    terminal = Terminal(command, environment)
    figures = {"first row ms": terminal.wait_for(FIRST_ROW) * 1000}
    terminal.settle(1.0)
    figures["Down ms"] = 1000 * median(terminal.press(DOWN) for _ in range(9))
    figures["PageDown ms"] = 1000 * median(terminal.press(PAGE_DOWN) for _ in range(7))
    figures["End ms"] = 1000 * terminal.press(END)
    if is_ours:
        figures.update(_searching(terminal))
    figures["memory MiB"] = terminal.peak_memory()
    if is_ours:
        figures["memory after a change MiB"] = _after_a_change(terminal)
    terminal.close()
    return figures


def _searching(terminal: Terminal) -> Figures:
    """The slowest letter of every query, typed one after another."""
    found = {}
    for query in QUERIES:
        terminal.press(b"/")
        found[f"search {query!r}, slowest letter ms"] = 1000 * max(
            terminal.press(letter.encode()) for letter in query
        )
        terminal.press(ESCAPE)
        terminal.settle(0.3)
    return found


def _after_a_change(terminal: Terminal) -> float:
    """Memory once something was recorded: the library for writing is loaded then."""
    terminal.press(b"n")
    terminal.press("9999/UBND-NC ngày 02/11/2026 Việc đo bộ nhớ".encode())
    terminal.press(ENTER)
    terminal.settle(2.0)
    return terminal.peak_memory()


def main() -> None:
    """Make the registers, run the rounds, print the table."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(folder)
        cases: dict[str, Callable[[], Figures]] = {
            "empty app": partial(measure, [sys.executable, "-c", EMPTY], environment, is_ours=False)
        }
        for size in options.sizes:
            register = _register(Path(folder), size, environment)
            command = [sys.executable, "-c", PROGRAM, "tui", "--db", str(register)]
            cases[f"{size:,} directives"] = partial(measure, command, environment, is_ours=True)
        found: dict[str, list[Figures]] = {name: [] for name in cases}
        for turn in range(options.rounds + 1):
            for name, run in cases.items():
                figures = run()
                if turn:
                    found[name].append(figures)
    _print(found)


def _environment(folder: str) -> dict[str, str]:
    return {
        **os.environ,
        "TRACKER_HOME": folder,
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "COLUMNS": str(COLUMNS),
        "LINES": str(LINES),
    }


def _register(folder: Path, size: int, environment: dict[str, str]) -> Path:
    path = folder / f"{size}.db"
    command = [sys.executable, str(HERE / "make_register.py"), str(path), str(size)]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return path


def _print(found: dict[str, list[Figures]]) -> None:
    floor = {
        name: median(run[name] for run in found["empty app"]) for name in found["empty app"][0]
    }
    floor["memory after a change MiB"] = floor["memory MiB"]
    for case, runs in found.items():
        print(f"\n{case}")
        for name in runs[0]:
            middle = median(run[name] for run in runs)
            ratio = f"{middle / floor[name]:8.2f} x empty" if name in floor else ""
            print(f"  {name:44}{middle:10.1f}{ratio}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--rounds", type=int, default=9)
    return parser.parse_args()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
