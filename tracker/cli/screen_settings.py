"""The settings of the office as the screen needs them: read when they are first asked for.

The first picture does without them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.cli.place import Place
    from tracker.core.saved_views import SavedView
    from tracker.operations.report_office import ReportOffice
    from tracker.store.last_operation import LastOperation


class ScreenSettings:
    """Kept until something in them is changed from the screen itself."""

    def __init__(self, database: str | None) -> None:
        self._database = database
        """As it was asked for."""
        self._place: Place | None = None
        self._office: ReportOffice | None = None

    def place(self) -> Place:
        """The workspace and its settings."""
        if self._place is None:
            from tracker.cli.place import find_place

            self._place = find_place(self._database)
        return self._place

    def office(self) -> ReportOffice:
        """What reports need to know of the office."""
        if self._office is None:
            from tracker.cli.report_office import report_office

            self._office = report_office(self.place())
        return self._office

    def views(self) -> tuple[SavedView, ...]:
        """The saved views of the office."""
        return self.place().settings.views

    def propose_reported_until(self, today: date) -> date | None:
        """Until when what is done has probably been reported; None where that is set."""
        from tracker.cli.reported_before import proposed_day

        return proposed_day(self.place(), today)

    def keep_reported_until(self, day: date) -> tuple[str, bool]:
        """Keep that day; what to say of it, and whether it could be kept."""
        from tracker.cli.reported_before import kept

        said = kept(self.place(), day)
        self._place = self._office = None
        return said

    def tell_day_left(self, undone: LastOperation) -> str:
        """What to say of that day once something was taken back; empty where nothing is."""
        from tracker.cli.reported_before import day_left

        return day_left(self.place(), undone, is_on_screen=True)
