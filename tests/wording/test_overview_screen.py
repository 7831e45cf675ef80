"""The charts of an overview as a reader without colours meets them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, WEEKENDS_ONLY
from tracker.core.directive import Progress
from tracker.core.overview import Overview, overview, overview_of_nothing
from tracker.core.overview_counts import CompletedCount, OverdueCount, OverviewCounts
from tracker.core.overview_frame import frame_of
from tracker.core.successors import Successors
from tracker.wording.cell_width import cells
from tracker.wording.charts import Canvas, Chart, plain
from tracker.wording.due_charts import days_chart, weeks_chart
from tracker.wording.late_charts import overdue_chart, units_chart, without_deadline_chart
from tracker.wording.months_chart import months_chart
from tracker.wording.overview_screen import overview_charts, overview_headline

NARROW = Canvas(width=60)


def completed(
    day: date, number: int, progress: Progress = Progress.ON_TIME, *, has_deadline: bool = True
) -> CompletedCount:
    return CompletedCount(
        completed_on=day, progress=progress, has_deadline=has_deadline, number=number
    )


def overdue(unit: str, band: int, number: int, days: int) -> OverdueCount:
    return OverdueCount(
        unit=unit, band=band, number=number, earliest_due_on=TODAY - timedelta(days=days)
    )


BUSY = OverviewCounts(
    completed=(
        completed(date(2023, 10, 5), 1, has_deadline=False),
        completed(date(2023, 11, 3), 24),
        completed(date(2023, 11, 7), 2, Progress.LATE),
        completed(date(2023, 12, 1), 9),
        completed(date(2023, 12, 4), 3, Progress.LATE),
        completed(date(2023, 12, 5), 2, has_deadline=False),
        completed(date(2023, 12, 5), 1, Progress.NEEDS_REVIEW),
    ),
    undated_completions=1,
    missed={10: 2, 11: 3},
    overdue=(
        overdue("Phòng Quản lý Khoa học", 0, 3, 45),
        overdue("Phòng Quản lý Khoa học", 2, 1, 2),
        overdue("", 1, 2, 9),
    ),
    without_deadline={0: 2, 1: 1},
    due={date(2023, 12, 15): 3, date(2023, 12, 17): 1, date(2024, 1, 3): 12},
)


def seen(counts: OverviewCounts, as_of: date = TODAY) -> Overview:
    return overview(counts, frame_of(as_of), days_off=WEEKENDS_ONLY, successors=Successors())


def drawn(chart: Chart) -> str:
    """The bars of a chart, and their signs in the legend."""
    bars = [one for line in chart.lines for one in line if one.role.startswith("bar_")]
    return "".join(one.text for one in bars)


def said(chart: Chart) -> list[str]:
    """All the rest of it."""
    words = [one for line in chart.lines for one in line if not one.role.startswith("bar_")]
    return [one.text for one in words if one.text.strip()]


def text(chart: Chart) -> list[str]:
    return [plain(line) for line in chart.lines]


def test_the_months_tell_the_share_on_time_and_what_it_is_of() -> None:
    assert text(months_chart(seen(BUSY), NARROW)) == [
        "Hoàn thành theo tháng",
        "Tháng 12/2023: đúng hạn 75% (9/12)",
        "  Tháng                       Xong  Đúng hạn  Tỷ lệ  Quá hạn",
        "  10/2023  ░                    01                -        0",
        "  11/2023  ████████████████▒    26     24/26  92,3%       02",
        "  12/2023  ██████▒▒░?           15      9/12    75%       03",
        "  █ đúng hạn  ▒ chậm  ░ không thời hạn  ? cần rà soát",
        "  Tỷ lệ chỉ tính những việc có thời hạn rõ ràng.",
        "  Quá hạn: đến hạn trong tháng mà hết tháng (tháng này: đến",
        "  14/12/2023) chưa xong.",
        "  Ngoài ra 01 nhiệm vụ đã xong nhưng chưa rõ ngày.",
    ]


def test_the_divisions_stand_in_the_order_of_what_they_owe() -> None:
    assert text(units_chart(seen(BUSY), Canvas(width=80))) == [
        "Quá hạn theo đơn vị",
        "Quá hạn 06 nhiệm vụ; nhiều nhất: Phòng Quản lý Khoa học (04); lâu nhất 45 ngày",
        "  Đơn vị                                          Tổng  >30  8-30  1-7  Lâu nhất",
        "  Phòng Quản lý Khoa học  ██████████████░░░░        04   03     0   01        45",
        "  (chưa giao đơn vị)      ▒▒▒▒▒▒▒▒▒                 02    0    02    0         9",
        "  █ trên 30 ngày  ▒ từ 8 đến 30 ngày  ░ từ 1 đến 7 ngày",
    ]


def test_ages_are_told_with_their_share() -> None:
    assert text(overdue_chart(seen(BUSY), NARROW)) == [
        "Quá hạn bao lâu",
        "Lâu nhất 45 ngày; trên 30 ngày: 03 trong 06 nhiệm vụ quá hạn",
        "  Trên 30 ngày      ████████████▍                  03    50%",
        "  Từ 8 đến 30 ngày  ████████▎                      02  33,3%",
        "  Từ 1 đến 7 ngày   ████▏                          01  16,7%",
    ]
    assert text(without_deadline_chart(seen(BUSY), NARROW)) == [
        "Chưa xong, không thời hạn",
        "02 trong 03 nhiệm vụ đã giao trên 90 ngày",
        "  Trên 90 ngày       ████████                      02  66,7%",
        "  Từ 30 đến 90 ngày  ████                          01  33,3%",
        "  Dưới 30 ngày                                      0     0%",
    ]


def test_weeks_and_days_name_what_is_nearest() -> None:
    weeks = text(weeks_chart(seen(BUSY), NARROW))
    assert weeks[:4] == [
        "Đến hạn trong 8 tuần tới",
        "Tuần này: 04 nhiệm vụ đến hạn, gần nhất thứ Sáu 15/12",
        "  Tuần                                     Số       Gần nhất",
        "  14/12 – 17/12  ████████                  04  thứ Sáu 15/12",
    ]
    assert weeks[6] == "  01/01 – 07/01  ████████████████████████  12   thứ Tư 03/01"
    assert len(weeks) == 3 + 8
    days = text(days_chart(seen(BUSY), NARROW))
    assert days[:2] == [
        "Đến hạn từng ngày trong hai tuần tới",
        "Nhiều nhất: thứ Sáu 15/12 (03 nhiệm vụ)",
    ]
    roles = [one.role for line in days_chart(seen(BUSY), NARROW).body for one in line]
    assert [role for role in roles if role.startswith("bar_")] == ["bar_due", "bar_due_on_day_off"]
    assert days[4] == "  Chủ nhật 17/12  ████▌                        01  ngày nghỉ"


def test_a_week_without_anything_due_points_to_the_next_one_that_has() -> None:
    later = OverviewCounts(due={date(2024, 1, 3): 12})
    assert text(weeks_chart(seen(later), NARROW))[1] == (
        "Tuần này không có; tuần từ 01/01: 12 nhiệm vụ đến hạn, gần"
    )


@pytest.mark.parametrize(
    ("counts", "reading"),
    [
        (
            OverviewCounts(completed=(completed(TODAY, 2, has_deadline=False),)),
            "Tháng 12/2023: xong 02, không việc nào tính được tỷ lệ",
        ),
        (OverviewCounts(missed={11: 1}), "Tháng 12/2023: chưa có nhiệm vụ nào hoàn thành"),
        (
            OverviewCounts(completed=(completed(TODAY, 1_299), completed(TODAY, 1, Progress.LATE))),
            "Tháng 12/2023: đúng hạn 99,9% (1.299/1.300)",
        ),
    ],
)
def test_the_last_month_is_read_out(counts: OverviewCounts, reading: str) -> None:
    assert text(months_chart(seen(counts), NARROW))[1] == reading


def test_where_there_is_nothing_to_draw_a_sentence_says_so() -> None:
    charts = overview_charts(overview_of_nothing(TODAY), Canvas(width=100))
    assert [chart.body for chart in charts] == [()] * 6
    assert [text(chart)[1] for chart in charts] == [
        "Chưa có nhiệm vụ nào đến hạn hay hoàn thành từ ngày 01/01/2023.",
        "Không có nhiệm vụ nào quá hạn.",
        "Không có nhiệm vụ nào quá hạn.",
        "Không có nhiệm vụ nào chưa xong mà không có thời hạn.",
        "Không có nhiệm vụ nào đến hạn từ ngày 14/12/2023 đến ngày 04/02/2024.",
        "Không có nhiệm vụ nào đến hạn trong hai tuần tới.",
    ]


def test_what_was_done_on_a_day_nobody_knows_is_told_even_without_a_chart() -> None:
    chart = months_chart(seen(OverviewCounts(undated_completions=3)), Canvas(width=100))
    assert text(chart)[2:] == ["  Ngoài ra 03 nhiệm vụ đã xong nhưng chưa rõ ngày."]


def test_without_blocks_the_charts_say_the_same() -> None:
    plainly = Canvas(width=60, is_ascii=True)
    for chart, other in zip(
        overview_charts(seen(BUSY), NARROW), overview_charts(seen(BUSY), plainly), strict=True
    ):
        assert set(drawn(other)) <= set("#x.?") != set(drawn(chart))
        assert said(other) == said(chart)


def test_the_headline_says_of_which_day_everything_is() -> None:
    said = "Tổng quan thực hiện nhiệm vụ tính đến ngày 14/12/2023"
    assert overview_headline(TODAY, is_today=True) == said
    assert overview_headline(TODAY, is_today=False) == f"{said} (xem theo ngày đã chọn)"


counts_of_any_size = st.builds(
    OverviewCounts,
    completed=st.lists(
        st.builds(
            completed,
            st.dates(date(2023, 1, 1), TODAY),
            st.integers(1, 100_000),
            st.sampled_from([Progress.ON_TIME, Progress.LATE, Progress.NEEDS_REVIEW]),
            has_deadline=st.booleans(),
        ),
        max_size=6,
    ),
    undated_completions=st.integers(0, 2000),
    missed=st.dictionaries(st.integers(0, 11), st.integers(1, 50_000), max_size=4),
    overdue=st.lists(
        st.builds(
            overdue,
            st.sampled_from(["", "Thanh tra", "Phòng Quản lý Khoa học và Đổi mới sáng tạo"]),
            st.integers(0, 2),
            st.integers(1, 9_999),
            st.integers(1, 20_000),
        ),
        max_size=5,
    ),
    without_deadline=st.dictionaries(st.integers(0, 2), st.integers(1, 100_000)),
    due=st.dictionaries(
        st.dates(TODAY, TODAY + timedelta(days=52)), st.integers(1, 100_000), max_size=9
    ),
)


@given(counts=counts_of_any_size, width=st.integers(60, 200), is_ascii=st.booleans())
def test_no_line_of_any_chart_is_wider_than_the_screen(
    counts: OverviewCounts, width: int, is_ascii: bool
) -> None:
    for chart in overview_charts(seen(counts), Canvas(width=width, is_ascii=is_ascii)):
        assert max(cells(line) for line in text(chart)) <= width


@given(counts=counts_of_any_size)
def test_pieces_that_differ_in_colour_differ_in_sign_or_in_name(counts: OverviewCounts) -> None:
    for chart in overview_charts(seen(counts), NARROW):
        for line in chart.body:
            bars = [segment for segment in line if segment.role.startswith("bar_")]
            assert len({segment.text[0] for segment in bars}) == len(bars)
