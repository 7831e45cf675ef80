"""Whatever is pasted, something sensible comes of it, and soon."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.tables import APPENDIX, HEADINGS, read

PIECES = (
    *HEADINGS, "", "1", "2.", "I", "A", "(1)", "25/KH-UBND", "25/KH-UBND ngày 24/5/2023",
    "ngày 3/11/2023", "31/4/2023", "45306", "Quý II/2024", "Chưa đến hạn", "Đúng hạn",
    "ĐÃ THỰC HIỆN: 02 nhiệm vụ", "Tổng số", "Nơi nhận:", "Phối hợp với tỉnh", "dung phối hợp", '"',
    '"a\nb"', "<b>x</b>", "\x00", "\u200b", "\ud800", "-", "x" * 200, "9" * 30,
)  # fmt: skip
ROWS = st.lists(st.lists(st.sampled_from(PIECES), max_size=9).map("\t".join), max_size=12)
TEXTS = st.one_of(
    ROWS.map("\n".join),
    ROWS.map(lambda rows: "\r\n".join(rows).replace("\t", "   ")),
    st.text(alphabet=st.characters(codec=None) | st.sampled_from('\t\n"1/I'), max_size=80),
)


@settings(max_examples=60)
@given(TEXTS)
def test_no_text_is_refused_and_each_row_is_told_once(text: str) -> None:
    reading = read(text)
    lines = [
        *(one.line for one in reading.drafts),
        *(one.line for one in reading.problems),
        *(one.line for one in reading.groups),
        *(one.line for one in reading.passed_over),
    ]
    assert len(set(lines)) == len(lines)
    assert all(1 <= line <= text.count("\n") + text.count("\r") + 1 for line in lines)
    assert all(draft.number and draft.issued and draft.content for draft in reading.drafts)


@pytest.mark.parametrize(
    "piece",
    ["\t", '"', '"\n', '"a\t', "a\n", "1\ta\n", "I\t", "<b ", "1/AA-", "  a", "ngày 1/1/2023 "],
)
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    began = process_time()
    read(piece * (20_000 // len(piece)))
    assert process_time() - began < 10


def test_a_large_table_is_read_soon() -> None:
    began = process_time()
    reading = read("\n".join([APPENDIX] * 100))
    assert len(reading.drafts) == 500
    assert process_time() - began < 10
