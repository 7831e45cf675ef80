"""The register as a table on the screen: titles of columns, and one row as cells.

A progress is told by a word and by a sign of its own shape, never by colour alone. The signs are
of the oldest set that every terminal font has (WGL4).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tracker.core.assessed import AssessedDirective
from tracker.wording.formats import format_date
from tracker.wording.labels import screen_progress
from tracker.wording.row_cells import days_cell, deadline_cell
from tracker.wording.secrecy import shown_content

SIGN = {
    "overdue": "■",
    "due_soon": "▲",
    "not_yet_due": "○",
    "on_time": "√",
    "late": "×",
    "suspended": "=",
    "withdrawn": "–",
    "needs_review": "?",
}
"""The shape of each progress, and of what is due soon."""

TITLES = {
    "id": "Mã",
    "progress": "Tiến độ",
    "days": "Số ngày",
    "number": "Số/Ký hiệu",
    "issued": "Ngày",
    "deadline": "Thời hạn",
    "unit": "Đơn vị",
    "officer": "Theo dõi",
    "completed": "Hoàn thành",
    "content": "Nội dung",
}
"""The columns, by their stable English names."""

MARK = "*"
"""Stands before a row that was marked."""

LOADING = "…"
"""Stands for a row that is being read."""

ASCENDING, DESCENDING = "▲", "▼"
"""Behind the title of the column a table is sorted by."""


def cell(column: str, row: AssessedDirective, as_of: date) -> str:
    """The text of one cell, of any length and on any number of lines."""
    return _CELLS[column](row, as_of)


def sign_of(row: AssessedDirective) -> str:
    """The name of the sign of a row: its progress, or that it is due soon."""
    return "due_soon" if row.assessment.is_due_soon else row.assessment.progress.value


def _progress(row: AssessedDirective, _: date) -> str:
    word = screen_progress(row.assessment.progress, row.facts.deadline.kind)
    return f"{SIGN[sign_of(row)]} {word}"


_CELLS: dict[str, Callable[[AssessedDirective, date], str]] = {
    "id": lambda row, _: str(row.id),
    "progress": _progress,
    "days": lambda row, as_of: days_cell(row, as_of).removeprefix("đã "),
    "number": lambda row, _: row.document.number,
    "issued": lambda row, _: format_date(row.document.issued_on),
    "deadline": lambda row, _: deadline_cell(row),
    "unit": lambda row, _: row.unit,
    "officer": lambda row, _: row.officer,
    "completed": lambda row, _: (
        format_date(row.facts.completed_on) if row.facts.completed_on else ""
    ),
    "content": lambda row, _: shown_content(row),
}
