"""Where a table tells of a directive otherwise than the register, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.intake.drafts import Field


class Proposal(StrEnum):
    """What puts a difference right."""

    COMPLETE = "complete"
    """The table knows of a completion, the register does not: it is recorded."""
    START = "start"
    """The table counts it among what is under way, the register as not begun: the beginning is
    recorded, as of the day it is entered."""
    NOTE = "note"
    """The table tells of the progress in prose: it is noted."""
    FILL_IN = "fill_in"
    """The register has nothing there: it takes what the table has."""
    NEEDS_DOCUMENT = "needs_document"
    """Another deadline is an extension, which needs its document; or a slip, to be corrected.
    Likewise a suspension, or a withdrawal."""
    LOOK = "look"
    """Both say something, and somebody must find out which is right."""
    REMOVED = "removed"
    """The register has removed the directive as entered by mistake: it stays so, and somebody
    may want to know that the table has it still."""
    TELL_THEM = "tell_them"
    """The register knew what the table tells, or has more than it, and has moved on: the other
    side should be told."""

    @property
    def is_entered(self) -> bool:
        """Whether importing the table records it: only what adds to the register and overwrites
        nothing."""
        return self in (Proposal.COMPLETE, Proposal.START, Proposal.NOTE, Proposal.FILL_IN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is told otherwise."""

    field: Field
    ours: str
    """What the register has, as a person would write it (ISO for days, the stable English name
    of a state for the progress); empty for nothing, and for what is secret."""
    theirs: str
    """What the table has, likewise."""
    proposal: Proposal

    @property
    def is_entered(self) -> bool:
        """Whether importing the table records it."""
        return self.proposal.is_entered

    @property
    def is_open(self) -> bool:
        """Whether somebody has to find out what is right, since importing leaves it as it is."""
        return self.proposal in (Proposal.NEEDS_DOCUMENT, Proposal.LOOK, Proposal.REMOVED)
