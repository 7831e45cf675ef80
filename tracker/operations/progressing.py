"""What happens to a directive after it was entered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tracker.core import changes, completions
from tracker.core.citations import find_citations
from tracker.core.dates import parse_date
from tracker.core.deadline import Deadline
from tracker.core.directive import Citation, State
from tracker.core.errors import UsageError
from tracker.core.events import Completed, Reopened, Resumed, Suspended, Withdrawn
from tracker.core.life import Directive
from tracker.core.periods import CutOff, PeriodKind, UnreadablePeriod, parse_period
from tracker.operations.changing import change_one, changing
from tracker.operations.desk import Desk
from tracker.operations.entering import Entered
from tracker.operations.references import resolve
from tracker.operations.typed import (
    Remark,
    RemarkKind,
    read_authority,
    read_deadline,
    read_text,
)


class CompletionDateMissing(UsageError):
    """Neither a day nor a dated result document says when it was done."""

    def __init__(self, result: str) -> None:
        super().__init__(result)
        self.result = result


class CompletionDateTwice(UsageError):
    """Both a day and "day unknown" were said."""


def start(desk: Desk, reference: str, *, on: str | None) -> Entered:
    """Work on a directive begins."""
    day = _day(desk, on)
    directive = change_one(
        desk,
        reference,
        lambda current: changes.start(current, on=day, today=desk.today),
        name="start",
    )
    return Entered(directive=directive, remarks=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What was said about a completion."""

    on: str | None = None
    result: str = ""
    is_undated: bool = False
    turn: str | None = None
    """For a recurring directive: the month whose turn this is, ``11/2023``."""


def done(desk: Desk, reference: str, completion: Completion) -> Entered:
    """A directive, or one turn of a recurring one, is done."""
    result, remarks = read_text(completion.result, field="result", is_required=False)
    completed = Completed(
        completed_on=_completed_on(desk, completion, result),
        result_text=result,
        results=results_in(result),
    )
    remarks += about_result(completed)
    turn_month = read_turn_month(completion.turn)
    directive = change_one(
        desk,
        reference,
        lambda current: completions.complete(
            current, completed, today=desk.today, turn_month=turn_month
        ),
        name="done",
    )
    return Entered(directive=directive, remarks=remarks)


def results_in(result: str) -> tuple[Citation, ...]:
    """The documents, with their dates, that a result names."""
    return tuple(
        Citation(number=found.number.text, issued_on=found.issued_on)
        for found in find_citations(result)
        if found.issued_on is not None
    )


def day_of_result(result: str) -> date | None:
    """The day of the last document a result names; None where it names none with a date."""
    return max((citation.issued_on for citation in results_in(result)), default=None)


def _completed_on(desk: Desk, completion: Completion, result: str) -> date | None:
    """The day said, else that of the last result document; never a guess."""
    if completion.is_undated and completion.on is not None:
        raise CompletionDateTwice
    if completion.on is not None:
        return parse_date(completion.on, today=desk.today)
    if completion.is_undated:
        return None
    day = day_of_result(result)
    if day is None:
        raise CompletionDateMissing(result)
    return day


def about_result(completed: Completed) -> tuple[Remark, ...]:
    """A result of another year than its completion: often one of the two is mistyped."""
    day = completed.completed_on
    several = Remark(kind=RemarkKind.SEVERAL_RESULTS, day=day, number=len(completed.results))
    told = (several,) if len(completed.results) > 1 else ()
    return told + tuple(
        Remark(kind=RemarkKind.RESULT_OF_OTHER_YEAR, text=result.number, day=result.issued_on)
        for result in completed.results
        if day is not None and result.issued_on.year != day.year
    )


class UnreadableTurn(UsageError):
    """The month of a turn is not one."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def read_turn_month(text: str | None) -> date | None:
    """The first day of the month that names a turn: ``11/2023``."""
    if text is None:
        return None
    try:
        period = parse_period(text, cut_off=CutOff.CALENDAR)
    except UnreadablePeriod:
        raise UnreadableTurn(text) from None
    if period.kind is not PeriodKind.MONTH:
        raise UnreadableTurn(text)
    return period.starts_on


def note(desk: Desk, reference: str, *, on: str | None, text: str) -> Entered:
    """A progress note."""
    tidy, remarks = read_text(text, field="text")
    day = _day(desk, on)
    directive = change_one(
        desk,
        reference,
        lambda current: changes.note(current, on=day, text=tidy, today=desk.today),
        name="note",
    )
    return Entered(directive=directive, remarks=remarks)


def extend(desk: Desk, reference: str, *, to: str, by: str) -> Entered:
    """The deadline is moved, in force from the date of the document that allows it."""
    authority, told = read_authority(by, today=desk.today)
    with changing(desk, "extend") as work:
        directive = work.directive(resolve(work.find, reference).id)
        deadline, remarks = read_deadline(
            to, assigned_on=authority.issued_on, today=desk.today, days_off=work.days_off
        )
        remarks = told + tuple(map(_of_letter, remarks))
        event = changes.extend(directive, deadline, authority=authority, today=desk.today)
        remarks += _brought_forward(directive, deadline)
        directive = work.append(directive, event)
        if deadline.due_on is not None and work.days_off.is_day_off(deadline.due_on):
            remarks += (Remark(kind=RemarkKind.DUE_ON_DAY_OFF, day=deadline.due_on),)
    return Entered(directive=directive, remarks=remarks)


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


def by_document(desk: Desk, reference: str, ruling: Ruling, *, name: str) -> Entered:
    """Withdraw, suspend, resume or reopen: each on a day, each by a document."""
    authority, told = read_authority(ruling.by, today=desk.today)
    reason, remarks = read_text(ruling.reason, field="reason", is_required=False)
    remarks = told + remarks
    day = authority.issued_on if ruling.on is None else parse_date(ruling.on, today=desk.today)

    def decide(current: Directive) -> Withdrawn | Suspended | Resumed | Reopened:
        return _BY_DOCUMENT[name](
            current, on=day, authority=authority, reason=reason, today=desk.today
        )

    directive = change_one(desk, reference, decide, name=name)
    if name == "withdraw" and directive.latest.state is State.DONE:
        remarks += (Remark(kind=RemarkKind.STAYS_DONE),)
    return Entered(directive=directive, remarks=remarks)


def _day(desk: Desk, text: str | None) -> date:
    return desk.today if text is None else parse_date(text, today=desk.today)
