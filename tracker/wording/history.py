"""What happened to a directive, told in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tracker.wording.formats import format_date
from tracker.wording.labels import EVENT, STATE
from tracker.wording.message_parts import moment

_FIELDS = {
    "document_number": "số ký hiệu",
    "issued_on": "ngày văn bản",
    "assigned_on": "ngày giao",
    "content": "nội dung",
    "assigned_deadline": "hạn ban đầu",
    "deadline": "thời hạn",
    "due_on": "ngày đến hạn",
    "issuing_body": "cơ quan ban hành",
    "unit": "đơn vị chủ trì",
    "supporting_units": "đơn vị phối hợp",
    "officer": "người theo dõi",
    "assigned_by": "lãnh đạo giao",
    "is_pinned": "ghim vào phụ lục",
    "state": "tình trạng",
    "instance": "kỳ đến hạn",
    "completed_on": "ngày hoàn thành",
    "result": "kết quả",
    "note": "tình hình",
    "reason": "lý do",
}
"""The fields of a change, in the order they are told."""

_SAID_ALREADY = {
    "assigned": ("deadline", "due_on", "state"),
    "completed": ("result",),
    "noted": ("note",),
    "withdrawn": ("reason",),
    "suspended": ("reason",),
    "resumed": ("reason",),
    "reopened": ("reason",),
}
"""What the title of an event, or another field of it, has told."""

_NOTHING = "không có"

_DATES = frozenset({"issued_on", "assigned_on", "due_on", "instance", "completed_on"})
_NAMED = {"state": STATE, "is_pinned": {"True": "có", "False": "không"}}
"""The fields whose values have a name; every other field is text, told as it was typed."""


def history_lines(entries: Sequence[Any], *, is_brief: bool) -> list[str]:
    """A line for each event; with old and new values unless brief."""
    lines = ["Quá trình:"]
    for entry in entries:
        lines.append(f"  {_title(entry)}")
        if not is_brief:
            lines += [f"      {line}" for line in _details(entry)]
    return lines


def _title(entry: Any) -> str:
    # A correction counts from the assignment on, which is not when anything happened.
    is_dated = entry.effective_on and entry.kind.value != "edited"
    day = f" ngày {format_date(entry.effective_on)}" if is_dated else ""
    authority = getattr(entry.event, "authority", None)
    by = f", theo {authority.number} ngày {format_date(authority.issued_on)}" if authority else ""
    words = _words(entry.event)
    taken_back = " [đã hoàn tác]" if entry.taken_back_by else ""
    return f"{moment(entry.at)}  {entry.who}: {EVENT[entry.kind]}{day}{by}{words}{taken_back}"


def _words(event: Any) -> str:
    """What was said with the event."""
    for name in ("result_text", "text", "reason"):
        if text := getattr(event, name, ""):
            return f": {text}"
    deadline = getattr(event, "deadline", None)
    return f": {deadline.text}" if deadline is not None else ""


def _details(entry: Any) -> Iterator[str]:
    changed = {**entry.old_values, **entry.new_values}
    told = _SAID_ALREADY.get(entry.kind.value, ())
    for field, label in _FIELDS.items():
        if field in changed and field not in told:
            old, new = (
                _value(field, values.get(field)) for values in (entry.old_values, entry.new_values)
            )
            yield f"{label}: {old} → {new or _NOTHING}" if old else f"{label}: {new or _NOTHING}"
    if entry.taken_back_by:
        yield f"{entry.taken_back_by} hoàn tác lúc {moment(entry.taken_back_at)}"


def _value(field: str, value: Any) -> str:
    """By the name of its field: a text that looks like a day or a state stays what it is."""
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    text = str(value)
    if field in _DATES:
        return format_date(text)
    return _NAMED.get(field, {}).get(text, text)
