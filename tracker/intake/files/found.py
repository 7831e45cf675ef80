"""What a file held: its tables as they stood there, before anybody asks what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.intake.raw_table import RawTable


class FileKind(StrEnum):
    """What a file is, told by its first bytes and never by its name alone."""

    WORKBOOK = "xlsx"
    OLD_WORKBOOK = "xls"
    OPEN_WORKBOOK = "ods"
    DOCUMENT = "docx"
    PAGE = "html"
    """A web page, which many systems export and call ``.xls``."""
    TEXT = "text"
    """Comma, semicolon or tab separated values, or a text as one pastes it."""
    DATA = "json"
    """A report or a list as the program itself writes them for other programs."""


class PlaceKind(StrEnum):
    """What a table is called in its file."""

    SHEET = "sheet"
    TABLE = "table"
    TEXT = "text"
    """The whole of a text."""


class SheetRemark(StrEnum):
    """What somebody who looks at the file sees otherwise than the program that reads it."""

    HIDDEN_ROWS = "hidden_rows"
    HIDDEN_COLUMNS = "hidden_columns"
    HIDDEN_SHEET = "hidden_sheet"
    NOT_CALCULATED = "not_calculated"
    """Cells with a formula that no program has calculated yet: they read as blank."""
    DAYS_FROM_1904 = "days_from_1904"
    """Plain numbers that may be days, in a file that counts them from 1904 and not from 1900."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkedLines:
    """A remark, and the lines it is about, or the columns, counted from 1; none where it is about
    the whole sheet."""

    remark: SheetRemark
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """One table of a file."""

    kind: PlaceKind
    number: int
    """Counted from 1 in the file."""
    name: str
    """The name of the sheet; empty of a table and of a text."""
    table: RawTable
    """Of a document, the paragraph just above the table is its first row, of one cell."""
    remarks: tuple[RemarkedLines, ...] = ()
    font_names: tuple[str, ...] = ()
    """Of its texts, where the file says so: an old encoding goes by the name of its fonts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTables:
    """Every table of a file in which anything stands."""

    name: str
    """The file as it was asked for, without its folders."""
    kind: FileKind
    tables: tuple[FoundTable, ...]
