"""Two lists of tasks compared: theirs, which others keep, and ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tracker.core.directive import Facts, State
from tracker.core.disagreeing import UnitNames, disagreements
from tracker.core.document_number import UnreadableDocumentNumber, parse_document_number
from tracker.core.likeness import plain_words
from tracker.core.matching import Listed, Match, match_lists
from tracker.core.membership import Membership
from tracker.core.reconciled import (
    Absence,
    AbsentTask,
    ListPlace,
    MatchedTask,
    OnlyOurs,
    OnlyOursCause,
    OnlyTheirs,
    OnlyTheirsCause,
    OurTask,
    Reconciled,
    TheirTask,
    UnreadTask,
)

_Identity = tuple[str, date | None, str, date | None]
"""What two rows of their list share that tell of one task."""

_Document = tuple[str, date | None]

_NOT_COUNTED = {
    Membership.WITHDRAWN: OnlyTheirsCause.WITHDRAWN,
    Membership.SUPPORTING: OnlyTheirsCause.SUPPORTING,
}

_ABSENT = {
    Absence.VOIDED: OnlyTheirsCause.VOIDED,
    Absence.ASSIGNED_LATER: OnlyTheirsCause.ASSIGNED_LATER,
}


def document_key(number: str) -> str:
    """What two spellings of a document's number share; empty where it is none."""
    try:
        return parse_document_number(number).key
    except UnreadableDocumentNumber:
        return ""


def reconciled(
    ours: Sequence[OurTask],
    theirs: Sequence[TheirTask],
    *,
    absent: Sequence[AbsentTask] = (),
    names: UnitNames | None = None,
) -> Reconciled:
    """Match two lists and tell what differs, what either side lacks, and the likely reasons."""
    in_order = sorted(theirs, key=lambda one: one.place)
    comparison = _Comparison(ours, in_order, absent, names or UnitNames())
    return comparison.outcome()


class _Comparison:
    """Two lists, and which row of the one is which of the other."""

    def __init__(
        self,
        ours: Sequence[OurTask],
        theirs: Sequence[TheirTask],
        absent: Sequence[AbsentTask],
        names: UnitNames,
    ) -> None:
        self._ours, self._absent, self._names = ours, absent, names
        self._matches = match_lists(
            [*map(_our_listed, ours), *map(_absent_listed, absent)], [*map(_their_listed, theirs)]
        )
        self._of_theirs = {match.theirs: match for match in self._matches}
        self._theirs = theirs = self._with_secrets_marked(theirs)
        self._lines = _places_by_document(theirs)
        self._ids = _ids_by_document(ours)
        self._known_as = self._by_identity()
        self._names_us = any(one.unit and self._names.is_own(one.unit) for one in theirs)

    def _with_secrets_marked(self, theirs: Sequence[TheirTask]) -> Sequence[TheirTask]:
        """What is secret here must not be printed because somebody else has written it down."""
        every = [
            *((one.row.document, one.row.is_secret) for one in self._ours),
            *((one.document, one.is_secret) for one in self._absent),
        ]
        secret = {
            place: (document_key(document.number), document.issued_on)
            for place, (document, is_secret) in enumerate(every)
            if is_secret
        }
        documents = {*secret.values(), *((key, None) for key, _ in secret.values())}
        of_secret = {match.theirs for match in self._matches if match.ours in secret}
        return [
            replace(one, is_secret=True)
            if place in of_secret or (one.key, one.issued_on) in documents
            else one
            for place, one in enumerate(theirs)
        ]

    def outcome(self) -> Reconciled:
        """Every row in its part."""
        matched: list[MatchedTask] = []
        only_theirs: list[OnlyTheirs] = []
        unread: list[UnreadTask] = []
        for place, theirs in enumerate(self._theirs):
            match = self._of_theirs.get(place)
            ours = self._our_task(match)
            if theirs.is_unread:
                unread.append(UnreadTask(theirs=theirs, ours=ours))
            elif match is None or ours is None or _is_uncounted(ours, theirs):
                only_theirs.append(self._only_theirs(theirs, match, ours))
            else:
                matched.append(self._matched(ours, theirs, match))
        only_ours, turns_apart = self._missing()
        return Reconciled(
            matched=tuple(matched),
            only_theirs=tuple(only_theirs),
            unread=tuple(unread),
            only_ours=only_ours,
            turns_apart=turns_apart,
        )

    def _our_task(self, match: Match | None) -> OurTask | None:
        is_ours = match is not None and match.ours < len(self._ours)
        return self._ours[match.ours] if match is not None and is_ours else None

    def _matched(self, ours: OurTask, theirs: TheirTask, match: Match) -> MatchedTask:
        found = disagreements(ours, theirs, match, self._names, is_of_offices=self._names_us)
        return MatchedTask(ours=ours, theirs=theirs, match=match, disagreements=found)

    def _only_theirs(
        self, theirs: TheirTask, match: Match | None, ours: OurTask | None
    ) -> OnlyTheirs:
        if match is not None and ours is not None:
            cause = _NOT_COUNTED[ours.membership]
            return OnlyTheirs(theirs=theirs, cause=cause, ours=ours, match=match)
        if match is not None:
            absent = self._absent[match.ours - len(self._ours)]
            return OnlyTheirs(theirs=theirs, cause=_ABSENT[absent.why], absent=absent, match=match)
        known = self._known_as[_identity(theirs)]
        if known.place != theirs.place:
            return OnlyTheirs(
                theirs=theirs,
                cause=OnlyTheirsCause.REPEATED,
                repeats=known.place,
                is_contradicting=_told(known) != _told(theirs),
            )
        if self._names_us and self._names.is_other_office(theirs.unit):
            return OnlyTheirs(theirs=theirs, cause=OnlyTheirsCause.FOR_OTHERS)
        ids = self._ids.get((theirs.key, theirs.issued_on), ())
        cause = OnlyTheirsCause.DOCUMENT_KNOWN if ids else OnlyTheirsCause.UNKNOWN
        return OnlyTheirs(theirs=theirs, cause=cause, ids=tuple(ids))

    def _by_identity(self) -> Mapping[_Identity, TheirTask]:
        """Each task of their list once: of several rows the one that was matched, or the first."""
        in_order = sorted(range(len(self._theirs)), key=lambda at: at not in self._of_theirs)
        return {_identity(self._theirs[at]): self._theirs[at] for at in reversed(in_order)}

    def _missing(self) -> tuple[tuple[OnlyOurs, ...], int]:
        """What they should have and have not, and how many turns of what they name stand apart."""
        taken = {match.ours for match in self._matches}
        named = {one.row.id for place, one in enumerate(self._ours) if place in taken}
        missing = [
            one for place, one in enumerate(self._ours) if one.is_expected and place not in taken
        ]
        alone = [one for one in missing if one.row.id not in named]
        last_day = _last_day(self._theirs)
        return tuple(self._only_ours(one, last_day) for one in alone), len(missing) - len(alone)

    def _only_ours(self, ours: OurTask, last_day: date | None) -> OnlyOurs:
        row = ours.row
        lines = self._lines.get((document_key(row.document.number), row.document.issued_on), ())
        return OnlyOurs(
            ours=ours, cause=_why_missing(ours, last_day, is_listed=bool(lines)), lines=tuple(lines)
        )


