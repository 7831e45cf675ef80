"""The tables of a web page, which many systems of provinces export and call ``.xls``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.intake.errors import UnreadableFile
from tracker.intake.files.budget import MOST_COLUMNS, MOST_ROWS, Budget
from tracker.intake.files.decoding import decode
from tracker.intake.files.flow import Flow, OpenTable
from tracker.intake.files.found import FoundTable
from tracker.intake.files.tags import Tag, tokens

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_BEGINNING = 4096
_ENCODINGS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "windows-1258": "cp1258",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
}
"""Those that are believed if every byte is one of theirs; an old font is in the Western ones."""

_CELLS = ("td", "th")
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre",
     "center", "caption", "body", "form", "blockquote"}
)  # fmt: skip
_TEXTS_ABOVE = 50
"""In a cell, as far as they may be titles of a table in it."""
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPAN = re.compile(r"\s*([0-9]{1,5})")


def tables_of(data: bytes) -> Iterator[FoundTable]:
    """Every table of a page, nested ones too; its text, where it has none that is a register.

    A row is known by its number in the table, from 1.
    """
    budget = Budget()
    reader = _PageReader(budget)
    for token in tokens(_decoded(data)):
        reader.take(token)
    reader.finish()
    yield from reader.flow.tables()


def _decoded(data: bytes) -> str:
    """The text of a page, in the encoding it says if that can be."""
    said = _CHARSET.search(data[:_BEGINNING])
    encoding = _ENCODINGS.get(said[1].decode("ascii").lower()) if said else None
    if encoding is not None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    try:
        return decode(data)
    except UnreadableFile:
        # What is said in tags stays readable, whatever the letters between them are.
        if b"\x00" in data:
            raise
        return data.decode("cp1252", "replace")


@dataclass(slots=True)
class _Grid:
    """A table and where its next cell stands."""

    table: OpenTable
    budget: Budget
    cells: list[str] = field(default_factory=list)
    is_in_row: bool = False
    is_hidden: bool = False
    text: list[str] | None = None
    """Of the open cell; None between cells."""
    covered: dict[int, int] = field(default_factory=dict)
    """In how many more rows each column is covered by a cell from above."""
    skipped: list[int] = field(default_factory=list)
    """The places in the open row that a cell from above covers."""
    spans: tuple[int, int] = (1, 1)
    """Columns and rows of the open cell."""

    def open_row(self, *, is_hidden: bool) -> None:
        self.close_row()
        self.is_in_row, self.is_hidden = True, is_hidden

    def open_cell(self, columns: int, rows: int) -> None:
        self.close_cell()
        if not self.is_in_row:
            self.open_row(is_hidden=False)
        self._skip_covered()
        self.text, self.spans = [], (columns, rows)

    def close_cell(self) -> None:
        if self.text is None:
            return
        columns, rows = self.spans
        for place in range(len(self.cells), len(self.cells) + columns):
            if rows > 1:
                self.covered[place] = rows
        self.cells += ["".join(self.text), *[""] * (columns - 1)]
        self.budget.allow_columns(len(self.cells))
        self.text = None

    def close_row(self) -> None:
        self.close_cell()
        if not self.is_in_row:
            return
        self._skip_covered()
        self.budget.take_row(self.cells)
        self.table.take_row(self.cells, is_hidden=self.is_hidden, covered=self.skipped)
        self.skipped = []
        self.covered = {place: rows - 1 for place, rows in self.covered.items() if rows > 1}
        self.cells, self.is_in_row = [], False

    def _skip_covered(self) -> None:
        while self.covered.get(len(self.cells), 0) > 0:
            self.skipped.append(len(self.cells))
            self.cells.append("")


class _PageReader:
    """Follows the tags; forgives whatever a browser does."""

    def __init__(self, budget: Budget) -> None:
        self.flow = Flow(budget)
        self._budget = budget
        self._grids: list[_Grid] = []
        self._paragraph: list[str] = []

    def take(self, token: Tag | str) -> None:
        """Go on with the next tag or text."""
        if isinstance(token, str):
            self._budget.take_text(len(token))
            self._put(token)
        elif token.name == "br":
            self._put("\n")
        elif token.name in _BLOCKS:
            self._break()
        elif token.name == "table" and not token.is_end:
            self._open_table()
        elif self._grids and token.is_end:
            self._close(token.name)
        elif self._grids:
            self._open(token)

    def finish(self) -> None:
        """Close what the page has left open."""
        while self._grids:
            self._grids.pop().close_row()
        self._break()

    def _open_table(self) -> None:
        if not self._grids:
            self._break()
        above = "".join((self._grids[-1].text or [])[-_TEXTS_ABOVE:]) if self._grids else None
        self._grids.append(_Grid(self.flow.open_table(inside=above), self._budget))

    def _open(self, tag: Tag) -> None:
        if tag.name == "tr":
            is_hidden = _HIDDEN.search(tag.attribute("style")) is not None
            self._grids[-1].open_row(is_hidden=is_hidden)
        elif tag.name in _CELLS:
            columns = _span(tag.attribute("colspan"), MOST_COLUMNS + 1)
            self._grids[-1].open_cell(columns, _span(tag.attribute("rowspan"), MOST_ROWS))

    def _close(self, name: str) -> None:
        if name in _CELLS:
            self._grids[-1].close_cell()
        elif name == "tr":
            self._grids[-1].close_row()
        elif name == "table":
            self._grids.pop().close_row()

    def _put(self, text: str) -> None:
        """Add a text to the open cell, or to the paragraph outside of tables."""
        if not self._grids:
            self._paragraph.append(text)
        elif (cell := self._grids[-1].text) is not None:
            cell.append(text)

    def _break(self) -> None:
        """End a paragraph: in a cell by a new line, if anything stands in the last one."""
        if self._grids:
            cell = self._grids[-1].text
            if cell and cell[-1] != "\n":
                cell.append("\n")
            return
        for line in "".join(self._paragraph).split("\n"):
            if line.strip():
                self.flow.take_paragraph(line)
        self._paragraph.clear()


def _span(said: str | None, most: int) -> int:
    """How many columns or rows a cell covers; one where nothing sensible is said."""
    found = _SPAN.match(said or "")
    return max(1, min(int(found[1]), most)) if found else 1
