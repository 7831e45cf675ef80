"""What tables do not say of themselves and whoever enters them may know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.intake.old_fonts import OldFont, old_font_of, to_unicode
from tracker.operations.previewing import preview_document, preview_happened
from tracker.operations.reported_until import read_reported_until
from tracker.operations.typed import read_authority
from tracker.tui.dialogs.chooser import Choice, Chooser
from tracker.tui.dialogs.field import Field, Note
from tracker.tui.dialogs.form import Form, Notes, Task, Values
from tracker.tui.dialogs.understood import noted
from tracker.tui.surroundings import Surroundings
from tracker.wording.asking import NO
from tracker.wording.formats import format_date
from tracker.wording.importing import (
    REPORTED_FIELD,
    REPORTED_NONE,
    REPORTED_SAVE,
    REPORTED_TITLE,
    reported_about,
)
from tracker.wording.message_parts import shortened
from tracker.wording.rows_screen import (
    DOCUMENT_FIELD,
    DOCUMENT_SAVE,
    DOCUMENT_TITLE,
    FONT_TITLE,
    FONTS,
)


def document_form(surroundings: Surroundings, document: str) -> Form[str]:
    """Asks for the document of the rows that name none; ``document`` is what was said before."""

    def check(values: Values) -> Notes:
        today = surroundings.today
        preview = preview_document(values["document"], today=today)
        return {"document": noted("document", preview, today)}

    def save(values: Values) -> str:
        read_authority(values["document"], today=surroundings.today)
        return values["document"]

    task = Task(
        title=DOCUMENT_TITLE,
        fields=[Field(name="document", label=DOCUMENT_FIELD, value=document)],
        check=check,
        save=save,
        save_words=DOCUMENT_SAVE,
    )
    return Form(task)


def font_chooser(seen: str) -> Chooser[OldFont]:
    """Asks for the font of before Unicode that the tables are typed in.

    ``seen``: some text of theirs; beside each font stands what it would be, and the cursor on the
    one that it looks like.
    """
    choices = [
        Choice(
            value=font,
            label=FONTS[font.value],
            details=shortened(to_unicode(seen, font)),
            key=str(place),
        )
        for place, font in enumerate(OldFont, 1)
    ]
    return Chooser(FONT_TITLE, choices, current=old_font_of([seen]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Until when what is done was reported already."""

    until: date | None
    """None where nothing was."""


def reported_form(surroundings: Surroundings, *, done: int, proposed: date) -> Form[Reported]:
    """Asks for that day; ``done``: so many of the rows are about what is done."""

    def is_none(text: str) -> bool:
        return bool(text.strip()) and text.strip().casefold() in NO

    def check(values: Values) -> Notes:
        text = values["until"]
        if is_none(text):
            return {"until": Note(REPORTED_NONE, "good")}
        today = surroundings.today
        return {"until": noted("until", preview_happened(text, today=today), today)}

    def save(values: Values) -> Reported:
        text, today = values["until"], surroundings.today
        return Reported(until=None if is_none(text) else read_reported_until(text, today=today))

    task = Task(
        title=REPORTED_TITLE,
        about=reported_about(done),
        fields=[Field(name="until", label=REPORTED_FIELD, value=format_date(proposed))],
        check=check,
        save=save,
        save_words=REPORTED_SAVE,
    )
    return Form(task)
