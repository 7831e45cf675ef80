"""What happens to a directive: dated events, each with the document that authorises it.

Events are the only thing stored as truth; every state and judgement is replayed from them.
``effective_on`` is the day an event counts from, not the day somebody typed it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.core.deadline import Deadline
from tracker.core.directive import Assignment, Citation


class EventKind(StrEnum):
    """The stable English name of each event, as stored and as printed in JSON."""

    ASSIGNED = "assigned"
    EDITED = "edited"
    STARTED = "started"
    COMPLETED = "completed"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    REOPENED = "reopened"
    NOTED = "noted"
    CORRECTED = "corrected"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """The directive was assigned (giao)."""

    assignment: Assignment

    @property
    def effective_on(self) -> date:
        """The day of assignment."""
        return self.assignment.assigned_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What the letter says was typed wrongly and is put right, from the beginning on."""

    before: Assignment
    after: Assignment

    @property
    def effective_on(self) -> date:
        """A correction counts from the assignment on."""
        return self.after.assigned_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """Work began on a directive marked as not started."""

    effective_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """Done (hoàn thành)."""

    completed_on: date | None
    """The day of the result document; None where it is not known."""
    result_text: str = ""
    """As written: ``1514/KHCN-VP ngày 27/11/2023``, or prose naming documents."""
    results: tuple[Citation, ...] = ()
    """The documents found in ``result_text``."""
    instance: date | None = None
    """Which instance of a recurring directive, by its nominal due day."""

    @property
    def effective_on(self) -> date | None:
        """The day of completion; None counts from the assignment on."""
        return self.completed_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended:
    """The deadline was moved (gia hạn), in force from the approving document's date."""

    deadline: Deadline
    authority: Citation

    @property
    def effective_on(self) -> date:
        """The day of approval."""
        return self.authority.issued_on


@dataclass(frozen=True, slots=True, kw_only=True)
class _ByDocument:
    """An event on a day, authorised by a document."""

    effective_on: date
    authority: Citation
    reason: str = ""


class Withdrawn(_ByDocument):
    """Taken back by the province (thu hồi)."""

    __slots__ = ()


class Suspended(_ByDocument):
    """Halted by the province (tạm dừng)."""

    __slots__ = ()


class Resumed(_ByDocument):
    """Set going again after a suspension."""

    __slots__ = ()


class Reopened(_ByDocument):
    """Returned by the province after it was done, or restored after a withdrawal."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A progress note (tình hình thực hiện)."""

    effective_on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voided:
    """Entered by mistake, mostly a second time: it never was a directive of its own."""

    reason: str
    duplicate_of: int | None = None
    """The id of the directive that stays."""

    @property
    def effective_on(self) -> None:
        """No day: it is gone from every one."""
        return


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """An earlier event was entered wrongly: another stands in its place, or none does."""

    number: int
    """Which one: its place, from 1, among the live events of the directive."""
    replacement: Happening | None
    """None where it never happened."""
    reason: str = ""

    @property
    def effective_on(self) -> date | None:
        """The day the replacement counts from."""
        return None if self.replacement is None else self.replacement.effective_on


Happening = (
    Started | Completed | Extended | Withdrawn | Suspended | Resumed | Reopened | Noted | Voided
)
"""What can be removed, or corrected by another of its kind; an assignment is edited or voided."""

Event = (
    Assigned
    | Edited
    | Started
    | Completed
    | Extended
    | Withdrawn
    | Suspended
    | Resumed
    | Reopened
    | Noted
    | Corrected
    | Voided
)


_KINDS: dict[type[Event], EventKind] = {
    Assigned: EventKind.ASSIGNED,
    Edited: EventKind.EDITED,
    Started: EventKind.STARTED,
    Completed: EventKind.COMPLETED,
    Extended: EventKind.EXTENDED,
    Withdrawn: EventKind.WITHDRAWN,
    Suspended: EventKind.SUSPENDED,
    Resumed: EventKind.RESUMED,
    Reopened: EventKind.REOPENED,
    Noted: EventKind.NOTED,
    Corrected: EventKind.CORRECTED,
    Voided: EventKind.VOIDED,
}


def kind_of(event: Event) -> EventKind:
    """The stable name of an event."""
    return _KINDS[type(event)]


def class_of(kind: EventKind) -> type[Event]:
    """The class of the events of a kind."""
    return next(event for event, known in _KINDS.items() if known is kind)
