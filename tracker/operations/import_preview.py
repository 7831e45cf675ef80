"""What files hold, table by table and row by row, as it would be entered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tracker.core.errors import Refused
from tracker.intake.files.found import FoundTable
from tracker.operations.read_rows import Place
from tracker.operations.table_preview import RowFate, TablePreview, TableRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedTable:
    """One table of one file."""

    file: str
    """The file as it was asked for."""
    found: FoundTable
    """Where in the file it stands, and what it held."""
    preview: TablePreview

    @property
    def is_register(self) -> bool:
        """Whether it holds directives at all; a table that does not is named and left alone."""
        return bool(self.preview.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """What all files hold together, in the order they were named."""

    tables: tuple[ImportedTable, ...]

    @property
    def registers(self) -> tuple[ImportedTable, ...]:
        """The tables that hold directives."""
        return tuple(table for table in self.tables if table.is_register)

    @property
    def rows(self) -> dict[Place, TableRow]:
        """Every row by its place, in order."""
        return {
            Place(number, row.line): row
            for number, table in enumerate(self.tables)
            for row in table.preview.rows
        }

    def of_kind(self, kind: RowFate) -> tuple[TableRow, ...]:
        """The rows of one kind."""
        return tuple(row for row in self.rows.values() if row.kind is kind)


class Stopped(Refused):
    """Whoever hears how far it has come wants no more of it; nothing was entered."""


class Hearing(Protocol):
    """Is told how far a long work has come; what it raises ends the work, and nothing is kept."""

    def __call__(self, done: int, total: int, /) -> None:
        """``done`` steps of ``total``: a row takes as many steps as it is looked at times."""


def unheard(done: int, total: int) -> None:
    """Nobody wants to know."""
