from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.builders import (
    LETTERHEAD,
    a_report,
    a_row,
    appendix_sheet,
    december_rows,
)
from tracker.reports.print_rows import PrintedRow, RowKind, print_rows
from tracker.reports.sheet import Paper

_SENTENCE = "Thực hiện nghiêm chế độ thông tin báo cáo. "


def _data_rows(content: str, *, paper: Paper | None = None) -> list[PrintedRow]:
    sheet = appendix_sheet(a_report([a_row(content=content)]), LETTERHEAD, paper=paper)
    return [row for row in print_rows(sheet) if row.kind is RowKind.DATA]


def test_title_gap_header_and_groups_come_in_order() -> None:
    rows = list(print_rows(appendix_sheet(a_report(december_rows()), LETTERHEAD)))
    assert [row.kind for row in rows[:7]] == [
        RowKind.TITLE,
        RowKind.TITLE,
        RowKind.TITLE,
        RowKind.ENCLOSURE,
        RowKind.GAP,
        RowKind.HEADER,
        RowKind.GROUP,
    ]


def test_a_longer_text_stands_higher() -> None:
    heights = [_data_rows(_SENTENCE * times)[0].height for times in (1, 5, 10)]
    assert heights[0] < heights[1] < heights[2]


def test_narrower_paper_makes_rows_higher() -> None:
    narrow = replace(Paper(), left=60, right=60)
    text = _SENTENCE * 5
    assert _data_rows(text, paper=narrow)[0].height > _data_rows(text)[0].height


def test_a_text_that_fits_one_row_is_not_divided() -> None:
    assert [row.cells[2] for row in _data_rows(_SENTENCE * 20)] == [_SENTENCE * 20]


def test_a_long_title_wraps_instead_of_running_over() -> None:
    letterhead = replace(LETTERHEAD, office_name="Sở " + "Khoa học và Công nghệ " * 12)
    rows = list(print_rows(appendix_sheet(a_report([]), letterhead)))
    assert rows[3].height > 1.5 * rows[0].height


@given(st.integers(0, 40), st.integers(0, 40))
def test_no_row_is_higher_than_a_row_may_be_and_no_word_is_lost(lines: int, times: int) -> None:
    content = "\n".join(["dòng"] * lines) + _SENTENCE * times
    rows = _data_rows(content)
    assert max(row.height for row in rows) <= 409
    assert " ".join(row.cells[2] for row in rows).split() == content.split()
    assert [bool(row.cells[0]) for row in rows] == [True] + [False] * (len(rows) - 1)
