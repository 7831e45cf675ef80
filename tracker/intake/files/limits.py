"""How large a file may be: above what offices have, below what would hold up the program.

How much of it may be read is counted by ``budget``.
"""

from __future__ import annotations

FILE_BYTES = 20 * 2**20
PARTS = 2_000
EXPANDED_BYTES = 128 * 2**20
"""Of all the parts of a file together, as they really unfold."""
ELEMENTS = 2_000_000
"""Of markup, in all the parts together."""
DOCUMENT_ELEMENTS = 1_200_000
"""Of a document or a page: what reads them takes longer for each."""
DEPTH = 200
"""Elements one inside another."""
TOKEN_BYTES = 2**20
"""The longest tag, comment or instruction."""

CELLS = 600_000
"""In which something stands."""
PARAGRAPHS = 400_000
MERGES = 50_000
MERGED_ROWS = 500_000
"""How often a row may be part of a merged area, of all rows together."""

SHEET_ROWS = 1_048_576
SHEET_COLUMNS = 16_384
"""As no sheet has more, a cell beyond them was written by no office program."""
WRITTEN_ROWS = 200_000
"""Rows that are in the file, the blank ones too."""

AREA = 8_000_000
"""Cells, the blank ones too, that the library for old workbooks lays out in memory."""

CHUNK_BYTES = 2**18

CHILD_BYTES = 480 * 2**20
"""The memory of the process that reads."""
CHILD_SECONDS = 8.0
SECONDS_PER_ELEMENT = 30e-6
"""What a slow office computer needs to read one element of markup, several times over."""
SECONDS_PER_BYTE = 5e-7
"""The same for one byte of what is no markup."""
ANSWER_BYTES = 256 * 2**20
