"""A line that is being typed: which part is which field so far."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY
from tracker.core.errors import UsageError
from tracker.core.half_line import HalfLine, read_half_line
from tracker.core.one_line import parse_one_line

PLAN = "25/KH-UBND ngày 24/5/2023"


def parts(line: str) -> tuple[str, str, str, str]:
    half = read_half_line(line, today=TODAY)
    return half.number, half.issued, half.content, half.deadline


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", ("", "", "", "")),
        ("2", ("2", "", "", "")),
        ("25/", ("25/", "", "", "")),
        ("Kế hoạch s", ("Kế hoạch s", "", "", "")),
        ("25/KH", ("25/KH", "", "", "")),
        ("Kế hoạch số 25/kh-ubnd", ("25/kh-ubnd", "", "", "")),
        ("25/KH-UBND n", ("25/KH-UBND", "", "", "")),
        ("25/KH-UBND ngày", ("25/KH-UBND", "", "", "")),
        ("25/KH-UBND ngày 2", ("25/KH-UBND", "2", "", "")),
        ("25/kh-ubnd ngày 24/5/", ("25/kh-ubnd", "24/5/", "", "")),
        ("25/KH-UBND (24/5/202", ("25/KH-UBND", "24/5/202", "", "")),
        ("25/KH-UBND 2023-0", ("25/KH-UBND", "2023-0", "", "")),
        (PLAN, ("25/KH-UBND", "24/5/2023", "", "")),
        ("25/KH-UBND hôm nay Việc", ("25/KH-UBND", "hôm nay", "Việc", "")),
        ("25/KH-UBND Phối hợp", ("25/KH-UBND", "", "Phối hợp", "")),
        ("V/v phối hợp", ("", "", "V/v phối hợp", "")),
        ("25/KH-UBND ngày 31/2/2023 Việc", ("25/KH-UBND", "31/2/2023", "Việc", "")),
    ],
)
def test_a_beginning_is_parted_as_far_as_it_goes(line: str, found: tuple[str, ...]) -> None:
    assert parts(line) == found


@pytest.mark.parametrize(
    ("rest", "content", "deadline"),
    [
        ("V/v phối hợp hạn", "V/v phối hợp hạn", ""),
        ("phối hợp, hạn 1", "phối hợp", "1"),
        ("phối hợp hạn 10/", "phối hợp", "10/"),
        ("phối hợp hạn 10/01", "phối hợp", "10/01"),
        ("phối hợp hạn trước ngày 10/01/202", "phối hợp", "trước ngày 10/01/202"),
        ("phối hợp hạn 31/2/2024", "phối hợp", "31/2/2024"),
        ("phối hợp hạn 2024-0", "phối hợp", "2024-0"),
        ("hạn 10/01/2024", "", "10/01/2024"),
        ("phối hợp hạn mức 10", "phối hợp hạn mức 10", ""),
        ("xin gia hạn 10/", "xin gia hạn 10/", ""),
        ("phối hợp trước 10/01/2024", "phối hợp trước 10/01/2024", ""),
    ],
)
def test_what_is_becoming_a_deadline_is_one_already(rest: str, content: str, deadline: str) -> None:
    assert parts(f"{PLAN} {rest}") == ("25/KH-UBND", "24/5/2023", content, deadline)


NUMBERS = ["25/KH-UBND", "Kế hoạch số 25/kh-ubnd", "36-NQ/TW", "V/v 2197/UBND-KGVX"]
DATES = ["", " ngày 24/5/2023", " (24/5/23)", " hôm qua", " ngày 31/2/2023", " ngày 3/1"]
CONTENTS = ["", " Phối hợp", " hạn chế in ấn", ": rà soát 14/2023/TT-BKHCN ngày 30/6/2023"]
CLOSINGS = ["", " hạn 10/01/2024", " (hạn 30/6)", " hạn Quý II/2024", " trước 10/12/2023", " hạn 3"]


@given(*map(st.sampled_from, (NUMBERS, DATES, CONTENTS, CLOSINGS)))
def test_a_whole_line_has_the_parts_that_saving_finds(
    number: str, day: str, content: str, closing: str
) -> None:
    line = f"{number}{day}{content}{closing}"
    try:
        whole = parse_one_line(line, today=TODAY)
    except UsageError:
        return
    half = read_half_line(line, today=TODAY)
    assert half.number == whole.document.number
    if whole.deadline_text or not half.deadline:
        assert (half.content, half.deadline) == (whole.content, whole.deadline_text)


@given(st.text() | st.text(alphabet="25/KHhạn ngày.-("))
def test_any_text_has_parts(text: str) -> None:
    assert isinstance(read_half_line(text, today=TODAY), HalfLine)
    assert isinstance(read_half_line(f"{PLAN} {text}", today=TODAY), HalfLine)


def test_a_page_pasted_by_mistake_is_parted_at_once() -> None:
    half = read_half_line(f"{PLAN} {'hạn chế ' * 4000}", today=TODAY)
    assert len(half.content) == 4000 * len("hạn chế ") - 1
