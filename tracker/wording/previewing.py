"""What is being typed, echoed as it is understood: a line for each field, and one for the whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import Citation
from tracker.wording.conflicts import form_field_name
from tracker.wording.differences import FIELD
from tracker.wording.echoes import due_words
from tracker.wording.formats import format_date, format_document, format_weekday
from tracker.wording.message_parts import shortened
from tracker.wording.messages import sentence

_NO_DEADLINE = "không có thời hạn"

_EMPTY = {
    **dict.fromkeys(("number", "issued", "content"), "còn thiếu"),
    "deadline": _NO_DEADLINE,
    "assigned": "như ngày văn bản",
}

_WITHOUT_DAY = {
    DeadlineKind.RECURRING: "định kỳ",
    DeadlineKind.ONGOING: "không có ngày hạn",
    DeadlineKind.CONDITIONAL: "chờ điều kiện, chưa có ngày hạn",
    DeadlineKind.INCOMPLETE: "còn để trống một phần",
    DeadlineKind.INVALID: "chưa hiểu được",
}

LINE_FIELDS = ("number", "issued", "content", "deadline")
"""The parts of a directive on one line."""


def preview_words(field: str, preview: Any, today: date) -> str:
    """What a field is taken for; else what is missing, or why it is taken for nothing."""
    match preview.understanding.value:
        case "empty":
            return _EMPTY.get(field, "")
        case "refused":
            return sentence(preview.error)
        case "incomplete" if preview.error is not None or preview.value is None:
            return "chưa gõ hết"
        case "incomplete":
            return f"hiểu là {value_words(preview.value, today)}"
        case _:
            return value_words(preview.value, today)


def value_words(value: Any, today: date) -> str:
    """A day, a deadline, a document or several, or a text."""
    match value:
        case date():
            return f"{format_weekday(value)}, {format_date(value)}"
        case Deadline():
            return _deadline_words(value, today)
        case Citation():
            return format_document(value)
        case tuple():
            return "; ".join(value_words(one, today) for one in value) or "không nêu văn bản"
        case _:
            return shortened(value)


def _deadline_words(deadline: Deadline, today: date) -> str:
    if deadline.due_on is not None:
        return due_words(deadline, deadline.due_on, days_left=(deadline.due_on - today).days)
    without_day = _WITHOUT_DAY.get(deadline.kind)
    return f"{shortened(deadline.text)} ({without_day})" if without_day else _NO_DEADLINE


def entry_lines(preview: Any, today: date) -> Iterator[str]:
    """A line for each field of a directive: its name, and what it is taken for."""
    for field in (*LINE_FIELDS, "assigned"):
        yield f"{entry_field_name(field)}: {preview_words(field, getattr(preview, field), today)}"


def entry_field_name(field: str) -> str:
    """Of a new directive there is but one deadline."""
    return FIELD[field] if field == "deadline" else form_field_name(field)
