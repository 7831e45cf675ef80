"""A row beside the directive of the register that it tells of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core.directive import Group, State
from tracker.core.events import Event
from tracker.core.life import Directive
from tracker.intake.drafts import Field
from tracker.operations.read_rows import ReadRow
from tracker.operations.said_before import SaidBefore
from tracker.operations.table_differences import Difference, Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A difference, and what records it."""

    difference: Difference
    event: Event | None = None
    """None where it is not recorded, or is recorded with one that follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAgainst:
    """What is compared."""

    directive: Directive
    """As it stands, with what the row has added so far."""
    row: ReadRow
    today: date

    @property
    def before(self) -> SaidBefore:
        """Everything that was ever recorded of the directive."""
        return SaidBefore(self.directive)

    @property
    def state(self) -> State:
        """What the directive is in now."""
        return self.directive.latest.state

    @property
    def claimed_state(self) -> State | None:
        """What the row says in so many words that the directive is in; None where it says nothing.

        The part of the appendix it stands in says so, else what is claimed of the progress.
        """
        if self.row.draft.group is not None:
            return _STATES[self.row.draft.group]
        claim = self.row.drafted.claim
        return None if claim is None else claim.state

    def told(
        self, field: Field, ours: str, theirs: str, proposal: Proposal, event: Event | None = None
    ) -> Told:
        """A difference; of a secret directive nothing of ours that tells what it is about."""
        is_hidden = self.directive.assignment.is_secret and field in _TELLING
        return Told(
            difference=Difference(
                field=field, ours="" if is_hidden else ours, theirs=theirs, proposal=proposal
            ),
            event=event,
        )


_STATES = {
    Group.DONE: State.DONE,
    Group.IN_PROGRESS: State.IN_PROGRESS,
    Group.NOT_STARTED: State.NOT_STARTED,
}

_TELLING = (Field.CONTENT, Field.RESULT, Field.NOTE)
