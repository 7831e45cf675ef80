"""Looking at everything as of another day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from tracker.core.dates import parse_date
from tracker.tui.dialogs.day import day_note
from tracker.tui.dialogs.field import Field
from tracker.tui.dialogs.form import Form, Notes, Task, Values
from tracker.tui.dialogs.opening import open_over
from tracker.wording.formats import format_date
from tracker.wording.screen import AS_OF_FIELD, AS_OF_HELP, AS_OF_SAVE, AS_OF_TITLE, as_of_set

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp
    from tracker.tui.surroundings import Surroundings


class DatedScreen(Protocol):
    """A screen that shows everything as of the day of the app."""

    @property
    def surroundings(self) -> Surroundings:
        """The place a clerk works in."""

    @property
    def tracker(self) -> TrackerApp:
        """The app, which keeps the day."""

    def read_again(self) -> None:
        """Show everything as of the day the app has now."""

    def tell(self, text: str, *, role: str = "notice") -> None:
        """Say something above the keys."""


async def choose_day(screen: DatedScreen) -> None:
    """Ask for the day; an empty field means today."""
    today = screen.surroundings.today

    def day_in(values: Values) -> date:
        text = values["as_of"]
        return parse_date(text, today=today) if text.strip() else today

    def check(values: Values) -> Notes:
        return {"as_of": day_note(values["as_of"], today=today, empty=today)}

    chosen = screen.tracker.chosen_day
    field = Field(
        name="as_of",
        label=AS_OF_FIELD,
        value=format_date(chosen) if chosen else "",
        hint=format_date(today),
        help=AS_OF_HELP,
    )

    def set_day(day: date | None) -> None:
        if day is not None:
            _look_at(screen, None if day == today else day)

    task = Task(title=AS_OF_TITLE, fields=[field], save=day_in, check=check, save_words=AS_OF_SAVE)
    await open_over(screen.tracker.screen, Form(task), set_day)


def back_to_today(screen: DatedScreen) -> None:
    """Look at everything as of today."""
    _look_at(screen, None)


def _look_at(screen: DatedScreen, day: date | None) -> None:
    screen.tracker.chosen_day = day
    screen.read_again()
    screen.tell(as_of_set(screen.tracker.as_of, today=screen.surroundings.today))
