"""Where a table tells of a directive otherwise than the register, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.intake.drafts import Field


class Proposal(StrEnum):
    """What puts a difference right."""

    COMPLETE = "complete"
    """The table knows of a completion, the register does not: it is recorded."""
    NOTE = "note"
    """The table tells of the progress in prose: it is noted."""
    FILL_IN = "fill_in"
    """The register has nothing there: it takes what the table has."""
    NEEDS_DOCUMENT = "needs_document"
    """Another deadline is an extension, which needs its document; or a slip, to be corrected."""
    LOOK = "look"
    """Both say something, and somebody must find out which is right."""
    TELL_THEM = "tell_them"
    """The register knows of a completion, the table does not: the other side should be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is told otherwise."""

    field: Field
    ours: str
    """What the register has, as a person would write it (ISO for days); empty for nothing."""
    theirs: str
    """What the table has, likewise."""
    proposal: Proposal

    @property
    def is_entered(self) -> bool:
        """Whether importing the table records it: only what adds to the register and overwrites
        nothing."""
        return self.proposal in (Proposal.COMPLETE, Proposal.NOTE, Proposal.FILL_IN)
