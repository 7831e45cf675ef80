"""What is said beside a field, by how far it is understood."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.tui.dialogs.field import Note
from tracker.wording.previewing import preview_words

if TYPE_CHECKING:
    from tracker.operations.previewing import Preview

_ROLES = {"understood": "good", "incomplete": "dim", "refused": "bad", "empty": "dim"}


def noted(name: str, preview: Preview[Any], today: date) -> Note:
    """What to say of a field as far as it is understood."""
    return Note(preview_words(name, preview, today), _ROLES[preview.understanding.value])
