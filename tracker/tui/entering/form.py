"""Entering directives in a form, field by field, several of one document after another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from tracker.operations.entering import Entered, Entry
from tracker.operations.previewing import Preview, Understanding
from tracker.operations.previewing_entries import EntryPreview, preview_entry
from tracker.tui.dialogs.answers import answer_note, is_yes, several
from tracker.tui.dialogs.field import Field, Note
from tracker.tui.dialogs.form import Notes, Task, Values
from tracker.tui.dialogs.opening import open_over
from tracker.tui.dialogs.series import Series, SeriesForm
from tracker.tui.dialogs.understood import noted
from tracker.tui.entering.recording import record, tell_entered
from tracker.tui.entering.understanding import OthersAtHand, calendar_at_hand, names_at_hand
from tracker.wording.commands import COMMANDS
from tracker.wording.entering import ENTRY_HINTS, RARELY, entry_label, remark_words

if TYPE_CHECKING:
    from typing import Any

    from tracker.operations.known_names import KnownNames
    from tracker.operations.typed import Remark
    from tracker.tui.screens.register import RegisterScreen

_LINES = {"content": 3}
_MARKS = ("is_pinned", "is_supporting", "is_secret")
_USUAL = ("number", "issued", "content", "deadline", "unit", "officer")
_RARE = ("assigned_by", "issuing_body", "supporting_units", "assigned", *_MARKS)
_KEPT = frozenset({"issuing_body", "issued", "unit"})

_ABOUT = {
    "document_on_day_off": "issued",
    "number_respelled": "number",
    "number_in_capitals": "number",
    "same_document": "number",
    "deadline_not_taken": "content",
}
"""The field a remark is told beside, where that is not the deadline."""


def fields(names: KnownNames) -> Iterator[Field]:
    """The fields of a new directive, those that are seldom filled in behind the others."""
    for name in (*_USUAL, *_RARE):
        yield Field(
            name=name,
            label=entry_label(name),
            hint=ENTRY_HINTS.get(name, ""),
            names=names.of_field(name),
            is_list=name == "supporting_units",
            section=RARELY if name == _RARE[0] else "",
            lines=_LINES.get(name, 1),
        )


def entry_of(values: Values) -> Entry:
    """What the form says; ``NeitherYesNorNo`` for a mark that is neither."""
    texts: dict[str, Any] = {name: text.strip() for name, text in values.items()}
    texts["supporting_units"] = several(texts["supporting_units"])
    for name in _MARKS:
        texts[name] = bool(texts[name]) and is_yes(name, texts[name])
    return Entry(**texts)


class Entering:
    """Directives being entered in one form."""

    def __init__(self, screen: RegisterScreen) -> None:
        self._screen = screen
        self._surroundings = screen.surroundings
        desk = self._surroundings.desk()
        self._days_off = calendar_at_hand(desk)
        self._others = OthersAtHand(self._surroundings.desk)
        self.task: Task[Entered] = Task(
            title=COMMANDS["enter_form"].label,
            fields=tuple(fields(names_at_hand(desk))),
            check=self.check,
            save=self.save,
        )
        self.series: Series[Entered] = Series(keeps=_KEPT, said=partial(tell_entered, screen))

    def check(self, values: Values) -> Notes:
        """What is understood so far, and what gives cause to look at once more."""
        today = self._surroundings.today
        entry = entry_of({**values, **dict.fromkeys(_MARKS, "")})
        preview = self._others.beside(preview_entry(entry, today=today, days_off=self._days_off))
        notes = {name: Note() for name in values}
        notes |= {name: noted(name, part, today) for name, part in _worth_saying(preview, values)}
        notes |= {name: answer_note(name, values[name]) for name in _MARKS}
        for remark in preview.remarks:
            name = _about(remark)
            notes[name] = _with_remark(notes[name], remark)
        return notes

    def save(self, values: Values) -> Entered:
        """Enter it; in a thread."""
        return record(self._surroundings, lambda _: entry_of(values))


def _worth_saying(preview: EntryPreview, values: Values) -> Iterator[tuple[str, Preview[Any]]]:
    """The fields that are taken for something, or for nothing; not those that stand there."""
    for name in ("number", "issued", "content", "deadline", "assigned"):
        part: Preview[Any] = getattr(preview, name)
        is_empty = part.understanding is Understanding.EMPTY
        is_as_typed = part.error is None and part.value == values[name].strip()
        if not (is_empty or is_as_typed):
            yield name, part


def _about(remark: Remark) -> str:
    if remark.kind.value == "characters_removed":
        return remark.text if remark.text in ("number", "content") else "deadline"
    return _ABOUT.get(remark.kind.value, "deadline")


def _with_remark(note: Note, remark: Remark) -> Note:
    text = "\n".join(filter(None, (note.text, remark_words(remark, place="form"))))
    return Note(text, note.role)


async def open_form(screen: RegisterScreen) -> None:
    """Open the form over the register."""
    entering = Entering(screen)
    form = SeriesForm(entering.task, entering.series)

    def entered(last: Entered | None) -> None:
        if last is not None:
            tell_entered(screen, last)

    await open_over(screen, form, entered)
