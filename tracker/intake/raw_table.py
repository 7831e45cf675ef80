"""A table as it came in: rows of cells as text, before anybody asks what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.core.vietnamese import nfc

_TAGS = re.compile(
    r"</?(?:b|i|u|em|strong|span|font|p|sub|sup|mark)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
_BREAKS = re.compile(r"<br\s{0,4}/?>|[\x0b\x0c\x85\u2028\u2029]", re.IGNORECASE)
_LITERAL = re.compile(r"['\u2018\u2019](?=[0-9=+@-][^'\u2018\u2019]*\Z)")
"""What is typed before a number to make a sheet keep it as it is, and was kept as well."""
_SPACES = dict.fromkeys((0xA0, 0x2007, 0x202F), " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """One row: its cells from the left, blank ones too."""

    line: int
    """Where it begins, from 1: the line of a text, the row of a sheet."""
    cells: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells in which something stands."""
        return tuple(filter(None, self.cells))


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """Rows in order; those in which nothing stands are left out."""

    rows: tuple[RawRow, ...]
    has_columns: bool = True
    """Otherwise it is a list: each row is one cell that says everything."""
    real_days: frozenset[tuple[int, int]] = frozenset()
    """The line and the place in the row, from 0, of each cell that a sheet holds as a day and not
    as a text. Where both kinds are mixed, a sheet may have taken the day for the month."""
    covered: frozenset[tuple[int, int]] | None = None
    """The line and the place of each blank cell that is merged with one above it; None where such
    a table cannot tell merged cells from blank ones."""
    not_calculated: frozenset[tuple[int, int]] = frozenset()
    """The line and the place of each blank cell with a formula that was never calculated."""


def cell_text(text: str) -> str:
    """A cell as its reader sees it: composed, without tags of bold type, plain blanks around."""
    plain = _BREAKS.sub("\n", _TAGS.sub("", nfc(text).translate(_SPACES)))
    tidy = "\n".join(line.strip() for line in plain.split("\n")).strip()
    return tidy[1:] if _LITERAL.match(tidy) else tidy
