"""The register as a table of any length: only the lines that are seen are read and drawn."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from tracker.core.assessed import AssessedDirective, RowKey
from tracker.core.errors import TrackerError
from tracker.core.row_order import Order
from tracker.tui.widgets.columns import Placed, placed
from tracker.tui.widgets.cursor_view import CursorView
from tracker.tui.widgets.row_window import NO_ROWS, RowWindow
from tracker.wording.cell_width import fit, one_line
from tracker.wording.register_table import (
    ASCENDING,
    DESCENDING,
    LOADING,
    MARK,
    TITLES,
    cell,
    sign_of,
)

_COLOURED = ("progress", "days")
"""The columns that have the colour of the progress."""
_MARGIN = 2
"""Cells before the first column: the mark."""


class RegisterTable(CursorView):
    """A cursor over rows that may be a million. It judges nothing and reads nothing itself."""

    HELP_TOPIC: ClassVar[str] = "table"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("space", "mark", show=False),
    ]

    class Moved(Message):
        """The cursor stands on another row, or on none."""

        def __init__(self, row: AssessedDirective | None) -> None:
            super().__init__()
            self.row = row

    class Chosen(Message):
        """A row was opened."""

        def __init__(self, row: AssessedDirective) -> None:
            super().__init__()
            self.row = row

    class Marked(Message):
        """Rows were marked, or marks were taken away."""

    class Unread(Message):
        """Rows could not be read."""

        def __init__(self, error: TrackerError) -> None:
            super().__init__()
            self.error = error

    class SortAsked(Message):
        """The title of a column was pressed."""

        def __init__(self, order: Order) -> None:
            super().__init__()
            self.order = order

    def __init__(self, *, as_of: date, id: str | None = None) -> None:
        super().__init__(id=id)
        self.as_of = as_of
        self.window: RowWindow = NO_ROWS
        self.marks: dict[RowKey, AssessedDirective] = {}
        """Each row as it was when it was marked: a directive, or one turn of it."""
        self.sorted_by: tuple[Order, bool] = (Order.ATTENTION, False)
        """The order, and whether it is turned round."""
        self._is_bound_for_end = False
        """Whether the last row was asked for before it was known."""

    # What is shown

    def show(self, window: RowWindow, *, as_of: date, cursor: int) -> None:
        """Show other rows, with the cursor at a place as near as there is."""
        self.window, self.as_of = window, as_of
        self._is_bound_for_end = False
        self.place(cursor)

    def grow(self, window: RowWindow) -> None:
        """Show the same rows with more behind them: nothing on the screen moves.

        Unless the last row was asked for, and nothing since: then that is shown now.
        """
        is_on_way = self._is_bound_for_end and self.cursor == self.line_count - 1
        self.window = window
        self.measure()
        if is_on_way and window.is_whole:
            self.action_go(-1)

    def action_go(self, place: int) -> None:
        """Move the cursor to the first (0) or the last (-1) row, as soon as that is known."""
        super().action_go(place)
        self._is_bound_for_end = place != 0 and not self.window.is_whole

    @property
    def line_count(self) -> int:
        """How many rows there are."""
        return len(self.window)

    def moved(self) -> None:
        """Tell which row the cursor stands on."""
        self.window.make_ready(self.scroll_offset.y, self.page_height)
        self.post_message(self.Moved(self.current))

    @property
    def current(self) -> AssessedDirective | None:
        """The row under the cursor."""
        return self._row(self.cursor) if self.cursor < len(self.window) else None

    def _row(self, index: int) -> AssessedDirective | None:
        """A row, or nothing where it cannot be read now, which is told."""
        row = self.window.row(index)
        trouble = self.window.take_trouble() if row is None else None
        if trouble is not None:
            self.post_message(self.Unread(trouble))
        return row

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.measure()
        self.keep_in_sight()

    @property
    def _placed(self) -> tuple[Placed, ...]:
        return placed(self.scrollable_content_region.width, start=_MARGIN)

    # Choosing and marking

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        row = self.current
        if row is not None:
            self.post_message(self.Chosen(row))

    def action_mark(self) -> None:
        """Mark the row under the cursor, or take the mark away, and go on to the next."""
        row = self.current
        if row is None:
            return
        if self.marks.pop(row.key, None) is None:
            self.marks[row.key] = row
        self.refresh_line(self.cursor)
        self.action_move(1)
        self.post_message(self.Marked())

    def mark(self, rows: list[AssessedDirective]) -> None:
        """Mark these rows beside those that are marked."""
        self.marks.update((row.key, row) for row in rows)
        self.refresh()
        self.post_message(self.Marked())

    def unmark_all(self) -> None:
        """Take every mark away."""
        self.marks.clear()
        self.refresh()
        self.post_message(self.Marked())

    def on_click(self, event: events.Click) -> None:
        """Go to a row, open it on the second click; sort by a title; mark at the edge."""
        if event.y < self.header_height:
            self._sort_by_title(event.x)
            return
        index = self.line_at(event.y)
        if index is None:
            return
        self.cursor = index
        if event.x < _MARGIN:
            self.action_mark()
        elif event.chain == 2:
            self.action_choose()

    def _sort_by_title(self, x: int) -> None:
        for each in self._placed:
            if each.covers(x):
                self.post_message(self.SortAsked(each.column.order))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the widget: the titles, a row, or nothing."""
        if y < self.header_height:
            return self._header()
        if not len(self.window):
            return self.empty_line(y - self.header_height)
        index = self.line_at(y)
        if index is None:
            return Strip.blank(self.size.width, self.styles_by_role["plain"])
        row = self._row(index)
        if row is None:
            style = self._row_style(is_current=index == self.cursor, is_marked=False)
            return Strip([Segment(fit(f"  {LOADING}", self.size.width), style)])
        return self._row_line(row, is_current=index == self.cursor)

    def _header(self) -> Strip:
        style = self.styles_by_role["header"]
        text = " " * _MARGIN + " ".join(fit(self._title(each), each.width) for each in self._placed)
        return Strip([Segment(fit(text, self.size.width), style)], self.size.width)

    def _title(self, each: Placed) -> str:
        title = TITLES[each.column.name]
        order, is_reversed = self.sorted_by
        if each.column.order is not order:
            return title
        return f"{title} {DESCENDING if is_reversed else ASCENDING}"

    def _row_line(self, row: AssessedDirective, *, is_current: bool) -> Strip:
        is_marked = row.key in self.marks
        style = self._row_style(is_current=is_current, is_marked=is_marked)
        # On other grounds the colours would not be legible; word and shape tell the same.
        is_lit = is_current or is_marked
        coloured = style if is_lit else self.styles_by_role[sign_of(row)]
        cells = [(f"{MARK if is_marked else ' '} ", style)]
        for column, _, width in self._placed:
            text = fit(one_line(cell(column.name, row, self.as_of)), width)
            cells.append((f"{text} ", coloured if column.name in _COLOURED else style))
        # Every segment is cut, filtered and written by itself: the fewer, the sooner it is seen.
        segments = [
            Segment("".join(text for text, _ in run), style)
            for style, run in groupby(cells, key=itemgetter(1))
        ]
        return Strip(segments).adjust_cell_length(self.size.width, style)

    def _row_style(self, *, is_current: bool, is_marked: bool) -> Style:
        if is_current:
            return self.cursor_style
        return self.styles_by_role["marked" if is_marked else "plain"]
