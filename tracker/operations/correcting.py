"""Putting right what was typed wrongly; the old values stay in the history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tracker.core import completions, corrections
from tracker.core.dates import parse_date
from tracker.core.days_off import DaysOff
from tracker.core.directive import Assignment, Citation, Facts
from tracker.core.events import Completed, Event
from tracker.core.life import with_event
from tracker.operations.actions import Action, Case, Decide, Decision
from tracker.operations.bulk import act
from tracker.operations.changing import about_issued
from tracker.operations.completing import (
    about_result,
    day_of_result,
    read_turn_month,
    results_in,
)
from tracker.operations.desk import Desk
from tracker.operations.entering import (
    Entered,
    about_dates,
    optional_text,
    refuse_duplicate,
    refuse_future,
    unit_names,
)
from tracker.operations.typed import (
    Remark,
    read_deadline,
    read_number,
    read_text,
    removed_from,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What to put right; None leaves a field as it is."""

    number: str | None = None
    issued: str | None = None
    content: str | None = None
    deadline: str | None = None
    assigned: str | None = None
    issuing_body: str | None = None
    unit: str | None = None
    supporting_units: tuple[str, ...] | None = None
    officer: str | None = None
    assigned_by: str | None = None
    is_pinned: bool | None = None
    is_supporting: bool | None = None
    is_secret: bool | None = None
    completed_on: str | None = None
    result: str | None = None
    turn: str | None = None
    """For a recurring directive: the month of the turn whose completion is meant."""

    @property
    def is_about_completion(self) -> bool:
        """Whether a completion is to be put right."""
        return self.completed_on is not None or self.result is not None


def edit(
    desk: Desk, reference: str, correction: Correction, *, expected_version: int | None = None
) -> Entered:
    """Put right what was typed wrongly; the old values stay in the history."""
    return act(desk, reference, editing(correction), expected_version=expected_version)


def editing(correction: Correction) -> Action:
    """What was typed wrongly is put right; what names no field is left as it is."""

    def read(today: date) -> Decide:
        return lambda case: _decided(case, correction, today)

    return Action(name="edit", read=read, is_of_turn=correction.is_about_completion)


def _decided(case: Case, correction: Correction, today: date) -> Decision:
    directive, work = case.directive, case.work
    before = directive.assignment
    after, remarks = _corrected(before, correction, today=today, days_off=work.days_off)
    events: tuple[Event, ...] = ()
    if after != before or not correction.is_about_completion:
        same = refuse_duplicate(work, after, but=directive.id)
        remarks += same if after.document != before.document else ()
        events = (corrections.edit(directive, after),)
    if correction.is_about_completion:
        for event in events:
            case = replace(case, directive=with_event(directive, event, work.days_off))
        completed = _corrected_completion(case, correction, today=today)
        remarks += about_result(completed)
        events += (completed,)
    remarks += about_issued(work, directive.id)
    if _dates(after) != _dates(before):
        remarks += about_dates(after, work.days_off)
    return Decision(events=events, remarks=remarks)


def _corrected_completion(case: Case, correction: Correction, *, today: date) -> Completed:
    """The completion with what was said of it anew; the rest of it stays."""
    directive = case.directive
    turn_month = read_turn_month(correction.turn) or case.turn
    is_series = directive.is_recurring
    now = completions.done_turn(directive, turn_month) if is_series else directive.latest
    completed_on, result = now.completed_on, now.result_text
    if correction.result is not None:
        result, _ = read_text(correction.result, field="result", is_required=False)
        completed_on = _day_of_result(now, result)
    if correction.completed_on is not None:
        completed_on = parse_date(correction.completed_on, today=today)
    completed = Completed(completed_on=completed_on, result_text=result, results=results_in(result))
    return completions.correct_completion(directive, completed, today=today, turn_month=turn_month)


def _day_of_result(now: Facts, result: str) -> date | None:
    """The day follows the result document where it was taken from it, and stays otherwise."""
    before, after = day_of_result(now.result_text), day_of_result(result)
    return after if after is not None and now.completed_on in (before, None) else now.completed_on


def _dates(assignment: Assignment) -> tuple[date | None, ...]:
    return assignment.document.issued_on, assignment.assigned_on, assignment.deadline.due_on


def _corrected(
    before: Assignment, correction: Correction, *, today: date, days_off: DaysOff
) -> tuple[Assignment, tuple[Remark, ...]]:
    document, remarks = _corrected_document(before.document, correction, today)
    assigned_on = _corrected_day(before, document, correction.assigned, today)
    remarks += removed_from(
        correction.issuing_body,
        correction.unit,
        correction.officer,
        correction.assigned_by,
        *(correction.supporting_units or ()),
    )
    deadline, written = before.deadline, correction.deadline
    if written is None and assigned_on != before.assigned_on and not deadline.is_unclear:
        # What counts from the assignment, or takes its year from it, means another day now.
        written = deadline.text
    if written is not None:
        deadline, more = read_deadline(
            written, assigned_on=assigned_on, today=today, days_off=days_off
        )
        remarks += more
    content = before.content
    if correction.content is not None:
        content, more = read_text(correction.content, field="content")
        remarks += more
    after = replace(
        _plainly_corrected(before, correction),
        document=document,
        assigned_on=assigned_on,
        deadline=deadline,
        content=content,
    )
    refuse_future(after, today)
    return after, remarks


def _corrected_document(
    before: Citation, correction: Correction, today: date
) -> tuple[Citation, tuple[Remark, ...]]:
    number = before.number
    remarks: tuple[Remark, ...] = ()
    if correction.number is not None:
        number, remarks = read_number(correction.number)
    issued_on = before.issued_on
    if correction.issued is not None:
        issued_on = parse_date(correction.issued, today=today)
    return Citation(number=number, issued_on=issued_on), remarks


def _corrected_day(
    before: Assignment, document: Citation, assigned: str | None, today: date
) -> date:
    """The day of assignment follows the document's where it was the same."""
    if assigned is not None:
        return parse_date(assigned, today=today)
    if before.assigned_on == before.document.issued_on:
        return document.issued_on
    return before.assigned_on


def _plainly_corrected(before: Assignment, correction: Correction) -> Assignment:
    """With the fields that are taken as typed."""
    units = correction.supporting_units
    return replace(
        before,
        issuing_body=_corrected_text(before.issuing_body, correction.issuing_body),
        unit=_corrected_text(before.unit, correction.unit),
        officer=_corrected_text(before.officer, correction.officer),
        assigned_by=_corrected_text(before.assigned_by, correction.assigned_by),
        supporting_units=before.supporting_units if units is None else unit_names(units),
        is_pinned=_corrected_mark(before.is_pinned, correction.is_pinned),
        is_supporting=_corrected_mark(before.is_supporting, correction.is_supporting),
        is_secret=_corrected_mark(before.is_secret, correction.is_secret),
    )


def _corrected_text(before: str, typed: str | None) -> str:
    return before if typed is None else optional_text(typed)


def _corrected_mark(before: bool, said: bool | None) -> bool:
    return before if said is None else said
