"""What a row lacks that could not be read, for those who sent the list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tracker.wording.formats import capitalised, format_document, format_turn, uncapitalised
from tracker.wording.message_parts import shortened
from tracker.wording.messages import sentence
from tracker.wording.table_differences import FIELD

_UNKNOWN = "chưa đọc được; đề nghị kiểm tra lại"

_LACKS: dict[str, Callable[[Any], str]] = {
    "number_missing": lambda _: "thiếu số, ký hiệu văn bản giao; đề nghị bổ sung",
    "date_missing": lambda _: "thiếu ngày văn bản giao; đề nghị bổ sung",
    "content_missing": lambda _: "thiếu nội dung nhiệm vụ; đề nghị bổ sung",
    "not_calculated": lambda it: (
        f"{FIELD[it.field.value]} là công thức chưa tính ra giá trị; đề nghị ghi giá trị"
    ),
    "value_lost": lambda it: (
        f"{FIELD[it.field.value]} chỉ còn «{it.seen}» do cột hẹp khi xuất tệp; đề nghị ghi lại giá "
        "trị"
    ),
    "old_font": lambda _: (
        "gõ bằng phông chữ cũ (TCVN3 hoặc VNI) nên không đọc được; đề nghị gửi lại bằng phông "
        "Unicode"
    ),
    "refused": lambda it: f"{_why(it.trouble)}; đề nghị ghi lại {FIELD[it.field.value]}",
}
"""By ``ProblemKind``."""


def unread_here(one: Any, problem: Any, *, line: str) -> str:
    """What to put right in a row of theirs, and which task of ours it seems to be.

    Nothing is quoted of a row that is secret.
    """
    is_told = problem is not None and not one.theirs.is_secret
    words = _LACKS[problem.kind.value](problem) if is_told else _UNKNOWN
    return f"{capitalised(line)}: {words}.{_maybe(one.ours)}"


def _why(trouble: Any) -> str:
    """What is wrong, without what the clerk is told to do about it."""
    said, _, _ = uncapitalised(sentence(trouble)).partition("; ")
    return shortened(said.removesuffix("."))


def _maybe(ours: Any) -> str:
    if ours is None:
        return ""
    row = ours.row
    return (
        f" Có thể là nhiệm vụ {format_document(row.document)}{format_turn(row.facts.instance)} "
        "trong sổ."
    )
