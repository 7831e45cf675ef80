"""Putting right what was typed wrongly in one directive; what others changed meanwhile is shown.

Only the fields that were touched are saved. Where somebody else has saved since the form was
opened nothing is overwritten: what they changed appears in the fields that were left alone, and
stands beside those that were not, until the clerk saves knowing both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import State
from tracker.core.errors import TrackerError
from tracker.operations.known_names import known_names
from tracker.operations.previewing import (
    Preview,
    calendar,
    preview_day,
    preview_deadline,
    preview_happened,
    preview_number,
    preview_result,
)
from tracker.store.errors import StaleRecord
from tracker.tui.dialogs.answers import is_yes, several
from tracker.tui.dialogs.field import Field, FieldRow, Note
from tracker.tui.dialogs.form import Form, Notes, Task, Values
from tracker.tui.dialogs.opening import open_over
from tracker.tui.dialogs.understood import noted, noted_result
from tracker.tui.screens.telling import said
from tracker.wording.acting import about_words, acted_words, recorded_today_words
from tracker.wording.commands import COMMANDS
from tracker.wording.editing import HINTS, NO, SINGLE_ONLY, YES, beside_words, edit_label
from tracker.wording.formats import format_date
from tracker.wording.screen import NOTHING_MEANT

if TYPE_CHECKING:
    from tracker.core.days_off import DaysOff
    from tracker.operations.bulk import Acted
    from tracker.operations.conflicts import Conflict
    from tracker.operations.correcting import Correction
    from tracker.tui.screens.register import RegisterScreen


_TEXTS: Mapping[str, Callable[[AssessedDirective], str]] = {
    "number": lambda row: row.document.number,
    "issued": lambda row: format_date(row.document.issued_on),
    "content": lambda row: row.content,
    "deadline": lambda row: row.assigned_deadline.text,
    "unit": lambda row: row.unit,
    "officer": lambda row: row.officer,
    "assigned_by": lambda row: row.assigned_by,
    "supporting_units": lambda row: ", ".join(row.supporting_units),
    "issuing_body": lambda row: row.issuing_body,
    "assigned": lambda row: format_date(row.assigned_on),
    "is_pinned": lambda row: YES if row.is_pinned else NO,
    "is_supporting": lambda row: YES if row.is_supporting else NO,
    "is_secret": lambda row: YES if row.is_secret else NO,
}
"""Every field of the form as it is first filled in."""

_OF_COMPLETION: Mapping[str, Callable[[AssessedDirective], str]] = {
    "completed_on": lambda row: (
        format_date(row.facts.completed_on) if row.facts.completed_on else ""
    ),
    "result": lambda row: row.facts.result_text,
}

_LINES = {"content": 4, "result": 2}


def texts_of(row: AssessedDirective) -> dict[str, str]:
    """What a form about a row is filled with."""
    is_done = row.facts.state is State.DONE
    known = {**_TEXTS, **(_OF_COMPLETION if is_done else {})}
    return {name: text(row) for name, text in known.items()}


def correction_of(touched: Values) -> Correction:
    """What was changed, as it was typed."""
    # Late: the form is there before the library for writing is.
    from tracker.operations.correcting import Correction

    said: dict[str, Any] = dict(touched)
    for name in ("is_pinned", "is_supporting", "is_secret"):
        if name in said:
            said[name] = is_yes(name, said[name])
    if "supporting_units" in said:
        said["supporting_units"] = several(said["supporting_units"])
    return Correction(**said)


class Editing:
    """One row being edited: as it was opened, or as others have left it since."""

    def __init__(self, screen: RegisterScreen, row: AssessedDirective) -> None:
        self._surroundings = screen.surroundings
        desk = self._surroundings.desk()
        self.row = row
        self.began_with = texts_of(row)
        self.conflict: Conflict | None = None
        self.today_words = recorded_today_words(screen.tracker.chosen_day)
        self._today = desk.today
        self._days_off: DaysOff = calendar(desk)
        self._names = known_names(desk)

    def fields(self) -> tuple[Field, ...]:
        """Every field that can be put right, filled in."""
        return tuple(
            Field(
                name=name,
                label=edit_label(name),
                value=value,
                hint=HINTS.get(name, ""),
                lines=_LINES.get(name, 1),
                names=self._names.of_field(name),
                is_list=name == "supporting_units",
            )
            for name, value in self.began_with.items()
        )

    def check(self, values: Values) -> Notes:
        """What is understood of the fields that were touched."""
        notes = {
            name: noted(name, preview, self._today) for name, preview in self._previews(values)
        }
        if "result" in values:
            documents = preview_result(values["result"], today=self._today)
            is_day_said = bool(values["completed_on"].strip())
            notes["result"] = noted_result(documents, self._today, is_day_said=is_day_said)
        return {
            name: note if values[name] != self.began_with[name] else Note()
            for name, note in notes.items()
        }

    def _previews(self, values: Values) -> list[tuple[str, Preview[Any]]]:
        today = self._today
        issued = preview_day(values["issued"], today=today)
        found: list[tuple[str, Preview[Any]]] = [
            ("number", preview_number(values["number"])),
            ("issued", issued),
            ("assigned", preview_day(values["assigned"], today=today)),
            (
                "deadline",
                preview_deadline(
                    values["deadline"],
                    assigned_on=issued.value,
                    today=today,
                    days_off=self._days_off,
                ),
            ),
        ]
        if "result" in values:
            found.append(("completed_on", preview_happened(values["completed_on"], today=today)))
        return found

    def save(self, values: Values) -> Acted:
        """Save what was touched; in a thread."""
        # Late: the library for writing is slow to load.
        from tracker.operations.bulk import Target, act_on
        from tracker.operations.correcting import editing

        touched = {name: text for name, text in values.items() if text != self.began_with[name]}
        action = editing(correction_of(touched))
        return act_on(self._surroundings.desk(), [Target.of(self.row)], action)

    def retry(self, error: TrackerError) -> str:
        """Look at what somebody else has done since; the next save is based upon it."""
        from tracker.operations.conflicts import what_changed
        from tracker.wording.conflicts import overtaken_words

        if not isinstance(error, StaleRecord):
            return ""
        try:
            self.conflict = what_changed(self._surroundings.desk(), self.row)
        except TrackerError as trouble:
            return said(trouble)
        if self.conflict.now is not None:
            self.row = self.conflict.now
        return overtaken_words(self.conflict)


class EditForm(Form["Acted"]):
    """The form of one directive."""

    def __init__(self, editing: Editing) -> None:
        document = about_words([editing.row]).partition("\n")[0]
        task: Task[Acted] = Task(
            title=COMMANDS["edit"].label,
            about="\n".join(filter(None, (editing.today_words, document))),
            fields=editing.fields(),
            check=editing.check,
            save=editing.save,
            retry=editing.retry,
        )
        super().__init__(task)
        self.editing = editing

    def refused(self, error: TrackerError, more: str = "") -> None:
        """Beside why: what others have typed, in or beside every field."""
        conflict, self.editing.conflict = self.editing.conflict, None
        if conflict is not None and conflict.now is not None:
            self._begin_from(texts_of(conflict.now))
        super().refused(error, more)

    def _begin_from(self, now: Mapping[str, str]) -> None:
        before = self.editing.began_with
        for row in self.query(FieldRow):
            name = row.field.name
            opened, found, mine = before[name], now.get(name, ""), row.value
            if found == opened:
                continue
            if mine == opened:
                row.put(found)
                row.say(Note(beside_words(opened, found), "good"))
            elif mine != found:
                row.say(Note(beside_words(opened, found), "bad"))
        self.editing.began_with = {name: now.get(name, "") for name in before}


async def edit(screen: RegisterScreen, rows: list[AssessedDirective] | None = None) -> None:
    """Open the form for this row, else for the one that is meant: one at a time."""
    rows = screen.rows_meant if rows is None else rows
    if len(rows) != 1:
        screen.tell(SINGLE_ONLY if rows else NOTHING_MEANT, role="warning")
        return
    try:
        editing = Editing(screen, rows[0])
    except TrackerError as error:
        screen.tell(said(error), role="bad")
        return
    await open_over(screen, EditForm(editing), partial(_edited, screen, rows[0]))


def _edited(screen: RegisterScreen, row: AssessedDirective, acted: Acted | None) -> None:
    if acted is not None:
        desk = screen.surroundings.desk()
        words = acted_words("edit", acted, today=desk.today, policy=desk.policy)
        screen.changed(words, keep=row)
