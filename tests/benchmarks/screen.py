"""How fast the screen is, beside an empty Textual app in the same run, both in a real terminal.

    python tests/benchmarks/screen.py [--sizes 1000 100000 1000000] [--rounds 9]
                                      [--registers FOLDER]

A pseudo-terminal of 120 columns and 40 rows. Measured from outside: from start to the first row of
data, from a key to the last byte of the answer, the largest memory of the process before and after
the first change. The empty app and every register take turns; what is printed are the medians, the
median of the ratios to the empty app of the same turn, and what is aimed at. Nothing is asserted:
machines are noisy.

Registers are made first, 1,000,000 directives in about two minutes, unless the folder already
holds them from an earlier run. Every turn enters one more directive.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.timed_terminal import COLUMNS, LINES, TimedTerminal

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
DOWN, PAGE_DOWN, END, ENTER, ESCAPE, QUIT = (
    b"\x1b[B", b"\x1b[6~", b"\x1b[F", b"\r", b"\x1b", b"\x11"
)  # fmt: skip
KEYS = (("Down", DOWN, 9), ("PageDown", PAGE_DOWN, 7), ("End", END, 1))
FIRST_ROW = ("■ Quá hạn".encode(), "○ Chưa đến".encode(), b"FIRST ROW")
QUERIES = ("nghi quyet", "6340", "khongco", "đẩy mạnh", "an toàn thông tin")
LETTER = "letter "
AFTER = " after a change"

Figures = dict[str, float]


class Goal(NamedTuple):
    """What a figure should not exceed."""

    times_empty: float | None = None
    milliseconds: float | None = None

    def words(self) -> str:
        """As the table says it."""
        if self.times_empty is not None:
            return f"<= {self.times_empty} x empty"
        return "" if self.milliseconds is None else f"<= {self.milliseconds:g} ms"

    def verdict(self, figure: float, ratio: float | None) -> str:
        """Whether it is met."""
        if self.times_empty is not None and ratio is not None:
            return "met" if ratio <= self.times_empty else "missed"
        if self.milliseconds is not None:
            return "met" if figure <= self.milliseconds else "missed"
        return ""


FRAME = Goal(milliseconds=16)
GOALS = {
    "Down, ms": Goal(times_empty=1.5),
    "Down, ms of processor": Goal(times_empty=1.5),
    "PageDown, ms": FRAME,
    "End, ms": FRAME,
    "memory, MiB": Goal(times_empty=1.3),
}
LARGE = 1_000_000


def goal_of(figure: str, size: int) -> Goal:
    """What is aimed at in a register of a size."""
    if figure.startswith("first row"):
        return Goal(times_empty=1.5 if size >= LARGE else 1.25)
    if figure.startswith("search"):
        return FRAME
    return GOALS.get(figure, Goal())


def measure(command: Sequence[str], environment: dict[str, str], *, is_ours: bool) -> Figures:
    """One run of a program."""
    with TimedTerminal(command, environment, quit=QUIT) as terminal:
        figures = {
            "first row, ms": terminal.wait_for(FIRST_ROW),
            "first row, ms of processor": terminal.spent(),
        }
        terminal.settle(1.0)
        for name, key, times in KEYS:
            answers = [terminal.press(key) for _ in range(times)]
            figures[f"{name}, ms"] = median(answer.taken for answer in answers)
            figures[f"{name}, ms of processor"] = median(answer.spent for answer in answers)
        if is_ours:
            figures.update(_searching(terminal))
        figures["memory, MiB"] = terminal.peak_memory()
        if is_ours:
            figures[f"memory{AFTER}, MiB"] = _after_a_change(terminal)
    return figures


def _searching(terminal: TimedTerminal) -> Iterator[tuple[str, float]]:
    """Every letter of every query, typed one after another."""
    for query in QUERIES:
        terminal.press(b"/")
        for number, letter in enumerate(query, start=1):
            yield f"{LETTER}{query[:number]}", terminal.press(letter.encode()).taken
        terminal.press(ESCAPE)
        terminal.settle(0.3)


def _after_a_change(terminal: TimedTerminal) -> float:
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
        kept = options.registers or Path(folder)
        registers = {size: _register(kept, size) for size in options.sizes}
        empty = partial(measure, [sys.executable, "-c", EMPTY], environment, is_ours=False)
        found: dict[int, list[Figures]] = {size: [] for size in options.sizes}
        beside: dict[int, list[Figures]] = {size: [] for size in options.sizes}
        for turn in range(options.rounds + 1):
            for size, register in registers.items():
                command = [sys.executable, "-c", PROGRAM, "tui", "--db", str(register)]
                floor, ours = empty(), measure(command, environment, is_ours=True)
                if turn:
                    found[size].append(ours)
                    beside[size].append(floor)
    for size in options.sizes:
        _print(size, found[size], beside[size])


def _environment(folder: str) -> dict[str, str]:
    kept = {name: each for name, each in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "TRACKER_HOME": folder,
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "COLUMNS": str(COLUMNS),
        "LINES": str(LINES),
    }


def _register(folder: Path, size: int) -> Path:
    """The register of a size, made where it is not there; by another process, as it takes room."""
    folder.mkdir(parents=True, exist_ok=True)
    path, unfinished = folder / f"{size}.db", folder / f"{size}.unfinished"
    if not path.exists():
        unfinished.unlink(missing_ok=True)
        command = [sys.executable, str(HERE / "make_register.py"), str(unfinished), str(size)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        unfinished.rename(path)
    return path


def _print(size: int, ours: list[Figures], beside: list[Figures]) -> None:
    print(f"\n{size:,} directives")
    print(f"  {'':44}{'empty':>9}{'ours':>9}{'ratio':>8}  goal")
    for name, figures in _gathered(ours).items():
        floors = _gathered(beside).get(name.replace(AFTER, ""), [])
        ratios = [one / floor for one, floor in zip(figures, floors, strict=False)]
        ratio = median(ratios) if ratios else None
        goal = goal_of(name, size)
        print(
            f"  {name:44}",
            f"{median(floors):9.1f}" if floors else " " * 9,
            f"{median(figures):9.1f}",
            " " * 8 if ratio is None else f"{ratio:8.2f}",
            f"  {goal.words():16}{goal.verdict(median(figures), ratio)}",
            sep="",
        )


def _gathered(runs: list[Figures]) -> dict[str, list[float]]:
    """The figures of all turns; of the letters of a search, those of the slowest."""
    every = {name: [run[name] for run in runs] for name in runs[0]}
    found = {name: figures for name, figures in every.items() if not name.startswith(LETTER)}
    for query in QUERIES if f"{LETTER}{QUERIES[0]}" in every else ():
        typed = [query[:number] for number in range(1, len(query) + 1)]
        slowest = max(typed, key=lambda text: median(every[f"{LETTER}{text}"]))
        found[f"search {query!r}, slowest at {slowest!r}"] = every[f"{LETTER}{slowest}"]
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--registers", type=Path, help="a folder to keep registers in")
    return parser.parse_args()


if __name__ == "__main__":
    main()
