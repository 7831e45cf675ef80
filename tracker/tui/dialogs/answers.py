"""Short answers typed into a form: yes or no, or several names."""

from __future__ import annotations

from tracker.core.errors import UsageError
from tracker.core.vietnamese import fold
from tracker.tui.dialogs.field import Note
from tracker.wording.editing import NO, YES
from tracker.wording.messages import sentence


class NeitherYesNorNo(UsageError):
    """A field that takes yes or no holds something else. ``field`` names it in English."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(field, text)
        self.field = field
        self.text = text


def is_yes(field: str, text: str) -> bool:
    """What was answered, with its accents or without; ``NeitherYesNorNo`` for anything else."""
    folded = fold(text)
    if folded not in (fold(YES), fold(NO)):
        raise NeitherYesNorNo(field, text)
    return folded == fold(YES)


def answer_note(field: str, text: str) -> Note:
    """Whether what is typed of an answer may still become one."""
    folded = fold(text)
    if any(fold(word).startswith(folded) for word in (YES, NO)):
        return Note()
    return Note(sentence(NeitherYesNorNo(field, text)), "bad")


def several(text: str) -> tuple[str, ...]:
    """Names with commas between them."""
    return tuple(part.strip() for part in text.split(","))
