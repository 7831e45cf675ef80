"""A line of the screen made of pieces, some of which can be pressed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tracker.tui.palette import styles_of
from tracker.tui.widgets.bare_lines import BareLines
from tracker.tui.widgets.redrawing import redraw
from tracker.wording.cell_width import cells, one_line
from tracker.wording.hints import Hint, fitting


class Piece(NamedTuple):
    """A stretch of text on one line."""

    text: str
    role: str = "plain"
    """What it is, for the colours: one of those in ``tui.palette``."""
    press: str = ""
    """What a press on it asks for; empty where nothing."""


Hints = Sequence[tuple[str, str, str]]
"""Keys and what they do: key, words, and what a press on them asks for."""


def key_pieces(hints: Hints, key_role: str, role: str) -> list[Piece]:
    """Keys at the foot of something, to be pressed."""
    pieces = []
    for key, words, press in hints:
        pieces += [Piece(f" {key}", key_role, press), Piece(f" {words} ", role, press)]
    return pieces


class PieceLine(Widget):
    """One line; what is stored in the register acts on nothing in it."""

    class Pressed(Message):
        """A piece was pressed."""

        def __init__(self, line: PieceLine, press: str) -> None:
            super().__init__()
            self.line = line
            self.press = press

        @property
        def control(self) -> PieceLine:
            """The line the piece stands in."""
            return self.line

    def __init__(self, *, id: str | None = None, ground: str = "plain") -> None:
        super().__init__(id=id)
        self._styles_cache = BareLines()
        self.ground = ground
        """What the line looks like where nothing stands on it."""
        self.left: Sequence[Piece] = ()
        self.right: Sequence[Piece] = ()

    def put(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Show other pieces: from the left edge on, and up to the right one."""
        if (self.left, self.right) != (left, right):
            self.left, self.right = left, right
            redraw(self)

    def _pieces(self) -> Iterator[Piece]:
        yield from self.left
        taken = sum(cells(piece.text) for piece in (*self.left, *self.right))
        yield Piece(" " * max(self.size.width - taken, 1 if self.right else 0), self.ground)
        yield from self.right

    def render_line(self, y: int) -> Strip:
        """The pieces one after another."""
        styles = styles_of(self.app.current_theme)
        if y:
            return Strip.blank(self.size.width, styles[self.ground])
        segments = [Segment(inert(piece.text), styles[piece.role]) for piece in self._pieces()]
        return Strip(segments).adjust_cell_length(self.size.width, styles[self.ground])

    def on_click(self, event: events.Click) -> None:
        """Tell which piece was pressed."""
        start = 0
        for piece in self._pieces():
            end = start + cells(piece.text)
            if start <= event.x < end and piece.press:
                self.post_message(self.Pressed(self, piece.press))
                return
            start = end


def put_hints(line: PieceLine, hints: Sequence[Hint]) -> None:
    """As many keys as there is room for; each can be pressed with the mouse."""
    line.put(key_pieces(fitting(hints, line.size.width), "key", "hint"))


if TYPE_CHECKING:
    _Around = Widget
else:
    # A base of its own would come between a screen and the style sheet of its bases.
    _Around = object


class ActsOnPress(_Around):
    """What lies around lines whose pieces name its own actions."""

    async def on_piece_line_pressed(self, message: PieceLine.Pressed) -> None:
        """The keys that stand there can be pressed with the mouse too."""
        message.stop()
        await self.run_action(message.press)


def inert(text: str) -> str:
    """The text with nothing in it that acts on a terminal; blanks at its ends stay."""
    return text if text.isprintable() else one_line(text)
