"""One directive over its life: its events, and what they amount to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core.days_off import DaysOff
from tracker.core.deadline import DeadlineKind
from tracker.core.directive import Assignment, Facts, Span
from tracker.core.events import Assigned, Event, Voided
from tracker.core.happened import happened
from tracker.core.rounds import with_removals_counted
from tracker.core.timeline import assignment_of, facts_on, laid_out, whole_spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """A directive as kept in the register."""

    id: int
    version: int
    """Raised by every change; a change based on an older version is refused."""
    events: tuple[Event, ...]
    """In the order they were entered, without those taken back."""
    happened: tuple[Event, ...]
    """The same as they were put right since: what replay goes by."""
    assignment: Assignment
    spans: tuple[Span, ...]
    current: Span
    """The whole directive once every known event has taken effect; a recurring one here
    stands for its series, whatever became of single turns."""

    @property
    def latest(self) -> Facts:
        """The facts that hold from now on."""
        return self.current.facts

    @property
    def latest_since(self) -> date:
        """The day from which they hold."""
        return self.current.since

    @property
    def is_recurring(self) -> bool:
        """Whether it falls due again and again."""
        return self.latest.deadline.kind is DeadlineKind.RECURRING

    @property
    def is_void(self) -> bool:
        """Whether it was entered by mistake, and is on no day."""
        return any(isinstance(event, Voided) for event in self.happened)

    def facts_on(self, day: date) -> tuple[Facts, ...]:
        """The facts that hold on a day: none, one, or one for each turn."""
        return facts_on(self.spans, day)


def replayed(events: tuple[Event, ...], *, id: int, version: int, days_off: DaysOff) -> Directive:
    """A directive from its events."""
    as_put_right = happened(events)
    is_void = Voided in map(type, as_put_right)
    whole = whole_spans(as_put_right, days_off)
    spans = () if is_void else laid_out(whole, as_put_right, days_off)
    return Directive(
        id=id,
        version=version,
        events=events,
        happened=as_put_right,
        assignment=assignment_of(as_put_right),
        spans=with_removals_counted(spans, events),
        current=whole[-1],
    )


def assigned(assignment: Assignment, days_off: DaysOff) -> Directive:
    """A directive that is about to enter the register and has no id yet."""
    return replayed((Assigned(assignment=assignment),), id=0, version=0, days_off=days_off)


def with_event(directive: Directive, event: Event, days_off: DaysOff) -> Directive:
    """The directive after one more event."""
    events = (*directive.events, event)
    return replayed(events, id=directive.id, version=directive.version, days_off=days_off)
