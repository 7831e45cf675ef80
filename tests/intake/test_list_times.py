"""The period and the day of a list, out of the titles above it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import TODAY
from tests.intake.tables import HEADINGS, lines, read
from tracker.core.periods import CutOff
from tracker.intake.list_times import ListTimes, list_times

ROW = ("1", "25/KH-UBND ngày 24/5/2023", "Phối hợp thực hiện Kế hoạch tháng 3 năm 2023")


def times(*titles: str, cut_off: CutOff = CutOff.DECREE) -> ListTimes:
    table = lines(*((title,) for title in titles), HEADINGS, ROW, ("Tháng 5 năm 2023",))
    return list_times(read(table), cut_off=cut_off)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("CHỦ TỊCH UBND TỈNH GIAO THÁNG 10 NĂM 2023", "2023-10"),
        ("Danh mục nhiệm vụ tháng 11/2023 của Sở", "2023-11"),
        ("Kết quả thực hiện nhiệm vụ quý III năm 2023", "2023-Q3"),
        ("Kết quả 6 tháng đầu năm 2023", "2023-H1"),
        ("Kết quả 9 tháng năm 2023", "2023-9M"),
        ("Báo cáo tháng 10 năm 2023, kế hoạch tháng 11 năm 2023", None),
        ("Bắc Kạn, ngày 14 tháng 12 năm 2023", None),
        ("Bắc Kạn, ngày   tháng 12 năm 2023", None),
        ("Bắc Kạn, ngày ..... tháng 12 năm 2023", None),
        ("(Kèm theo Báo cáo số 340/BC-KHCN ngày 16/10/2023)", None),
        ("Kế hoạch năm 2023", None),
        ("Tháng 13 năm 2023", None),
        ("Phụ lục", None),
    ],
)
def test_the_period_is_that_of_the_titles_where_they_name_one(
    title: str, period: str | None
) -> None:
    found = times("Phụ lục", title).period
    assert (found and found.key) == period


@pytest.mark.parametrize(
    ("titles", "day"),
    [
        (("Tháng 11 năm 2023",), date(2023, 11, 14)),
        (("Tháng 11 năm 2023", "(Tính đến hết ngày 20/11/2023)"), date(2023, 11, 20)),
        (("Tháng 11 năm 2023", "tính đến ngày 10 tháng 11 năm 2023"), date(2023, 11, 10)),
        (("Từ ngày 15/10/2023 đến ngày 14/11/2023",), date(2023, 11, 14)),
        (("Tháng 11 năm 2023", "(Kèm theo Báo cáo số 3/BC-KHCN ngày 12/11/2023)"),
         date(2023, 11, 12)),
        (("Tháng 11 năm 2023", "(Kèm theo Báo cáo số 3/BC-KHCN ngày 16/11/2023)"),
         date(2023, 11, 14)),
        (("Tháng 01 năm 2024",), None),
        (("Tính đến ngày 31/02/2023",), None),
        ((), None),
    ],
)  # fmt: skip
def test_the_day_is_the_last_that_the_list_tells_of_for_certain(
    titles: tuple[str, ...], day: date | None
) -> None:
    assert times(*titles).day(today=TODAY) == day


def test_a_month_ends_where_the_office_cuts_it_off() -> None:
    told = times("Tháng 11 năm 2023", cut_off=CutOff.CALENDAR)
    assert told.day(today=TODAY) == date(2023, 11, 30)
