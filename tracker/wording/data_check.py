"""What in the register should be looked at again: each line with the record and the cure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from tracker.wording.formats import (
    format_count,
    format_date,
    format_document,
    format_number,
    format_turn_option,
)

_TITLES = {
    "done_without_date": "Đã hoàn thành nhưng chưa rõ ngày",
    "done_without_document": "Đã hoàn thành nhưng chưa ghi văn bản kết quả",
    "unclear_deadline": "Thời hạn chưa rõ",
    "deadline_before_assignment": "Thời hạn nằm trước ngày giao",
    "deadline_far_off": "Thời hạn quá xa, có thể sai năm",
    "document_of_other_year": "Năm của văn bản không khớp",
    "result_of_other_year": "Năm của văn bản kết quả khác năm hoàn thành",
    "open_without_deadline": "Chưa hoàn thành, không có thời hạn, đã giao hơn 90 ngày",
    "duplicate": "Nhiệm vụ ghi trùng",
}

_SHOWN = 50
"""Lines of each kind; the rest is counted."""


def _turn(it: Any) -> str:
    return format_turn_option(it.row.facts.instance)


_CURES: dict[str, Callable[[Any], str]] = {
    "done_without_date": lambda it: f"tracker done {it.row.id}{_turn(it)} --on NGÀY",
    "done_without_document": lambda it: (
        f'tracker edit {it.row.id}{_turn(it)} --result "SỐ/KÝ-HIỆU ngày NGÀY"'
    ),
    "unclear_deadline": lambda it: f"tracker edit {it.row.id} --deadline HẠN",
    "deadline_before_assignment": lambda it: f"tracker edit {it.row.id} --deadline HẠN",
    "deadline_far_off": lambda it: f"tracker edit {it.row.id} --deadline HẠN",
    "document_of_other_year": lambda it: f"tracker edit {it.row.id} --issued NGÀY",
    "result_of_other_year": lambda it: (
        f'tracker edit {it.row.id}{_turn(it)} --result "SỐ/KÝ-HIỆU ngày NGÀY"'
    ),
    "open_without_deadline": lambda it: (
        f"tracker edit {it.row.id} --deadline HẠN, hoặc: tracker done {it.row.id} --on NGÀY"
    ),
    "duplicate": lambda it: f"tracker void {it.row.id} --duplicate-of {it.number}",
}

_DETAILS: dict[str, Callable[[Any], str]] = {
    "unclear_deadline": lambda it: f"«{it.row.facts.deadline.text}»",
    "deadline_before_assignment": lambda it: (
        f"hạn {format_date(it.day)}, giao {format_date(it.row.assigned_on)}"
    ),
    "deadline_far_off": lambda it: (
        f"hạn {format_date(it.day)}, giao {format_date(it.row.assigned_on)}"
    ),
    "document_of_other_year": lambda it: (
        f"văn bản ngày {format_date(it.document.issued_on)}, giao {format_date(it.day)}"
    ),
    "result_of_other_year": lambda it: (
        f"{format_document(it.document)}, hoàn thành {format_date(it.day)}"
    ),
    "open_without_deadline": lambda it: f"{format_number(it.number)} ngày",
    "duplicate": lambda it: f"trùng nhiệm vụ {it.number}",
}


def finding_lines(findings: Sequence[Any]) -> Iterator[str]:
    """Every finding by kind: the directive, what is wrong with it, the command that mends it."""
    numbers = Counter(one.doubt.value for one in findings)
    for kind, number in numbers.items():
        yield f"{_TITLES[kind]} ({format_count(number)}):"
        named = [one for one in findings if one.doubt.value == kind][:_SHOWN]
        yield from map(_line, named)
        if number > _SHOWN:
            yield f"  và {format_count(number - _SHOWN)} nhiệm vụ khác"


def _line(it: Any) -> str:
    detail = _DETAILS.get(it.doubt.value, lambda _: "")(it)
    about = f" ({detail})" if detail else ""
    return f"  {it.row.id}  {it.row.document.number}{about}; sửa bằng: {_CURES[it.doubt.value](it)}"


def data_footer(findings: Sequence[Any]) -> str:
    """How many there are."""
    if not findings:
        return "Số liệu: không có gì cần xem lại."
    return f"Số liệu: {format_count(len(findings))} chỗ cần xem lại."
