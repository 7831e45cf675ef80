"""What is to be said of the tables of files as a whole, before any of their rows is entered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tracker.wording.formats import capitalised
from tracker.wording.pasting import passed_over_line, table_sentences
from tracker.wording.table_places import Places, lines_words

_LETTERS = 26


def table_remarks(preview: Any, *, is_file: bool = True) -> Iterator[str]:
    """What is odd about the tables, each by its name where there are several; then what else was
    in the files."""
    where = Places(preview.tables)
    for table in preview.registers:
        for sentence in odd_sentences(table):
            yield capitalised(where.told_apart(table) + sentence)
    others = [where.table(table) for table in preview.tables if not table.is_register]
    if others and is_file:
        yield f"Không có nhiệm vụ nên để nguyên: {'; '.join(others)}."
    for table in preview.registers:
        if line := passed_over_line(table.preview):
            yield capitalised(where.told_apart(table) + line)


def odd_sentences(table: Any) -> Iterator[str]:
    """What is odd about one table: its counts, days that were turned, what the file hides."""
    yield from table_sentences(table.preview)
    for remarked in table.found.remarks:
        yield _REMARKS[remarked.remark.value](remarked.lines)


def _columns(numbers: Iterable[int]) -> str:
    """Columns by the letters a sheet gives them: ``cột C, AB``."""
    return f"cột {', '.join(map(_letters, sorted(numbers)))}"


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, last = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + last) + letters
    return letters


_REMARKS: dict[str, Callable[[Iterable[int]], str]] = {
    "hidden_rows": lambda lines: (
        f"{capitalised(lines_words(lines))} đang ẩn trong tệp nhưng vẫn được đọc; không cần thì bỏ "
        "từng dòng."
    ),
    "hidden_columns": lambda columns: (
        f"{capitalised(_columns(columns))} đang ẩn trong tệp nhưng vẫn được đọc."
    ),
    "hidden_sheet": lambda _: "Cả trang tính đang ẩn trong tệp nhưng vẫn được đọc.",
    "not_calculated": lambda lines: (
        f"{capitalised(lines_words(lines))} có công thức chưa được tính nên đọc thành ô trống; mở "
        "tệp bằng Excel, lưu lại rồi nhập."
    ),
    "days_from_1904": lambda lines: (
        f"{capitalised(lines_words(lines))} có số có thể là ngày, trong tệp đếm ngày từ năm 1904; "
        "so với văn bản gốc trước khi ghi."
    ),
}
"""By ``SheetRemark``."""
