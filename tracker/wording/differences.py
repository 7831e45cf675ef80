"""What differs between a report as it was issued and as it would be now, told with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from tracker.core.differences import DifferenceKind
from tracker.core.directive import Citation
from tracker.core.totals import GROUPS
from tracker.wording.formats import (
    format_count,
    format_date,
    format_document,
    format_number,
    format_turn,
)
from tracker.wording.history import event_name, void_words
from tracker.wording.issued import issued_words
from tracker.wording.labels import GROUP, MEMBERSHIP, PROGRESS, STATE
from tracker.wording.message_parts import moment
from tracker.wording.secrecy import SECRET_CONTENT, SECRET_NUMBER, shown_number

FIELD = {
    "document_number": "số ký hiệu",
    "issued_on": "ngày văn bản",
    "assigned_on": "ngày giao",
    "content": "nội dung",
    "assigned_deadline": "hạn ban đầu",
    "deadline": "thời hạn",
    "instance": "kỳ đến hạn",
    "effective_deadline": "ngày cuối còn đúng hạn",
    "extension_count": "số lần gia hạn",
    "extended_by": "văn bản gia hạn",
    "group": "phần của phụ lục",
    "state": "tình trạng",
    "progress": "tiến độ",
    "days_late": "số ngày chậm, quá hạn",
    "completed_on": "ngày hoàn thành",
    "result": "kết quả",
    "note": "tình hình",
    "issuing_body": "cơ quan ban hành",
    "unit": "đơn vị chủ trì",
    "supporting_units": "đơn vị phối hợp",
    "officer": "người theo dõi",
    "assigned_by": "lãnh đạo giao",
    "is_pinned": "ghim vào phụ lục",
    "is_supporting": "chỉ phối hợp",
    "is_secret": "văn bản mật",
    "membership": "diện báo cáo",
}
"""The name of every field that is compared."""

_SECRET_FIELDS = ("content", "result", "note")
_SECRET_NUMBERS = {"document_number": SECRET_NUMBER, "extended_by": SECRET_NUMBER}

_LABELS = {"group": GROUP, "state": STATE, "progress": PROGRESS, "membership": MEMBERSHIP}

_NOTHING = "không có"

_KINDS = (
    (DifferenceKind.CHANGED, "Thay đổi"),
    (DifferenceKind.ADDED, "Nay có thêm"),
    (DifferenceKind.GONE, "Nay không còn"),
)

_PARTS = {
    "on_time": "đúng hạn",
    "late": "chậm",
    "in_time": "trong hạn",
    "overdue": "quá hạn",
    "suspended": "tạm dừng",
    "needs_review": "cần rà soát",
}
"""The parts of a group, in the order they are told."""

_ACROSS = (
    ("overdue", "quá hạn"),
    ("needs_review", "cần rà soát"),
    ("due_soon", "sắp đến hạn"),
    ("no_deadline", "không thời hạn"),
    ("withdrawn", "thu hồi"),
    ("supporting", "chỉ phối hợp"),
)
"""The numbers that lie across the groups or beside them."""

_MOVED_ON_NAMED = 10

_DAYS_TOLD = timedelta(days=60)
"""So long after the day of the report a day off is still told of: deadlines are near there."""

_DAY_KINDS = {"holiday": "nghỉ", "working": "làm việc", None: "ngày thường"}


def comparison_lines(
    comparison: Any, *, are_secret_shown: bool = False, moved_on_named: int | None = _MOVED_ON_NAMED
) -> Iterator[str]:
    """The whole comparison, line by line.

    Of those that moved on without any difference only so many are named; None names all.
    """
    report = comparison.report
    yield issued_words(report)
    yield (
        f"So với số liệu đang có trong sổ, xem theo cùng ngày {format_date(report.as_of)} và cùng "
        "quy tắc:"
    )
    if not comparison.differences:
        yield "Không có gì khác."
    else:
        yield f"Số liệu: {totals_words(comparison)}"
    for kind, title in _KINDS:
        found = [one for one in comparison.differences if one.difference.kind is kind]
        if found:
            yield from ("", f"{title} ({format_count(len(found))}):")
        for one in found:
            yield from _difference_lines(one, are_secret_shown=are_secret_shown)
    yield from _day_lines(comparison.days_changed, until=report.as_of + _DAYS_TOLD)
    yield from _moved_on_lines(comparison, are_secret_shown=are_secret_shown, named=moved_on_named)


def totals_words(comparison: Any) -> str:
    """The numbers that changed, as they were and as they are."""
    then, now = (each.totals.as_dict() for each in (comparison.then, comparison.now))
    told = [
        _number("tổng số", then["total"], now["total"]),
        *(_group(name, then[name], now[name]) for name in GROUPS),
        *(
            _number(label, then.get(name, 0), now.get(name, 0))
            for name, label in _ACROSS
            if not _is_of_one_group(name, then, now)
        ),
    ]
    return "; ".join(filter(None, told)) or "không đổi"


def _number(label: str, was: int, now: int) -> str:
    """One number, where it changed."""
    return "" if was == now else f"{label} {format_count(was)} → {format_count(now)}"


def _group(name: str, then: dict[str, int], now: dict[str, int]) -> str:
    """A part of the appendix, and what of it changed."""
    label = GROUP[name].lower()
    parts = [_number(part, then.get(key, 0), now.get(key, 0)) for key, part in _PARTS.items()]
    changed = ", ".join(filter(None, parts))
    if not changed:
        return ""
    total = _number(label, then["total"], now["total"]) or label
    return f"{total} ({changed})"


def _is_of_one_group(name: str, then: dict[str, Any], now: dict[str, Any]) -> bool:
    """Whether a single group tells the whole of the change already."""
    changed = [group for group in GROUPS if then[group].get(name, 0) != now[group].get(name, 0)]
    return len(changed) == 1


def _difference_lines(one: Any, *, are_secret_shown: bool) -> Iterator[str]:
    difference = one.difference
    yield f"  {_named(difference.row, are_secret_shown=are_secret_shown)}"
    if difference.before is None or difference.after is None:
        _, why = difference.after or difference.before
        yield f"      {MEMBERSHIP[why]}"
    hidden = hidden_values(difference, are_secret_shown=are_secret_shown)
    for field in _told(difference.fields):
        yield f"      {FIELD[field.field]}: {hidden.get(field.field) or _change(field)}"
    for entry in one.entries:
        yield f"      vì: {_entry_words(entry, hidden, are_secret_shown=are_secret_shown)}"


def _told(fields: Iterable[Any]) -> Iterator[Any]:
    """Without the part of the appendix where the state, which says more, differs too."""
    known = tuple(fields)
    is_state_told = any(field.field == "state" for field in known)
    return (field for field in known if not (field.field == "group" and is_state_told))


def _change(field: Any) -> str:
    return f"{_value(field.field, field.old)} → {_value(field.field, field.new)}"


def _named(row: Any, *, are_secret_shown: bool) -> str:
    return (
        f"{row.id}  {shown_number(row, are_secret_shown=are_secret_shown)} "
        f"ngày {format_date(row.document.issued_on)}{format_turn(row.facts.instance)}"
    )


def hidden_values(difference: Any, *, are_secret_shown: bool) -> dict[str, str]:
    """What stands for the fields of a directive that is secret, or was when it was issued."""
    sides = (difference.before, difference.after)
    if not any(judged[0].is_secret for judged in sides if judged is not None):
        return {}
    hidden = dict.fromkeys(_SECRET_FIELDS, SECRET_CONTENT)
    return hidden if are_secret_shown else {**hidden, **_SECRET_NUMBERS}


def _value(field: str, value: Any) -> str:
    if value is None or value in ("", ()):
        return _NOTHING
    if field in _LABELS:
        return _LABELS[field][value]
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return format_number(value)
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, Citation):
        return format_document(value)
    text = ", ".join(value) if isinstance(value, tuple) else str(value)
    return " ".join(text.split())


def _entry_words(entry: Any, hidden: Mapping[str, str], *, are_secret_shown: bool) -> str:
    is_secret = bool(hidden)
    return entry_words(
        entry, is_secret=is_secret, is_letter_shown=are_secret_shown or not is_secret
    )


def entry_words(entry: Any, *, is_secret: bool = False, is_letter_shown: bool = True) -> str:
    """Who entered what, when, by which document, why; or who took it back since."""
    is_dated = entry.effective_on and entry.kind.value not in ("edited", "assigned")
    day = f" ngày {format_date(entry.effective_on)}" if is_dated else ""
    words = f"{event_name(entry)}{day}{_authority(entry.event, is_shown=is_letter_shown)}"
    if entry.taken_back_by:
        return f"{moment(entry.taken_back_at)}  {entry.taken_back_by}: hoàn tác «{words}»"
    why = void_words(entry.event, is_secret=is_secret)
    if not why and not is_secret:
        why = getattr(entry.event, "reason", "")
    return f"{moment(entry.at)}  {entry.who}: {words}{f': {why}' if why else ''}"


def _authority(event: Any, *, is_shown: bool) -> str:
    """The document behind an event; of a correction, the one behind what stands in its place."""
    authority = getattr(getattr(event, "replacement", None) or event, "authority", None)
    if not authority:
        return ""
    return f", theo {_value('', authority) if is_shown else SECRET_NUMBER}"


def _day_lines(changed: Iterable[Any], *, until: date) -> Iterator[str]:
    """The changes that may move a deadline of the report; later ones are counted."""
    known = tuple(changed)
    near = [one for one in known if one.day <= until]
    if known:
        yield from ("", "Lịch nghỉ đã sửa từ khi phát hành:")
    for one in near:
        was, now = (_day_words(kind, name) for kind, name in _sides(one))
        yield f"  {format_date(one.day)}: {was} → {now} ({moment(one.at)}  {one.who})"
    if len(known) > len(near):
        number = format_count(len(known) - len(near))
        yield f"  {'và ' if near else ''}{number} lần sửa cho các ngày sau {format_date(until)}"


def _sides(one: Any) -> tuple[tuple[Any, str], tuple[Any, str]]:
    return (one.old_kind, one.old_name), (one.new_kind, one.new_name)


def _day_words(kind: Any, name: str) -> str:
    return f"{_DAY_KINDS[kind]} ({name})" if name else _DAY_KINDS[kind]


def _moved_on_lines(comparison: Any, *, are_secret_shown: bool, named: int | None) -> Iterator[str]:
    moved = comparison.moved_on
    if moved:
        yield ""
        yield (
            "Có ghi thêm từ khi phát hành nhưng không làm báo cáo này khác đi "
            f"({format_count(len(moved))}):"
        )
    for one in moved[:named]:
        yield f"  {_named(one.row, are_secret_shown=are_secret_shown)}"
        for entry in one.entries:
            is_secret = one.row.is_secret
            is_letter_shown = are_secret_shown or not is_secret
            words = entry_words(entry, is_secret=is_secret, is_letter_shown=is_letter_shown)
            yield f"      {words}"
    if named is not None and len(moved) > named:
        rest = format_count(len(moved) - named)
        yield f"  và {rest} nhiệm vụ khác; xem từng nhiệm vụ: tracker history NV"
