"""The rows of tables, a line each: what becomes of them, and which are left out."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tracker.operations.import_preview import ImportPreview
from tracker.operations.read_rows import Place
from tracker.operations.table_preview import RowFate, TableRow
from tracker.tui.widgets.line_list import LineList
from tracker.tui.widgets.table_lines import TextRow, TextTable, table_lines
from tracker.wording.preview_rows import LEFT_OUT, TABLE, TAKEN, TITLES, cell, table_names

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


class RowsTable(LineList):
    """A cursor over the rows; a row can be left out, and taken again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", show=False),
        Binding("enter", "screen.save", show=False),
    ]

    class Changed(Message):
        """A row was left out, or taken again."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: tuple[tuple[Place, TableRow], ...] = ()
        self.taken: set[Place] = set()
        """The rows that are to be entered."""
        self.flagged = 0
        """How many rows somebody should look at."""
        self._tables: dict[int, str] = {}
        """What each table is called, where there are several."""

    def show_rows(self, preview: ImportPreview) -> None:
        """Show other rows; all that add anything to the register are taken, but for guesses."""
        self.rows = tuple(preview.rows.items())
        self.taken = {place for place, row in self.rows if row.is_entered}
        self.flagged = sum(row.is_flagged for _, row in self.rows)
        self._tables = table_names(preview)
        is_named = bool(self._tables)
        table = TextTable(
            titles=("", *((TABLE,) if is_named else ()), *TITLES.values()),
            ranks=(0, *((1,) if is_named else ()), *(_RANKS[name] for name in TITLES)),
            count=len(self.rows),
            row=self._text_row,
        )
        self.show(table_lines(table))

    def _text_row(self, index: int) -> TextRow:
        place, row = self.rows[index]
        is_taken = place in self.taken
        is_left_out = row.is_entered and not is_taken
        mark = LEFT_OUT if is_left_out else TAKEN if is_taken else " "
        is_odd = row.is_flagged and is_taken
        role = "dim" if is_left_out else "warning" if is_odd else _ROLES[row.kind]
        table = (self._tables[place.table],) if self._tables else ()
        return TextRow(cells=(mark, *table, *(cell(name, row) for name in TITLES)), role=role)

    @property
    def current_row(self) -> tuple[Place, TableRow] | None:
        """The row under the cursor, and where it stands."""
        return None if self.current is None else self.rows[self.current]

    @property
    def taken_done(self) -> int:
        """How many of those to be entered tell of something done."""
        return sum(place in self.taken and row.completion is not None for place, row in self.rows)

    def action_choose(self) -> None:
        """Leave the row out, or take it again, and go on to the next."""
        if self.current_row is not None and self.current_row[1].adds:
            self.taken ^= {self.current_row[0]}
            self.refresh_line(self.cursor)
            self.post_message(self.Changed())
        self.action_move(1)

    def go_to_next_odd(self) -> bool:
        """Go to the next row that somebody should look at, from the top again at the end."""
        places = [place for place, (_, row) in enumerate(self.rows) if row.is_flagged]
        if places:
            self.cursor = next((place for place in places if place > self.cursor), places[0])
        return bool(places)
