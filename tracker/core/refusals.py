"""Why a change to a directive is refused: one class for each rule that may stand against it."""

from __future__ import annotations

from datetime import date

from tracker.core.deadline import Deadline
from tracker.core.directive import Facts, State
from tracker.core.errors import NotFound, Refused
from tracker.core.events import EventKind
from tracker.core.life import Directive


class ChangeRefused(Refused):
    """A change that a rule forbids, and the directive it was meant for."""

    def __init__(self, directive: Directive) -> None:
        super().__init__(directive.id)
        self.id = directive.id
        self.number = directive.assignment.document.number


class BeforeAssignment(ChangeRefused):
    """The day given lies before the directive was assigned."""

    def __init__(self, directive: Directive, day: date) -> None:
        super().__init__(directive)
        self.day = day
        self.assigned_on = directive.assignment.assigned_on


class InTheFuture(ChangeRefused):
    """The day given has not come yet."""

    def __init__(self, directive: Directive, day: date, today: date) -> None:
        super().__init__(directive)
        self.day = day
        self.today = today


class WrongState(ChangeRefused):
    """The directive does not stand where this change begins."""

    def __init__(self, directive: Directive, facts: Facts, needed: tuple[State, ...]) -> None:
        super().__init__(directive)
        self.state = facts.state
        self.completed_on = facts.completed_on
        self.since = directive.latest_since
        self.needed = needed


class TooEarly(ChangeRefused):
    """The day given lies before the event that this change would follow."""

    def __init__(self, directive: Directive, day: date, since: date) -> None:
        super().__init__(directive)
        self.day = day
        self.since = since


class WithoutEffect(ChangeRefused):
    """What is recorded already leaves the change without effect: it would be lost silently."""

    def __init__(self, directive: Directive, day: date | None, state: State) -> None:
        super().__init__(directive)
        self.day = day
        self.state = state


class UnclearDeadline(ChangeRefused):
    """The new deadline cannot be understood as a day or a kind of deadline."""

    def __init__(self, directive: Directive, deadline: Deadline) -> None:
        super().__init__(directive)
        self.text = deadline.text


class DeadlineBeforeAssignment(ChangeRefused):
    """The new deadline lies before the directive was assigned."""

    def __init__(self, directive: Directive, due_on: date) -> None:
        super().__init__(directive)
        self.due_on = due_on
        self.assigned_on = directive.assignment.assigned_on


class NothingChanges(ChangeRefused):
    """The change would leave everything as it is."""


class NoSuchTurn(ChangeRefused):
    """A recurring directive has no open turn that this completion could close."""

    def __init__(self, directive: Directive, wanted: date | None) -> None:
        super().__init__(directive)
        self.wanted = wanted


class NoTurns(ChangeRefused):
    """A turn was named, but the directive does not recur."""


class TurnsCannotReopen(ChangeRefused):
    """A done turn of a recurring directive is not reopened, only undone."""


class TurnsAreDone(ChangeRefused):
    """The deadline cannot be made one that did not recur when turns of it were done."""


class SeveralTurns(ChangeRefused):
    """More than one turn of a recurring directive is open: which was done must be said."""

    def __init__(self, directive: Directive, turns: tuple[date, ...]) -> None:
        super().__init__(directive)
        self.turns = turns
        """Their due days, in order."""


class NoDoneTurn(ChangeRefused):
    """A recurring directive has no turn recorded as done that is meant here."""

    def __init__(self, directive: Directive, wanted: date | None) -> None:
        super().__init__(directive)
        self.wanted = wanted


class SeveralDoneTurns(ChangeRefused):
    """More than one turn is done: which completion is meant must be said."""

    def __init__(self, directive: Directive, turns: tuple[date, ...]) -> None:
        super().__init__(directive)
        self.turns = turns
        """Their due days, in order."""


class SeriesMustRecur(ChangeRefused):
    """A letter cannot make a series something else: that would end it without a word."""

    def __init__(self, directive: Directive, deadline: Deadline) -> None:
        super().__init__(directive)
        self.text = deadline.text


class NoSuchEvent(NotFound):
    """A directive has no event of this number."""

    def __init__(self, directive: Directive, wanted: int) -> None:
        super().__init__(directive.id)
        self.id = directive.id
        self.number = directive.assignment.document.number
        self.wanted = wanted
        self.last = len(directive.events)


class CannotCorrect(ChangeRefused):
    """An event of a kind that is put right in another way."""

    def __init__(self, directive: Directive, event: int, kind: EventKind) -> None:
        super().__init__(directive)
        self.event = event
        """The number of the event."""
        self.kind = kind


class OthersDependOnIt(ChangeRefused):
    """Another event would lose its effect by the correction of this one."""

    def __init__(self, directive: Directive, event: int, other: int, kind: EventKind) -> None:
        super().__init__(directive)
        self.event = event
        self.other = other
        """The number of the other event, which must be put right first."""
        self.kind = kind
