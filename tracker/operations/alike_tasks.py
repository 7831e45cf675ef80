"""Tasks of one document that are worded much alike, and so may be one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.core.alike import alike
from tracker.core.data_check import same_words
from tracker.core.likeness import likeness
from tracker.operations.read_rows import Identity
from tracker.store.finding import Found

ALIKE = 0.8
"""Of one document, contents that have less in common are two tasks."""

_MOST_COMPARED = 100
"""Of a document with more tasks that are in the register alone none is guessed at."""

_NUMBER = re.compile(r"[0-9]+")


def seeming_repeats(
    known: Sequence[Identity], asked: Sequence[Identity]
) -> Iterator[tuple[Identity, Identity, float]]:
    """Each task asked about that seems to be another of the same tables, with no third in question.

    Gives the task, the other, and how much they have in common. Of two that are asked about the
    further one seems to be the nearer one; what is ``known`` for certain is none but itself.
    """
    found: dict[tuple[str, str], list[Identity]] = {}
    for one in (*known, *asked):
        found.setdefault(one.document, []).append(one)
    sure = frozenset(known)
    for of_document in found.values():
        if len(of_document) > 1:
            for one, other, how in _alike_once(of_document):
                if one not in sure:
                    yield one, other, how


def _alike_once(identities: Sequence[Identity]) -> Iterator[tuple[Identity, Identity, float]]:
    words = [one.words for one in identities]
    pairs: dict[int, list[tuple[int, float]]] = {}
    for place, other, how in alike(words, words, least=ALIKE):
        if place != other and may_be_same(words[place], words[other]):
            pairs.setdefault(place, []).append((other, how))
    for place, others in sorted(pairs.items()):
        other, how = others[0]
        if len(others) == len(pairs[other]) == 1 and other < place:
            yield identities[place], identities[other], how


def alike_in_register(
    identity: Identity, candidates: Sequence[Found], *, least: float
) -> Iterator[tuple[Found, float]]:
    """The directives that are worded as much alike as ``least``, and how much."""
    if len(candidates) > _MOST_COMPARED:
        return
    for one in candidates:
        words = same_words(one.content)
        if may_be_same(words, identity.words):
            found = likeness(words, identity.words)
            if found >= least:
                yield one, found


def may_be_same(one: str, other: str) -> bool:
    """Numbers tell tasks apart that are worded alike: ``tháng 1`` and ``tháng 2``."""
    numbers, other_numbers = _numbers(one), _numbers(other)
    return numbers <= other_numbers or other_numbers <= numbers


def _numbers(words: str) -> frozenset[int]:
    return frozenset(int(digits[:18]) for digits in _NUMBER.findall(words))
