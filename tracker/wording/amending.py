"""What is said after something old was put right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.wording.formats import format_count

_SHOWN = 20


def handed_over_lines(handed: Any) -> Iterator[str]:
    """Who follows which directives from now on."""
    number = len(handed.directives)
    yield f"Đã bàn giao {format_count(number)} nhiệm vụ chưa hoàn thành cho {handed.to}:"
    for one in handed.directives[:_SHOWN]:
        yield f"  {one.id}  {one.document_number}"
    if number > _SHOWN:
        yield f"  và {format_count(number - _SHOWN)} nhiệm vụ khác"
    if handed.copy is not None:
        yield f"Sổ trước khi bàn giao được sao lưu ở: {handed.copy}"
