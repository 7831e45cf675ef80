"""What can be done to a directive, made from what was typed: read once, decided for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tracker.core import changes
from tracker.core.dates import parse_date
from tracker.core.days_off import DaysOff
from tracker.core.deadline import Deadline
from tracker.core.directive import State
from tracker.core.events import Event, Reopened, Resumed, Suspended, Withdrawn
from tracker.core.grounds import latest_after
from tracker.core.life import Directive
from tracker.operations.typed import (
    Remark,
    RemarkKind,
    read_authority,
    read_deadline,
    read_text,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.writing import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The directive that something is done to, inside the change that does it."""

    directive: Directive
    work: Work
    turn: date | None = None
    """For a recurring directive: the turn that was pointed at, by its nominal due day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What becomes of one directive."""

    events: tuple[Event, ...]
    """To be appended, in this order."""
    remarks: tuple[Remark, ...] = ()


Decide = Callable[[Case], Decision]
"""Gives what becomes of a directive, or raises what stands against it; writes nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something that can be done to one directive, or to many alike."""

    name: str
    """That of the operation it is recorded as: ``extend``."""
    read: Callable[[date], Decide]
    """Understands what was typed, as of today; what is no use for any directive is refused here."""
    is_of_turn: bool = False
    """Whether it is done to one turn of a recurring directive, where others concern the whole."""


def starting(*, on: str | None = None) -> Action:
    """Work begins, today unless said otherwise."""

    def read(today: date) -> Decide:
        day = _day(on, today)
        return lambda case: Decision(events=(changes.start(case.directive, on=day, today=today),))

    return Action(name="start", read=read)


def noting(*, text: str, on: str | None = None) -> Action:
    """A progress note, of today unless said otherwise."""

    def read(today: date) -> Decide:
        tidy, remarks = read_text(text, field="text")
        day = _day(on, today)

        def decide(case: Case) -> Decision:
            event = changes.note(case.directive, on=day, text=tidy, today=today)
            return Decision(events=(event,), remarks=remarks)

        return decide

    return Action(name="note", read=read)


def extending(*, to: str, by: str) -> Action:
    """The deadline is moved, in force from the date of the document that allows it."""

    def read(today: date) -> Decide:
        authority, told = read_authority(by, today=today)

        def new_deadline(days_off: DaysOff) -> tuple[Deadline, tuple[Remark, ...]]:
            return read_deadline(
                to, assigned_on=authority.issued_on, today=today, days_off=days_off
            )

        # Whether it can be understood does not hang on the calendar; which day it means may.
        new_deadline(DaysOff())

        def decide(case: Case) -> Decision:
            days_off = case.work.days_off
            deadline, remarks = new_deadline(days_off)
            event = changes.extend(case.directive, deadline, authority=authority, today=today)
            remarks = told + tuple(map(_of_letter, remarks))
            remarks += _brought_forward(case.directive, deadline)
            if deadline.due_on is not None and days_off.is_day_off(deadline.due_on):
                remarks += (Remark(kind=RemarkKind.DUE_ON_DAY_OFF, day=deadline.due_on),)
            return Decision(events=(event,), remarks=remarks)

        return decide

    return Action(name="extend", read=read)


_OF_LETTER = {
    RemarkKind.ALREADY_PAST: RemarkKind.BEFORE_LETTER,
    RemarkKind.COUNTED_FROM_ASSIGNMENT: RemarkKind.COUNTED_FROM_LETTER,
}


def _of_letter(remark: Remark) -> Remark:
    """A new deadline is read against its letter, where a first one is against the assignment."""
    return replace(remark, kind=_OF_LETTER.get(remark.kind, remark.kind))


def _brought_forward(directive: Directive, deadline: Deadline) -> tuple[Remark, ...]:
    now = directive.latest.due_on
    if now is None or deadline.due_on is None or deadline.due_on >= now:
        return ()
    return (Remark(kind=RemarkKind.BROUGHT_FORWARD, day=now),)


_ByDocument = Callable[..., Withdrawn | Suspended | Resumed | Reopened]

_BY_DOCUMENT: dict[str, _ByDocument] = {
    "withdraw": changes.withdraw,
    "suspend": changes.suspend,
    "resume": changes.resume,
    "reopen": changes.reopen,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What was said about a change that a document of the province brings."""

    by: str
    """The document: number and date."""
    on: str | None = None
    """The day it takes effect, where that is not the document's."""
    reason: str = ""


def ruling(name: str, said: Ruling) -> Action:
    """``withdraw``, ``suspend``, ``resume`` or ``reopen``: each on a day, each by a document."""

    def read(today: date) -> Decide:
        authority, told = read_authority(said.by, today=today)
        reason, remarks = read_text(said.reason, field="reason", is_required=False)
        day = authority.issued_on if said.on is None else parse_date(said.on, today=today)

        def decide(case: Case) -> Decision:
            event = _BY_DOCUMENT[name](
                case.directive, on=day, authority=authority, reason=reason, today=today
            )
            about = told + remarks + _stays_done(case.directive, event)
            return Decision(events=(event,), remarks=about)

        return decide

    return Action(name=name, read=read)


def _stays_done(directive: Directive, event: Event) -> tuple[Remark, ...]:
    if not isinstance(event, Withdrawn):
        return ()
    is_done = latest_after(directive, event).facts.state is State.DONE
    return (Remark(kind=RemarkKind.STAYS_DONE),) if is_done else ()


def _day(typed: str | None, today: date) -> date:
    return today if typed is None else parse_date(typed, today=today)
