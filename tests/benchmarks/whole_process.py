"""How long a quick command takes from start to end, beside what Python itself costs.

    python tests/benchmarks/whole_process.py [--sizes 10000 100000] [--rounds 21]

Every command is started anew, in turn with ``python -c "import sqlite3"`` on the same machine in
the same minute; what is printed are medians of the paired ratios. Nothing is asserted: machines
are noisy. What noise cannot disturb (which modules a command loads) is asserted by the tests.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
PROGRAM = "import sys; from tracker.__main__ import main; sys.exit(main())"
FLOOR = [sys.executable, "-c", "import sqlite3"]
COMMANDS = (
    ("status", ["status"]),
    ("status --json", ["status", "--json"]),
    ("status, a month ago", ["status", "--json", "--as-of", "-30"]),
    ("status, three years ago", ["status", "--json", "--as-of", "-1095"]),
    ("list --progress overdue --limit 50", ["list", "--progress", "overdue", "--limit", "50"]),
    ("show 5", ["show", "5"]),
)


def main() -> None:
    """Make the registers, run the rounds, print the table."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TRACKER_HOME": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        print("| command | directives | median ms | x import sqlite3 |\n|---|---:|---:|---:|")
        for size in options.sizes:
            register = Path(folder) / f"{size}.db"
            subprocess.run(
                [sys.executable, HERE / "make_register.py", register, str(size)],
                check=True,
                env=environment,
                stdout=subprocess.DEVNULL,
            )
            for name, arguments in COMMANDS:
                command = [sys.executable, "-c", PROGRAM, *arguments, "--db", str(register)]
                spent, ratio = _paired(command, environment, options.rounds)
                print(f"| {name} | {size:,} | {spent * 1000:.1f} | {ratio:.2f} |", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=21)
    return parser.parse_args()


def _paired(
    command: Sequence[str], environment: dict[str, str], rounds: int
) -> tuple[float, float]:
    _seconds(command, environment)
    spent, ratios = [], []
    for _ in range(rounds):
        ours, floor = _seconds(command, environment), _seconds(FLOOR, environment)
        spent.append(ours)
        ratios.append(ours / floor)
    return median(spent), median(ratios)


def _seconds(command: Sequence[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    spent = time.perf_counter() - started
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    return spent


if __name__ == "__main__":
    main()
