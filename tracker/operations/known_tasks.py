"""Which task of the register a task of a table is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.core.data_check import same_words
from tracker.core.events import Edited
from tracker.core.matching import ALIKE_IN_DOCUMENT
from tracker.operations.alike_tasks import ALIKE, alike_in_register, seeming_repeats
from tracker.operations.read_rows import Identity, ReadTask, identity_of
from tracker.store.finding import Found, find_of_documents, find_removed_of_documents
from tracker.store.living import edits
from tracker.store.rows import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTask:
    """What the register has of a task, or of its document."""

    id: int | None = None
    """The directive that it is, or seems to be; None where it is new."""
    likeness: float = 1.0
    """Of the two contents; below 1 it only seems to be."""
    repeats: Identity | None = None
    """The other task of the tables that it is, or (``likeness`` below 1) seems to be."""
    is_removed: bool = False
    """Whether that directive was removed as entered by mistake: it is not entered once more."""
    others: Sequence[Found] = ()
    """Of one that is new: the other tasks of its document."""
    of_other_date: Found | None = None
    """The same words in a document with the same number and another date: of the same year it only
    seems to be that directive, since a day is soon misread; of another year it is new."""

    @property
    def is_guess(self) -> bool:
        """Whether it only seems to be that directive."""
        return self.likeness < 1


def known_tasks(reading: Reading | None, tasks: Sequence[ReadTask]) -> Mapping[Identity, KnownTask]:
    """Find every task of some tables in the register; None where there is no register yet.

    By document, with its date, and content in the same words: as they are, else as they were
    before somebody put them right, else of what was removed. What is left is guessed at: it seems
    to be the one other task of its document in the tables that is much alike, or the one task of
    the document in the register, which no other row is or may be.
    """
    return _Register(reading, [task.identity for task in tasks]).match()


_MISDATED = 0.99
"""How much a task is like the one that differs from it in the date of its document alone."""

_OfDocuments = Mapping[tuple[str, str], Sequence[Found]]


class _Register:
    """What the register has of the tasks that were asked about."""

    def __init__(self, reading: Reading | None, identities: Sequence[Identity]) -> None:
        self._identities = identities
        self._found: _OfDocuments = {}
        self._removed: _OfDocuments = {}
        self._edits: Sequence[tuple[int, Edited]] = ()
        if reading is not None:
            keys = sorted({one.key for one in identities})
            self._found = find_of_documents(reading, keys)
            self._removed = find_removed_of_documents(reading, keys)
            self._edits = tuple(edits(reading))
        self._known: dict[Identity, KnownTask] = {}
        self._taken: set[int] = set()

    def match(self) -> dict[Identity, KnownTask]:
        """What each is, the surest first."""
        for find in (
            self._as_it_is,
            self._as_it_was,
            self._as_removed,
            self._repeated,
            self._guessed,
        ):
            left = self._left_over()
            self._known.update(find(left) if left else ())
            self._taken.update(one.id for one in self._known.values() if one.id is not None)
        by_number = self._by_number({one.key for one in self._left_over()})
        return {
            one: self._known.get(one) or self._new(one, by_number.get((one.key, one.words)))
            for one in self._identities
        }

    def _new(self, identity: Identity, other: Found | None) -> KnownTask:
        """What is new, as far as it can be told."""
        if other is not None and self._is_misdated(identity, other):
            return KnownTask(id=other.id, likeness=_MISDATED, of_other_date=other)
        others = self._found.get(identity.document, ())
        return KnownTask(others=others, of_other_date=other)

    def _is_misdated(self, identity: Identity, other: Found) -> bool:
        is_free = other.id not in self._taken and not other.is_secret
        return is_free and other.issued_on[:4] == identity.document[1][:4]

    def _left_over(self) -> list[Identity]:
        """The tasks that are not known so far."""
        return [one for one in self._identities if one not in self._known]

    def _by_number(self, keys: Container[str]) -> Mapping[tuple[str, str], Found]:
        """The tasks of whatever document with one of these numbers, each with its words."""
        return {
            (key, same_words(one.content)): one
            for (key, _), found in self._found.items()
            if key in keys
            for one in found
        }

    def _as_it_is(self, identities: Sequence[Identity]) -> Iterator[tuple[Identity, KnownTask]]:
        for identity, found in _in_same_words(identities, self._found):
            yield identity, KnownTask(id=found.id)

    def _as_it_was(self, identities: Sequence[Identity]) -> Iterator[tuple[Identity, KnownTask]]:
        """A directive whose number, date or content was put right is no new task to a list in
        which it still stands as it did; but one directive is no two tasks of a list."""
        once: dict[Identity, int] = {}
        for id, edit in self._edits:
            once.setdefault(identity_of(edit.before), id)
        taken = set(self._taken)
        for identity in identities:
            known = once.get(identity)
            if known is not None and known not in taken:
                taken.add(known)
                yield identity, KnownTask(id=known)

    def _as_removed(self, identities: Sequence[Identity]) -> Iterator[tuple[Identity, KnownTask]]:
        for identity, found in _in_same_words(identities, self._removed):
            yield identity, KnownTask(id=found.id, is_removed=True)

    def _repeated(self, identities: Sequence[Identity]) -> Iterator[tuple[Identity, KnownTask]]:
        sure = [one for one, known in self._known.items() if not known.is_removed]
        left = self._left()
        for one, repeats, likeness in seeming_repeats(sure, identities):
            # It may as well be another directive that is alike.
            if repeats not in self._known or not self._alike(one, left, ALIKE):
                yield one, KnownTask(repeats=repeats, likeness=likeness)

    def _guessed(self, identities: Sequence[Identity]) -> Iterator[tuple[Identity, KnownTask]]:
        left = self._left()
        rows = Counter(
            one.document
            for one in self._identities
            if one not in self._known or self._known[one].repeats is None
        )
        alike = {
            one: self._alike(one, left, self._least(one, rows[one.document])) for one in identities
        }
        asked = Counter(found.id for candidates in alike.values() for found, _ in candidates)
        for identity, candidates in alike.items():
            if len(candidates) == 1 and asked[candidates[0][0].id] == 1:
                found, likeness = candidates[0]
                yield identity, KnownTask(id=found.id, likeness=likeness)

    def _least(self, identity: Identity, rows: int) -> float:
        """The only task of a document here and there need not be worded as much alike."""
        is_lone = rows == 1 and len(self._found.get(identity.document, ())) == 1
        return ALIKE_IN_DOCUMENT if is_lone else ALIKE

    def _left(self) -> _OfDocuments:
        """The directives that no task is, and that may be guessed at."""
        return {
            document: [one for one in found if one.id not in self._taken and not one.is_secret]
            for document, found in self._found.items()
        }

    def _alike(
        self, identity: Identity, left: _OfDocuments, least: float
    ) -> Sequence[tuple[Found, float]]:
        return [*alike_in_register(identity, left.get(identity.document, ()), least=least)]


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
