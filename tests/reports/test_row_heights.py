from __future__ import annotations

import pytest

from tracker.reports.row_heights import times_ruler


def test_letters_measure_what_they_do_in_times_new_roman() -> None:
    assert times_ruler(1000).width("Wi.") == 944 + 278 + 250


def test_bold_text_is_wider() -> None:
    text = "nhiệm vụ"
    assert times_ruler(12, is_bold=True).width(text) > times_ruler(12).width(text)


@pytest.mark.parametrize(("accented", "plain"), [("ế", "e"), ("Ự", "U"), ("ơ", "o"), ("à", "a")])
def test_an_accent_makes_a_letter_a_little_wider_at_most(accented: str, plain: str) -> None:
    ruler = times_ruler(12)
    assert ruler.width(plain) <= ruler.width(accented) <= 1.25 * ruler.width(plain)


def test_a_letter_nobody_measured_is_taken_to_be_wide() -> None:
    assert times_ruler(12).width("漢") == 12


def test_marks_without_end_are_not_taken_to_fit_one_line() -> None:
    assert len(times_ruler(12).lines("\u0301" * 33_000, 200)) > 50
