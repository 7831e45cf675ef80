"""What is cut off from a row by the end of a page or of a line, or stands under it as its part."""

from __future__ import annotations

import re

from tracker.intake.documents import named_document
from tracker.intake.drafts import Field
from tracker.intake.looks import Look, look_of
from tracker.intake.records import Record

_LETTER = re.compile(r"[a-z\u0111][.)]?")
_ITEM = re.compile(r"(?P<of>[0-9]{1,3}(?:\.[0-9]{1,2})?)\.[0-9]{1,3}[.)]?")


def completes_number(above: Record, texts: dict[Field, str]) -> bool:
    """Whether a row goes on with the number of a document that stops at a stroke above it."""
    begun, rest = above.texts.get(Field.NUMBER, ""), texts.get(Field.NUMBER, "")
    if not begun.endswith(("-", "/")) or not rest or Field.ORDINAL in texts:
        return False
    named = named_document(f"{begun} {rest}")
    return named is not None and named.is_alone


def is_day_of(above: Record, text: str) -> bool:
    """Whether a line is the day that the document above it lacks."""
    named = above.own_document
    is_lacking = named is not None and not named.issued and Field.ISSUED not in above.texts
    return is_lacking and look_of(text) is Look.DATE and text[:1].casefold() == "n"


def is_part_of(above: Record, ordinal: str) -> bool:
    """Whether a row is numbered as a part of the one above, or as the next part beside it."""
    over = above.texts.get(Field.ORDINAL, "").rstrip(".)")
    item = _ITEM.fullmatch(ordinal)
    if item is not None:
        return over == item["of"] or over.startswith(f"{item['of']}.")
    return over != "" and _LETTER.fullmatch(ordinal) is not None
