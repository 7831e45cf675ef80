"""Marks that say «as above»."""

from __future__ import annotations

import re
from functools import lru_cache

from tracker.core.vietnamese import fold

_LONGEST = 20
_AROUND = r"[-.,;:()\s]*"
_WORDS = r"n[./]?t|nhu (?:(?:hang|dong|o) )?tren"
_STROKES = r"//+|''+|[\"\u2033\u3003]+"
_MARK = re.compile(rf"{_AROUND}(?:{_WORDS}|{_STROKES}){_AROUND}")


@lru_cache(maxsize=1024)
def is_ditto(cell: str) -> bool:
    """Whether a cell says no more than «as above»: ``nt``, ``-nt-``, ``Như trên``, ``"``, ``//``.

    A single stroke says that there is nothing.
    """
    return 0 < len(cell) <= _LONGEST and _MARK.fullmatch(fold(cell)) is not None
