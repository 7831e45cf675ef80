"""Putting right what was recorded long ago: an event corrected, an entry voided."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial

from tracker.core import corrections
from tracker.core.dates import parse_date
from tracker.core.days_off import DaysOff
from tracker.core.directive import Citation
from tracker.core.errors import UsageError
from tracker.core.events import (
    Completed,
    EventKind,
    Extended,
    Happening,
    Noted,
    Reopened,
    Resumed,
    Started,
    Suspended,
    Voided,
    Withdrawn,
    kind_of,
)
from tracker.core.life import Directive
from tracker.core.refusals import ChangeRefused
from tracker.operations.actions import Action, Case, Decide, Decision
from tracker.operations.bulk import act
from tracker.operations.changing import about_issued, changing
from tracker.operations.completing import about_result, day_of_result, results_in
from tracker.operations.desk import Desk
from tracker.operations.entering import Entered
from tracker.operations.references import UnknownReference, resolve
from tracker.operations.typed import Remark, read_authority, read_deadline, read_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.writing import Work


class NothingSaid(UsageError):
    """It was not said what is to become of the event."""


class RemovedAndChanged(UsageError):
    """An event cannot both be removed and get another content."""


class DoesNotFit(UsageError):
    """What was said does not belong to this kind of event."""

    def __init__(self, kind: EventKind, unfit: tuple[str, ...], fit: tuple[str, ...]) -> None:
        super().__init__(kind.value, unfit)
        self.kind = kind
        self.unfit = unfit
        """The names of what was said: ``to``, ``by``."""
        self.fit = fit
        """Those that belong to it."""


class DuplicateOfItself(ChangeRefused):
    """A directive was named as the one it repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What an event should have said; None leaves a part as it was."""

    on: str | None = None
    to: str | None = None
    by: str | None = None
    reason: str | None = None
    text: str | None = None
    result: str | None = None
    is_removed: bool = False
    because: str = ""
    """Why it is put right; must be said where the event is removed."""

    @property
    def said(self) -> tuple[str, ...]:
        """The parts that were said anew."""
        return tuple(name for name in _PARTS if getattr(self, name) is not None)


_PARTS = tuple(field.name for field in fields(Amendment) if field.default is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Amending:
    """What reading the parts of an amendment needs to know."""

    amendment: Amendment
    desk: Desk
    days_off: DaysOff
    remarks: list[Remark]

    def day(self, otherwise: date) -> date:
        """The day said, else the one that was there."""
        typed = self.amendment.on
        return otherwise if typed is None else parse_date(typed, today=self.desk.today)

    def authority(self, otherwise: Citation) -> Citation:
        """The document said, else the one that was there."""
        if self.amendment.by is None:
            return otherwise
        authority, remarks = read_authority(self.amendment.by, today=self.desk.today)
        self.remarks.extend(remarks)
        return authority

    def text(self, typed: str | None, otherwise: str, *, field: str) -> str:
        """The text said, else the one that was there."""
        if typed is None:
            return otherwise
        tidy, remarks = read_text(typed, field=field, is_required=field == "text")
        self.remarks.extend(remarks)
        return tidy


def correct(
    desk: Desk,
    reference: str,
    number: int,
    amendment: Amendment,
    *,
    expected_version: int | None = None,
) -> Entered:
    """An earlier event was entered wrongly: it says something else from now on, or is gone.

    ``number`` is the one that ``history`` shows before the event.
    """
    if amendment.is_removed and amendment.said:
        raise RemovedAndChanged
    if not amendment.is_removed and not amendment.said:
        raise NothingSaid
    because, told = read_text(amendment.because, field="because", is_required=amendment.is_removed)
    remarks = list(told)
    with changing(desk, "correct") as work:
        directive = _directive(work, reference, expected_version)
        wrong = corrections.standing_event(directive, number)
        amending = _Amending(
            amendment=amendment,
            desk=desk,
            days_off=work.days_off,
            remarks=remarks,
        )
        replacement = None if amendment.is_removed else _amended(wrong, amending)
        event = corrections.correct(
            directive, number=number, replacement=replacement, reason=because, today=desk.today
        )
        directive = work.append(directive, event)
        remarks += about_issued(work, directive.id)
    return Entered(directive=directive, remarks=tuple(remarks))


def _directive(work: Work, reference: str, expected_version: int | None) -> Directive:
    """The directive meant, also one that was voided and is to be put back."""
    try:
        found = resolve(work.find, reference)
    except UnknownReference:
        found = resolve(partial(work.find, with_void=True), reference)
    return work.directive(found.id, expected_version=expected_version, with_void=True)


def _amended(wrong: Happening, amending: _Amending) -> Happening:
    fit, amend = _BY_KIND[type(wrong)]
    unfit = tuple(name for name in amending.amendment.said if name not in fit)
    if unfit:
        raise DoesNotFit(kind_of(wrong), unfit, fit)
    return amend(wrong, amending)


def _amended_start(wrong: Started, amending: _Amending) -> Happening:
    return Started(effective_on=amending.day(wrong.effective_on))


def _amended_completion(wrong: Completed, amending: _Amending) -> Happening:
    typed = amending.amendment.result
    result = amending.text(typed, wrong.result_text, field="result")
    day = wrong.completed_on
    if typed is not None and day in (None, day_of_result(wrong.result_text)):
        day = day_of_result(result) or day
    if amending.amendment.on is not None:
        day = parse_date(amending.amendment.on, today=amending.desk.today)
    amended = replace(wrong, completed_on=day, result_text=result, results=results_in(result))
    amending.remarks.extend(about_result(amended))
    return amended


def _amended_extension(wrong: Extended, amending: _Amending) -> Happening:
    authority = amending.authority(wrong.authority)
    typed = amending.amendment.to
    is_counted_anew = wrong.deadline.offset is not None and authority != wrong.authority
    if typed is None and is_counted_anew:
        typed = wrong.deadline.text
    if typed is None:
        return replace(wrong, authority=authority)
    deadline, remarks = read_deadline(
        typed,
        assigned_on=authority.issued_on,
        today=amending.desk.today,
        days_off=amending.days_off,
    )
    amending.remarks.extend(remarks)
    return Extended(deadline=deadline, authority=authority)


_Ruled = Withdrawn | Suspended | Resumed | Reopened


def _amended_ruling(wrong: _Ruled, amending: _Amending) -> Happening:
    """The day follows the document's where it was the same."""
    authority = amending.authority(wrong.authority)
    was_same = wrong.effective_on == wrong.authority.issued_on
    return replace(
        wrong,
        effective_on=amending.day(authority.issued_on if was_same else wrong.effective_on),
        authority=authority,
        reason=amending.text(amending.amendment.reason, wrong.reason, field="reason"),
    )


