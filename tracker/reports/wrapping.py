"""How a text breaks into lines in a column, whatever its letters measure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_PIECES = re.compile(r"\n|[^\S\n]+|\S+")


class Ruler:
    """Measures and breaks text; remembers words, since they come back."""

    def __init__(self, advance: Callable[[str], float]) -> None:
        self._advance = advance
        self._known: dict[str, float] = {}

    def width(self, text: str) -> float:
        """The width of a text without line breaks."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = sum(map(self._advance, text))
        return known

    def lines(self, text: str, width: float) -> list[str]:
        """Break a text into the lines it takes in a column ``width`` wide.

        Every character is in exactly one line: blanks at a break stay at the end of theirs.
        """
        lines: list[str] = []
        line, used = "", 0.0
        for piece in self._pieces(text, width):
            taken = self.width(piece) if piece != "\n" else 0.0
            if line and used + taken > width and (used > width or not piece.isspace()):
                lines.append(line)
                line, used = "", 0.0
            line, used = line + piece, used + taken
            if piece == "\n":
                lines.append(line)
                line, used = "", 0.0
        if line or not lines or text.endswith("\n"):
            lines.append(line)
        return lines

    def _pieces(self, text: str, width: float) -> Iterator[str]:
        for piece in _PIECES.findall(text):
            if piece == "\n" or self.width(piece) <= width:
                yield piece
            else:
                yield from self._split(piece, width)

    def _split(self, word: str, width: float) -> Iterator[str]:
        """Break a word that is wider than its column wherever the column ends."""
        start, used = 0, 0.0
        for place, letter in enumerate(word):
            taken = self.width(letter)
            if place > start and used + taken > width:
                yield word[start:place]
                start, used = place, 0.0
            used += taken
        yield word[start:]
