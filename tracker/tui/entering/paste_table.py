"""The rows of a pasted table, a line each: what becomes of them, and which are left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tracker.operations.table_preview import RowFate, TableRow
from tracker.tui.widgets.line_list import LineList
from tracker.tui.widgets.table_lines import TextRow, TextTable, table_lines
from tracker.wording.paste_screen import LEFT_OUT, TAKEN, TITLES, cell

_RANKS = {
    "line": 1,
    "kind": 2,
    "number": 3,
    "progress": 4,
    "deadline": 5,
    "claimed": 6,
    "issued": 7,
    "content": 0,
}
"""Which columns stay where there is no room for all."""

_ROLES = {
    RowFate.NEW: "plain",
    RowFate.SAME: "dim",
    RowFate.CHANGED: "warning",
    RowFate.DUPLICATE: "dim",
    RowFate.PROBLEM: "bad",
}


class PasteTable(LineList):
    """A cursor over the rows; a row can be left out, and taken again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", show=False),
        Binding("enter", "screen.save", show=False),
    ]

    class Changed(Message):
        """A row was left out, or taken again."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[TableRow] = ()
        self.left_out: set[int] = set()
        """The lines of the rows that were left out by hand."""

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show other rows, all that add anything to the register taken."""
        self.rows = rows
        self.left_out.clear()
        table = TextTable(
            titles=("", *TITLES.values()),
            ranks=(0, *(_RANKS[name] for name in TITLES)),
            count=len(rows),
            row=self._text_row,
        )
        self.show(table_lines(table))

    def _text_row(self, index: int) -> TextRow:
        row = self.rows[index]
        is_left_out = row.line in self.left_out
        mark = LEFT_OUT if is_left_out else TAKEN if row.is_entered else " "
        is_odd = row.is_flagged and row.is_entered
        role = "dim" if is_left_out else "warning" if is_odd else _ROLES[row.kind]
        return TextRow(cells=(mark, *(cell(name, row) for name in TITLES)), role=role)

    @property
    def current_row(self) -> TableRow | None:
        """The row under the cursor."""
        return None if self.current is None else self.rows[self.current]

    @property
    def lines_taken(self) -> list[int]:
        """The lines of the rows that are to be entered."""
        meant = (row.line for row in self.rows if row.is_entered)
        return [line for line in meant if line not in self.left_out]

    def action_choose(self) -> None:
        """Leave the row out, or take it again, and go on to the next."""
        row = self.current_row
        if row is not None and row.is_entered:
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
