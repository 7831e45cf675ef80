"""Whether a name means the office itself, a division of it, or another office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tracker.core.vietnamese import fold

_WORD = re.compile(r"[a-z0-9]+")
_AND = "va"
_MOST_WORDS = 40
"""A longer text is no name."""

_DIVISION = re.compile(
    r"(?:phong|bo phan|to|nhom|chi cuc|trung tam)\b.*|thanh tra(?: so)?|van phong(?: so)?"
)
"""What divisions are called, in an office that the register knows no such division of too."""


def means_office(text: str, own: frozenset[str]) -> bool:
    """Whether a name is that of the office, in whatever short form, or has it within.

    ``own``: the names that the office goes by, folded.
    """
    words = _words(text)[:_MOST_WORDS]
    whole, within = _forms(own)
    runs = (
        "".join(words[first:last])
        for first in range(len(words))
        for last in range(first + 1, len(words) + 1)
    )
    return "".join(words) in whole or any(run in within for run in runs)


def sounds_like_division(text: str) -> bool:
    """Whether it is what a division is called, rather than an office."""
    return _DIVISION.fullmatch(fold(text)) is not None


@lru_cache(maxsize=16)
def _forms(own: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """What alone means the office, and what means it in the midst of other words."""
    within = frozenset(_long_forms(own))
    return within | frozenset(_bare_forms(own)), within


def _long_forms(own: Iterable[str]) -> Iterator[str]:
    """``Sở Khoa học và Công nghệ``, ``Sở KHCN``, ``SKHCN``, each as one word."""
    for name in own:
        kind, *others = _words(name) or [""]
        if others:
            yield "".join((kind, *others))
            yield kind + _initials(others)
            yield kind[0] + _initials(others)


def _bare_forms(own: Iterable[str]) -> Iterator[str]:
    """The same without what kind of office it is."""
    for name in own:
        words = _words(name)
        yield "".join(words[1:] or words)
        yield _initials(words[1:])


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(fold(text)) if word != _AND]


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)
