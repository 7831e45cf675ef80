"""Single cells of a list, alike on the command line and on the screen.

On the path of the first picture of the screen: only what is light is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Progress, State
from tracker.wording.formats import format_date, format_days_late, format_days_left, format_number
from tracker.wording.labels import REVIEW

_OPEN = (State.NOT_STARTED, State.IN_PROGRESS)


def deadline_cell(row: AssessedDirective) -> str:
    """The last day in time, else the deadline as written."""
    due_on = row.assessment.effective_due_on
    return format_date(due_on) if due_on else row.facts.deadline.text


def days_cell(row: AssessedDirective, as_of: date) -> str:
    """How far off or late, without saying the label twice; else how old, or what is unclear."""
    assessment = row.assessment
    if assessment.progress is Progress.NEEDS_REVIEW:
        return "; ".join(review_reasons(row))
    if row.facts.state is State.DONE:
        return f"{format_days_late(assessment.days_late)}" if assessment.days_late else ""
    if assessment.days_left is None:
        return age_words(row, as_of)
    if assessment.days_left < 0:
        return f"{format_number(-assessment.days_left)} ngày"
    return format_days_left(assessment.days_left)


def review_reasons(row: AssessedDirective) -> Iterator[str]:
    """Why a row cannot be judged."""
    if row.facts.state is State.DONE and row.facts.completed_on is None:
        yield REVIEW["undated"]
    if row.facts.deadline.is_unclear:
        yield REVIEW["unclear_deadline"]


def age_words(row: AssessedDirective, as_of: date) -> str:
    """How long an open directive without a deadline has been with the office."""
    if row.facts.state not in _OPEN or not row.assessment.has_no_deadline:
        return ""
    days = (as_of - row.assigned_on).days
    return f"đã giao {format_number(days)} ngày" if days else "giao hôm nay"
