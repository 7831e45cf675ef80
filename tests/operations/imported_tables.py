"""Files as they would have been read, made of rows by hand."""

from __future__ import annotations

from collections.abc import Sequence

from tests.intake.tables import HEADINGS
from tracker.core.directive import State
from tracker.intake.files.found import FileKind, FileTables, FoundTable, PlaceKind
from tracker.intake.raw_table import RawRow, RawTable
from tracker.operations.desk import Desk
from tracker.operations.import_preview import ImportPreview
from tracker.operations.importing import Imported, enter_import, preview_files
from tracker.operations.queries import list_directives
from tracker.operations.table_preview import RowFate, TableRow
from tracker.store.selection import Selection

Cells = Sequence[str]

WIDE = (*HEADINGS, "Đơn vị chủ trì", "Đơn vị phối hợp", "Người theo dõi", "Ghi chú")
"""Headings of a sheet with everything that an office writes down."""

PLAN = "25/KH-UBND ngày 24/5/2023"
LETTER = "6340/UBND-NC ngày 03/11/2023"

OPEN = ("1", PLAN, "Phối hợp với tỉnh Thái Nguyên", "10/01/2024")
DONE = (*OPEN, "05/12/2023", "Đúng hạn", "9/BC-KHCN ngày 05/12/2023")
OTHER = ("2", LETTER, "Rà soát thủ tục hành chính", "10/12/2023")


def sheet(name: str, *rows: Cells, headings: Cells = HEADINGS, number: int = 1) -> FoundTable:
    """A sheet with its headings on the first line."""
    lines = (tuple(headings), *map(tuple, rows))
    wide = max(map(len, lines))
    table = RawTable(
        rows=tuple(
            RawRow(line=line, cells=cells + ("",) * (wide - len(cells)))
            for line, cells in enumerate(lines, start=1)
        )
    )
    return FoundTable(kind=PlaceKind.SHEET, number=number, name=name, table=table)


def book(*tables: FoundTable, name: str = "so.xlsx") -> FileTables:
    """A workbook of some sheets."""
    return FileTables(name=name, kind=FileKind.WORKBOOK, tables=tables)


def one_sheet(*rows: Cells, headings: Cells = HEADINGS) -> FileTables:
    """A workbook of one sheet."""
    return book(sheet("Tháng 12", *rows, headings=headings))


def looked_at(desk: Desk, *files: FileTables) -> ImportPreview:
    return preview_files(desk, files)


def imported(desk: Desk, *files: FileTables) -> Imported:
    """Files looked at and entered."""
    return enter_import(desk, preview_files(desk, files))


def rows_of(desk: Desk, *files: FileTables) -> list[TableRow]:
    return list(preview_files(desk, files).rows.values())


def fates(desk: Desk, *files: FileTables) -> list[RowFate]:
    return [row.kind for row in rows_of(desk, *files)]


def states(desk: Desk) -> list[State]:
    rows = list_directives(desk, Selection(), as_of=desk.today)
    return [row.facts.state for row in rows]
