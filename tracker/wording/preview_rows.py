"""The rows of tables as they are looked over: a line each, and all of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from tracker.core.vietnamese import clean
from tracker.wording.cell_width import cut, one_line
from tracker.wording.detail_pane import Line
from tracker.wording.entering import remark_words
from tracker.wording.formats import capitalised, format_date
from tracker.wording.labels import screen_progress
from tracker.wording.message_parts import shortened
from tracker.wording.pasting import (
    KIND,
    completed_words,
    contradiction_sentence,
    problem_words,
    row_words,
    unused_sentence,
)
from tracker.wording.previewing import value_words
from tracker.wording.register_table import SIGN
from tracker.wording.table_differences import FIELD, differences_words
from tracker.wording.table_places import Places, table_words

TABLE = "Bảng"
"""The heading over the names of tables, where there are several."""

TITLES = {
    "line": "Dòng",
    "kind": "Kết quả",
    "number": "Số/Ký hiệu",
    "issued": "Ngày",
    "deadline": "Thời hạn",
    "progress": "Tiến độ tính",
    "claimed": "Bảng ghi",
    "content": "Nội dung",
}
"""The columns, by their stable English names."""

TAKEN, LEFT_OUT = "√", "–"
"""Before a row that will be entered, and before one that was left out by hand."""

ADDED = "Bổ sung"
"""What becomes of a row that the register lacks something of."""

NOTHING_ENTERED = "Từ dòng này không có gì được ghi vào sổ."

GUESS_ADDS = (
    "Đúng là một nhiệm vụ thì bấm dấu cách để ghi điều sổ còn thiếu; là nhiệm vụ khác thì để "
    "nguyên, ghi riêng sau."
)
GUESS_ADDS_NOTHING = (
    "Đúng là một nhiệm vụ thì không cần ghi gì; là nhiệm vụ khác thì ghi riêng sau."
)
"""What to do about a row that only seems to be something that is known."""

_DIFFERENT = "≠"
"""Behind what the register, or the table itself, has otherwise."""

_CLAIMED = 22
"""Cells of what the table claims; it is told in full below, and the content needs the room."""


def table_names(preview: Any) -> dict[int, str]:
    """What the tables with directives are called in few cells, by their places.

    Nothing where there is only one.
    """
    if len(preview.registers) < 2:
        return {}
    is_one_file = len({table.file for table in preview.registers}) == 1
    return {
        place: _table_name(table, is_one_file=is_one_file)
        for place, table in enumerate(preview.tables)
        if table.is_register
    }


def _table_name(table: Any, *, is_one_file: bool) -> str:
    name = shortened(table.found.name) or table_words(table.found)
    return name if is_one_file else f"{name} ({shortened(table.file)})"


def cell(column: str, row: Any) -> str:
    """The text of one cell, of any length and on any number of lines."""
    differs = any(
        one.field.value == column and one.proposal.value != "tell_them" for one in row.differences
    )
    return _CELLS[column](row) + (f" {_DIFFERENT}" if differs else "")


def _kind(row: Any) -> str:
    is_changed = row.kind.value == "changed"
    return ADDED if is_changed and row.is_entered else KIND[row.kind.value]


def _number(row: Any) -> str:
    return row.assignment.document.number if row.assignment else _draft(row, "number")


def _issued(row: Any) -> str:
    if row.assignment is None:
        return _draft(row, "issued")
    return format_date(row.assignment.document.issued_on)


def _deadline(row: Any) -> str:
    due_on = row.assignment.deadline.due_on if row.assignment else None
    return format_date(due_on) if due_on else _draft(row, "deadline")


def _progress(row: Any) -> str:
    if row.progress is None:
        return ""
    word = screen_progress(row.progress, row.assignment.deadline.kind)
    contradicted = f" {_DIFFERENT}" if row.is_contradicted else ""
    return f"{SIGN[row.progress.value]} {word}{contradicted}"


def _content(row: Any) -> str:
    return row.assignment.content if row.assignment else _draft(row, "content")


def _draft(row: Any, field: str) -> str:
    return getattr(row.draft, field) if row.draft is not None else ""


_CELLS: dict[str, Callable[[Any], str]] = {
    "line": lambda row: str(row.line),
    "kind": _kind,
    "number": _number,
    "issued": _issued,
    "deadline": _deadline,
    "progress": _progress,
    "claimed": lambda row: cut(one_line(_draft(row, "progress")), _CLAIMED),
    "content": _content,
}


def row_lines(row: Any, place: Any, preview: Any, today: date) -> Iterator[Line]:
    """Everything about one row: first what is wrong, then what would be entered."""
    where = Places(preview.tables)
    yield Line(f"{capitalised(where.of(place))}: {row_words(row, where.of)}", "title")
    if row.problem is not None:
        heading = preview.tables[place.table].preview.heading_of(row.problem)
        yield Line(_tidy(problem_words(row.problem, heading)))
    yield from _told_otherwise(row, where.of)
    for field, text in filter(_has_text, _fields(row, today)):
        yield Line(f"{FIELD[field].capitalize()}: {_tidy(text)}", "label")
    for remark in row.remarks:
        yield Line(_tidy(remark_words(remark, place="pasted")))
    if row.draft is not None and (unused := unused_sentence(row.draft)):
        yield Line(_tidy(unused))


def _told_otherwise(row: Any, where: Callable[[Any], str]) -> Iterator[Line]:
    """Where the table contradicts itself, or the register, and what is done about it."""
    if row.is_contradicted:
        yield Line(_tidy(contradiction_sentence(row)))
    for told in differences_words(row, where, is_command=False):
        yield Line(capitalised(_tidy(told)) + ".")
    if row.is_guess:
        yield Line(GUESS_ADDS if row.adds else GUESS_ADDS_NOTHING)
    elif row.differences and not row.is_entered:
        yield Line(NOTHING_ENTERED)


def _has_text(field: tuple[str, str]) -> bool:
    return bool(field[1])


def _fields(row: Any, today: date) -> Iterator[tuple[str, str]]:
    if row.assignment is None:
        yield from ((name, _draft(row, name)) for name in ("number", "issued", "content"))
        yield from ((name, _draft(row, name)) for name in ("deadline", "completed"))
    else:
        yield "number", value_words(row.assignment.document, today)
        yield "content", row.assignment.content
        yield "deadline", _due(row, today)
        yield "progress", _beside_claimed(row)
        yield "completed", completed_words(row.completion) if row.completion else ""
    for name in ("result", "unit", "supporting_units", "officer", "assigned_by", "issuing_body"):
        yield name, _draft(row, name)


def _due(row: Any, today: date) -> str:
    """When it is due; what is done has no days left."""
    deadline = row.assignment.deadline
    is_over = row.completion is not None and deadline.due_on is not None
    return value_words(deadline.due_on if is_over else deadline, today)


def _beside_claimed(row: Any) -> str:
    claimed = _draft(row, "progress")
    return _progress(row) + (f" (bảng ghi: {claimed})" if claimed else "")


def _tidy(text: str) -> str:
    return clean(text)[0]
