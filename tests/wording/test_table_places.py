"""Where rows and tables stand, in words as few as tell them apart."""

from __future__ import annotations

from typing import Any

import pytest

from tests.wording.test_reconciling import a_table
from tracker.operations.read_rows import Place
from tracker.wording.table_places import Places, line_words, lines_words


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((3,), "dòng 3"),
        ((5, 3, 4, 9), "dòng 3–5, 9"),
        (range(1_000, 20_001), "dòng 1.000–20.000"),
        (range(1, 60, 2), "dòng 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, …"),
    ],
)
def test_rows_that_follow_one_another_are_told_together(lines: Any, said: str) -> None:
    assert lines_words(lines) == said


def test_what_introduces_a_table_is_no_row_of_it() -> None:
    assert (line_words(4), line_words(0)) == ("dòng 4", "câu phía trên bảng")


def test_the_table_is_named_only_where_there_are_several() -> None:
    alone = Places([a_table(name="Tháng 12"), a_table(name="Danh bạ", is_register=False)])
    assert alone.of(Place(0, 4)) == "dòng 4"
    both = Places([a_table(name="Tháng 11"), a_table(name="Tháng 12")])
    assert both.of(Place(1, 4)) == "dòng 4, trang tính «Tháng 12»"
    apart = Places([a_table("a.docx"), a_table("b.docx", number=2)])
    assert apart.of(Place(1, 4)) == "dòng 4, bảng 2 (b.docx)"
