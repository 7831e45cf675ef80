"""What either list says of a task, in a word: its deadline, its completion, its progress."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tracker.wording.formats import format_date, format_turn
from tracker.wording.labels import PROGRESS
from tracker.wording.message_parts import shortened

_NOTHING = "không ghi"
_OURSELVES = "cơ quan mình"


def deadline_words(deadline: Any) -> str:
    """A deadline: a day as the decree writes it, else the words of the document."""
    if deadline is None:
        return ""
    if deadline.kind.value == "date" and deadline.due_on is not None:
        return format_date(deadline.due_on)
    return shortened(deadline.text) or "không có"


def told_by_both(one: Any, pair: Any) -> tuple[str, str]:
    """What their list says of something, and what the register does."""
    ours, theirs = pair.ours, pair.theirs
    row = ours.later if ours.later is not None and theirs.is_done else ours.row
    return _TOLD[one.aspect.value](theirs, row)


def our_deadline(row: Any) -> str:
    """The deadline in force."""
    return deadline_words(row.facts.deadline) + format_turn(row.facts.instance)


def our_completion(row: Any) -> str:
    """Whether it is done, and when."""
    return _completion(row.facts.completed_on, is_done=row.facts.state.value == "done")


def their_completion(theirs: Any) -> str:
    """The same of a row of theirs; empty where the list tells nothing of completions."""
    return _completion(theirs.completed_on, is_done=theirs.is_done)


def _completion(day: date | None, *, is_done: bool | None) -> str:
    if is_done is None:
        return ""
    if not is_done:
        return "chưa"
    return "đã xong, không rõ ngày" if day is None else format_date(day)


def their_progress(theirs: Any) -> str:
    """The progress they claim, and what follows from their own dates where that is another."""
    follows = PROGRESS.get(theirs.progress.value if theirs.progress else "", "")
    claimed = shortened(theirs.claim)
    if not claimed:
        return follows
    if theirs.progress is None or theirs.told_progress is theirs.progress:
        return claimed
    return f"{claimed} (theo ngày tháng: {follows})"


_TOLD: dict[str, Callable[[Any, Any], tuple[str, str]]] = {
    "number": lambda theirs, row: (shortened(theirs.number) or _NOTHING, row.document.number),
    "issued": lambda theirs, row: (
        format_date(theirs.issued_on),
        format_date(row.document.issued_on),
    ),
    "deadline": lambda theirs, row: (deadline_words(theirs.deadline), our_deadline(row)),
    "completion": lambda theirs, row: (their_completion(theirs), our_completion(row)),
    "progress": lambda theirs, row: (
        their_progress(theirs),
        PROGRESS[row.assessment.progress.value],
    ),
    "unit": lambda theirs, row: (shortened(theirs.unit), shortened(row.unit)),
    "lead": lambda theirs, row: (shortened(theirs.unit), shortened(row.unit) or _OURSELVES),
}
"""By ``Aspect``: what they say, and what the register does."""
