"""The parts of a preview as lists: what is printed, who is left out, what was checked, the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from tracker.core.layout import Alignment, Field, Layout
from tracker.reports.sheet import DataRow, GroupRow, Row, Sheet
from tracker.tui.reporting.looking import Looked
from tracker.tui.reporting.working import refusal
from tracker.tui.widgets.line_list import LayOut
from tracker.tui.widgets.piece_line import Piece
from tracker.tui.widgets.prose_lines import prose
from tracker.tui.widgets.table_lines import TextRow, TextTable, table_lines
from tracker.wording import detail_pane
from tracker.wording.cell_width import one_line
from tracker.wording.report_screen import (
    LEFT_OUT_COLUMNS,
    NOBODY_LEFT_OUT,
    NOTHING_IN_LAYOUT,
    left_out_cells,
    reason_words,
    verdict_lines,
)
from tracker.wording.reporting import by_interest

Details = Iterable[detail_pane.Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a part of the preview shows."""

    lay_out: LayOut
    count: int = 0
    """How many rows it has."""
    empty: Sequence[str] = ()
    first: int = 0
    """The row that is pointed at first."""
    details: Callable[[int], Details] | None = None
    """All that is known of a row; None where the lines are only to be read."""


def part_of(looked: Looked, name: str) -> Part:
    """One part of what was looked over, by its name in ``wording.report_screen.PARTS``."""
    return _PARTS[name](looked)


def troubled(text: str) -> Part:
    """A sentence in place of a report."""
    return Part(lay_out=prose([Piece(line, "warning") for line in text.split("\n")]))


# What is printed

_KEPT = (
    Field.CONTENT,
    Field.DOCUMENT,
    Field.DOCUMENT_NUMBER,
    Field.DEADLINE,
    Field.PROGRESS,
    Field.PLAN_PROGRESS,
    Field.TOTAL,
    Field.ORDINAL,
    Field.DAYS_LATE,
    Field.OVERDUE,
    Field.RESULT,
    Field.UNIT,
    Field.LEAD,
    Field.COMPLETED_ON,
    Field.RATE,
    Field.ON_TIME,
    Field.LATE,
)
"""What is shown before anything else where there is no room for every column."""


def _rows(looked: Looked) -> Part:
    if not isinstance(looked.printed, tuple):
        return troubled(refusal(looked.printed))
    layout, sheet = looked.printed
    table = TextTable(
        titles=tuple(column.title for column in sheet.columns),
        ranks=tuple(_ranks(layout)),
        count=len(sheet.rows),
        row=lambda index: _text_row(sheet.rows[index]),
    )
    return Part(
        lay_out=table_lines(table),
        count=sum(isinstance(row, DataRow) and not row.is_bold for row in sheet.rows),
        empty=NOTHING_IN_LAYOUT,
        first=next((n for n, row in enumerate(sheet.rows) if isinstance(row, DataRow)), 0),
        details=partial(_row_details, looked, layout, sheet),
    )


def _ranks(layout: Layout) -> Iterator[int]:
    for place, column in enumerate(layout.columns):
        is_known = column.holds in _KEPT
        yield _KEPT.index(column.holds) if is_known else len(_KEPT) + place


def _text_row(row: Row) -> TextRow:
    if isinstance(row, GroupRow):
        return TextRow(cells=(row.ordinal, row.text), role="strong", is_heading=True)
    return TextRow(cells=row.cells, role="strong" if row.is_bold else "plain")


def _row_details(looked: Looked, layout: Layout, sheet: Sheet, index: int) -> Details:
    row = sheet.rows[index]
    if isinstance(row, GroupRow):
        yield detail_pane.Line(row.text, "title")
        return
    if row.about is not None:
        why = reason_words(looked.reasons[row.about], is_included=True)
        yield detail_pane.Line(why, "title")
    for column, text in zip(layout.columns, row.cells, strict=True):
        if text and column.holds is not Field.ORDINAL:
            # What stands in the middle of its column is of short lines.
            shown = text if column.alignment is Alignment.LEFT else one_line(text)
            yield detail_pane.Line(f"{column.title}: {shown}", "label")


# Who is left out


def _left_out(looked: Looked) -> Part:
    judged = sorted(looked.preview.shown.left_out, key=by_interest)
    table = TextTable(
        titles=LEFT_OUT_COLUMNS,
        ranks=(2, 0, 1, 0),
        count=len(judged),
        row=lambda index: TextRow(cells=left_out_cells(*judged[index])),
    )

    def details(index: int) -> Details:
        row, why = judged[index]
        yield detail_pane.Line(reason_words(why, is_included=False), "title")
        for title, text in zip(LEFT_OUT_COLUMNS, left_out_cells(row, why), strict=True):
            yield detail_pane.Line(f"{title}: {text}", "label")

    return Part(
        lay_out=table_lines(table), count=len(judged), empty=NOBODY_LEFT_OUT, details=details
    )


# What is only to be read


def _checks(looked: Looked) -> Part:
    preview = looked.preview
    lines = verdict_lines(preview.contents, preview.shown, preview.verdict)
    return Part(lay_out=prose([Piece(text, role) for text, role in lines]))


def _summary(looked: Looked) -> Part:
    return Part(lay_out=prose([Piece(line) for line in looked.preview.summary]))


_PARTS: dict[str, Callable[[Looked], Part]] = {
    "rows": _rows,
    "left_out": _left_out,
    "checks": _checks,
    "summary": _summary,
}
