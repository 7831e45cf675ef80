"""Whether the index of the search finds what the texts of the directives hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any

from tracker.store.rows import Reading
from tracker.store.search_index import INDEX, MADE, WAITING, quoted
from tracker.store.searching import has_index

_AT_ONCE = 50_000

_TEXTS = "SELECT id, search_text FROM directive WHERE id BETWEEN :first AND :last"

_HOLDING = f"FROM {INDEX} WHERE {INDEX} MATCH :letters AND rowid BETWEEN :first AND :last"

_IDS = f"SELECT rowid {_HOLDING}"

_SUMS = f"SELECT count(*), sum(rowid) {_HOLDING}"
"""As telling as the ids themselves, and had in a quarter of the time."""


def badly_indexed(reading: Reading) -> set[int]:
    """The directives that the index does not know by their own letters, or knows by others'.

    It is compared with one made anew of the same texts, so letters that no text has any more are
    not seen: they mislead nobody. ``DamagedIndex`` where it cannot be read at all.
    """
    wrong: set[int] = set()
    if has_index(reading):
        last: int = reading.rows("SELECT coalesce(max(id), 0) FROM directive", {})[0][0]
        for first in range(1, last + 1, _AT_ONCE):
            wrong.update(_differing(reading, {"first": first, "last": first + _AT_ONCE - 1}))
        wrong.difference_update(id for (id,) in reading.rows(f"SELECT id FROM {WAITING}", {}))
    return wrong


def _differing(reading: Reading, span: Mapping[str, int]) -> Iterator[int]:
    with closing(sqlite3.connect(":memory:")) as fresh:
        for letters in _indexed_anew(fresh, reading, span):
            asked = {"letters": quoted(letters), **span}
            if fresh.execute(_SUMS, asked).fetchall() != reading.rows(_SUMS, asked):
                real, kept = fresh.execute(_IDS, asked).fetchall(), reading.rows(_IDS, asked)
                yield from (id for (id,) in {*real} ^ {*kept})


def _indexed_anew(
    fresh: sqlite3.Connection, reading: Reading, span: Mapping[str, Any]
) -> list[str]:
    """Index the texts, and return all the threes of letters in them."""
    fresh.execute(MADE)
    fresh.execute(f"CREATE VIRTUAL TABLE letters USING fts5vocab({INDEX}, row)")
    for texts in reading.chunks(_TEXTS, span):
        fresh.executemany(f"INSERT INTO {INDEX} (rowid, search_text) VALUES (?, ?)", texts)
    return [term for (term,) in fresh.execute("SELECT term FROM letters")]
