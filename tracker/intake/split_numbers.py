"""The number of a document and its symbol in two columns, put together to one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.core.document_number import (
    DocumentNumber,
    UnreadableDocumentNumber,
    parse_document_number,
)
from tracker.intake.columns import Columns
from tracker.intake.dittos import is_ditto
from tracker.intake.drafts import Field

_SERIAL = re.compile(r"[0-9]{1,6}[a-z\u0111]?")
_SYMBOL = re.compile(
    r"/?\s*(?:(?P<of_party>[A-Z\u0110]{2,4}/[A-Z\u0110]{2,8})|(?P<symbol>[^\W\d_][^\s/]{1,39}))"
)


def with_whole_number(cells: Sequence[str], columns: Columns) -> tuple[str, ...]:
    """The cells of a row with the document in one: ``6340`` and ``UBND-NC`` beside it.

    Where a further column holds the same once more, it is read but once.
    """
    places = [place for place, field in enumerate(columns) if field is Field.NUMBER]
    if len(places) < 2 or len(cells) != len(columns):
        return tuple(cells)
    for place in places:
        if place + 1 in places and (number := _together(cells[place], cells[place + 1])):
            parts = {place + 1, *(at for at in places if _number(cells[at]) == number)}
            whole = ("" if at in parts else cell for at, cell in enumerate(cells))
            return tuple(number.text if at == place else cell for at, cell in enumerate(whole))
    return tuple(cells)


def _together(serial: str, symbol: str) -> DocumentNumber | None:
    found = _SYMBOL.fullmatch(symbol)
    if found is None or is_ditto(symbol) or not _SERIAL.fullmatch(serial):
        return None
    of_party = found["of_party"]
    return _number(f"{serial}-{of_party}" if of_party else f"{serial}/{found['symbol']}")


def _number(text: str) -> DocumentNumber | None:
    try:
        return parse_document_number(text)
    except UnreadableDocumentNumber:
        return None
