"""A text pasted from Word, Excel, a web page or a terminal, as rows of cells.

Where there are tabs, they part the columns; else the strokes of a drawn table do, or two blanks or
more, if there are such columns to be seen; else every line is an item of a list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tracker.core.vietnamese import nfc
from tracker.intake.heading_rows import is_heading_row
from tracker.intake.looks import Look, look_of
from tracker.intake.raw_table import RawRow, RawTable, cell_text
from tracker.intake.ruled_text import ruled_rows

_QUOTED = re.compile(r'"((?:[^"\t]|"")*)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_CHUNK = re.compile(r"\S+(?: \S+)*")
_FEWEST_COLUMNS = 3
_LONGEST_ROW = 40
"""Lines that one row may run over."""


def read_pasted(text: str) -> RawTable:
    """The rows of a pasted text, each with the number of its first line."""
    plain = nfc(text).replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    if "\t" in plain:
        return RawTable(rows=_with_something(_joined(list(_tabbed(plain)))))
    ruled = ruled_rows(plain.split("\n"))
    if ruled is not None:
        return RawTable(rows=_with_something(ruled))
    lines = [RawRow(line=place, cells=(line,)) for place, line in enumerate(plain.split("\n"), 1)]
    spaced = _spaced(lines)
    if spaced is not None:
        return RawTable(rows=_with_something(spaced))
    return RawTable(rows=_with_something(lines), has_columns=False)


def _with_something(rows: Sequence[RawRow]) -> tuple[RawRow, ...]:
    """The rows with tidy cells, without blank ones."""
    tidy = (RawRow(line=row.line, cells=tuple(map(cell_text, row.cells))) for row in rows)
    return tuple(row for row in tidy if row.texts)


def _tabbed(text: str) -> Iterator[RawRow]:
    place, line = 0, 1
    while place <= len(text):
        cells: list[str] = []
        begun = place
        is_more = True
        while is_more:
            cell, place = _cell(text, place)
            cells.append(cell)
            is_more = text[place : place + 1] == "\t"
            place += 1
        yield RawRow(line=line, cells=tuple(cells))
        line += text.count("\n", begun, place)


def _cell(text: str, place: int) -> tuple[str, int]:
    """The cell that begins at a place, and where it ends.

    A sheet puts a cell with a line break in quotation marks, and doubles those within.
    """
    quoted = _QUOTED.match(text, place) if text.startswith('"', place) else None
    if quoted is not None and ("\n" in quoted[1] or '""' in quoted[1]) and _is_cell(text, quoted):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, place)
    assert plain is not None
    return plain[0], plain.end()


def _is_cell(text: str, quoted: re.Match[str]) -> bool:
    """Whether a tab stands on one side: else it is a quotation in running text."""
    before = text[max(0, quoted.start() - 1) : quoted.start()]
    return "\t" in (before, text[quoted.end() : quoted.end() + 1])


def _joined(rows: Sequence[RawRow]) -> list[RawRow]:
    """The rows put together again that a line break inside a cell has torn apart.

    Word writes the paragraphs of a cell as lines. Such a row is known by its width: what is too
    narrow alone, and with the next lines exactly as wide as the whole rows are.
    """
    widths = _whole_widths(rows)
    joined: list[RawRow] = []
    place = 0
    while place < len(rows):
        count = _torn_into(rows, place, widths)
        joined.append(_one_row(rows[place : place + count]))
        place += count
    return joined


def _whole_widths(rows: Sequence[RawRow]) -> frozenset[int]:
    """How many cells a whole row has: as its headings, else as most numbered rows, or more."""
    widths = [len(row.cells) for row in rows if _is_heading(row)]
    if not widths:
        counted = Counter(len(row.cells) for row in rows if _is_numbered(row))
        widths = [width for width, _ in counted.most_common(1)]
    wider = {len(row.cells) for row in rows if widths and len(row.cells) > min(widths)}
    return frozenset({*widths, *wider})


def _torn_into(rows: Sequence[RawRow], place: int, widths: frozenset[int]) -> int:
    """How many lines, from this one on, are one row."""
    width = len(rows[place].cells)
    if width < 2 or not widths or width >= min(widths):
        return 1
    for count, row in enumerate(rows[place + 1 : place + _LONGEST_ROW], start=2):
        width += len(row.cells) - 1
        if width > max(widths) or _is_numbered(row) or _is_heading(row):
            return 1
        if width in widths and len(row.cells) > 1:
            return count
    return 1


def _is_heading(row: RawRow) -> bool:
    return is_heading_row(tuple(map(cell_text, row.cells)))


def _one_row(rows: Sequence[RawRow]) -> RawRow:
    cells = list(rows[0].cells)
    for row in rows[1:]:
        cells[-1] += f"\n{row.cells[0]}"
        cells += row.cells[1:]
    return RawRow(line=rows[0].line, cells=tuple(cells))


def _is_numbered(row: RawRow) -> bool:
    return len(row.cells) > 1 and look_of(cell_text(row.cells[0])) in (Look.ORDINAL, Look.MARK)


def _spaced(lines: Sequence[RawRow]) -> list[RawRow] | None:
    """Lines parted by two blanks or more, where there are columns to be seen; else nothing."""
    chunks = [list(_CHUNK.finditer(line.cells[0])) for line in lines]
    if sum(len(found) >= _FEWEST_COLUMNS for found in chunks) < 2:
        return None
    starts = _starts(chunks)
    return [
        RawRow(line=line.line, cells=_cells(found, starts))
        for line, found in zip(lines, chunks, strict=True)
    ]


def _starts(chunks: Sequence[Sequence[re.Match[str]]]) -> list[int]:
    """Where the columns begin: under the headings, else as in the fullest line.

    Nothing where the lines do not stand under one another.
    """
    headings = (found for found in chunks if is_heading_row([chunk[0] for chunk in found]))
    fullest = next(headings, None) or max(chunks, key=len)
    starts = [chunk.start() for chunk in fullest]
    places = [chunk.start() for found in chunks if len(found) > 1 for chunk in found]
    return starts if 4 * sum(place in starts for place in places) >= 3 * len(places) else []


def _cells(chunks: Sequence[re.Match[str]], starts: Sequence[int]) -> tuple[str, ...]:
    """Each chunk in the column that begins at or before it, so that blank cells stay blank."""
    if not starts or len(chunks) < 2:
        return tuple(chunk[0] for chunk in chunks) or ("",)
    cells = [""] * len(starts)
    for chunk in chunks:
        place = max(sum(start <= chunk.start() for start in starts) - 1, 0)
        cells[place] = f"{cells[place]}  {chunk[0]}".strip()
    return tuple(cells)
