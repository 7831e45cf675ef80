"""Which directives hold the words that are searched.

The texts themselves decide, on either engine. Where an index is kept, in an SQLite file, it says
which of them are worth looking at; a server, and a word of one or two letters, do without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tracker.core.vietnamese import clean, fold
from tracker.store.rows import Reading
from tracker.store.search_index import INDEX, WAITING, is_kept, quoted

LETTERS = 3
"""So many in a row the index knows."""

_MARGIN = 4
"""Of so many directives that hold the words, one at least is expected to answer to the rest."""

_SHARE = 20
"""Walking through all directives costs as much as fetching one in so many by its number."""

_AT_LEAST, _AT_MOST = 500, 5_000
"""But so many are always, and more are never, fetched by their numbers."""

_MOST_LETTERS = 60
"""So many threes tell one text from another; a page pasted as a search would have thousands."""


class Hits(NamedTuple):
    """Directives that may hold the words, the first ones in order of entry."""

    ids: frozenset[int]
    are_all: bool
    """No other directive holds them."""


def words_of(search: str) -> list[str]:
    """The words of a search as they stand in the texts: without case and accents."""
    return folded(search).split()


def folded(typed: str) -> str:
    """What was typed as it stands in the texts."""
    cleaned, _ = clean(typed)
    return fold(cleaned)


def holding_words(words: Sequence[str]) -> tuple[list[str], dict[str, Any]]:
    """The conditions that a directive holds each of some words, and their parameters."""
    conditions = [
        f"directive.search_text LIKE :word_{number} ESCAPE '!'" for number in range(len(words))
    ]
    parameters = {f"word_{number}": f"%{_literally(word)}%" for number, word in enumerate(words)}
    return conditions, parameters


def holding_text(phrases: Sequence[str]) -> tuple[list[str], dict[str, Any]]:
    """The conditions that a directive holds each of some phrases as it stands."""
    wanted = {
        f"phrase_{number}": f"%{_literally(folded(phrase))}%"
        for number, phrase in enumerate(phrases)
    }
    return [f"directive.search_text LIKE :{name} ESCAPE '!'" for name in wanted], wanted


def _literally(word: str) -> str:
    for sign in "!%_":
        word = word.replace(sign, f"!{sign}")
    return word


def looked_up(
    reading: Reading, words: Sequence[str], *, first: int | None = None
) -> Iterator[Hits]:
    """Where to look for all of the words, from few directives to more; nothing where all must be.

    ``first``: so many of the first in order of entry will do, if the first hits give them.
    """
    letters = letters_of(words)
    if not letters or not has_index(reading):
        return
    most = _worth_fetching(reading)
    if first is not None and first * _MARGIN < most:
        yield _hits(reading, letters, first * _MARGIN)
    hits = _hits(reading, letters, most)
    if hits.are_all:
        yield hits


def few_holding(reading: Reading, words: Sequence[str], *, most: int) -> frozenset[int] | None:
    """The directives that may hold all of the words, where an index knows them to be few."""
    letters = letters_of(words)
    if not letters or not has_index(reading):
        return None
    hits = _hits(reading, letters, most)
    return hits.ids if hits.are_all else None


def has_index(reading: Reading) -> bool:
    """Whether words can be looked up here: the one place that decides it."""
    return reading.is_file and is_kept(lambda sql: reading.rows(sql, {}))


def letters_of(words: Sequence[str]) -> list[str]:
    """Threes of letters that whatever holds all the words must hold."""
    threes = dict.fromkeys(
        word[start : start + LETTERS] for word in words for start in range(len(word) - LETTERS + 1)
    )
    step = -(-len(threes) // _MOST_LETTERS) or 1
    return list(threes)[::step]


def _worth_fetching(reading: Reading) -> int:
    last: int = reading.rows("SELECT coalesce(max(id), 0) FROM directive", {})[0][0]
    return min(max(last // _SHARE, _AT_LEAST), _AT_MOST)


_HITS = f"""
SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH :letters ORDER BY rowid LIMIT :number"""

_UNKNOWN = f"SELECT id FROM {WAITING} ORDER BY id LIMIT :number"


def _hits(reading: Reading, letters: Sequence[str], number: int) -> Hits:
    """The first ones among those that the index names, and those that it does not know yet."""
    more = {"number": number + 1}
    asked = " AND ".join(map(quoted, letters))
    named = reading.rows(_HITS, {"letters": asked, **more})
    ids = sorted({id for (id,) in (*named, *reading.rows(_UNKNOWN, more))})
    return Hits(ids=frozenset(ids[:number]), are_all=len(ids) <= number)
