"""Looking at everything as of another day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.core.dates import UnreadableDate, parse_date
from tracker.tui.dialogs.field import Field, Note
from tracker.tui.dialogs.form import Form, Notes, Task, Values
from tracker.tui.dialogs.opening import open_over
from tracker.tui.screens.telling import said
from tracker.wording.formats import format_date, format_weekday
from tracker.wording.screen import AS_OF_FIELD, AS_OF_HELP, AS_OF_SAVE, AS_OF_TITLE, as_of_set

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen


async def choose_day(screen: RegisterScreen) -> None:
    """Ask for the day; an empty field means today."""
    today = screen.surroundings.today

    def day_in(values: Values) -> date:
        text = values["as_of"]
        return parse_date(text, today=today) if text.strip() else today

    def check(values: Values) -> Notes:
        try:
            day = day_in(values)
        except UnreadableDate as error:
            return {"as_of": Note(said(error), "bad")}
        return {"as_of": Note(f"{format_weekday(day)}, {format_date(day)}", "good")}

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
    await open_over(screen, Form(task), set_day)


def back_to_today(screen: RegisterScreen) -> None:
    """Look at everything as of today."""
    _look_at(screen, None)


def _look_at(screen: RegisterScreen, day: date | None) -> None:
    screen.tracker.chosen_day = day
    screen.read(keep=screen.table.current)
    screen.tell(as_of_set(screen.tracker.as_of, today=screen.surroundings.today))
