"""How long a search takes at each letter, beside one that walks through all texts.

    python tests/benchmarks/searching.py [--sizes 10000 100000] [--registers PATH ...] [--rounds 7]

Medians of one process that holds the register open, as the screen does: for the first 50 in order
of entry, and for the ids of all that is found. In the same rounds the same is asked without the
index; the ratio says how many times longer that takes. Nothing is asserted: machines are noisy.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from unittest import mock

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.make_register import TODAY, make_register
from tracker.core.rules import Policy
from tracker.store import searching
from tracker.store.reading import open_reading
from tracker.store.rows import Reading
from tracker.store.selection import Selection, selected_ids

QUERIES = (
    "n", "ng", "nghi quyet", "tinh gian bien che", "6340", "(9999", "khongco", "25/kh",
    "đẩy mạnh", unicodedata.normalize("NFD", "Đề án chuyển đổi số"), "an toan thong tin 2026",
)  # fmt: skip

WITHOUT_INDEX = mock.patch.object(searching, "has_index", return_value=False)

HEADING = (
    "| query | directives | found | first 50, ms | walking, ms | ratio "
    "| all ids, ms | walking, ms | ratio |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|"
)


def main() -> None:
    """Make the registers, ask the queries, print the table."""
    options = _options()
    print(HEADING)
    with tempfile.TemporaryDirectory() as folder:
        for path in [*options.registers, *_made(Path(folder), options)]:
            with open_reading(str(path)) as reading:
                ((number,),) = reading.rows("SELECT count(*) FROM directive", {})
                for query in QUERIES:
                    print(f"| {query} | {number:,} {_measured(reading, query, options.rounds)}")
                    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--registers", type=Path, nargs="*", default=[], help="made before")
    parser.add_argument("--rounds", type=int, default=7)
    return parser.parse_args()


def _made(folder: Path, options: argparse.Namespace) -> Iterable[Path]:
    for size in options.sizes:
        make_register(str(folder / f"{size}.db"), size)
        yield folder / f"{size}.db"


def _measured(reading: Reading, query: str, rounds: int) -> str:
    cells = []
    for limit in (50, None):
        selection = Selection(search=query, limit=limit)

        def search(selection: Selection = selection) -> int:
            return len(selected_ids(reading, selection, as_of=TODAY, policy=Policy()))

        number = search()
        ours, walking = [], []
        for _ in range(rounds):
            ours.append(_milliseconds(search))
            with WITHOUT_INDEX:
                walking.append(_milliseconds(search))
        cells += [f"{median(ours):.2f}", f"{median(walking):.2f}"]
        cells.append(f"{median(each / one for one, each in zip(ours, walking, strict=True)):.1f}")
    return f"| {number:,} | {' | '.join(cells)} |"


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
