"""Days that a sheet has probably taken for months.

Where a sheet reads the month first, it makes another day of 03/11 and leaves 24/5 a text. So a
column tells it: its real days are all of the first twelve of a month, its texts all later ones.
"""

from __future__ import annotations

import re
from collections import defaultdict

from tracker.intake.looks import Look, look_of
from tracker.intake.raw_table import RawTable

_DAY_FIRST = re.compile(r"\D*([0-9]{1,2})[/.-]([0-9]{1,2})[/.-](?:[0-9]{4}|[0-9]{2})(?:\D.*)?")
_YEAR_FIRST = re.compile(r"[0-9]{4}-([0-9]{1,2})-([0-9]{1,2})(?:\D.*)?")
_LAST_MONTH = 12


def turned_lines(table: RawTable) -> tuple[int, ...]:
    """The lines with a day that may be another one, day and month exchanged.

    A day like 05/05 is the same in both ways.
    """
    real: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    written: dict[int, list[int]] = defaultdict(list)
    for row in table.rows if table.real_days else ():
        for place, cell in enumerate(row.cells):
            day, month = _day_and_month(cell)
            if not day:
                continue
            if (row.line, place) in table.real_days:
                real[place].append((row.line, day, month))
            else:
                written[place].append(day)
    lines = {
        line
        for place, days in real.items()
        if _is_turned([day for _, day, _ in days], written[place])
        for line, day, month in days
        if day != month
    }
    return tuple(sorted(lines))


def _is_turned(real: list[int], written: list[int]) -> bool:
    """Whether no real day could not be a month, and no written one could."""
    return bool(written) and max(real) <= _LAST_MONTH < min(written)


def _day_and_month(cell: str) -> tuple[int, int]:
    """The day and the month of a cell that holds nothing else; zeros of any other cell."""
    day_first = _DAY_FIRST.fullmatch(cell)
    found = day_first or _YEAR_FIRST.fullmatch(cell)
    if found is None or look_of(cell) is not Look.DATE:
        return 0, 0
    first, second = int(found[1]), int(found[2])
    return (first, second) if day_first else (second, first)
