"""Rows as they are copied out of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.core.assessed import AssessedDirective
from tracker.wording.cell_width import one_line
from tracker.wording.echoes import progress_words
from tracker.wording.formats import format_count, format_document
from tracker.wording.row_cells import deadline_cell
from tracker.wording.secrecy import shown_content
from tracker.wording.views import csv_rows

COPIED_SELECTION = "Đã chép đoạn bôi đen vào bộ nhớ tạm; dán bằng Ctrl+V."

STILL_READING = "Danh sách còn đang đọc; đợi một lát rồi bấm lại."


def report_line(row: AssessedDirective) -> str:
    """One directive as a line of a report."""
    document = format_document(row.document)
    deadline = deadline_cell(row)
    limit = f"; thời hạn {deadline}" if deadline else ""
    progress = progress_words(row.facts, row.assessment)
    return one_line(f"{document}: {shown_content(row)}{limit}; {progress}")


def table_text(rows: Sequence[AssessedDirective]) -> str:
    """Rows with tabs between the cells, the heading first."""
    return "\n".join("\t".join(map(_cell, row)) for row in csv_rows(rows))


def _cell(text: str) -> str:
    """A cell on one line; what a spreadsheet would run is made plain text by a quote before it."""
    plain = one_line(text)
    return f"'{plain}" if plain.startswith(("=", "+", "-", "@")) else plain


def copied_rows_words(number: int, *, of: int | None = None) -> str:
    """How many rows were copied, and whether that is all of them."""
    rest = f" đầu trong {format_count(of)} dòng" if of is not None and of > number else " dòng"
    return f"Đã chép {format_count(number)}{rest} vào bộ nhớ tạm; dán bằng Ctrl+V."
