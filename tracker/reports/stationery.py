"""What an office decides about its reports: their letterhead and paper, and what they may say."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.core.successors import Successors
from tracker.reports.letterhead import Letterhead
from tracker.reports.sheet import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Stationery:
    """Everything about a report that is the same whatever the period."""

    letterhead: Letterhead
    paper: Paper = field(default_factory=Paper)
    successors: Successors = field(default_factory=Successors)
    """Whose statistics those of a division that is no more go into."""
    are_secret_numbers_shown: bool = False
    """The numbers of secret documents may be printed; their content never is."""
