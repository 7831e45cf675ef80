"""A directive together with the judgement on it: what every list, screen and file shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core.deadline import Deadline
from tracker.core.directive import Citation, Facts
from tracker.core.rules import Assessment

RowKey = tuple[int, date | None]
"""The directive, and which turn of it where it recurs."""

CompletionKey = tuple[int, date | None, int]
"""The directive, the turn, and how often it was reopened before it was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessedDirective:
    """One row of a list or an appendix, as of one day.

    A recurring directive gives one row for each instance, told apart by ``facts.instance``.
    """

    id: int
    version: int
    """For optimistic locking: what a change made from this row must be based on."""
    document: Citation
    content: str
    assigned_on: date
    unit: str
    officer: str
    assigned_by: str
    is_pinned: bool
    assigned_deadline: Deadline
    """As first assigned; the one in force is ``facts.deadline``."""
    facts: Facts
    assessment: Assessment
    result_documents: tuple[Citation, ...] = ()
    issuing_body: str = ""
    supporting_units: tuple[str, ...] = ()
    is_supporting: bool = False
    is_secret: bool = False
    latest_note: str = ""
    """The text of the latest progress note dated on or before the day."""

    @property
    def key(self) -> RowKey:
        """What tells this row from every other one of a list."""
        return self.id, self.facts.instance

    @property
    def completion_key(self) -> CompletionKey:
        """What tells this completion from every other one, however it is put right later."""
        return self.id, self.facts.instance, self.facts.reopen_count
