"""What is said beside a field, by how far it is understood."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.tui.dialogs.field import Note
from tracker.wording.previewing import preview_words

if TYPE_CHECKING:
    from tracker.operations.previewing import Preview

_NOTE_ROLES = {"understood": "good", "incomplete": "dim", "refused": "bad", "empty": "dim"}
"""The roles of a ``Note``, not those of the palette."""


def noted(name: str, preview: Preview[Any], today: date) -> Note:
    """What to say of a field as far as it is understood."""
    return Note(preview_words(name, preview, today), _NOTE_ROLES[preview.understanding.value])