def _amended_note(wrong: Noted, amending: _Amending) -> Happening:
    return Noted(
        effective_on=amending.day(wrong.effective_on),
        text=amending.text(amending.amendment.text, wrong.text, field="text"),
    )


_RULING = (("by", "on", "reason"), _amended_ruling)

_BY_KIND: Mapping[type[Happening], tuple[tuple[str, ...], Callable[..., Happening]]] = {
    Started: (("on",), _amended_start),
    Completed: (("on", "result"), _amended_completion),
    Extended: (("to", "by"), _amended_extension),
    Withdrawn: _RULING,
    Suspended: _RULING,
    Resumed: _RULING,
    Reopened: _RULING,
    Noted: (("on", "text"), _amended_note),
    Voided: ((), lambda wrong, _: wrong),
}
"""Which parts belong to an event, and how it is made anew from them."""


def void(
    desk: Desk,
    reference: str,
    *,
    reason: str,
    duplicate_of: str | None,
    expected_version: int | None = None,
) -> Entered:
    """An entry made by mistake: out of every list and total, its history kept."""
    action = voiding(reason=reason, duplicate_of=duplicate_of)
    return act(desk, reference, action, expected_version=expected_version)


def voiding(*, reason: str = "", duplicate_of: str | None = None) -> Action:
    """An entry made by mistake, mostly a second time; then it must be said of which."""

    def read(_today: date) -> Decide:
        tidy, remarks = read_text(reason, field="void_reason", is_required=duplicate_of is None)

        def decide(case: Case) -> Decision:
            directive, work = case.directive, case.work
            original = None if duplicate_of is None else resolve(work.find, duplicate_of).id
            if original == directive.id:
                raise DuplicateOfItself(directive)
            event = corrections.void(directive, reason=tidy, duplicate_of=original)
            return Decision(events=(event,), remarks=remarks + about_issued(work, directive.id))

        return decide

    return Action(name="void", read=read)
