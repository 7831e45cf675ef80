"""How much a file may hold: above what offices have, below what would hold up the program."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.intake.errors import FileTrouble, UnreadableFile

FILE_BYTES = 20 * 2**20
PARTS = 2_000
EXPANDED_BYTES = 128 * 2**20
"""Of all the parts of a file together, as they really unfold."""
ELEMENTS = 4_000_000
"""Of markup, in all the parts together."""
DOCUMENT_ELEMENTS = 1_200_000
"""A document is held as a whole while it is read."""
DEPTH = 200
"""Elements one inside another."""
TOKEN_BYTES = 2**20
"""The longest tag, comment or instruction."""

ROWS = 25_000
COLUMNS = 256
CELLS = 1_000_000
"""In which something stands."""
CHARACTERS = 24_000_000
CELL_CHARACTERS = 200_000
PARAGRAPHS = 400_000
MERGES = 50_000
MERGED_ROWS = 500_000
"""How often a row may be part of a merged area, of all rows together."""

SHEET_ROWS = 1_048_576
SHEET_COLUMNS = 16_384
"""As no sheet has more, a cell beyond them was written by no office program."""
WRITTEN_ROWS = 200_000
"""Rows that are in the file, the blank ones too."""

CHUNK_BYTES = 2**18

CHILD_BYTES = 480 * 2**20
"""The memory of the process that reads."""
CHILD_SECONDS = 8.0
SECONDS_PER_ELEMENT = 25e-6
"""What a slow office computer needs to read one element of markup, several times over."""
SECONDS_PER_BYTE = 4e-6
"""The same for one byte of what is no markup."""
ANSWER_BYTES = 256 * 2**20


class Budget:
    """What may still be read of a file."""

    def __init__(self) -> None:
        self._rows = ROWS
        self._cells = CELLS
        self._characters = CHARACTERS

    def take_text(self, length: int) -> None:
        """Count the text of one cell."""
        self._characters -= length
        if length > CELL_CHARACTERS or self._characters < 0:
            raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)

    def take_row(self, cells: Sequence[str]) -> None:
        """Count a row without its texts."""
        self._rows -= 1
        self._cells -= len(cells) - cells.count("")
        if self._rows < 0:
            raise UnreadableFile("", FileTrouble.TOO_MANY_ROWS)
        if len(cells) > COLUMNS:
            raise UnreadableFile("", FileTrouble.TOO_MANY_COLUMNS)
        if self._cells < 0:
            raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)
