"""The screen on which tables are looked over before any of them is entered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from tracker.core.vietnamese import clean
from tracker.wording.detail_pane import Line
from tracker.wording.entering import remark_words
from tracker.wording.formats import capitalised, format_count, format_date
from tracker.wording.labels import screen_progress
from tracker.wording.message_parts import shortened
from tracker.wording.pasting import (
    KIND,
    contradiction_sentence,
    passed_over_line,
    problem_sentence,
    row_words,
    table_sentences,
    unused_sentence,
)
from tracker.wording.previewing import value_words
from tracker.wording.register_table import SIGN
from tracker.wording.table_differences import FIELD, difference_words

BOX_TITLE = "Dán bảng hay danh sách nhiệm vụ vào đây"
BOX_PLACEHOLDER = (
    "Chép bảng trong Word, Excel, trang web rồi dán (Ctrl+Shift+V hay chuột phải). "
    "Chưa ghi gì vào sổ: bảng được xem trước đã."
)
BOX_HINTS = (("Ctrl+S", "xem trước", "look_over"), ("Esc", "thôi", "leave"))
"""The keys of the box: key, words, action."""

NOTHING_NEW = "Không có dòng nào mới để ghi; bấm Esc để thôi."
NO_MORE_TROUBLE = "Không có dòng nào cần xem lại."
DOCUMENT_TITLE = "Văn bản giao nhiệm vụ của cả bảng"
DOCUMENT_FIELD = "Dùng cho những dòng không ghi văn bản (số ký hiệu, ngày)"
DOCUMENT_SAVE = "Đọc lại bảng"
FONT_TITLE = "Bảng gõ bằng phông chữ cũ nào?"
FONTS = {
    "tcvn3": "TCVN3 (ABC): các phông .VnTime, .VnArial…",
    "vni": "VNI: các phông VNI-Times, VNI-Helve…",
}
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

_CONTRADICTED = "≠"


def title(files: str) -> str:
    """What is looked over; the names of the files, empty of what was pasted."""
    what = f"tệp {shortened(files)}" if files else "bảng dán vào"
    return f"Xem trước {what}; chưa ghi gì vào sổ"


def nothing_read(files: str) -> tuple[str, ...]:
    """In place of rows, where none is about a directive."""
    if files:
        return (
            "Không tìm thấy nhiệm vụ nào trong tệp.",
            "",
            "Bấm Esc rồi chọn tệp khác; bảng cần có cột số ký hiệu văn bản và cột nội dung.",
        )
    return ("Không tìm thấy nhiệm vụ nào trong những gì đã dán.", "", "Bấm Esc rồi dán lại.")


def reading_words(done: int = 0, total: int = 0) -> str:
    """The tables are being read; so much of it, where that is known."""
    return f"Đang đọc{_share(done, total)}… (Esc để thôi)"


def saving_words(done: int = 0, total: int = 0) -> str:
    """The rows are being entered."""
    return f"Đang ghi vào sổ{_share(done, total)}… (Esc để dừng, không ghi gì)"


def _share(done: int, total: int) -> str:
    return f" {100 * done // total}%" if total else ""


def hints(number: int, *, is_old: bool = False) -> tuple[tuple[str, str, str], ...]:
    """The keys: key, words, action. ``is_old``: a font of before Unicode is in the way."""
    return (
        ("Enter", f"ghi {format_count(number)} dòng", "save"),
        ("dấu cách", "bỏ dòng", "leave_out"),
        ("l", "dòng cần xem", "next_odd"),
        ("d", "văn bản", "document"),
        *((("f", "phông cũ", "font"),) if is_old else ()),
        ("Esc", "thôi", "leave"),
    )


def odd_lines(preview: Any, *, is_file: bool) -> Iterator[str]:
    """What is to be said of the tables as a whole, each by its name where there are several."""
    is_named = len(preview.tables) > 1
    for table in preview.tables:
        before = f"{capitalised(table_name(table.found))}: " if is_named else ""
        if is_file and not table.is_register:
            yield f"{before or 'Tệp '}không có dòng nào là nhiệm vụ nên để nguyên."
            continue
        for sentence in table_sentences(table.preview):
            yield before + sentence
        if line := passed_over_line(table.preview):
            yield before + line


def table_name(found: Any, file: str = "") -> str:
    """What a table of a file is called: ``trang «Tháng 12»``, ``bảng 2``, ``văn bản``."""
    name = _PLACES[found.kind.value].format(shortened(found.name) or found.number)
    return f"{name} ({shortened(file)})" if file else name


_PLACES = {"sheet": "trang «{}»", "table": "bảng {}", "text": "văn bản"}


def cell(column: str, row: Any) -> str:
    """The text of one cell, of any length and on any number of lines."""
    return _CELLS[column](row)


def _kind(row: Any) -> str:
    return KIND[row.kind.value]


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
    contradicted = f" {_CONTRADICTED}" if row.is_contradicted else ""
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
    "claimed": lambda row: _draft(row, "progress"),
    "content": _content,
}


def row_lines(row: Any, today: date) -> Iterator[Line]:
    """Everything about one row: first what is wrong, then what would be entered."""
    yield Line(f"Dòng {row.line}: {row_words(row)}", "title")
    if row.problem is not None:
        yield Line(_tidy(problem_sentence(row.problem)))
    if row.is_contradicted:
        yield Line(_tidy(contradiction_sentence(row)))
    for difference in row.differences:
        yield Line(capitalised(_tidy(difference_words(difference))) + ".")
    for field, text in _fields(row, today):
        if text:
            yield Line(f"{FIELD[field].capitalize()}: {_tidy(text)}", "label")
    for remark in row.remarks:
        yield Line(_tidy(remark_words(remark, place="pasted")))
    if row.draft is not None and (unused := unused_sentence(row.draft)):
        yield Line(_tidy(unused))


def _fields(row: Any, today: date) -> Iterator[tuple[str, str]]:
    if row.assignment is None:
        yield from ((name, _draft(row, name)) for name in ("number", "issued", "content"))
        yield "deadline", _draft(row, "deadline")
    else:
        yield "number", value_words(row.assignment.document, today)
        yield "content", row.assignment.content
        yield "deadline", _due(row, today)
        yield "progress", _beside_claimed(row)
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
