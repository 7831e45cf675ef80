"""Which task of one list is which of another: by document and words, else by words that are alike.

Every task is matched once at most, the surest pairs first. The order of the lists is of no
consequence.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar

from tracker.core.alike import Alike, alike
from tracker.core.likeness import likeness, plain_words

Key = TypeVar("Key", bound=Hashable)

ALIKE_IN_DOCUMENT = 0.4
"""Tasks of one document that are less alike are two."""

ALIKE_ANYWHERE = 0.6
"""The same of tasks of different documents."""

_FEWEST_WORDS = 7
"""Shorter contents come again in many documents, and say nothing without theirs."""

_MANY = 10_000
"""Pairs of tasks that say the same: of more it does not matter which goes with which."""


class SameDocument(StrEnum):
    """What two tasks that were matched have in common beside their words."""

    NUMBER_AND_DATE = "number_and_date"
    NUMBER = "number"
    """The number; one of the lists tells no date."""
    NUMBER_OF_OTHER_DATE = "number_of_other_date"
    NOTHING = "nothing"
    """They are of different documents: a guess by the words alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A task of a list: whatever it is known by."""

    key: str
    """As ``DocumentNumber.key``; empty where no number could be read."""
    issued_on: date | None
    content: str
    details: frozenset[Hashable] = frozenset()
    """What tells it from its like, such as the day it is due: of pairs that are equally sure those
    that share more of it go together."""
    rank: int = 0
    """Where all else is equal, the smaller goes first."""
    is_gone: bool = False
    """It is no task of the list by now: only like words make it one of the other list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two tasks that are one, by their places in the lists."""

    ours: int
    theirs: int
    document: SameDocument
    likeness: float
    """Of their contents; 1 for the same words."""

    @property
    def is_guess(self) -> bool:
        """Whether the two documents are not known to be one."""
        return self.document in (SameDocument.NUMBER_OF_OTHER_DATE, SameDocument.NOTHING)

    @property
    def is_certain(self) -> bool:
        """Whether document and words are the same."""
        return self.likeness >= 1 and self.document is SameDocument.NUMBER_AND_DATE


class _Pair(NamedTuple):
    """A possible match, in the order in which matches are made."""

    tier: int
    unlikeness: float
    unshared: int
    rank: int
    our_order: int
    their_order: int
    ours: int
    theirs: int
    document: SameDocument


def match_lists(ours: Sequence[Listed], theirs: Sequence[Listed]) -> tuple[Match, ...]:
    """Match the tasks of two lists; the matches in the order of ours."""
    lists = _Lists(ours, theirs)
    matches = [*lists.made(lists.of_one_number())]
    matches += lists.made(lists.of_any_document())
    return tuple(sorted(matches, key=lambda match: match.ours))


class _Lists:
    """The two lists, and what of them is still without its match."""

    def __init__(self, ours: Sequence[Listed], theirs: Sequence[Listed]) -> None:
        self._ours, self._theirs = ours, theirs
        self._our_words = [plain_words(one.content) for one in ours]
        self._their_words = [plain_words(one.content) for one in theirs]
        self._our_order = _in_order(ours, self._our_words)
        self._their_order = _in_order(theirs, self._their_words)
        self._open_ours = set(range(len(ours)))
        self._open_theirs = set(range(len(theirs)))

    def made(self, pairs: Iterable[_Pair]) -> Iterator[Match]:
        """The matches that these pairs come to, the surest first."""
        for pair in sorted(pairs):
            if pair.ours in self._open_ours and pair.theirs in self._open_theirs:
                self._open_ours.remove(pair.ours)
                self._open_theirs.remove(pair.theirs)
                yield Match(
                    ours=pair.ours,
                    theirs=pair.theirs,
                    document=pair.document,
                    likeness=-pair.unlikeness,
                )

    def of_one_number(self) -> Iterator[_Pair]:
        """Pairs whose documents have the same number."""
        their_groups = _grouped(range(len(self._theirs)), [one.key for one in self._theirs])
        our_groups = _grouped(range(len(self._ours)), [one.key for one in self._ours])
        for key in our_groups.keys() & their_groups.keys() - {""}:
            yield from self._of_group(our_groups[key], their_groups[key])

    def of_any_document(self) -> Iterator[_Pair]:
        """Pairs of what is left, by the words alone."""
        ours = [place for place in self._open_ours if _tells(self._our_words[place])]
        theirs = [place for place in self._open_theirs if _tells(self._their_words[place])]
        for our, their, how in self._alike(ours, theirs, ALIKE_ANYWHERE):
            yield self._pair(our, their, SameDocument.NOTHING, how)

    def _of_group(self, ours: Sequence[int], theirs: Sequence[int]) -> Iterator[_Pair]:
        found = (*self._alike(ours, theirs, ALIKE_IN_DOCUMENT), *self._lone(ours, theirs))
        for our, their, how in found:
            document = _same_document(self._ours[our], self._theirs[their])
            if document is not SameDocument.NUMBER_OF_OTHER_DATE or how >= ALIKE_ANYWHERE:
                yield self._pair(our, their, document, how)

    def _lone(self, ours: Sequence[int], theirs: Sequence[int]) -> Iterator[Alike]:
        """The only task of a document in one list and the only one in the other, however alike."""
        ours = [at for at in ours if not self._ours[at].is_gone]
        by_day = _grouped(theirs, [one.issued_on for one in self._theirs])
        for day, of_theirs in by_day.items():
            of_ours = [at for at in ours if day is None or self._ours[at].issued_on == day]
            said = {self._our_words[at] for at in of_ours}
            asked = {self._their_words[at] for at in of_theirs}
            if len(said) == len(asked) == 1:
                how = 1.0 if said == asked else likeness(*said, *asked)
                yield from self._crossed(of_ours, of_theirs, how)

    def _alike(self, ours: Sequence[int], theirs: Sequence[int], least: float) -> Iterator[Alike]:
        """Pairs with like words; texts that come more than once are compared but once."""
        our_texts = _grouped(ours, self._our_words)
        their_texts = _grouped(theirs, self._their_words)
        our_words, their_words = [*our_texts], [*their_texts]
        if "" in our_texts and "" in their_texts:
            yield from self._crossed(our_texts[""], their_texts[""], 1.0)
        for one, other, how in alike(our_words, their_words, least=least):
            yield from self._crossed(
                our_texts[our_words[one]], their_texts[their_words[other]], how
            )

    def _crossed(self, ours: Sequence[int], theirs: Sequence[int], how: float) -> Iterator[Alike]:
        """Each of some that say the same with each; where those are very many, one with one."""
        if len(ours) * len(theirs) <= _MANY:
            yield from ((our, their, how) for our in ours for their in theirs)
            return
        in_order = sorted(ours, key=self._our_order.__getitem__)
        their_order = sorted(theirs, key=self._their_order.__getitem__)
        yield from ((our, their, how) for our, their in zip(in_order, their_order, strict=False))

    def _pair(self, ours: int, theirs: int, document: SameDocument, how: float) -> _Pair:
        shared = self._ours[ours].details & self._theirs[theirs].details
        return _Pair(
            tier=_TIERS[document, how >= 1],
            unlikeness=-how,
            unshared=-len(shared),
            rank=self._ours[ours].rank + self._theirs[theirs].rank,
            our_order=self._our_order[ours],
            their_order=self._their_order[theirs],
            ours=ours,
            theirs=theirs,
            document=document,
        )


_TIERS = {
    (document, is_same): tier
    for tier, (document, is_same) in enumerate(
        (
            (SameDocument.NUMBER_AND_DATE, True),
            (SameDocument.NUMBER, True),
            (SameDocument.NUMBER_AND_DATE, False),
            (SameDocument.NUMBER, False),
            (SameDocument.NUMBER_OF_OTHER_DATE, True),
            (SameDocument.NUMBER_OF_OTHER_DATE, False),
            (SameDocument.NOTHING, True),
            (SameDocument.NOTHING, False),
        )
    )
}
"""How sure a match is, by the document and by whether the words are the same."""


def _same_document(one: Listed, other: Listed) -> SameDocument:
    if one.issued_on is None or other.issued_on is None:
        return SameDocument.NUMBER
    if one.issued_on == other.issued_on:
        return SameDocument.NUMBER_AND_DATE
    return SameDocument.NUMBER_OF_OTHER_DATE


def _tells(words: str) -> bool:
    return words.count(" ") + 1 >= _FEWEST_WORDS


def _grouped(places: Iterable[int], keys: Sequence[Key]) -> dict[Key, list[int]]:
    groups: dict[Key, list[int]] = {}
    for place in places:
        groups.setdefault(keys[place], []).append(place)
    return groups


def _in_order(tasks: Sequence[Listed], words: Sequence[str]) -> list[int]:
    """The place of each by what it says, wherever it stands in its list; equals share one."""
    values = [
        (one.key, one.issued_on or date.min, said, sorted(map(repr, one.details)))
        for one, said in zip(tasks, words, strict=True)
    ]
    order = sorted(range(len(tasks)), key=values.__getitem__)
    places = [0] * len(tasks)
    for place, (before, one) in enumerate(zip([None, *order], order, strict=False)):
        is_equal = before is not None and values[before] == values[one]
        places[one] = places[before] if is_equal and before is not None else place
    return places
