"""What a table of a file is called."""

from __future__ import annotations

from typing import Any

from tracker.wording.message_parts import shortened

_PLACES = {"sheet": "trang «{}»", "table": "bảng {}", "text": "văn bản"}


def table_name(found: Any, file: str = "") -> str:
    """One table: ``trang «Tháng 12»``, ``bảng 2``; of several files with the name of its file."""
    name = _PLACES[found.kind.value].format(shortened(found.name) or found.number)
    return f"{name} ({shortened(file)})" if file else name
