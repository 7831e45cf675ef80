"""The table of a Word document: fixed columns, headings on every page, and texts that only read."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import accumulate, pairwise

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.table import CT_Row, CT_Tbl
from docx.oxml.text.paragraph import CT_P

from tracker.core.vietnamese import clean
from tracker.reports.document_look import style_id
from tracker.reports.print_rows import POINTS_PER_MM
from tracker.reports.row_heights import times_ruler
from tracker.reports.sheet import Column, GroupRow, Paper, Row, Sheet
from tracker.reports.wrapping import Ruler

_TWIPS_PER_POINT = 20

_BORDER = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")

_CELL_MARGINS = {"top": 30, "left": 70, "bottom": 30, "right": 70}
"""Twips."""

_WHOLE = "<w:cantSplit/>"
"""Marks a row that stays on one page."""

_REPEATED = _WHOLE + "<w:tblHeader/>"

_SHARE_OF_WHOLE_ROWS = 0.5
"""What of a page a row may take and still be kept whole: far from being too high for a page."""

_LINE = 1.2
"""Height of a line in type sizes, as Word draws Times New Roman."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """A cell of a row that is yet to be filled in."""

    width: int
    style: str
    span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """What a row may take and still be kept whole."""

    widths: tuple[float, ...]
    """Of its texts, in points."""
    line_count: int
    ruler: Ruler

    def holds(self, texts: Sequence[str]) -> bool:
        """Tell whether a row of these texts is low enough."""
        return all(
            len(self.ruler.lines(text, width)) <= self.line_count
            for text, width in zip(texts, self.widths, strict=True)
        )


def put_text(paragraph: CT_P, text: str) -> None:
    """Write a text: the only way into a document, and never anything but text."""
    if not text:
        return
    run = paragraph.add_r()
    for place, line in enumerate(clean(text)[0].split("\n")):
        if place:
            run.add_br()
        run.add_t(line)


def sheet_table(sheet: Sheet) -> CT_Tbl:
    """Draw the table of a sheet."""
    widths = _column_widths(sheet.columns, sheet.paper)
    room = _room(widths, sheet.paper)
    empty_rows = _empty_rows(sheet, widths)
    table = _empty_table(widths)
    table.append(_filled(empty_rows["header"], [column.title for column in sheet.columns]))
    for row in sheet.rows:
        kind, texts = _kind_and_texts(row, room)
        table.append(_filled(empty_rows[kind], texts))
    return table


def _kind_and_texts(row: Row, room: _Room) -> tuple[str, tuple[str, ...]]:
    if isinstance(row, GroupRow):
        return "group", (row.ordinal, row.text)
    if row.is_bold:
        return "total", row.cells
    return "short" if room.holds(row.cells) else "long", row.cells


def _column_widths(columns: Sequence[Column], paper: Paper) -> tuple[int, ...]:
    """Divide the printable width, in twips, with nothing left over."""
    room = paper.printable_width * POINTS_PER_MM * _TWIPS_PER_POINT
    ends = accumulate((column.share * room for column in columns), initial=0.0)
    return tuple(round(end) - round(start) for start, end in pairwise(ends))


def _room(widths: Sequence[int], paper: Paper) -> _Room:
    page = (paper.height - paper.top - paper.bottom) * POINTS_PER_MM
    padding = _CELL_MARGINS["left"] + _CELL_MARGINS["right"]
    return _Room(
        widths=tuple((width - padding) / _TWIPS_PER_POINT for width in widths),
        line_count=int(page * _SHARE_OF_WHOLE_ROWS / (_LINE * paper.text_size)),
        ruler=times_ruler(paper.text_size),
    )


def _empty_rows(sheet: Sheet, widths: Sequence[int]) -> dict[str, CT_Row]:
    """Prepare one row of each kind, to be copied and filled in."""
    sides = [column.alignment.value for column in sheet.columns]
    record = _cells(widths, sides)
    return {
        "header": _empty_row(_cells(widths, ["heading"] * len(widths)), marks=_REPEATED),
        "group": _empty_row(_group_cells(widths), marks=_WHOLE),
        "short": _empty_row(record, marks=_WHOLE),
        "long": _empty_row(record),
        "total": _empty_row(_cells(widths, [f"total {side}" for side in sides]), marks=_WHOLE),
    }


def _cells(widths: Sequence[int], styles: Sequence[str]) -> tuple[_Cell, ...]:
    return tuple(
        _Cell(width=width, style=style_id(style))
        for width, style in zip(widths, styles, strict=True)
    )


def _group_cells(widths: Sequence[int]) -> tuple[_Cell, ...]:
    first, *others = widths
    return (
        _Cell(width=first, style=style_id("heading")),
        _Cell(width=sum(others), style=style_id("group"), span=len(others)),
    )


def _empty_table(widths: Sequence[int]) -> CT_Tbl:
    borders = "".join(f"<w:{edge} {_BORDER}/>" for edge in _EDGES)
    margins = "".join(
        f'<w:{edge} w:w="{width}" w:type="dxa"/>' for edge, width in _CELL_MARGINS.items()
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table = parse_xml(
        f"""<w:tbl {nsdecls("w")}>
          <w:tblPr>
            <w:tblW w:w="{sum(widths)}" w:type="dxa"/>
            <w:jc w:val="center"/>
            <w:tblBorders>{borders}</w:tblBorders>
            <w:tblLayout w:type="fixed"/>
            <w:tblCellMar>{margins}</w:tblCellMar>
          </w:tblPr>
          <w:tblGrid>{columns}</w:tblGrid>
        </w:tbl>"""
    )
    assert isinstance(table, CT_Tbl)
    return table


def _empty_row(cells: Sequence[_Cell], *, marks: str = "") -> CT_Row:
    properties = f"<w:trPr>{marks}</w:trPr>" if marks else ""
    row = parse_xml(f"<w:tr {nsdecls('w')}>{properties}{''.join(map(_empty_cell, cells))}</w:tr>")
    assert isinstance(row, CT_Row)
    return row


def _empty_cell(cell: _Cell) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    return f"""<w:tc>
      <w:tcPr><w:tcW w:w="{cell.width}" w:type="dxa"/>{span}<w:vAlign w:val="center"/></w:tcPr>
      <w:p><w:pPr><w:pStyle w:val="{cell.style}"/></w:pPr></w:p>
    </w:tc>"""


def _filled(empty: CT_Row, texts: Sequence[str]) -> CT_Row:
    """Copy an empty row: reaching cells one by one would take the square of their number."""
    row = deepcopy(empty)
    for paragraph, text in zip(row.iter(qn("w:p")), texts, strict=True):
        put_text(paragraph, text)
    return row
