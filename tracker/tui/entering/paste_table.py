"""The rows of a pasted table, a line each: what becomes of them, and which are left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from tracker.operations.pasted import PastedKind, PastedRow
from tracker.tui.widgets.columns import Column, Placed, placed
from tracker.tui.widgets.cursor_view import CursorView
from tracker.wording.cell_width import fit, one_line
from tracker.wording.paste_screen import LEFT_OUT, TAKEN, TITLES, cell

_MARGIN = 2
"""Cells before the first column: whether the row is taken."""

_COLUMNS = (
    Column(name="line", width=5),
    Column(name="kind", width=13),
    Column(name="number", width=15),
    Column(name="issued", width=10, shown_from=100),
    Column(name="deadline", width=10),
    Column(name="progress", width=16),
    Column(name="claimed", width=16, shown_from=118),
)
_ROLES = {PastedKind.NEW: "plain", PastedKind.DUPLICATE: "dim", PastedKind.PROBLEM: "bad"}


class PasteTable(CursorView):
    """A cursor over the rows; a row can be left out, and taken again."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "leave_out", show=False)]

    class Moved(Message):
        """The cursor stands on another row."""

    class Changed(Message):
        """A row was left out, or taken again."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[PastedRow] = ()
        self.left_out: set[int] = set()
        """The lines of the rows that were left out by hand."""

    def show(self, rows: Sequence[PastedRow]) -> None:
        """Show other rows, all that are new among them taken."""
        self.rows = rows
        self.left_out.clear()
        self.place(0)

    @property
    def line_count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def current(self) -> PastedRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    @property
    def lines_taken(self) -> list[int]:
        """The lines of the rows that are to be entered."""
        return [row.line for row in self.rows if self._is_taken(row)]

    def _is_taken(self, row: PastedRow) -> bool:
        return row.kind is PastedKind.NEW and row.line not in self.left_out

    def moved(self) -> None:
        """Tell that the cursor stands on another row."""
        self.post_message(self.Moved())

    def action_leave_out(self) -> None:
        """Leave the row out, or take it again, and go on to the next."""
        row = self.current
        if row is not None and row.kind is PastedKind.NEW:
            self.left_out ^= {row.line}
            self.refresh_line(self.cursor)
            self.post_message(self.Changed())
        self.action_move(1)

    def go_to_next_odd(self) -> bool:
        """Go to the next row that somebody should look at, from the top again at the end."""
        places = [place for place, row in enumerate(self.rows) if row.is_flagged]
        if places:
            self.cursor = next((place for place in places if place > self.cursor), places[0])
        return bool(places)

    def on_resize(self) -> None:
        """Lay the columns out anew."""
        self.measure()
        self.keep_in_sight()

    def on_click(self, event: events.Click) -> None:
        """Go to a row; at the edge, leave it out."""
        index = self.line_at(event.y)
        if index is not None:
            self.cursor = index
            if event.x < _MARGIN:
                self.action_leave_out()

    # Drawing

    @property
    def _placed(self) -> tuple[Placed, ...]:
        width = self.scrollable_content_region.width
        return placed(width, start=_MARGIN, columns=_COLUMNS)

    def render_line(self, y: int) -> Strip:
        """One line of the widget: the titles, a row, or nothing."""
        if y < self.header_height:
            titles = " ".join(fit(TITLES[each.column.name], each.width) for each in self._placed)
            style = self.styles_by_role["header"]
            return Strip([Segment(fit(" " * _MARGIN + titles, self.size.width), style)])
        if not self.rows:
            return self.empty_line(y - self.header_height)
        index = self.line_at(y)
        if index is None:
            return Strip.blank(self.size.width, self.styles_by_role["plain"])
        return self._row_line(self.rows[index], is_current=index == self.cursor)

    def _row_line(self, row: PastedRow, *, is_current: bool) -> Strip:
        style = self.cursor_style if is_current else self._style(row)
        mark = TAKEN if self._is_taken(row) else LEFT_OUT if row.line in self.left_out else " "
        cells = (fit(one_line(cell(each.column.name, row)), each.width) for each in self._placed)
        text = fit(f"{mark} {' '.join(cells)}", self.size.width)
        return Strip([Segment(text, style)], self.size.width)

    def _style(self, row: PastedRow) -> Style:
        if row.line in self.left_out:
            return self.styles_by_role["dim"]
        is_odd = row.is_flagged and row.kind is PastedKind.NEW
        return self.styles_by_role["warning" if is_odd else _ROLES[row.kind]]
