"""How much two texts have in common, to guess which task of one list is which of another."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from tracker.core.vietnamese import fold

_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 4_000


def likeness(one: str, other: str) -> float:
    """From 0 (nothing) to 1 (the same words in the same order), accents and signs aside.

    The share of neighbouring words that both texts have (Dice's coefficient of word pairs).
    """
    pairs, other_pairs = word_pairs(one), word_pairs(other)
    both = (pairs & other_pairs).total()
    total = pairs.total() + other_pairs.total()
    return 2 * both / total if total else 0.0


def word_pairs(text: str) -> Counter[tuple[str, str]]:
    """Every two neighbouring words, the first and the last with nothing beside them."""
    words = plain_words(text).split()
    return Counter(pairwise(["", *words, ""])) if words else Counter()


def plain_words(text: str) -> str:
    """The words that are compared, a blank between them."""
    return " ".join(_WORD.findall(fold(text[:_LONGEST])))
