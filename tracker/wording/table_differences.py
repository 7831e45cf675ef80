"""Where a table tells of a directive otherwise than the register, and what is done about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from tracker.wording.formats import format_date
from tracker.wording.labels import STATE
from tracker.wording.message_parts import shortened

FIELD = {
    "ordinal": "số thứ tự",
    "number": "số ký hiệu",
    "issued": "ngày văn bản",
    "assigned": "ngày giao",
    "content": "nội dung",
    "deadline": "thời hạn",
    "completed": "ngày hoàn thành",
    "progress": "tiến độ",
    "result": "kết quả",
    "unit": "đơn vị chủ trì",
    "supporting_units": "đơn vị phối hợp",
    "officer": "người theo dõi",
    "assigned_by": "lãnh đạo giao",
    "issuing_body": "cơ quan ban hành",
    "note": "ghi chú",
    "lead": "đơn vị, người chủ trì",
    "extended": "thời hạn sau gia hạn",
    "state": "cột đánh dấu",
    "derived": "cột tính sẵn",
    "other": "cột khác",
}
"""The parts of a row."""

_NOTHING = "(trống)"
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_NEEDS_DOCUMENT = {
    "deadline": "được gia hạn thì ghi gia hạn kèm văn bản cho phép, gõ sai thì sửa lại thời hạn",
    "progress": "ghi kèm văn bản của tỉnh",
}

_DONE: dict[str, Callable[[Any], str]] = {
    "complete": lambda it: (
        "sẽ ghi hoàn thành" + ("" if it.theirs else ", chưa rõ ngày nên nằm trong số cần rà soát")
    ),
    "start": lambda _: "sẽ ghi bắt đầu thực hiện",
    "note": lambda _: "sẽ ghi tình hình thực hiện",
    "fill_in": lambda _: "sẽ điền vào sổ",
    "removed": lambda _: (
        "sổ đã bỏ nhiệm vụ này nên không ghi lại; nếu bỏ nhầm thì ghi lại bằng add"
    ),
}
"""What is done about a difference, by its proposal, unless everything stays as it is."""


def _done_about(difference: Any, row: Any, where: Callable[[Any], str]) -> str:
    done = _DONE.get(difference.proposal.value)
    return _kept(difference, row, where) if done is None else done(difference)


def _kept(difference: Any, row: Any, where: Callable[[Any], str]) -> str:
    """That it stays as it is, why, and what somebody may do about it."""
    proposal, why = difference.proposal.value, ""
    if is_open_there(difference, row):
        why = _open_there(difference, row)
    elif proposal == "tell_them" and row.repeats is None:
        why = "sổ từng ghi như bảng rồi đổi"
    to_do = "xem bên nào đúng rồi sửa" if proposal == "look" else ""
    if proposal == "needs_document":
        to_do = _NEEDS_DOCUMENT.get(difference.field.value, _NEEDS_DOCUMENT["deadline"])
    return "; ".join(filter(None, (why, _keeper(row, where), to_do)))


def _keeper(row: Any, where: Callable[[Any], str]) -> str:
    """What is left as it is: a row may differ from another of the same import alone."""
    if row.repeats is None:
        return "sổ giữ nguyên"
    return f"giữ theo {'sổ và ' if row.duplicate_of is not None else ''}{where(row.repeats)}"


def is_open_there(difference: Any, row: Any) -> bool:
    """Whether the table counts as open what is known to be done."""
    is_of_completion = difference.field.value == "completed" and not difference.theirs
    return is_of_completion and row.completion is None and row.drafted.unplaced is None


def is_newer_than_table(difference: Any, row: Any) -> bool:
    """Whether it was done after the last day that the table can tell of."""
    return bool(difference.ours and row.listed_on) and difference.proposal.value == "tell_them"


def _open_there(difference: Any, row: Any) -> str:
    until = "" if row.listed_on is None else f" (đến {format_date(row.listed_on)})"
    if is_newer_than_table(difference, row):
        return f"bảng{until} lập trước khi xong"
    words = row.draft.progress or (row.part.text if row.part else "")
    return f"bảng{until} ghi " + (f"«{shortened(words)}»" if words else "chưa xong")


def guess_words(row: Any, where: Callable[[Any], str]) -> str:
    """What a row only seems to be: ``mã 24, giống 87%``; empty where it is certain.

    ``where``: names the place of a row.
    """
    if not row.is_guess:
        return ""
    seeming = where(row.repeats) if row.alike < 1 else f"mã {row.duplicate_of}"
    return f"{seeming}, giống {int(100 * row.likeness)}%"


def differences_words(
    row: Any, where: Callable[[Any], str], *, is_command: bool = True
) -> Iterator[str]:
    """The same of each difference of a row: of one that is only a guess nothing is entered.

    ``is_command``: whether the commands that put it right are told.
    """
    guess = guess_words(row, where)
    for one in row.differences:
        if not guess:
            yield f"{_told_by_both(one)}; {_done_about(one, row, where)}"
            continue
        to_do = _guess_to_do(one, row) if is_command else ""
        yield f"{_told_by_both(one)}; chưa ghi (chỉ đoán là {guess})" + (
            f"; nếu đúng thì {to_do}" if to_do else ""
        )


def _told_by_both(difference: Any) -> str:
    field = difference.field.value
    ours, theirs = (_value(text, field) for text in (difference.ours, difference.theirs))
    return f"{FIELD[field]}: {ours} → {theirs}"


def _guess_to_do(difference: Any, row: Any) -> str:
    """How that of a row which turns out to be what it seems to be gets into the register."""
    id, field = row.duplicate_of, difference.field.value
    if field == "content" and id is None:
        return "sửa trong tệp cho hai dòng giống nhau rồi nhập lại"
    if field == "content":
        return f"tracker edit {id} --content «nội dung trong bảng» rồi nhập lại, sẽ ghi đủ"
    if field == "completed" and difference.proposal.value == "complete" and id is not None:
        day = f"--on {_value(difference.theirs, field)}" if difference.theirs else "--undated"
        return f"tracker done {id} {day}"
    return ""


def _value(text: str, field: str) -> str:
    if not text:
        return _NOTHING
    if field == "progress" and text in STATE:
        return STATE[text].lower()
    if _ISO.fullmatch(text):
        return format_date(text)
    return f"«{shortened(text)}»"
