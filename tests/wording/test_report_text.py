from __future__ import annotations

from fractions import Fraction

import pytest

from tracker.core.periods import CutOff, parse_period
from tracker.wording.report_text import (
    format_rate,
    group_heading,
    name_heading,
    period_name,
    period_words,
    roman,
)

_OPEN = {"total": 0, "in_time": 0, "overdue": 0, "suspended": 0, "needs_review": 0}
_DONE = {"total": 0, "on_time": 0, "late": 0, "needs_review": 0}


@pytest.mark.parametrize(
    ("key", "name", "words"),
    [
        ("12/2023", "tháng 12/2023", "tháng 12 năm 2023"),
        ("1/2024", "tháng 01/2024", "tháng 01 năm 2024"),
        ("9/2024", "tháng 9/2024", "tháng 9 năm 2024"),
        ("Q4/2023", "quý IV năm 2023", "quý IV năm 2023"),
        ("6T/2023", "6 tháng đầu năm 2023", "6 tháng đầu năm 2023"),
        ("2023-H2", "6 tháng cuối năm 2023", "6 tháng cuối năm 2023"),
        ("9T/2023", "9 tháng đầu năm 2023", "9 tháng đầu năm 2023"),
        ("2023", "năm 2023", "năm 2023"),
        (
            "2023-11-05..2024-01-14",
            "từ ngày 05/11/2023 đến ngày 14/01/2024",
            "từ ngày 05/11/2023 đến ngày 14/01/2024",
        ),
    ],
)
def test_a_period_is_named_in_sentences_and_in_titles(key: str, name: str, words: str) -> None:
    period = parse_period(key, cut_off=CutOff.DECREE)
    assert period_name(period) == name
    assert period_words(period) == words


@pytest.mark.parametrize(
    ("group", "numbers", "heading"),
    [
        ("done", _DONE, "ĐÃ THỰC HIỆN: 0 nhiệm vụ"),
        ("done", _DONE | {"total": 2, "on_time": 2}, "ĐÃ THỰC HIỆN: 02 nhiệm vụ"),
        (
            "done",
            _DONE | {"total": 2, "on_time": 1, "late": 1},
            "ĐÃ THỰC HIỆN: 02 nhiệm vụ (chậm: 01)",
        ),
        (
            "done",
            _DONE | {"total": 2, "late": 1, "needs_review": 1},
            "ĐÃ THỰC HIỆN: 02 nhiệm vụ (chậm: 01; cần rà soát: 01)",
        ),
        ("in_progress", _OPEN, "ĐANG THỰC HIỆN: 0 nhiệm vụ"),
        (
            "in_progress",
            _OPEN | {"total": 7, "in_time": 7},
            "ĐANG THỰC HIỆN: 07 nhiệm vụ (trong hạn)",
        ),
        (
            "in_progress",
            _OPEN | {"total": 7, "in_time": 5, "overdue": 2},
            "ĐANG THỰC HIỆN: 07 nhiệm vụ (trong hạn: 05; quá hạn: 02)",
        ),
        (
            "in_progress",
            _OPEN | {"total": 12, "overdue": 10, "suspended": 1, "needs_review": 1},
            "ĐANG THỰC HIỆN: 12 nhiệm vụ"
            " (trong hạn: 0; quá hạn: 10; tạm dừng: 01; cần rà soát: 01)",
        ),
        ("not_started", _OPEN, "Chưa thực hiện: 0"),
        ("not_started", _OPEN | {"total": 2, "in_time": 2}, "Chưa thực hiện: 02 nhiệm vụ"),
        (
            "not_started",
            _OPEN | {"total": 2, "in_time": 1, "overdue": 1},
            "Chưa thực hiện: 02 nhiệm vụ (trong hạn: 01; quá hạn: 01)",
        ),
    ],
)
def test_a_group_is_headed_by_its_numbers(
    group: str, numbers: dict[str, int], heading: str
) -> None:
    assert group_heading(group, numbers) == heading


@pytest.mark.parametrize(
    ("rate", "text"),
    [
        (None, "-"),
        (Fraction(0), "0%"),
        (Fraction(1), "100%"),
        (Fraction(1, 3), "33,3%"),
        (Fraction(2, 3), "66,7%"),
        (Fraction(1, 2), "50%"),
        (Fraction(1, 8), "12,5%"),
        (Fraction(9985, 10000), "99,9%"),
        (Fraction(1, 2000), "0,1%"),
    ],
)
def test_a_rate_has_one_decimal_behind_a_comma(rate: Fraction | None, text: str) -> None:
    assert format_rate(rate) == text


@pytest.mark.parametrize(
    ("number", "text"), [(1, "I"), (3, "III"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX")]
)
def test_parts_are_numbered_in_roman_numerals(number: int, text: str) -> None:
    assert roman(number) == text


def test_a_name_is_headed_by_its_count_and_what_is_overdue_of_it() -> None:
    assert name_heading("Văn phòng", 12, 0) == "Văn phòng: 12 nhiệm vụ"
    assert name_heading("Văn phòng", 3, 1) == "Văn phòng: 03 nhiệm vụ (quá hạn: 01)"
