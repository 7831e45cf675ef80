"""Which texts of two lists are alike, found without comparing each text with every other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from tracker.core.likeness import word_pairs

Alike = tuple[int, int, float]
"""The place of a text in the one list, of one in the other, and their likeness."""

_ALWAYS_TELLING = 20
_COMMON_SHARE = 50
"""A word pair that more texts share than that, and than one in so many, tells none from another:
openings such as "chair, together with the offices concerned" are no likeness."""


def alike(texts: Sequence[str], others: Sequence[str], *, least: float) -> Iterator[Alike]:
    """Every two texts that are as alike as ``least``, with and without what is common to many.

    The same words have a likeness of 1, and are found even where all of them are common.
    """
    each, every = _numbered(texts, others)
    places: dict[int, list[int]] = {}
    same: dict[frozenset[int], list[int]] = {}
    for place, text in enumerate(every):
        same.setdefault(text.signs, []).append(place)
        for sign in _rarest(text, least):
            places.setdefault(sign, []).append(place)
    for place, text in enumerate(each):
        if not text.signs:
            continue
        equal = same.get(text.signs, ())
        yield from ((place, other, 1.0) for other in equal)
        found = {other for sign in _rarest(text, least) for other in places.get(sign, ())}
        for other in found.difference(equal):
            if _share(text.telling, every[other].telling) < least:
                continue
            likeness = _share(text.signs, every[other].signs)
            if likeness >= least:
                yield place, other, likeness


_Sign = tuple[str, str, int]
"""A word pair, and how many like it stand before it in the text."""


class _Text(NamedTuple):
    """A text as numbers that stand for its signs: the rarer a sign, the smaller its number."""

    signs: frozenset[int]
    telling: frozenset[int]
    """Without those that are common to many texts."""


def _numbered(texts: Sequence[str], others: Sequence[str]) -> tuple[list[_Text], list[_Text]]:
    signs = [*map(_signs, texts)], [*map(_signs, others)]
    frequency = Counter(sign for one in (*signs[0], *signs[1]) for sign in one)
    most = max(_ALWAYS_TELLING, (len(texts) + len(others)) // _COMMON_SHARE)
    in_order = sorted(frequency, key=lambda sign: (frequency[sign], sign))
    numbers = {sign: number for number, sign in enumerate(in_order)}
    telling = sum(count <= most for count in frequency.values())

    def text(of: frozenset[_Sign]) -> _Text:
        known = frozenset(map(numbers.__getitem__, of))
        return _Text(known, frozenset(number for number in known if number < telling))

    return [*map(text, signs[0])], [*map(text, signs[1])]


def _signs(text: str) -> frozenset[_Sign]:
    counted = word_pairs(text)
    return frozenset((*pair, number) for pair, many in counted.items() for number in range(many))


def _rarest(text: _Text, least: float) -> list[int]:
    """The rarest signs: whatever is as alike as asked shares one of them.

    For a likeness of ``t`` a text must have ``t / (2 - t)`` of its signs in common with another.
    """
    shared = max(1, ceil(len(text.telling) * least / (2 - least) - 1e-9))
    return sorted(text.telling)[: max(len(text.telling) - shared + 1, 0)]


def _share(signs: frozenset[int], others: frozenset[int]) -> float:
    return 2 * len(signs & others) / (len(signs) + len(others))
