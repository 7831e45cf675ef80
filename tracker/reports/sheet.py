"""A printed table as a plain value: what every file format draws, each in its own way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tracker.core.assessed import RowKey
from tracker.core.layout import TEXT_SIZE, Orientation
from tracker.core.layout import Alignment as Alignment


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleLine:
    """One line over the table."""

    text: str
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of the table."""

    title: str
    share: float
    """Of the width of the table; the shares of all columns add up to 1."""
    alignment: Alignment = Alignment.CENTER


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A heading inside the table: its ordinal, and a text over all other columns."""

    ordinal: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRow:
    """One record: a text for each column."""

    cells: tuple[str, ...]
    is_bold: bool = False
    """A sum over the others."""
    about: RowKey | None = field(default=None, compare=False)
    """Which row of the report it shows; None for a sum, or a division. Prints nothing."""


Row = GroupRow | DataRow


_DECREE_FONT = "Times New Roman"

_SHORT, _LONG = 210, 297
"""The sides of A4 in millimetres."""

_IN_FONT_NAMES = " -_."
"""Beside letters and digits; old fonts are named like ``.VnTime``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A4, on its side unless it stands, with margins in millimetres."""

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    font: str = _DECREE_FONT
    orientation: Orientation = Orientation.LANDSCAPE
    text_size: float = TEXT_SIZE
    """Of the table, in points."""

    @property
    def width(self) -> float:
        """From the left edge to the right one."""
        return _SHORT if self.orientation is Orientation.PORTRAIT else _LONG

    @property
    def height(self) -> float:
        """From the top edge to the bottom one."""
        return _LONG if self.orientation is Orientation.PORTRAIT else _SHORT

    @property
    def plain_font(self) -> str:
        """The font's name for where other signs would be read as instructions."""
        kept = "".join(sign for sign in self.font if sign.isalnum() or sign in _IN_FONT_NAMES)
        return kept.strip() or _DECREE_FONT

    @property
    def printable_width(self) -> float:
        """What the margins leave for the table."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A titled table on paper."""

    name: str
    """Plain ASCII, for what shows it on a tab."""
    as_of: date
    """The day the numbers hold on; the only date a file may carry."""
    title_lines: tuple[TitleLine, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    paper: Paper = field(default_factory=Paper)
