from __future__ import annotations

import pytest

from tracker.intake.files.number_formats import BUILT_IN, Seen, plain, read_format, seen

NEW_YEAR_2024 = 45292


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (2, "00", "02"),
        (2, "000", "002"),
        (125, "00", "125"),
        (2, '00"/UBND-NC"', "02/UBND-NC"),
        (2, "00\\/\\U\\B", "02/UB"),
        (2, '"TB-"0', "TB-2"),
        (0.95, "0%", "95%"),
        (0.955, "0.0%", "95.5%"),
        (0.125, "0%", "13%"),
        (1, "0%", "100%"),
        (1234567, "#,##0", "1234567"),
        (1.5, "0", "2"),
        (2.5, "0", "3"),
        (1.5, "0.00", "1.50"),
        (1.256, "0.##", "1.256"),
        (12, "General", "12"),
        (12, "@", "12"),
        (12, "_(* #,##0_);_(* (#,##0)", "12"),
        (12, '0 "ngày"', "12 ngày"),
        (12, '[$-42A]0;[Red]"âm"0', "12"),
        (0.5, "# ?/?", "0.5"),
        (1234.5, "0.00E+00", "1234.5"),
        (-3, "0", "-3"),
    ],
)
def test_a_number_is_read_as_it_is_seen(value: float, code: str, text: str) -> None:
    assert seen(value, read_format(code)) == Seen(text)


@pytest.mark.parametrize(
    "code",
    [
        "dd/mm/yyyy", "d/m/yy", "m/d/yyyy", "[$-42A]dd/mm/yyyy;@", "dd\\-mm\\-yyyy", "d-mmm-yy",
        "dddd, dd/mm/yyyy", "dd/mm/yyyy h:mm", "yyyy\\-mm\\-dd", "d-mmm", "DD/MM/YYYY",
        'dd" tháng "mm" năm "yyyy', BUILT_IN[14], BUILT_IN[22],
    ],
)  # fmt: skip
def test_a_day_is_read_day_first_whatever_the_sheet_puts_first(code: str) -> None:
    assert seen(NEW_YEAR_2024 + 0.7, read_format(code)) == Seen("01/01/2024", is_day=True)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("mm/yyyy", "01/2024"),
        ("mmm-yy", "01/2024"),
        ('"Tháng "mm/yyyy', "Tháng 01/2024"),
        ('"Năm "yyyy', "Năm 2024"),
        ('"Tháng "mm', "Tháng 01"),
        ("h:mm", "16:48"),
        ("[h]:mm", "16:48"),
        ("h:mm AM/PM", "16:48"),
    ],
)
def test_where_no_day_is_seen_none_is_read(code: str, text: str) -> None:
    assert seen(NEW_YEAR_2024 + 0.7, read_format(code)) == Seen(text)


def test_words_before_a_day_are_read_with_it() -> None:
    form = read_format('"Trước ngày "dd/mm/yyyy')
    assert seen(NEW_YEAR_2024, form) == Seen("Trước ngày 01/01/2024", is_day=True)


@pytest.mark.parametrize(
    ("value", "text"), [(1, "01/01/1900"), (59, "28/02/1900"), (61, "01/03/1900")]
)
def test_the_day_that_never_was_shifts_those_before_it(value: int, text: str) -> None:
    assert seen(value, read_format("dd/mm/yyyy")).text == text


@pytest.mark.parametrize("value", [-1.0, 2_958_466.0, 1e300])
def test_what_is_no_day_stays_a_number(value: float) -> None:
    assert seen(value, read_format("dd/mm/yyyy")) == Seen(plain(value))


def test_a_count_from_1904_gives_the_same_day() -> None:
    form = read_format("dd/mm/yyyy")
    assert seen(NEW_YEAR_2024 - 1_462, form, from_1904=True) == seen(NEW_YEAR_2024, form)


@pytest.mark.parametrize(
    "code", ["", ";;;", '"', "[", "\\", "[h" * 9_000, '"' * 9_001, "0" * 9_000]
)
def test_a_format_that_is_none_does_no_harm(code: str) -> None:
    assert len(seen(3, read_format(code)).text) < 300