def _why_missing(ours: OurTask, last_day: date | None, *, is_listed: bool) -> OnlyOursCause:
    if ours.row.facts.state is State.DONE:
        return OnlyOursCause.DONE
    if last_day is not None and ours.row.assigned_on > last_day:
        return OnlyOursCause.ASSIGNED_AFTER_LIST
    if is_listed:
        return OnlyOursCause.DOCUMENT_LISTED
    if ours.row.facts.state is State.SUSPENDED:
        return OnlyOursCause.SUSPENDED
    return OnlyOursCause.UNKNOWN


def _is_uncounted(ours: OurTask, theirs: TheirTask) -> bool:
    """Whether the register leaves it aside, and their list does not say the same."""
    is_agreed = ours.membership is Membership.WITHDRAWN and theirs.claimed_state is State.WITHDRAWN
    return ours.membership in _NOT_COUNTED and not is_agreed


def _our_listed(ours: OurTask) -> Listed:
    details = _our_details(ours.row.facts)
    if ours.later is not None:
        details |= _our_details(ours.later.facts)
    return Listed(
        key=document_key(ours.row.document.number),
        issued_on=ours.row.document.issued_on,
        content=ours.row.content,
        details=details,
        rank=0 if ours.is_expected else 1,
    )


def _our_details(facts: Facts) -> frozenset[tuple[str, object]]:
    is_done = facts.state is State.DONE
    return _details(facts.due_on, facts.completed_on, is_done=is_done, turn=facts.instance)


def _their_listed(theirs: TheirTask) -> Listed:
    due_on = None if theirs.deadline is None else theirs.deadline.due_on
    return Listed(
        key=theirs.key,
        issued_on=theirs.issued_on,
        content=theirs.content,
        details=_details(
            due_on, theirs.completed_on, is_done=bool(theirs.is_done), turn=theirs.turn
        ),
        rank=1 if theirs.is_unread else 0,
    )


def _absent_listed(absent: AbsentTask) -> Listed:
    return Listed(
        key=absent.key,
        issued_on=absent.document.issued_on,
        content=absent.content,
        rank=2,
        is_gone=absent.why is Absence.VOIDED,
    )


def _details(
    due_on: date | None, completed_on: date | None, *, is_done: bool, turn: date | None
) -> frozenset[tuple[str, object]]:
    """What tells the turns of one directive apart."""
    known = (("due", due_on), ("done_on", completed_on), ("done", is_done), ("turn", turn))
    return frozenset((name, value) for name, value in known if value is not None)


def _identity(theirs: TheirTask) -> _Identity:
    return theirs.key, theirs.issued_on, plain_words(theirs.content), theirs.turn


def _told(theirs: TheirTask) -> tuple[object, ...]:
    due_on = None if theirs.deadline is None else theirs.deadline.due_on
    return due_on, theirs.is_done, theirs.completed_on


def _places_by_document(theirs: Iterable[TheirTask]) -> Mapping[_Document, Sequence[ListPlace]]:
    places: dict[_Document, list[ListPlace]] = {}
    for one in theirs:
        places.setdefault((one.key, one.issued_on), []).append(one.place)
    return places


def _ids_by_document(ours: Iterable[OurTask]) -> Mapping[_Document, Sequence[int]]:
    ids: dict[_Document, dict[int, None]] = {}
    for one in ours:
        document = one.row.document
        ids.setdefault((document_key(document.number), document.issued_on), {})[one.row.id] = None
    return {document: tuple(found) for document, found in ids.items()}


def _last_day(theirs: Iterable[TheirTask]) -> date | None:
    return max(_days(theirs), default=None)


def _days(theirs: Iterable[TheirTask]) -> Iterator[date]:
    for one in theirs:
        yield from (day for day in (one.issued_on, one.completed_on) if day is not None)
