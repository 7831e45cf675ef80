"""The names the directives of a register are kept under: divisions, officers, leaders."""

from __future__ import annotations

import json

from tracker.store.rows import Reading


def names(reading: Reading, column: str) -> tuple[str, ...]:
    """Return every name a column of the directives holds, each spelling once, in no order."""
    rows = reading.rows(f"SELECT DISTINCT {column} FROM directive WHERE is_void = 0", {})
    return tuple(name for (name,) in rows if name)


def supporting_names(reading: Reading) -> tuple[str, ...]:
    """Return the name of every division that supports another, each spelling once."""
    lists = names(reading, "supporting_units")
    return tuple(dict.fromkeys(name for text in lists for name in json.loads(text)))
