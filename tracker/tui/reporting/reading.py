"""A text that fills the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tracker.tui.widgets.line_list import LineList
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import ActsOnPress, Piece, PieceLine, key_pieces
from tracker.tui.widgets.prose_lines import prose
from tracker.wording.report_acts import COPIED_TEXT, READING_HINTS


class ReadingScreen(ActsOnPress, Screen[None]):
    """Lines to read, broken where they are longer than the screen is wide; all can be copied."""

    AUTO_FOCUS = "LineList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False),
        Binding("y", "copy", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.reading_title = title
        self.lines = lines

    def compose(self) -> ComposeResult:
        """Title, text, keys."""
        yield PieceLine(id="title", ground="bar")
        yield LineList(id="lines")
        yield Notice(id="notice")
        yield PieceLine(id="hints", ground="hint")

    def on_mount(self) -> None:
        """From the first line on."""
        self.query_one("#title", PieceLine).put([Piece(f" {self.reading_title}", "bar_strong")])
        self.query_one("#hints", PieceLine).put(key_pieces(READING_HINTS, "key", "hint"))
        lay_out = prose([Piece(line) for line in self.lines])
        self.query_one(LineList).show(lay_out, has_cursor=False)

    def action_copy(self) -> None:
        """Copy everything."""
        self.app.copy_to_clipboard("\n".join(self.lines))
        self.query_one(Notice).say(COPIED_TEXT, role="notice")

    def action_leave(self) -> None:
        """Back to where it was opened."""
        self.dismiss()
