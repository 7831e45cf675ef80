from __future__ import annotations

import pytest

from tests.reports.builders import (
    LETTERHEAD,
    a_report,
    a_row,
    appendix_sheet,
    december_rows,
    plan_sheet,
)
from tracker.reports.text import sheet_text
from tracker.wording.cell_width import cells


def test_the_december_appendix_reads_as_a_table() -> None:
    lines = sheet_text(appendix_sheet(a_report(december_rows()), LETTERHEAD)).splitlines()
    assert lines[0].strip() == "Phụ lục"
    assert lines[5].split(" | ")[0] == "TT "
    assert any(line.startswith("II  | ĐANG THỰC HIỆN: 07 nhiệm vụ (trong hạn)") for line in lines)
    assert any("| 10/12/2023 | 27/11/2023 |" in line for line in lines)
    assert lines[-2] == "III | Chưa thực hiện: 0"


@pytest.mark.parametrize("width", [90, 100, 120, 200])
def test_no_line_is_wider_than_asked(width: int) -> None:
    text = sheet_text(appendix_sheet(a_report(december_rows()), LETTERHEAD), width=width)
    assert max(map(len, text.splitlines())) <= width


def test_every_word_is_there_even_on_a_narrow_terminal() -> None:
    row = a_row(content="Chủ trì phối hợp rà soát", note="đang lấy ý kiến")
    text = sheet_text(plan_sheet(a_report([row]), LETTERHEAD), width=40)
    assert {"Chủ", "trì", "phối", "hợp", "rà", "soát", "lấy", "ý", "kiến"} <= set(text.split())


def test_what_was_typed_cannot_steer_the_terminal() -> None:
    text = sheet_text(appendix_sheet(a_report([a_row(content="a\x1b]0;x\x07b")]), LETTERHEAD))
    assert "\x1b" not in text
    assert "\x07" not in text


def test_marks_and_wide_signs_do_not_shift_the_columns() -> None:
    rows = [a_row(content=text) for text in ("Ra\u0300 soa\u0301t", "会議 Rà soát", "Rà soát")]
    lines = sheet_text(plan_sheet(a_report(rows), LETTERHEAD)).splitlines()
    bars = [cells(line[: line.rindex("|")]) for line in lines if line[:1].isdigit()]
    assert len(bars) == 3
    assert len(set(bars)) == 1
