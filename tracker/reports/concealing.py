"""What leaves the register of a secret directive (mật): that it is there, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Citation
from tracker.core.reconciled import (
    AbsentTask,
    MatchedTask,
    OnlyOurs,
    OnlyTheirs,
    OurTask,
    Reconciled,
    TheirTask,
    UnreadTask,
)
from tracker.core.report import ReportContents
from tracker.wording.secrecy import SECRET_CONTENT, SECRET_NUMBER


def concealed(row: AssessedDirective, *, are_numbers_shown: bool = False) -> AssessedDirective:
    """The row as it may be printed; one that is not secret as it is."""
    if not row.is_secret:
        return row
    facts = replace(row.facts, result_text=SECRET_CONTENT if row.facts.result_text else "")
    shown = replace(row, content=SECRET_CONTENT, facts=facts, result_documents=(), latest_note="")
    return shown if are_numbers_shown else _without_numbers(shown)


def concealed_contents(
    contents: ReportContents, *, are_numbers_shown: bool = False
) -> ReportContents:
    """A whole report as it may be printed, those left out of it too."""
    return replace(
        contents,
        rows=tuple(concealed(row, are_numbers_shown=are_numbers_shown) for row in contents.rows),
        left_out=tuple(
            (concealed(row, are_numbers_shown=are_numbers_shown), why)
            for row, why in contents.left_out
        ),
    )


def concealed_outcome(outcome: Reconciled, *, are_numbers_shown: bool = False) -> Reconciled:
    """A comparison as it may be printed: what the other list tells of secret ones stays out too."""
    hide = _Concealing(are_numbers_shown)
    return replace(
        outcome,
        matched=tuple(map(hide.matched, outcome.matched)),
        only_theirs=tuple(map(hide.only_theirs, outcome.only_theirs)),
        only_ours=tuple(map(hide.only_ours, outcome.only_ours)),
        unread=tuple(map(hide.unread, outcome.unread)),
        letters=hide.letters(outcome),
    )


@dataclass(frozen=True, slots=True)
class _Concealing:
    """Everything of a comparison, made fit to be printed."""

    are_numbers_shown: bool

    def matched(self, one: MatchedTask) -> MatchedTask:
        return replace(one, ours=self._ours(one.ours), theirs=self._theirs(one.theirs))

    def only_theirs(self, one: OnlyTheirs) -> OnlyTheirs:
        return replace(
            one,
            theirs=self._theirs(one.theirs),
            ours=one.ours and self._ours(one.ours),
            absent=one.absent and self._absent(one.absent),
        )

    def only_ours(self, one: OnlyOurs) -> OnlyOurs:
        return replace(one, ours=self._ours(one.ours))

    def unread(self, one: UnreadTask) -> UnreadTask:
        return replace(one, theirs=self._theirs(one.theirs), ours=one.ours and self._ours(one.ours))

    def letters(self, outcome: Reconciled) -> dict[int, Citation]:
        known = [one.ours for one in outcome.matched]
        known += [one.ours for one in outcome.only_ours]
        known += [one.ours for one in outcome.only_theirs if one.ours is not None]
        secret = (
            set() if self.are_numbers_shown else {it.row.id for it in known if it.row.is_secret}
        )
        return {
            id: _without_number(letter) if id in secret else letter
            for id, letter in outcome.letters.items()
        }

    def _ours(self, ours: OurTask) -> OurTask:
        later = ours.later and concealed(ours.later, are_numbers_shown=self.are_numbers_shown)
        row = concealed(ours.row, are_numbers_shown=self.are_numbers_shown)
        return replace(ours, row=row, later=later)

    def _theirs(self, theirs: TheirTask) -> TheirTask:
        if not theirs.is_secret:
            return theirs
        is_word = theirs.claimed_progress is not None or theirs.claimed_state is not None
        return replace(
            theirs,
            number=theirs.number if self.are_numbers_shown else SECRET_NUMBER,
            content=SECRET_CONTENT,
            result=SECRET_CONTENT if theirs.result else "",
            claim=theirs.claim if is_word else "",
        )

    def _absent(self, absent: AbsentTask) -> AbsentTask:
        if not absent.is_secret:
            return absent
        number = absent.document if self.are_numbers_shown else _without_number(absent.document)
        return replace(absent, content=SECRET_CONTENT, document=number)


def _without_numbers(row: AssessedDirective) -> AssessedDirective:
    letter = row.facts.extended_by
    return replace(
        row,
        document=_without_number(row.document),
        facts=replace(row.facts, extended_by=letter and _without_number(letter)),
    )


def _without_number(document: Citation) -> Citation:
    return replace(document, number=SECRET_NUMBER)
