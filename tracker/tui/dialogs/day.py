"""Understanding a day while it is typed."""

from __future__ import annotations

from datetime import date

from tracker.core.dates import UnreadableDate, parse_date
from tracker.tui.dialogs.field import Note
from tracker.wording.formats import format_date, format_weekday
from tracker.wording.messages import sentence


def day_note(text: str, *, today: date, empty: date | None = None) -> Note:
    """The day with its weekday, or what is wrong; an empty field may mean a day too."""
    try:
        day = parse_date(text, today=today) if text.strip() else empty
    except UnreadableDate as error:
        return Note(sentence(error), "bad")
    return Note() if day is None else Note(f"{format_weekday(day)}, {format_date(day)}", "good")
