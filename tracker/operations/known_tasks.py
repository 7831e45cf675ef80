"""Which task of the register a task of a table is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.core.data_check import same_words
from tracker.core.likeness import likeness
from tracker.operations.read_rows import Identity, ReadTask, identity_of
from tracker.store.finding import Found, find_of_documents, find_removed_of_documents
from tracker.store.living import edits
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
    is_removed: bool = False
    """Whether that directive was removed as entered by mistake: it is not entered once more."""
    others: Sequence[Found] = ()
    """Of one that is new: the other tasks of its document."""

    @property
    def is_guess(self) -> bool:
        """Whether it only seems to be that directive."""
        return self.likeness < 1


def known_tasks(reading: Reading | None, tasks: Sequence[ReadTask]) -> Mapping[Identity, KnownTask]:
    """Find every task of some tables in the register; None where there is no register yet.

    By document, with its date, and content in the same words: as they are, else as they were
    before somebody put them right, else of what was removed. What is left is guessed at: the one
    task of the document whose content is much alike, and which no other row is or may be.
    """
    if reading is None:
        return {task.identity: KnownTask() for task in tasks}
    return _Register(reading, [task.identity for task in tasks]).match()


_OfDocuments = Mapping[tuple[str, str], Sequence[Found]]


class _Register:
    """What the register has of the tasks that were asked about."""

    def __init__(self, reading: Reading, identities: Sequence[Identity]) -> None:
        self._reading = reading
        self._identities = identities
        self._keys = sorted({one.key for one in identities})
        self._found: _OfDocuments = find_of_documents(reading, self._keys)
        self._known: dict[Identity, KnownTask] = {}
        self._taken: set[int] = set()

    def match(self) -> dict[Identity, KnownTask]:
        """What each is, the surest first."""
        for find in (self._as_it_is, self._as_it_was, self._as_removed, self._guessed):
            left = [one for one in self._identities if one not in self._known]
            self._known.update(find(left) if left else ())
            self._taken.update(one.id for one in self._known.values() if one.id is not None)
        return {
            one: self._known.get(one) or KnownTask(others=self._found.get(one.document, ()))
            for one in self._identities
        }

    def _as_it_is(self, identities: Sequence[Identity]) -> Iterator[tuple[Identity, KnownTask]]:
        for identity, found in _in_same_words(identities, self._found):
            yield identity, KnownTask(id=found.id)

    def _as_it_was(self, identities: Sequence[Identity]) -> Iterator[tuple[Identity, KnownTask]]:
        """A directive whose number, date or content was put right is no new task to a list in
        which it still stands as it did; but one directive is no two tasks of a list."""
        once: dict[Identity, int] = {}
        for id, edit in edits(self._reading):
            once.setdefault(identity_of(edit.before), id)
        taken = set(self._taken)
        for identity in identities:
            known = once.get(identity)
            if known is not None and known not in taken:
                taken.add(known)
                yield identity, KnownTask(id=known)

    def _as_removed(self, identities: Sequence[Identity]) -> Iterator[tuple[Identity, KnownTask]]:
        removed = find_removed_of_documents(self._reading, self._keys)
        for identity, found in _in_same_words(identities, removed):
            yield identity, KnownTask(id=found.id, is_removed=True)

    def _guessed(self, identities: Sequence[Identity]) -> Iterator[tuple[Identity, KnownTask]]:
        left = {
            document: [one for one in found if one.id not in self._taken and not one.is_secret]
            for document, found in self._found.items()
        }
        alike = {one: list(_alike(one, left.get(one.document, ()))) for one in identities}
        asked = Counter(found.id for candidates in alike.values() for found, _ in candidates)
        for identity, candidates in alike.items():
            if len(candidates) == 1 and asked[candidates[0][0].id] == 1:
                found, likeness = candidates[0]
                yield identity, KnownTask(id=found.id, likeness=likeness)


def _in_same_words(
    identities: Sequence[Identity], found: _OfDocuments
) -> Iterator[tuple[Identity, Found]]:
    """Those of which the document has a task in the same words, and the first such task."""
    by_words = {
        document: {same_words(one.content): one for one in reversed(of_document)}
        for document, of_document in found.items()
    }
    for identity in identities:
        task = by_words.get(identity.document, {}).get(identity.words)
        if task is not None:
            yield identity, task


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
