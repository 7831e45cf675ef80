"""Bars in text: as long as what they stand for, told apart without colours, never too wide."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.wording.bars import Bar, Piece, bar_lines, legend
from tracker.wording.cell_width import cells
from tracker.wording.charts import Canvas, Line, Role, plain, prose

ROLES = (Role.BAR_ON_TIME, Role.BAR_LATE, Role.BAR_NO_DEADLINE, Role.BAR_NEEDS_REVIEW)
NARROW = Canvas(width=60)


def a_bar(*numbers: int, label: str = "Tháng", figures: tuple[str, ...] = ()) -> Bar:
    pieces = tuple(Piece(number, role) for number, role in zip(numbers, ROLES, strict=False))
    return Bar(label=label, pieces=pieces, figures=figures)


def drawn(line: Line) -> str:
    """The bar of a line."""
    return "".join(segment.text for segment in line if segment.role in ROLES)


def bars_of(bars: Sequence[Bar], canvas: Canvas = NARROW) -> list[str]:
    return [drawn(line) for line in bar_lines(bars, canvas)]


def room(canvas: Canvas = NARROW) -> int:
    """The longest bar beside a label of five cells and no figures."""
    return canvas.width - 9


def test_a_lone_piece_is_drawn_to_an_eighth_of_a_cell() -> None:
    whole = room()
    longest, half, least = bars_of([a_bar(8 * whole), a_bar(4 * whole + 3), a_bar(1)])
    assert longest == "█" * whole
    assert half == "█" * (whole // 2) + "▉"
    assert least == "▏"


def test_something_is_never_drawn_as_nothing_and_nothing_as_something() -> None:
    assert bars_of([a_bar(1_000_000), a_bar(1), a_bar(0)])[1:] == ["▏", ""]
    ascii_canvas = Canvas(width=60, is_ascii=True)
    assert bars_of([a_bar(1_000_000), a_bar(1), a_bar(0)], ascii_canvas)[1:] == ["#", ""]


def test_each_piece_of_a_bar_has_a_sign_of_its_own() -> None:
    bars = [a_bar(3, 1, 1, 1), a_bar(0, 2, 0, 0)]
    (first, second) = bars_of(bars)
    assert (sorted(set(first)), set(second)) == (sorted("█▒░?"), {"▒"})
    (first, second) = bars_of(bars, Canvas(width=60, is_ascii=True))
    assert (sorted(set(first)), set(second)) == (sorted("#x.?"), {"x"})


def test_the_pieces_share_a_bar_in_proportion() -> None:
    whole = room()
    (bar,) = bars_of([a_bar(2 * whole, whole, 0, 0)])
    assert (bar.count("█"), bar.count("▒")) == (34, 17)


numbers = st.lists(st.integers(0, 10**6), min_size=4, max_size=4)


@given(
    rows=st.lists(numbers, min_size=1, max_size=6),
    label=st.sampled_from(["Phòng", "Phòng Quản lý Khoa học và Đổi mới sáng tạo", "会議" * 20]),
    width=st.integers(60, 200),
    is_ascii=st.booleans(),
)
def test_every_line_fits_and_its_bar_is_as_long_as_its_number(
    rows: list[list[int]], label: str, width: int, is_ascii: bool
) -> None:
    bars = [a_bar(*row, label=label, figures=(str(sum(row)), "92,3%")) for row in rows]
    canvas = Canvas(width=width, is_ascii=is_ascii)
    lines = bar_lines(bars, canvas, headings=("Đơn vị", "Số", "Tỷ lệ"))
    assert {cells("".join(segment.text for segment in line)) for line in lines} <= {width}
    largest = max(map(sum, rows))
    longest = max(len(drawn(line)) for line in lines)
    for line, row in zip(lines[1:], rows, strict=True):
        there = {segment.role for segment in line if segment.role in ROLES}
        assert there == {role for role, number in zip(ROLES, row, strict=True) if number}
        share = sum(row) * longest / largest if largest else 0
        assert abs(len(drawn(line)) - max(share, len(there))) <= 1


def test_figures_stand_below_one_another_and_below_their_heading() -> None:
    bars = [
        a_bar(3, label="Văn phòng", figures=("03", "100%")),
        a_bar(12, label="Ra\u0300 soa\u0301t", figures=("1.012", "7%")),
    ]
    heading, first, second = map(plain, bar_lines(bars, NARROW, headings=("Đơn vị", "Số", "Tỷ lệ")))
    assert heading.endswith("     Số  Tỷ lệ")
    assert first.endswith("     03   100%")
    assert second.endswith("  1.012     7%")
    assert len({cells(line) for line in (heading, first, second)}) == 1


def test_a_name_too_long_gives_way_to_the_bar_and_says_so() -> None:
    (line,) = bar_lines([a_bar(99, label="Phòng " * 20)], NARROW)
    assert plain(line).startswith("  Phòng Phòng Phòng P…")
    assert drawn(line) == "█" * (60 - 2 - 20 - 2)


def test_a_bar_of_a_wide_chart_takes_the_room_there_is() -> None:
    (line,) = bar_lines([a_bar(99, figures=("99",))], Canvas(width=200))
    assert drawn(line) == "█" * (200 - 2 - 5 - 2 - 2 - 2)


def test_few_do_not_look_like_many() -> None:
    one, three = bars_of([a_bar(1), a_bar(3)], Canvas(width=109))
    assert (one, three) == ("█" * 4, "█" * 12)


def test_the_legend_names_only_the_pieces_there_are() -> None:
    pieces = tuple(zip(ROLES, ("đúng hạn", "chậm", "không hạn", "rà soát"), strict=True))
    bars = [a_bar(1, 0, 2, 0), a_bar(1, 0, 0, 0)]
    line = legend(pieces, bars, NARROW)
    assert plain(line) == "  █ đúng hạn  ░ không hạn"
    assert [segment.role for segment in line if segment.text in ("█", "░")] == [ROLES[0], ROLES[2]]
    assert (
        plain(legend(pieces, bars, Canvas(width=60, is_ascii=True))) == "  # đúng hạn  . không hạn"
    )


@pytest.mark.parametrize(("is_indented", "start"), [(False, "m"), (True, "  m")])
def test_a_sentence_goes_on_in_the_next_line(*, is_indented: bool, start: str) -> None:
    lines = prose("một hai ba bốn " * 10, Role.NOTE, NARROW, is_indented=is_indented)
    assert [plain(line)[: len(start) - 1] for line in lines] == [start[:-1]] * 3
    assert plain(lines[0]).startswith(start)
    assert max(cells(plain(line)) for line in lines) <= 60
