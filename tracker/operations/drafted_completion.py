"""The completion that a draft out of a table tells of, its day and its result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core.dates import DateProblem, UnreadableDate, parse_calendar_date, parse_date
from tracker.core.directive import Citation, Group, Progress, State
from tracker.core.events import Completed
from tracker.intake.claims import Claim, is_ticked
from tracker.intake.documents import named_document
from tracker.intake.drafts import Draft
from tracker.intake.prose import Standing, Told, told_in
from tracker.operations.completing import about_result, results_in
from tracker.operations.typed import Remark, RemarkKind, read_text


@dataclass(frozen=True, slots=True)
class ToldCompletion:
    """A completion, and what is to be said of it."""

    completion: Completed | None
    remarks: tuple[Remark, ...] = ()


def told_completion(
    draft: Draft, claim: Claim | None, assigned_by: Citation, today: date
) -> ToldCompletion:
    """The completion that the row tells of; none where it tells of none.

    ``assigned_by``: the document, which is no result wherever it is named.
    """
    text = result_text(draft, claim)
    day_of_result = _day_of_documents(told_in(text), assigned_by)
    if not draft.completed and not _is_told_done(draft, claim, day_of_result):
        return ToldCompletion(None)
    result, remarks = read_text(text, field="result", is_required=False)
    is_of_result = not draft.completed or is_ticked(draft.completed)
    day = day_of_result if is_of_result else _day_said(draft.completed, assigned_by, today)
    results = tuple(one for one in results_in(result) if not _is_same(one, assigned_by))
    completed = Completed(completed_on=day, result_text=result, results=results)
    remarks += about_result(completed)
    if day is None:
        remarks += (Remark(kind=RemarkKind.COMPLETION_UNDATED),)
    elif is_of_result:
        remarks += (Remark(kind=RemarkKind.DAY_OF_RESULT, day=day),)
    elif _is_without_year(draft.completed, today):
        kind = RemarkKind.COMPLETION_YEAR_ASSUMED
        remarks += (Remark(kind=kind, text=draft.completed, day=day),)
    if draft.group not in (None, Group.DONE):
        remarks += (Remark(kind=RemarkKind.DONE_IN_OTHER_GROUP, day=day),)
    return ToldCompletion(completed, remarks)


def result_text(draft: Draft, claim: Claim | None) -> str:
    """The result as written, else the prose that tells of it."""
    return draft.result or ("" if claim is not None else draft.progress)


def _day_of_documents(told: Told, assigned_by: Citation) -> date | None:
    """The day of the last document that may be the result."""
    days = [one.issued_on for one in told.documents if not _is_same(one, assigned_by)]
    return max(days, default=None)


def _is_same(one: Citation, other: Citation) -> bool:
    is_number = one.number.casefold() == other.number.casefold()
    return is_number and one.issued_on.year == other.issued_on.year


def _day_said(completed: str, assigned_by: Citation, today: date) -> date | None:
    """The day of completion as written; None where several are, of which nobody tells which."""
    told = told_in(completed)
    if (day := _day_of_documents(told, assigned_by)) is not None:
        return day
    if len(told.days) > 1:
        return None
    try:
        return parse_date(completed, today=today)
    except UnreadableDate as trouble:
        if trouble.problem is not DateProblem.YEAR_MISSING:
            raise
        day = _first_after(completed, assigned_by.issued_on, today)
        if day is None:
            raise
        return day


def _is_without_year(completed: str, today: date) -> bool:
    try:
        parse_date(completed, today=today)
    except UnreadableDate as trouble:
        return trouble.problem is DateProblem.YEAR_MISSING
    return False


def _first_after(day: str, issued_on: date, today: date) -> date | None:
    """A day without its year: the first of them from the document to today."""
    for year in range(issued_on.year, today.year + 1):
        found = parse_calendar_date(f"{day}/{year}")
        if issued_on <= found <= today:
            return found
    return None


def _is_told_done(draft: Draft, claim: Claim | None, day_of_result: date | None) -> bool:
    """Whether a row without a day of completion is done all the same.

    The part of the appendix it stands in says so, else what is claimed, else that its result is a
    document with a date, or prose that says it is done.
    """
    if draft.group is not None:
        return draft.group is Group.DONE
    if claim is not None and claim.state is not None:
        return claim.state is State.DONE
    told = told_in(result_text(draft, claim))
    if told.standing is Standing.OPEN:
        return False
    is_told = day_of_result is not None or told.is_sure
    if claim is not None:
        is_late = claim.progress is Progress.LATE
        return is_late or (is_told and claim.is_of_something_done)
    if not draft.progress:
        return is_told
    return (is_told and _tells_of_result(draft.progress)) or told_in(draft.progress).is_sure


def _tells_of_result(prose: str) -> bool:
    """Whether prose on the progress tells of something done, or is the result itself."""
    named = named_document(prose)
    is_result = named is not None and named.is_alone and bool(named.issued)
    return is_result or told_in(prose).is_of_something_done
