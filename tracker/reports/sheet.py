"""A printed table as a plain value: what every file format draws, each in its own way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Alignment(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTER = "center"


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


Row = GroupRow | DataRow


_DECREE_FONT = "Times New Roman"

_IN_FONT_NAMES = " -_."
"""Beside letters and digits; old fonts are named like ``.VnTime``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A4 on its side, with margins in millimetres."""

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    font: str = _DECREE_FONT

    width: float = field(default=297, init=False)
    height: float = field(default=210, init=False)

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
