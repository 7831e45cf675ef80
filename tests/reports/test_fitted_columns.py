"""Columns fitted to their texts: no word broken, and the long texts get the room."""

from __future__ import annotations

import pytest

from tracker.core.layout import Orientation
from tracker.reports.fitted_columns import fitted_columns
from tracker.reports.print_rows import CELL_PADDING, column_widths
from tracker.reports.row_heights import times_ruler
from tracker.reports.sheet import Column, DataRow, Paper

PAPER = Paper(orientation=Orientation.LANDSCAPE, text_size=10)
LONG = "Tham mưu Ủy ban nhân dân tỉnh ban hành văn bản chỉ đạo triển khai thực hiện. " * 4


def widths_of(*rows: tuple[str, ...]) -> tuple[float, ...]:
    columns = [Column(title=title, share=1 / 3) for title in ("TT", "Ngày", "Nội dung")]
    fitted = fitted_columns(columns, [DataRow(cells=row) for row in rows], PAPER)
    assert sum(column.share for column in fitted) == pytest.approx(1)
    return column_widths(fitted, PAPER)


def test_the_longest_text_gets_the_room_and_no_word_is_broken() -> None:
    ordinal, day, content = widths_of(("1", "27/11/2023", LONG), ("2", "28/11/2023", LONG))
    ruler = times_ruler(10)
    assert day >= ruler.width("27/11/2023") + CELL_PADDING
    assert ordinal < day < content / 5


def test_texts_of_one_length_get_about_the_same_room() -> None:
    _, first, second = widths_of(("1", LONG, LONG))
    assert abs(first - second) < first / 10


def test_a_word_without_end_leaves_room_for_the_others() -> None:
    *_, content = widths_of(("1" * 500, "x" * 500, LONG))
    assert content > 100


def test_a_table_without_rows_has_the_widths_of_its_headings() -> None:
    assert min(widths_of()) > 0
