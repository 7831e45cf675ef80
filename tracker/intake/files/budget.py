"""How much one file may hold: counted while it is read, so that reading stops in time."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.intake.errors import FileTrouble, UnreadableFile

MOST_ROWS = 25_000
"""Rows in which something stands."""
MOST_COLUMNS = 256
MOST_CELLS = MOST_ROWS * MOST_COLUMNS
"""Blank ones too; a row has at least one."""
MOST_CHARACTERS = 20_000_000
LONGEST_CELL = 100_000


class Budget:
    """What is left of the bounds of one file, over all its tables.

    Whoever reads a file knows no name of it: the errors have none yet.
    """

    def __init__(
        self,
        *,
        rows: int = MOST_ROWS,
        columns: int = MOST_COLUMNS,
        cells: int = MOST_CELLS,
        characters: int = MOST_CHARACTERS,
    ) -> None:
        self._most_rows = self._rows = rows
        self._columns = columns
        self._cells = cells
        self._characters = characters

    def take_row(self, cells: Sequence[str]) -> None:
        """Count a row whose text has been counted before."""
        self._cells -= max(len(cells), 1)
        self._rows -= any(cells)
        if self._rows < 0 or self._cells < 0:
            raise UnreadableFile("", FileTrouble.TOO_MANY_ROWS, detail=str(self._most_rows))
        self.allow_columns(len(cells))

    def allow_columns(self, count: int) -> None:
        """Refuse a row that is wider than any table."""
        if count > self._columns:
            raise UnreadableFile("", FileTrouble.TOO_MANY_COLUMNS, detail=str(self._columns))

    def take_text(self, length: int) -> None:
        """Count characters, of a cell or of anything else that is kept."""
        self._characters -= length
        if self._characters < 0:
            raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)
