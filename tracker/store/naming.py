"""The names the directives of a register are kept under: divisions, officers, leaders."""

from __future__ import annotations

import json

from tracker.store.rows import Reading


def names(reading: Reading, column: str) -> tuple[str, ...]:
    """Return every name a column of the directives holds, each spelling once, in no order."""
    return tuple(counted_names(reading, column))


def counted_names(reading: Reading, column: str) -> dict[str, int]:
    """Return every name a column of the directives holds, with how many hold it."""
    rows = reading.rows(
        f"SELECT {column}, count(*) FROM directive WHERE is_void = 0 GROUP BY {column}", {}
    )
    return {name: number for name, number in rows if name}


def supporting_names(reading: Reading) -> tuple[str, ...]:
    """Return the name of every division that supports another, each spelling once."""
    return tuple(counted_supporting_names(reading))


def counted_supporting_names(reading: Reading) -> dict[str, int]:
    """Return the name of every division that supports another, with how often it does."""
    counted: dict[str, int] = {}
    for text, number in counted_names(reading, "supporting_units").items():
        for name in json.loads(text):
            counted[name] = counted.get(name, 0) + number
    return counted
