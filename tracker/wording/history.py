"""What happened to a directive, told in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tracker.wording.formats import format_date, format_document
from tracker.wording.labels import EVENT, STATE
from tracker.wording.message_parts import moment

_OPERATIONS = {"handover": "Bàn giao người theo dõi"}
"""What was done, where the event it was recorded as says less."""

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
    "is_supporting": "chỉ phối hợp",
    "is_secret": "văn bản mật",
    "state": "tình trạng",
    "instance": "kỳ đến hạn",
    "completed_on": "ngày hoàn thành",
    "result": "kết quả",
    "note": "tình hình",
    "event_on": "ngày của việc",
    "event_by": "căn cứ",
    "event_by_issued_on": "ngày văn bản căn cứ",
    "event_deadline": "thời hạn của việc",
    "event_text": "nội dung việc",
    "duplicate_of": "trùng với nhiệm vụ",
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
    "voided": ("duplicate_of", "reason"),
}
"""What the title of an event, or another field of it, has told."""

_NOTHING = "không có"

_DATES = frozenset(
    {
        "issued_on",
        "assigned_on",
        "due_on",
        "instance",
        "completed_on",
        "event_on",
        "event_by_issued_on",
    }
)
_YES_OR_NO = {"True": "có", "False": "không"}
_NAMED = {
    "state": STATE,
    **dict.fromkeys(("is_pinned", "is_supporting", "is_secret"), _YES_OR_NO),
}
"""The fields whose values have a name; every other field is text, told as it was typed."""


def history_lines(entries: Sequence[Any], *, is_brief: bool) -> list[str]:
    """A line for each event; with old and new values unless brief."""
    lines = ["Quá trình:"]
    mended = {
        entry.event.number: entry
        for entry in entries
        if entry.kind.value == "corrected" and entry.number is not None
    }
    for entry in entries:
        lines.append(f"  {_numbered(entry)}{_title(entry)}{_mended(entry, mended)}")
        if not is_brief:
            lines += [f"      {line}" for line in _details(entry)]
    return lines


def _numbered(entry: Any) -> str:
    """The number by which an event is named when it is to be corrected; what was taken back, and
    is past correcting, has none."""
    return "" if entry.number is None else f"[{entry.number}] "


def _mended(entry: Any, mended: Mapping[int, Any]) -> str:
    """Where an event was put right since."""
    by = mended.get(entry.number)
    if by is None:
        return ""
    what = "đã bỏ" if by.event.replacement is None else "đã sửa"
    return f" [{what} ở việc {by.number}]"


def _title(entry: Any) -> str:
    # A correction counts from the assignment on, which is not when anything happened.
    is_dated = entry.effective_on and entry.kind.value not in ("edited", "corrected")
    day = f" ngày {format_date(entry.effective_on)}" if is_dated else ""
    authority = getattr(entry.event, "authority", None)
    by = f", theo {format_document(authority)}" if authority else ""
    words = _words(entry.event)
    taken_back = " [đã hoàn tác]" if entry.taken_back_by else ""
    return f"{moment(entry.at)}  {entry.who}: {event_name(entry)}{day}{by}{words}{taken_back}"


def event_name(entry: Any) -> str:
    """What happened, by the name of the operation where that says more."""
    return _OPERATIONS.get(entry.operation) or EVENT[entry.kind]


def void_words(event: Any, *, is_secret: bool = False) -> str:
    """Which directive stays, and why another was entered by mistake; else nothing."""
    original = getattr(event, "duplicate_of", None)
    if original is None:
        return ""
    reason = "" if is_secret else event.reason
    return "; ".join(filter(None, (f"trùng với nhiệm vụ {original}", reason)))


def _words(event: Any) -> str:
    """What was said with the event."""
    if words := void_words(event):
        return f": {words}"
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
