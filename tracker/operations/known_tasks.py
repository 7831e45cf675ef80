"""Which task of the register a task of a table is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.core.data_check import same_words
from tracker.core.likeness import likeness
from tracker.operations.read_rows import Identity, ReadTask
from tracker.store.finding import Found, find_of_documents
from tracker.store.rows import Reading

ALIKE = 0.8
"""Of one document, contents that have less in common are two tasks."""

_MOST_COMPARED = 100
"""Of a document with more tasks that are in the register alone none is guessed at."""

_NUMBER = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTask:
    """What the register has of a task, or of its document."""

    id: int | None = None
    """The directive that it is, or seems to be; None where it is new."""
    likeness: float = 1.0
    """Of the two contents; below 1 it only seems to be."""
    others: Sequence[Found] = ()
    """Of one that is new: the other tasks of its document."""

    @property
    def is_guess(self) -> bool:
        """Whether it only seems to be that directive."""
        return self.likeness < 1


NEW_TASK = KnownTask()


def known_tasks(reading: Reading | None, tasks: Sequence[ReadTask]) -> Mapping[Identity, KnownTask]:
    """Find every task of some tables in the register; None where there is no register yet.

    By document, with its date, and content in the same words. What is left is guessed at: the one
    task of the document whose content is much alike, and which no other row is or may be.
    """
    if reading is None:
        return {task.identity: NEW_TASK for task in tasks}
    keys = sorted({task.identity.key for task in tasks})
    return _Register(find_of_documents(reading, keys)).match([task.identity for task in tasks])


class _Register:
    """The tasks of the documents that were asked about."""

    def __init__(self, found: Mapping[tuple[str, str], Sequence[Found]]) -> None:
        self._found = found
        self._by_words = {
            document: {same_words(one.content): one for one in reversed(of_document)}
            for document, of_document in found.items()
        }

    def match(self, identities: Sequence[Identity]) -> dict[Identity, KnownTask]:
        """What each is."""
        exact = {one: found for one in identities if (found := self._exact(one)) is not None}
        taken = {found.id for found in exact.values()}
        guessed = dict(self._guessed([one for one in identities if one not in exact], taken))
        return {
            one: KnownTask(id=exact[one].id) if one in exact else guessed.get(one) or self._new(one)
            for one in identities
        }

    def _new(self, identity: Identity) -> KnownTask:
        others = self._found.get(identity.document, ())
        return KnownTask(others=others) if others else NEW_TASK

    def _exact(self, identity: Identity) -> Found | None:
        return self._by_words.get(identity.document, {}).get(identity.words)

    def _guessed(
        self, identities: Sequence[Identity], taken: set[int]
    ) -> Iterator[tuple[Identity, KnownTask]]:
        left = {
            document: [one for one in of_document if one.id not in taken and not one.is_secret]
            for document, of_document in self._found.items()
        }
        alike = {one: list(_alike(one, left.get(one.document, ()))) for one in identities}
        asked = Counter(found.id for candidates in alike.values() for found, _ in candidates)
        for identity, candidates in alike.items():
            if len(candidates) == 1 and asked[candidates[0][0].id] == 1:
                found, likeness = candidates[0]
                yield identity, KnownTask(id=found.id, likeness=likeness)


def _alike(identity: Identity, candidates: Sequence[Found]) -> Iterator[tuple[Found, float]]:
    if len(candidates) > _MOST_COMPARED:
        return
    for one in candidates:
        words = same_words(one.content)
        if _may_be_same(words, identity.words):
            found = likeness(words, identity.words)
            if found >= ALIKE:
                yield one, found


def _may_be_same(one: str, other: str) -> bool:
    """Numbers tell tasks apart that are worded alike: ``tháng 1`` and ``tháng 2``."""
    numbers, other_numbers = _numbers(one), _numbers(other)
    return numbers <= other_numbers or other_numbers <= numbers


def _numbers(words: str) -> frozenset[int]:
    return frozenset(int(digits[:18]) for digits in _NUMBER.findall(words))
