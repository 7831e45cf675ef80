"""That something is done: what is said of it, and the day it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core import completions
from tracker.core.citations import find_citations
from tracker.core.dates import parse_date
from tracker.core.directive import Citation
from tracker.core.errors import UsageError
from tracker.core.events import Completed
from tracker.core.periods import CutOff, PeriodKind, UnreadablePeriod, parse_period
from tracker.operations.actions import Action, Case, Decide, Decision
from tracker.operations.typed import Remark, RemarkKind, read_text


class CompletionDateMissing(UsageError):
    """Neither a day nor a dated result document says when it was done."""

    def __init__(self, result: str) -> None:
        super().__init__(result)
        self.result = result


class CompletionDateTwice(UsageError):
    """Both a day and "day unknown" were said."""


class UnreadableTurn(UsageError):
    """The month of a turn is not one."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What was said about a completion."""

    on: str | None = None
    result: str = ""
    is_undated: bool = False
    turn: str | None = None
    """For a recurring directive: the month whose turn this is, ``11/2023``."""


def completing(said: Completion) -> Action:
    """A directive, or one turn of a recurring one, is done."""

    def read(today: date) -> Decide:
        result, remarks = read_text(said.result, field="result", is_required=False)
        completed = Completed(
            completed_on=_completed_on(said, result, today),
            result_text=result,
            results=results_in(result),
        )
        remarks += about_result(completed)
        turn_month = read_turn_month(said.turn)

        def decide(case: Case) -> Decision:
            event = completions.complete(
                case.directive, completed, today=today, turn_month=turn_month or case.turn
            )
            return Decision(events=(event,), remarks=remarks)

        return decide

    return Action(name="done", read=read, is_of_turn=True)


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


def _completed_on(said: Completion, result: str, today: date) -> date | None:
    """The day said, else that of the last result document; never a guess."""
    if said.is_undated and said.on is not None:
        raise CompletionDateTwice
    if said.on is not None:
        return parse_date(said.on, today=today)
    if said.is_undated:
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
