"""Entering directives on the screen: what is asked, what is echoed, what is said after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tracker.core.rules import Policy
from tracker.wording.echoes import recorded_words
from tracker.wording.formats import capitalised
from tracker.wording.messages import sentence
from tracker.wording.previewing import LINE_FIELDS, entry_lines
from tracker.wording.remarks import remark_sentence

LINE_TITLE = "Nhập một dòng"
LINE_HINTS = (("Enter", "ghi", "save"), ("Esc", "đóng", "leave"))
"""The keys of the box: key, words, action."""
LINE_PLACEHOLDER = (
    "số ký hiệu, ngày, nội dung, hạn; ví dụ: 25/KH-UBND ngày 24/5/2023 Phối hợp với tỉnh "
    "Thái Nguyên hạn 10/01/2024"
)

SIGNS = {"understood": "√", "refused": "×", "incomplete": "…", "empty": "–"}
"""The shape of each understanding, so that no colour is needed to tell them apart."""

_NOT_IN_VIEW = " (nằm ngoài các dòng đang hiện)"

_NOT_TAKEN = "Lưu ý: cuối nội dung còn «{text}» chưa được lấy làm thời hạn; "


def line_preview(preview: Any, today: date) -> Iterator[tuple[str, str]]:
    """How far each part of a line is understood, and the part in words, its sign before it."""
    for field, words in zip(LINE_FIELDS, entry_lines(preview, today), strict=False):
        part = getattr(preview, field)
        standing = part.understanding.value
        # What is wrong names the field itself, and needs the room.
        shown = sentence(part.error) if standing == "refused" else capitalised(words)
        yield standing, f"{SIGNS[standing]} {shown}"


def typed_remark(remark: Any) -> str:
    """A remark on what is being typed."""
    if remark.kind.value == "deadline_not_taken":
        return f"{_NOT_TAKEN.format(text=remark.text)}nếu đúng là hạn thì viết: hạn 10/01/2024."
    return remark_sentence(remark)


def entered_words(entered: Any, *, today: date, policy: Policy, is_shown: bool) -> str:
    """What was entered, how it stands, and what is worth knowing of it."""
    first = recorded_words("add", entered.directive, today, policy)
    return "\n".join(
        [first + ("" if is_shown else _NOT_IN_VIEW), *map(_kept_remark, entered.remarks)]
    )


def _kept_remark(remark: Any) -> str:
    if remark.kind.value == "deadline_not_taken":
        return f"{_NOT_TAKEN.format(text=remark.text)}nếu đúng là hạn thì bấm s để sửa."
    return remark_sentence(remark)
