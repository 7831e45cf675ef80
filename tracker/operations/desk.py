"""The desk a clerk works at: which register, who, when, by which policy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tracker.core.rules import Policy

TYPE_CHECKING = False
if TYPE_CHECKING:
    # Only what files tell needs it, and the first picture should not wait for it.
    from tracker.core.periods import CutOff


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every operation needs to know of its surroundings; nothing reads the clock itself."""

    location: str
    """The register: the path of a file, or the URL of a database."""
    who: str
    today: date
    at: datetime
    """The instant an operation is recorded with (UTC)."""
    policy: Policy
    cut_off: CutOff | None = None
    """Where the months of the office end; None: as the decree has it."""
