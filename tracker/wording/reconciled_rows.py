"""Which rows of two lists are meant: what one is called, how sure the match is."""

from __future__ import annotations

from typing import Any

from tracker.wording.formats import format_date, format_document, format_turn
from tracker.wording.message_parts import shortened

_DOCUMENTS = {
    "number_and_date": "cùng văn bản",
    "number": "cùng số ký hiệu, danh sách không ghi ngày",
    "number_of_other_date": "đoán, cùng số ký hiệu khác ngày",
    "nothing": "đoán",
}


def ours_named(row: Any) -> str:
    """A task by its id and document."""
    return f"{row.id}  {format_document(row.document)}{format_turn(row.facts.instance)}"


def theirs_named(theirs: Any) -> str:
    """A task by its document, as their list has it."""
    number = theirs.number or "(không có số ký hiệu)"
    day = "" if theirs.issued_on is None else f" ngày {format_date(theirs.issued_on)}"
    return f"{shortened(number)}{day}"


def match_words(match: Any) -> str:
    """How sure it is that two are one: ``đoán, giống 83%``; empty where it is certain."""
    if match.is_certain:
        return ""
    if match.likeness >= 1 and not match.is_guess:
        return _DOCUMENTS[match.document.value]
    return f"{_DOCUMENTS[match.document.value]}, {_likeness(match.likeness)}"


def _likeness(likeness: float) -> str:
    """Never rounded up to all of it."""
    return f"giống {int(likeness * 100)}%"
