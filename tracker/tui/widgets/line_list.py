"""Any number of prepared lines, under titles that stay: a table, or text to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Protocol

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from tracker.tui.widgets.cursor_view import CursorView
from tracker.tui.widgets.piece_line import Piece, inert

Line = Sequence[Piece]


class Lines(Protocol):
    """What a list shows, laid out for a list of some width."""

    header: Sequence[Line]
    """What stays on top."""

    def __len__(self) -> int: ...

    def line(self, index: int) -> Line:
        """One line, made when it is seen."""


class NoLines:
    """Nothing to show."""

    header: Sequence[Line] = ()

    def __len__(self) -> int:
        return 0

    def line(self, index: int) -> Line:
        """There is none."""
        raise IndexError(index)


LayOut = Callable[[int], Lines]
"""Lays lines out for so many cells; asked again for each width."""


class LineList(CursorView):
    """Shows lines; a cursor stands on one of them, unless they are only to be read."""

    DEFAULT_CSS = """
    LineList { height: 1fr; width: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", show=False)]

    class Moved(Message):
        """The cursor stands on another line; None where there is no cursor."""

        def __init__(self, index: int | None) -> None:
            super().__init__()
            self.index = index

    class Chosen(Message):
        """A line was opened."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.header_height = 0
        self.lines: Lines = NoLines()
        self.has_cursor = True
        self._lay_out: LayOut = lambda _: NoLines()

    def show(self, lay_out: LayOut, *, has_cursor: bool = True, cursor: int = 0) -> None:
        """Show other lines, with the cursor at a place as near as there is."""
        self._lay_out, self.has_cursor = lay_out, has_cursor
        self._prepare()
        if not has_cursor:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        self.place(cursor)

    def _prepare(self) -> None:
        self.lines = self._lay_out(self.scrollable_content_region.width)
        self.header_height = len(self.lines.header)

    @property
    def line_count(self) -> int:
        """How many lines there are under the header."""
        return len(self.lines)

    @property
    def current(self) -> int | None:
        """The place of the line under the cursor."""
        return self.cursor if self.has_cursor and self.line_count else None

    def moved(self) -> None:
        """Tell where the cursor stands."""
        self.post_message(self.Moved(self.current))

    def on_resize(self) -> None:
        """Lay everything out anew."""
        self._prepare()
        self.measure()
        if self.has_cursor:
            self.keep_in_sight()
        self.refresh()

    def action_move(self, by: int) -> None:
        """Move the cursor; where there is none, the text."""
        if self.has_cursor:
            super().action_move(by)
        else:
            self.scroll_to(y=self.scroll_offset.y + by, animate=False, immediate=True)

    def action_go(self, place: int) -> None:
        """Go to the first (0) or the last (-1) line."""
        if self.has_cursor:
            super().action_go(place)
        else:
            self.scroll_to(y=self.line_count if place else 0, animate=False)

    def action_choose(self) -> None:
        """Open the line under the cursor."""
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def on_click(self, event: events.Click) -> None:
        """Go to a line, open it on the second click."""
        index = self.line_at(event.y)
        if index is None or not self.has_cursor:
            return
        self.cursor = index
        if event.chain == 2:
            self.action_choose()

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        if y < self.header_height:
            return self._strip(self.lines.header[y], ground="header")
        if not self.line_count:
            return self.empty_line(y - self.header_height)
        index = self.line_at(y)
        if index is None:
            return Strip.blank(self.size.width, self.styles_by_role["plain"])
        return self._strip(self.lines.line(index), is_current=index == self.current)

    def _strip(self, line: Line, *, ground: str = "plain", is_current: bool = False) -> Strip:
        styles = self.styles_by_role
        over = self.cursor_style if is_current else None
        segments = [Segment(inert(piece.text), over or styles[piece.role]) for piece in line]
        return Strip(segments).adjust_cell_length(self.size.width, over or styles[ground])
