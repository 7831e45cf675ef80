"""A form that somebody else has overtaken: who did what, and what stands in each field now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tracker.wording.differences import FIELD
from tracker.wording.formats import format_date
from tracker.wording.labels import OPERATIONS
from tracker.wording.message_parts import moment

_STORED = {
    "number": "document_number",
    "issued": "issued_on",
    "deadline": "assigned_deadline",
    "assigned": "assigned_on",
}
"""The fields of a form that are kept under another name."""

NOTHING = "không có"


def form_field_name(field: str) -> str:
    """The Vietnamese name of a field of a form: ``ngày văn bản``."""
    return FIELD[_STORED.get(field, field)]


def form_value(value: object) -> str:
    """What a field of a form holds, as it is shown beside what is typed."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or NOTHING
    return NOTHING if value is None else str(value) or NOTHING


SAVE_OVER_THEIRS = "Bấm Ctrl+S lần nữa để ghi theo biểu mẫu này; Esc để giữ nội dung của người kia."
"""What may be done in a form that was overtaken."""


def conflict_lines(conflict: Any) -> Iterator[str]:
    """Which directive has changed since the form was opened, and by whom."""
    row = conflict.now or conflict.opened
    gone = "" if conflict.now else " và không còn trong sổ"
    yield f"Nhiệm vụ {row.id} ({row.document.number}) đã thay đổi từ lúc mở{gone}:"
    for change in conflict.changes:
        yield f"  {_change_words(change)}"


def _change_words(change: Any) -> str:
    name = OPERATIONS.get(change.operation, change.operation)
    what = f"hoàn tác việc «{name}»" if change.is_taken_back else name
    return f"{moment(change.at)}  {change.who}: {what}"


def overtaken_words(conflict: Any) -> str:
    """Who has changed what, and what saving once more does while there is something left."""
    more = [SAVE_OVER_THEIRS] if conflict.now is not None else []
    return "\n".join([*conflict_lines(conflict), *more])
