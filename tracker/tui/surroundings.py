"""What the screen is given by whoever starts it: it reads no settings and no clock itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.operations.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The place a clerk works in."""

    desk: Callable[[], Desk]
    """The desk as it is at this moment: its day and instant move on while the screen is open."""
    prepare: Callable[[], None]
    """Makes the workspace before the first write, where there is none yet."""
    log_defect: Callable[[Exception], str]
    """Writes down a defect of the program; gives the path of the log, empty where there is none."""

    office_name: Callable[[], str] = str
    """For the title; takes a while the first time, so it is asked after the first picture."""
    recall: Callable[[], Mapping[str, object]] = dict
    """What the screen kept the last time; empty where that is nothing, or cannot be read."""
    remember: Callable[[Mapping[str, object]], None] = lambda _: None
    """Keeps something for the next time; where that is not possible, nothing happens."""

    @property
    def today(self) -> date:
        """The day it is now."""
        return self.desk().today
