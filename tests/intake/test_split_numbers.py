"""Tables that part the number of a document from its symbol."""

from __future__ import annotations

import pytest

from tests.intake.tables import lines, only, read
from tracker.intake.drafts import ProblemKind

HEADINGS = ("STT", "Số", "Ký hiệu", "Ngày, tháng", "Nội dung giao", "Thời hạn")


@pytest.mark.parametrize(
    ("serial", "symbol", "number"),
    [
        ("6340", "UBND-NC", "6340/UBND-NC"),
        ("30c", "NQ-CP", "30c/NQ-CP"),
        ("15", "/TB-VP", "15/TB-VP"),
        ("10000", "QĐ-UBND", "10000/QĐ-UBND"),
    ],
)
def test_a_number_and_its_symbol_are_one_document(serial: str, symbol: str, number: str) -> None:
    draft = only(
        lines(HEADINGS, ("1", serial, symbol, "03/11/2023", "Rà soát thủ tục", "10/12/2023"))
    )
    assert (draft.number, draft.issued, draft.deadline) == (number, "03/11/2023", "10/12/2023")
    assert (draft.content, draft.unused) == ("Rà soát thủ tục", ())


def test_a_further_column_with_the_whole_is_read_but_once() -> None:
    headings = ("TT", "Số", "Ký hiệu", "Số ký hiệu", "Ngày VB", "Nội dung")
    row = ("1", "6340", "UBND-NC", "6340/UBND-NC", "03/11/2023", "Rà soát thủ tục")
    draft = only(lines(headings, row))
    assert (draft.number, draft.unused) == ("6340/UBND-NC", ())


def test_two_columns_under_one_heading_are_put_together_too() -> None:
    upper = ("TT", "Văn bản chỉ đạo", "", "", "Nội dung", "Thời hạn")
    lower = ("", "Số", "Ký hiệu", "Ngày", "", "")
    row = ("1", "6340", "UBND-NC", "03/11/2023", "Rà soát thủ tục", "10/12/2023")
    assert only(lines(upper, lower, row)).number == "6340/UBND-NC"


@pytest.mark.parametrize(("serial", "symbol"), [("6340", ""), ("", "UBND-NC"), ("6340", "12/2023")])
def test_one_without_the_other_is_no_document(serial: str, symbol: str) -> None:
    reading = read(lines(HEADINGS, ("1", serial, symbol, "03/11/2023", "Rà soát", "10/12/2023")))
    assert [one.kind for one in reading.problems] == [ProblemKind.REFUSED]
