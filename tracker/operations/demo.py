"""A register filled from a shipped sample, for a first look."""

from __future__ import annotations

import csv
from pathlib import Path

from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.progressing import Completion, done, note


def fill_from_sample(desk: Desk, sample: Path) -> int:
    """Enter every row of a sample, with its completion or note; gives how many."""
    with sample.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        _enter(desk, row)
    return len(rows)


def _enter(desk: Desk, row: dict[str, str]) -> None:
    entry = Entry(
        number=row["number"],
        issued=row["issued"],
        content=row["content"],
        deadline=row["deadline"],
        unit=row["unit"],
    )
    reference = str(add(desk, entry).directive.id)
    if row["result"]:
        done(desk, reference, Completion(result=row["result"], on=row["on"] or None))
    if row["note"]:
        note(desk, reference, on=row["on"], text=row["note"])
