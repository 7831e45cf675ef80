"""Entering directives on the screen: what is asked, what is echoed, what is said after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tracker.core.rules import Policy
from tracker.wording.echoes import recorded_words
from tracker.wording.editing import NO, edit_label
from tracker.wording.formats import capitalised, format_count
from tracker.wording.message_parts import shortened
from tracker.wording.messages import sentence
from tracker.wording.previewing import LINE_FIELDS, entry_field_name, entry_lines
from tracker.wording.remarks import remark_sentence

LINE_TITLE = "Nhập một dòng"
LINE_TAKE_BACK = "↑"
LINE_SAVE_TWICE = "Dòng này vừa không ghi được và chưa sửa. Bấm Enter lần nữa để ghi lại."
LINE_HINTS = (("Enter", "ghi", "save"), ("Esc", "đóng", "leave"))
"""The keys of the box: key, words, action."""
LINE_PLACEHOLDER = (
    "số ký hiệu, ngày, nội dung, hạn; ví dụ: 25/KH-UBND ngày 24/5/2023 Phối hợp với tỉnh "
    "Thái Nguyên hạn 10/01/2024"
)


def not_kept_words(line: str, why: str) -> str:
    """A line that was refused, and why; without a reason, that it was never tried."""
    return f"Chưa ghi «{shortened(line)}»" + (f": {why}" if why else ".")


ENTRY_HINTS = {
    "number": "ví dụ: 25/KH-UBND",
    "issued": "ví dụ: 24/5/2023",
    "content": "ví dụ: Phối hợp với tỉnh Thái Nguyên; Ctrl+J xuống dòng",
    "deadline": "ví dụ: 10/01/2024, trong 10 ngày làm việc, hằng quý; để trống: không có thời hạn",
    "unit": "ví dụ: Phòng Quản lý khoa học; → nhận tên gợi ý",
    "officer": "ví dụ: Nguyễn Thị Lan",
    "issuing_body": "ví dụ: UBND tỉnh",
    "supporting_units": "cách nhau bằng dấu phẩy",
    "assigned": "để trống: như ngày văn bản",
    **dict.fromkeys(("is_pinned", "is_supporting", "is_secret"), f"để trống: {NO}"),
}
"""What may be typed into the empty fields of the form."""

RARELY = "Ít dùng"
"""The heading over the fields that are seldom filled in."""


def entry_label(field: str) -> str:
    """The name of a field of the form; of a new directive there is but one deadline."""
    return capitalised(entry_field_name(field)) if field == "deadline" else edit_label(field)


SIGNS = {"understood": "√", "refused": "×", "incomplete": "…", "empty": "–"}
"""The shape of each understanding, so that no colour is needed to tell them apart."""

_NOT_IN_VIEW = " (nằm ngoài các dòng đang hiện)"

_OTHERS_KIND = "same_document"
_NOT_TAKEN_KIND = "deadline_not_taken"
_NOT_TAKEN = {
    "line": "nếu đúng là hạn thì viết: hạn 10/01/2024.",
    "form": "nếu đúng là hạn thì ghi ở ô thời hạn.",
    "pasted": "nếu đúng là hạn thì sửa lại nhiệm vụ này sau khi ghi.",
    "kept": "nếu đúng là hạn thì sửa lại nhiệm vụ này (về bảng, phím s).",
}
"""What to do about closing words that were not taken for a deadline, by where they stand."""


def line_preview(preview: Any, today: date) -> Iterator[tuple[str, str]]:
    """How far each part of a line is understood, and the part in words, its sign before it.

    Behind them one ``remark``, the one that matters most; empty where there is none.
    """
    for field, words in zip(LINE_FIELDS, entry_lines(preview, today), strict=False):
        part = getattr(preview, field)
        standing = part.understanding.value
        # What is wrong names the field itself, and needs the room.
        shown = sentence(part.error) if standing == "refused" else capitalised(words)
        if field == "number":
            shown += _others(preview.remarks)
        yield standing, f"{SIGNS[standing]} {shown}"
    remarks = [one for one in preview.remarks if one.kind.value != _OTHERS_KIND]
    remarks.sort(key=lambda remark: remark.kind.value != _NOT_TAKEN_KIND)
    yield "remark", f"  {remark_words(remarks[0], place='line')}" if remarks else ""


def _others(remarks: Any) -> str:
    """Beside the number of a document, how many tasks it has already."""
    others = (remark.number for remark in remarks if remark.kind.value == _OTHERS_KIND)
    return "".join(f"; trong sổ đã có {format_count(count)} nhiệm vụ" for count in others)


def remark_words(remark: Any, *, place: str) -> str:
    """A remark on what stands on a ``line``, in a ``form``, or was ``pasted`` or ``kept``."""
    if remark.kind.value != _NOT_TAKEN_KIND:
        return remark_sentence(remark)
    return (
        f"Lưu ý: cuối nội dung còn «{shortened(remark.text)}» chưa được lấy làm thời hạn; "
        f"{_NOT_TAKEN[place]}"
    )


def entered_words(entered: Any, *, today: date, policy: Policy, is_shown: bool) -> str:
    """What was entered, how it stands, and what is worth knowing of it."""
    first = recorded_words("add", entered.directive, today, policy)
    remarks = [remark_words(remark, place="kept") for remark in entered.remarks]
    return "\n".join([first + ("" if is_shown else _NOT_IN_VIEW), *remarks])
