"""What stands in a document from top to bottom: paragraphs, and the tables between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tracker.core.citations import find_citations
from tracker.intake.columns import columns_by_looks
from tracker.intake.drafts import Field
from tracker.intake.files.budget import LONGEST_CELL, Budget
from tracker.intake.files.found import FoundTable, PlaceKind, RemarkedLines, SheetRemark
from tracker.intake.heading_rows import is_heading_row
from tracker.intake.landmarks import landmark
from tracker.intake.raw_table import RawRow, RawTable, cell_text

MOST_TITLES = 5


@dataclass(slots=True)
class OpenTable:
    """A table while it is read."""

    titles: tuple[str, ...]
    """The paragraphs just above it."""
    is_nested: bool
    """It stands in a cell of another."""
    is_next: bool
    """Nothing stands between it and the table before."""
    rows: list[RawRow] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    covered: set[tuple[int, int]] = field(default_factory=set)
    """The line and the place of each cell that one from above covers."""
    count: int = 0
    """Rows so far, blank ones too: as a reader counts them, from 1."""

    def take_row(
        self, cells: Sequence[str], *, is_hidden: bool = False, covered: Iterable[int] = ()
    ) -> None:
        """Add the next row, which the budget has allowed.

        ``covered``: the places of the cells that are merged with one above them.
        """
        self.count += 1
        if not any(cells):
            return
        row = RawRow(line=self.count, cells=tuple(cell and cell_text(cell) for cell in cells))
        if row.texts:
            self.rows.append(row)
            self.hidden += [self.count] if is_hidden else []
            self.covered.update((self.count, place) for place in covered)

    @property
    def headings(self) -> tuple[str, ...]:
        """Its first row of headings; empty where it has none."""
        return next((row.cells for row in self.rows if is_heading_row(row.cells)), ())

    @property
    def is_register(self) -> bool:
        """Whether directives can stand in it."""
        if self.headings:
            return True
        rows = [row for row in self.rows if landmark(row) is None]
        return Field.NUMBER in columns_by_looks(rows)

    def is_part_of(self, above: OpenTable) -> bool:
        """Whether it goes on with the table right above it, which a page has cut in two.

        Then it has the same headings or none, and as many columns but for one that slipped in.
        """
        if not self.is_next or not above.headings or self.headings not in ((), above.headings):
            return False
        return abs(_width(self.rows) - _width(above.rows)) <= 1

    def join(self, below: OpenTable) -> None:
        """Go on with the rows of the table right below, counted on."""
        self.rows += [RawRow(line=self.count + row.line, cells=row.cells) for row in below.rows]
        self.hidden += [self.count + line for line in below.hidden]
        self.covered |= {(self.count + line, place) for line, place in below.covered}
        self.count += below.count

    def found(self, number: int) -> FoundTable:
        """The table as it is handed on, its titles first: they stand in no row, so on line 0."""
        titles = (RawRow(line=0, cells=(title,)) for title in self.titles)
        remark = RemarkedLines(remark=SheetRemark.HIDDEN_ROWS, lines=tuple(self.hidden))
        return FoundTable(
            kind=PlaceKind.TABLE,
            number=number,
            name="",
            table=RawTable(rows=(*titles, *self.rows), covered=frozenset(self.covered)),
            remarks=(remark,) if self.hidden else (),
        )


class Flow:
    """Collects paragraphs and tables in the order of their beginnings."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._paragraphs: list[RawRow] = []
        self._count = 0
        self._titles: deque[str] = deque(maxlen=MOST_TITLES)
        self._tables: list[OpenTable] = []

    def take_paragraph(self, text: str) -> None:
        """Add a paragraph that stands in no table; a blank one only counts."""
        self._count += 1
        tidy = cell_text(text)
        self._budget.take_row((tidy,))
        if tidy:
            self._titles.append(tidy[:LONGEST_CELL])
            self._paragraphs.append(RawRow(line=self._count, cells=(tidy,)))

    def open_table(self, inside: str | None = None) -> OpenTable:
        """Begin a table: in a cell in which there is ``inside`` above it, or in none."""
        if inside is None:
            titles = tuple(self._titles)
            is_next = not titles and bool(self._tables)
            self._titles.clear()
        else:
            lines = filter(None, map(cell_text, inside.split("\n")))
            titles, is_next = tuple(deque(lines, maxlen=MOST_TITLES)), False
        table = OpenTable(titles=titles, is_nested=inside is not None, is_next=is_next)
        self._tables.append(table)
        return table

    def tables(self) -> Iterator[FoundTable]:
        """Every table in which anything stands, and the paragraphs where the list is there."""
        tables = self._whole_tables()
        for number, table in enumerate(tables, start=1):
            yield table.found(number)
        if self._paragraphs and self._are_list(tables):
            rows = RawTable(rows=tuple(self._paragraphs), has_columns=False)
            yield FoundTable(kind=PlaceKind.TEXT, number=len(tables) + 1, name="", table=rows)

    def _are_list(self, tables: Sequence[OpenTable]) -> bool:
        """Whether directives may stand in the paragraphs, since no table can hold any."""
        if any(table.is_register for table in tables):
            return False
        return not tables or any(find_citations(row.cells[0]) for row in self._paragraphs)

    def _whole_tables(self) -> list[OpenTable]:
        """The tables with something in them, those that a page has cut put together again."""
        whole: list[OpenTable] = []
        above: OpenTable | None = None
        for table in self._tables:
            if above is not None and table.rows and table.is_part_of(above):
                above.join(table)
                continue
            whole += [table] if table.rows else []
            above = above if table.is_nested else table
        return whole


def _width(rows: Sequence[RawRow]) -> int:
    return max(len(row.cells) for row in rows)
