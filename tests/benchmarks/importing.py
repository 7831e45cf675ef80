"""How long an import takes, and storing it beside a bare ``executemany`` of the same rows.

    python tests/benchmarks/importing.py [--rows 20000] [--rounds 3] [--cpu]

A sheet of made-up directives is looked at and entered into an empty register; then it is looked at
again beside the register that holds all of it, and taken back. The bare way writes
every row of the four tables, as they stand in the register that came of it, into an empty register
of the same form: one transaction, the same settings, the index of the search brought up to date.
Medians; the ratio is that of the rounds. ``--cpu`` counts the time of the processor alone, for a
machine that is busy otherwise. What the process held at most is told at the end. Nothing
is asserted: machines are noisy.
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.make_register import TODAY, made_up
from tracker.core.days_off import DaysOff
from tracker.core.events import Completed, Noted
from tracker.core.rules import Policy
from tracker.intake.files.found import FileKind, FileTables, FoundTable, PlaceKind
from tracker.intake.raw_table import RawRow, RawTable
from tracker.operations.desk import Desk
from tracker.operations.importing import enter_import, preview_files
from tracker.operations.undoing import undo
from tracker.store.database import open_store
from tracker.store.search_index import bring_up_to_date
from tracker.store.sqlite_file import connected

HEADINGS = (
    "TT", "Số, ký hiệu, ngày văn bản", "Nội dung nhiệm vụ", "Thời hạn", "Ngày hoàn thành",
    "Kết quả", "Đơn vị chủ trì", "Người theo dõi", "Ghi chú",
)  # fmt: skip

TABLES = ("directive", "event", "standing", "note")

WRITING = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA foreign_keys = 1",
)
"""As the store writes."""


def main() -> None:
    """Import, write barely, print the figures."""
    options = _options()
    file = made_up_file(options.rows)
    taken: dict[str, list[float]] = {}
    for number in range(options.rounds):
        with tempfile.TemporaryDirectory() as folder:
            _round(Path(folder), file, taken)
        print(f"round {number + 1}: " + ", ".join(f"{it} {t[-1]:.2f} s" for it, t in taken.items()))
    ratios = [ours / bare for ours, bare in zip(taken["stored"], taken["bare"], strict=True)]
    print(f"\n{options.rows:,} rows, medians of {options.rounds} rounds")
    for name, seconds in taken.items():
        print(f"  {name:<12} {median(seconds):6.2f} s")
    print(f"  stored / bare = {median(ratios):.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  at most {peak:.0f} MiB held")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cpu", action="store_true")
    return parser.parse_args()


def made_up_file(number: int, *, seed: int = 1) -> FileTables:
    """A workbook of one sheet, as it was read."""
    chance = random.Random(seed)
    rows = [HEADINGS, *(_cells(place, chance) for place in range(1, number + 1))]
    table = RawTable(
        rows=tuple(RawRow(line=line, cells=cells) for line, cells in enumerate(rows, start=1))
    )
    sheet = FoundTable(kind=PlaceKind.SHEET, number=1, name="Sheet1", table=table)
    return FileTables(name="so.xlsx", kind=FileKind.WORKBOOK, tables=(sheet,))


def _cells(number: int, chance: random.Random) -> tuple[str, ...]:
    directive = made_up(number, chance, DaysOff())
    assignment = directive.assignment
    document = assignment.document
    done = next((event for event in directive.events if isinstance(event, Completed)), None)
    note = next((event for event in directive.events if isinstance(event, Noted)), None)
    return (
        str(number),
        f"{document.number} ngày {document.issued_on:%d/%m/%Y}",
        assignment.content,
        assignment.deadline.text,
        f"{done.completed_on:%d/%m/%Y}" if done else "",
        done.result_text if done else "",
        assignment.unit,
        assignment.officer,
        note.text if note else "",
    )


def _round(folder: Path, file: FileTables, taken: dict[str, list[float]]) -> None:
    desk = Desk(
        location=str(folder / "register.db"),
        who="lan",
        today=TODAY,
        at=datetime(2026, 11, 23, 1, 0, tzinfo=UTC),
        policy=Policy(),
    )
    open_store(desk.location).close()
    look = partial(preview_files, desk, (file,))
    _timed(taken, "stored", partial(enter_import, desk, _timed(taken, "looked at", look)))
    rows = _rows_of(desk.location)
    bare = str(folder / "bare.db")
    open_store(bare).close()
    _timed(taken, "bare", lambda: _write_barely(bare, rows))
    _timed(taken, "again", look)
    _timed(taken, "taken back", lambda: undo(desk))


def clock() -> float:
    """Seconds, of whichever clock was asked for."""
    return time.process_time() if "--cpu" in sys.argv else time.perf_counter()


def _timed(taken: dict[str, list[float]], name: str, work: Callable[[], Any]) -> Any:
    started = clock()
    result = work()
    taken.setdefault(name, []).append(clock() - started)
    return result


def _rows_of(path: str) -> dict[str, tuple[list[str], list[tuple[Any, ...]]]]:
    found = {}
    with closing(sqlite3.connect(path)) as connection:
        for table in ("operation", *TABLES):
            answer = connection.execute(f"SELECT * FROM {table}")
            found[table] = ([name for name, *_ in answer.description], answer.fetchall())
    return found


def _write_barely(path: str, rows: dict[str, tuple[list[str], list[tuple[Any, ...]]]]) -> None:
    with closing(connected(path)) as connection:
        for pragma in WRITING:
            connection.execute(pragma)
        connection.execute("BEGIN IMMEDIATE")
        for table, (names, values) in rows.items():
            places = ", ".join("?" * len(names))
            sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})"
            connection.executemany(sql, values)
        bring_up_to_date(connection.execute)
        connection.execute("COMMIT")


if __name__ == "__main__":
    main()
