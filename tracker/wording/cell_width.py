"""Text where every letter stands in a cell, on a terminal: its width, and how it is made to fit.

On the path of the quick commands: measures Vietnamese without a library.
"""

from __future__ import annotations

_ONE_CELL = frozenset(
    (*map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x300), *range(0x1E00, 0x1F00))), *"–—…√■▲▼○●")
)
"""The letters of composed Vietnamese, and the signs beside them, each one cell wide."""


def cells(text: str) -> int:
    """How many cells a text takes: one for most letters, two for wide ones, none for marks."""
    if _ONE_CELL.issuperset(text):
        return len(text)
    # Late: only decomposed and foreign text needs it.
    from unicodedata import combining, east_asian_width  # noqa: PLC0415

    return sum(
        0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text
    )


def one_line(text: str) -> str:
    """Stored text fit for one line: nothing in it can act on the terminal."""
    words = " ".join(text.split())
    if words.isprintable():
        return words
    # Late: only text from outside the program needs it, and it would slow every start.
    from tracker.core.vietnamese import clean  # noqa: PLC0415

    return " ".join(clean(text)[0].split())


def cut(text: str, width: int) -> str:
    """At most ``width`` cells, the loss shown by an ellipsis."""
    if cells(text) <= width:
        return text
    if _ONE_CELL.issuperset(text):
        return _cut_plain(text, width)
    kept = ""
    taken = 0
    for character in text:
        taken += cells(character)
        if taken > width - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def _cut_plain(text: str, width: int) -> str:
    """The same of a text whose letters take one cell each."""
    return text[: max(width - 1, 0)].rstrip() + "…"


def fit(text: str, width: int) -> str:
    """Exactly ``width`` cells: cut where it is longer, blanks behind it where it is shorter."""
    if _ONE_CELL.issuperset(text):
        shown = text if len(text) <= width else _cut_plain(text, width)
        return shown.ljust(width)
    shown = cut(text, width)
    return shown + " " * (width - cells(shown))
