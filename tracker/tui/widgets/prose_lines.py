"""Paragraphs as lines of a list: broken between words, nothing cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from tracker.core.vietnamese import clean
from tracker.reports.wrapping import Ruler
from tracker.tui.widgets.line_list import Line, Lines
from tracker.tui.widgets.piece_line import Piece
from tracker.wording.cell_width import cells

_MARGIN = 1
"""Blank cells on either side."""
_HANGING = 2
"""What a paragraph is set in from its second line on."""


class ProseLines:
    """Text to read, laid out for one width."""

    header: Sequence[Line] = ()

    def __init__(self, paragraphs: Iterable[Piece], width: int) -> None:
        ruler = Ruler(cells)
        self._lines = [
            (Piece(line, paragraph.role),)
            for paragraph in paragraphs
            for line in _broken(paragraph.text, width, ruler)
        ]

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, index: int) -> Line:
        """One line."""
        return self._lines[index]


def prose(paragraphs: Sequence[Piece]) -> Callable[[int], Lines]:
    """Paragraphs for a list of any width; blanks at the beginning set the whole of one in."""
    return lambda width: ProseLines(paragraphs, width)


def _broken(text: str, width: int, ruler: Ruler) -> Iterator[str]:
    """The lines a paragraph takes, each with its margin."""
    tidy = clean(text)[0]
    indent = len(tidy) - len(tidy.lstrip(" ")) + _MARGIN
    room = max(width - indent - _HANGING - _MARGIN, 10)
    for number, line in enumerate(ruler.lines(tidy.strip(" "), room)):
        yield " " * (indent + (_HANGING if number else 0)) + line.rstrip()
