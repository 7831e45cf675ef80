"""What is said beside a field, by how far it is understood."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.operations.typed import IssuedInTheFuture
from tracker.tui.dialogs.field import Note
from tracker.wording.previewing import preview_words

if TYPE_CHECKING:
    from tracker.core.directive import Citation
    from tracker.operations.previewing import Preview

_NOTE_ROLES = {"understood": "good", "incomplete": "dim", "refused": "bad", "empty": "dim"}
"""The roles of a ``Note``, not those of the palette."""


def noted(name: str, preview: Preview[Any], today: date) -> Note:
    """What to say of a field as far as it is understood."""
    return Note(preview_words(name, preview, today), _NOTE_ROLES[preview.understanding.value])


def noted_result(preview: Preview[tuple[Citation, ...]], today: date, *, is_day_said: bool) -> Note:
    """The same of a result. One of a day to come is refused only where its day would count."""
    note = noted("result", preview, today)
    if is_day_said and isinstance(preview.error, IssuedInTheFuture):
        return Note(note.text, "warning")
    return note
