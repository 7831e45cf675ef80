"""What is only not finished, told from what is wrong however it goes on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY
from tracker.core.dates import FIRST_YEAR, LAST_YEAR, parse_date
from tracker.core.document_number import UnreadableDocumentNumber, parse_document_number
from tracker.core.errors import UsageError
from tracker.core.half_typed import (
    ends_in_no_date,
    has_half_year,
    may_become_date,
    may_become_number,
)

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
WAYS = (
    "{0.day}/{0.month}/{0.year}",
    "{0:%d/%m/%Y}",
    "{0.day}.{0.month}.{0.year}",
    "{0.day} - {0.month} - {0.year}",
    "{0:%Y-%m-%d}",
    "ngày {0.day}/{0.month}/{0.year}",
    "ngày {0.day} tháng {0.month}, năm {0.year}",
)


@given(DAYS, st.sampled_from(WAYS))
def test_no_beginning_of_a_date_is_taken_for_a_mistake(day: date, way: str) -> None:
    written = way.format(day)
    assert parse_date(written, today=TODAY) == day
    for length in range(1, len(written) + 1):
        assert may_become_date(written[:length], today=TODAY), written[:length]


@pytest.mark.parametrize("written", ["hôm nay", "hôm qua", "ngày mai", "+10", "- 3"])
def test_days_that_are_named_or_counted_have_beginnings_too(written: str) -> None:
    for length in range(1, len(written) + 1):
        assert may_become_date(written[:length], today=TODAY)


@pytest.mark.parametrize(
    "text",
    ["31/2", "31/2/2024", "2023-13", "2023-13-01", "32", "00/", "3/13", "29/2/2023", "3/11/180",
     "3/11/20231", "3/11/2101", "abc", "ngày thứ", "3/11/2023 và", "1" * 1000],
)  # fmt: skip
def test_what_no_more_typing_makes_a_date_is_a_mistake(text: str) -> None:
    assert not may_become_date(text, today=TODAY)


@given(st.text(max_size=12), st.text(alphabet="0123456789/-. ", max_size=8))
def test_what_is_called_a_mistake_is_one_whatever_follows(text: str, more: str) -> None:
    if not may_become_date(text, today=TODAY):
        with pytest.raises(UsageError):
            parse_date(text + more, today=TODAY)


@pytest.mark.parametrize(
    ("text", "is_half"),
    [
        ("3/11/20", True),
        ("3/11/19", True),
        ("29/2/20", True),
        ("3.11.21", True),
        ("3 tháng 11 năm 20", True),
        ("3/11/23", False),
        ("3/11/18", False),
        ("3/11/2023", False),
        ("2023-11-3", False),
        ("+20", False),
        ("3/11", False),
        ("", False),
    ],
)
def test_two_digits_may_be_the_first_half_of_a_year(text: str, is_half: bool) -> None:
    assert has_half_year(text) is is_half


@pytest.mark.parametrize(
    "written",
    ["6340/UBND-NC", "36-NQ/TW", "14/2023/TT-BKHCN", "30c/NQ-CP", "50/ QĐ - UBND", "25/kh-ubnd",
     "Quyết định số 50/QĐ-UBND", "số: 80/TTr-KHCN", "Kế hoạch 33/KH-KHCN", "1472/KHCN-CS&SHTT"],
)  # fmt: skip
def test_no_beginning_of_a_number_is_taken_for_a_mistake(written: str) -> None:
    for length in range(1, len(written) + 1):
        assert may_become_number(written[:length]), written[:length]


@pytest.mark.parametrize(
    "text", ["/UBND", "UBND-NC", "3/11/2023", "25/KH-UBND ngày", "phối hợp", "1234567/", "1" * 1000]
)
def test_what_no_more_typing_makes_a_number_is_a_mistake(text: str) -> None:
    assert not may_become_number(text)
    with pytest.raises(UnreadableDocumentNumber):
        parse_document_number(text)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("31/2/2024", True),
        ("trước ngày 31/2/2024", True),
        ("trước ngày 31 tháng 2 năm 2024", True),
        ("2023-13-01", True),
        ("31/2/2", True),
        ("trước ngày 10/12/2023", False),
        ("trước ngày 10/12/202", False),
        ("31/2", False),
        ("12/20", False),
        ("giai đoạn 2021-20", False),
        ("tháng 11-12/20", False),
        ("sớm", False),
        ("", False),
    ],
)
def test_a_whole_date_that_cannot_be_closes_a_text_for_good(text: str, is_wrong: bool) -> None:
    assert ends_in_no_date(text, today=TODAY) is is_wrong
