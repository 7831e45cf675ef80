"""What the screen is given by whoever starts it: it reads no settings and no clock itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.operations.desk import Desk

if TYPE_CHECKING:
    from tracker.core.saved_views import SavedView
    from tracker.operations.report_office import ReportOffice
    from tracker.store.last_operation import LastOperation


class Surroundings(NamedTuple):
    """The place a clerk works in."""

    desk: Callable[[], Desk]
    """The desk as it is at this moment: its day and instant move on while the screen is open."""
    prepare: Callable[[], None]
    """Makes the workspace before the first write, where there is none yet."""
    log_defect: Callable[[Exception], str]
    """Writes down a defect of the program; gives the path of the log, empty where there is none."""

    office: Callable[[], ReportOffice]
    """What reports need to know of the office; takes a while when it is first asked for."""

    office_name: str
    """For the title; empty where it is not known yet."""
    views: Callable[[], tuple[SavedView, ...]]
    """The saved views, those of the office behind the built-in ones."""
    recall: Callable[[], Mapping[str, object]] = dict
    """What the screen kept the last time; empty where that is nothing, or cannot be read."""
    remember: Callable[[Mapping[str, object]], None] = lambda _: None
    """Keeps something for the next time; where that is not possible, nothing happens."""

    propose_reported_until: Callable[[], date | None] = lambda: None
    """Until when what is done has probably been reported; None where the settings say until when
    it has."""
    keep_reported_until: Callable[[date], tuple[str, bool]] = lambda _: ("", True)
    """Keeps such a day in the settings; gives what to say of it, and whether it could be kept."""
    tell_day_left: Callable[[LastOperation], str] = lambda _: ""
    """What to say of such a day that the settings still hold after something was taken back."""

    @property
    def today(self) -> date:
        """The day it is now."""
        return self.desk().today
