"""What a draft out of a table amounts to: an assignment, and what is known to have come of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tracker.core import changes, completions
from tracker.core.dates import UnreadableDate, parse_date
from tracker.core.days_off import DaysOff
from tracker.core.directive import Assignment, Group, State
from tracker.core.document_number import UnreadableDocumentNumber
from tracker.core.errors import Refused, TrackerError, UsageError
from tracker.core.events import Assigned, Completed, Event, Noted
from tracker.core.life import Directive, assigned, replayed
from tracker.core.recurrence import turn_at
from tracker.core.refusals import NoSuchTurn, SeveralTurns
from tracker.intake.claims import Claim, read_claim
from tracker.intake.drafts import Draft, Field, ProblemKind, RowProblem
from tracker.operations.drafted_completion import ToldCompletion, result_text, told_completion
from tracker.operations.entering import AssignedInTheFuture, Entry, about_entry, read_entry
from tracker.operations.typed import EmptyText, Remark, RemarkKind, TextTooLong, read_text

_BETWEEN_UNITS = re.compile(r"[;,\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What would be stored of a draft."""

    assignment: Assignment
    completion: Completed | None
    unplaced: Completed | None = None
    """The completion of a turn, where the row alone does not tell of which."""
    turn: date | None = None
    """The due day of the turn of a recurring directive that the row is about, where it says so."""
    note: Noted | None
    """What the table tells of the progress in prose, as of the day it is entered."""
    claim: Claim | None
    """What it claims in a word, to be compared with what follows from the facts."""
    remarks: tuple[Remark, ...]

    @property
    def history(self) -> tuple[Event, ...]:
        """The events in order."""
        later = (event for event in (self.completion, self.note) if event is not None)
        return (Assigned(assignment=self.assignment), *later)

    def directive(self, days_off: DaysOff) -> Directive:
        """The directive that would come of it; it has no id yet."""
        history = self.history
        return replayed(history, id=0, version=len(history), days_off=days_off)


def read_draft(draft: Draft, *, today: date, days_off: DaysOff) -> Drafted | RowProblem:
    """Understand a draft; what is refused comes back as a problem. Never raises."""
    claim = read_claim(draft.progress)
    entry = _entry(draft, claim)
    try:
        assignment, remarks = read_entry(entry, today=today, days_off=days_off, is_copied=True)
    except (UsageError, Refused) as trouble:
        return _refused(draft, _field_of(trouble, draft), trouble)
    directive = assigned(assignment, days_off)
    try:
        told = told_completion(draft, claim, assignment.document, today)
        turn = parse_date(draft.turn, today=today) if draft.turn else None
        if not draft.completed and _is_of_turn_before(told.completion, directive, turn):
            told = ToldCompletion(None)
        completion, about_turn = _placed(told.completion, directive, today, turn)
        note, note_remarks = _note(draft, claim, directive, today, completion)
    except (UsageError, Refused) as trouble:
        return _refused(draft, Field.COMPLETED, trouble)
    return Drafted(
        assignment=assignment,
        completion=completion,
        unplaced=told.completion if completion is None else None,
        turn=turn if directive.is_recurring else None,
        note=note,
        claim=claim,
        remarks=(
            *remarks,
            *about_entry(assignment, days_off),
            *(about_turn or told.remarks),
            *note_remarks,
            *_about(draft),
        ),
    )


def _entry(draft: Draft, claim: Claim | None) -> Entry:
    is_claimed_idle = claim is not None and claim.state is State.NOT_STARTED
    return Entry(
        number=draft.number,
        issued=draft.issued,
        assigned=draft.assigned,
        content=draft.content,
        deadline=draft.deadline,
        issuing_body=draft.issuing_body,
        unit=draft.unit,
        supporting_units=tuple(_BETWEEN_UNITS.split(draft.supporting_units)),
        officer=draft.officer,
        assigned_by=draft.assigned_by,
        is_started=draft.group is not Group.NOT_STARTED
        and not (draft.group is None and is_claimed_idle),
    )


def _refused(draft: Draft, field: Field, trouble: TrackerError) -> RowProblem:
    """``field``: which text was refused; of one that is too long it is the longest."""
    if isinstance(trouble, TextTooLong):
        field = _longest(draft)
    return RowProblem(
        line=draft.line,
        kind=ProblemKind.REFUSED,
        field=field,
        seen=str(getattr(draft, field.value)),
        draft=draft,
        trouble=trouble,
    )


def _field_of(trouble: TrackerError, draft: Draft) -> Field:
    """Which text of the draft was refused."""
    if isinstance(trouble, EmptyText):
        return Field(trouble.field)
    if isinstance(trouble, UnreadableDocumentNumber):
        return Field.NUMBER
    is_of_assignment = isinstance(trouble, UnreadableDate) and trouble.text == draft.assigned
    is_assigned = isinstance(trouble, AssignedInTheFuture) or is_of_assignment
    return Field.ASSIGNED if is_assigned else Field.ISSUED


def _longest(draft: Draft) -> Field:
    """The longest text of a draft."""
    texts = {field: getattr(draft, field.value, "") for field in Field}
    return max(texts, key=lambda field: len(texts[field]))


def _is_of_turn_before(
    completed: Completed | None, directive: Directive, turn: date | None
) -> bool:
    """Whether a completion happened before the turn had begun that the row is about: prose on a
    series may stand in the row of each of its turns."""
    recurrence = directive.latest.deadline.recurrence
    day = None if completed is None else completed.completed_on
    if day is None or turn is None or recurrence is None:
        return False
    return day < turn_at(recurrence, turn).opens_on


def _placed(
    completed: Completed | None, directive: Directive, today: date, turn: date | None
) -> tuple[Completed | None, tuple[Remark, ...]]:
    """The completion checked by the rules; None where nobody can tell of which turn it is."""
    if completed is None:
        return None, ()
    try:
        month = turn if directive.is_recurring else None
        return completions.complete(directive, completed, today=today, turn_month=month), ()
    except (NoSuchTurn, SeveralTurns):
        return None, (Remark(kind=RemarkKind.TURN_UNCLEAR),)


def _note(
    draft: Draft,
    claim: Claim | None,
    directive: Directive,
    today: date,
    completion: Completed | None,
) -> tuple[Noted | None, tuple[Remark, ...]]:
    """What the row says of the progress beside a bare claim, and is not the result already."""
    prose = "" if claim is not None else draft.progress
    said = () if completion is None else (result_text(draft, claim),)
    texts = [text for text in (prose, draft.result, draft.note) if text and text not in said]
    text, remarks = read_text("\n".join(texts), field="text", is_required=False)
    if not text:
        return None, remarks
    return changes.note(directive, on=today, text=text, today=today), remarks


def _about(draft: Draft) -> tuple[Remark, ...]:
    """How the row was put together."""
    remarks = [Remark(kind=RemarkKind.ROW_JOINED, number=line) for line in draft.joined_lines]
    if draft.other_documents:
        others = ", ".join(draft.other_documents)
        remarks.append(Remark(kind=RemarkKind.SEVERAL_DOCUMENTS, text=others))
    if draft.is_respelled:
        remarks.append(Remark(kind=RemarkKind.LETTERS_RESPELLED))
    if draft.document_line is not None:
        remarks.append(
            Remark(
                kind=RemarkKind.DOCUMENT_TAKEN_OVER, text=draft.number, number=draft.document_line
            )
        )
    for one in draft.taken_over:
        told = Remark(kind=RemarkKind.CELLS_TAKEN_OVER, fields=one.fields, number=one.line)
        remarks.append(told)
    return tuple(remarks)
