"""What is typed to find directives, read into a filter: ``lang son td:qua-han han<15/01/2024``.

Total over prose. What is a term and cannot be understood is refused, and never searched for
instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import takewhile

from tracker.core.filter_pieces import Piece, Term, Text, pieces
from tracker.core.filter_terms import (
    Said,
    UnknownFilterValue,
    UnreadableFilterDate,
    read_term,
)
from tracker.core.filters import Filter, with_more

_WORDS_BEHIND = 3
"""So many words behind a term may belong to its value: ``td:chưa đến hạn``."""


def parse_filter(text: str, *, today: date) -> Filter:
    """Read what was typed; relative days count from ``today``.

    Raises ``UnknownFilterKey``, ``UnknownFilterValue``, ``UnreadableFilterDate``,
    ``ContradictoryFilter`` and ``EmptyRange``.
    """
    found = Filter()
    texts: list[str] = []
    cut = pieces(text)
    place = 0
    while place < len(cut):
        piece = cut[place]
        place += 1
        if isinstance(piece, Text):
            texts.append(piece.text)
        else:
            said, taken = _understood(piece, cut[place : place + _WORDS_BEHIND], today)
            place += taken
            for name, value in said.items():
                found = with_more(found, name, value)
    return with_more(found, "texts", tuple(texts))


def _understood(term: Term, behind: Sequence[Piece], today: date) -> tuple[Said, int]:
    """What a term says, and how many words behind it were needed to understand its value."""
    try:
        return read_term(term, today=today), 0
    except (UnknownFilterValue, UnreadableFilterDate):
        said = term.said
        for count, piece in enumerate(takewhile(_is_word, behind), 1):
            said += f" {piece.text}"
            with suppress(UnknownFilterValue, UnreadableFilterDate):
                return read_term(replace(term, said=said), today=today), count
        raise


def _is_word(piece: Piece) -> bool:
    return isinstance(piece, Text) and piece.is_bare
