"""The overview of a register, from entering to the numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.builders import TODAY
from tracker.core.overview import Overview
from tracker.core.rules import DeadlinePolicy, Policy
from tracker.core.successors import Successors
from tracker.operations.calendar import change_days
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.overview import OverviewLook, look_over, read_overview
from tracker.operations.progressing import Completion, Ruling, by_document, done
from tracker.operations.status import read_status
from tracker.store.days_off import DayKind
from tracker.store.reading import open_reading
from tracker.store.rows import Reading

NAMES = Successors({"Phòng Cũ": "Phòng Mới"})


def enter(desk: Desk, number: int, deadline: str, unit: str = "", on: str = "") -> None:
    entry = Entry(
        number=f"{number}/KH-UBND",
        issued="24/5/2023",
        content="Việc",
        deadline=deadline,
        unit=unit,
    )
    add(desk, entry)
    if on:
        done(desk, str(number), Completion(on=on))


def an_office(desk: Desk) -> Desk:
    enter(desk, 1, "10/11/2023", "Phòng Cũ")
    enter(desk, 2, "05/12/2023", "phòng mới")
    enter(desk, 3, "10/12/2023", on="11/12/2023")
    enter(desk, 4, "17/12/2023")
    enter(desk, 5, "")
    enter(desk, 6, "", on="01/11/2023")
    return desk


def of_today(desk: Desk) -> Overview:
    return read_overview(desk, as_of=desk.today, successors=NAMES)


def test_an_overview_tells_what_was_done_what_is_late_and_what_comes(desk: Desk) -> None:
    told = of_today(an_office(desk))
    october, november, december = told.months[-3:]
    assert (october.completed, october.missed) == (0, 0)
    assert (november.on_time, november.rate, november.missed) == (1, None, 1)
    assert (december.late, december.rate, december.missed) == (1, Fraction(0), 1)
    assert [(unit.unit, unit.by_age, unit.longest_days) for unit in told.late_by_unit] == [
        ("Phòng Mới", (1, 1, 0), 34)
    ]
    assert told.without_deadline_by_age == (1, 0, 0)
    assert [(week.number, week.nearest_on) for week in told.weeks[:2]] == [
        (1, date(2023, 12, 17)),
        (0, None),
    ]
    numbers = read_status(
        desk.location, as_of=desk.today, deadline_policy="nominal", due_soon_days=7, listed=0
    ).totals
    assert (told.overdue, numbers.overdue) == (2, 2)


def test_a_deadline_on_a_sunday_falls_due_by_the_policy_of_the_office(desk: Desk) -> None:
    policy = Policy(deadline_policy=DeadlinePolicy.NEXT_WORKING_DAY)
    told = of_today(replace(an_office(desk), policy=policy))
    assert [(week.number, week.nearest_on) for week in told.weeks[:2]] == [
        (0, None),
        (1, date(2023, 12, 18)),
    ]
    assert told.months[-1].rate == 1


def test_a_past_day_knows_nothing_of_what_came_later(desk: Desk) -> None:
    told = read_overview(an_office(desk), as_of=date(2023, 10, 31), successors=NAMES)
    assert {month.completed + month.missed for month in told.months} == {0}
    assert (told.overdue, told.without_deadline_by_age) == (0, (2, 0, 0))
    assert sum(week.number for week in told.weeks) == 4


def test_the_days_to_come_are_those_the_office_works_on(desk: Desk) -> None:
    an_office(desk)
    change_days(desk, ["15/12/2023"], kind=DayKind.HOLIDAY, name="Ngày truyền thống")
    days = of_today(desk).days
    assert [(day.day.day, day.number, day.is_day_off) for day in days[:3]] == [
        (14, 0, False),
        (17, 1, True),
        (18, 0, False),
    ]


def looked_over(desk: Desk, as_of: date) -> OverviewLook:
    return look_over(desk, as_of=as_of, successors=NAMES)


def test_a_screen_is_told_the_same_and_up_to_which_operation_it_holds(desk: Desk) -> None:
    assert looked_over(desk, desk.today) == OverviewLook(None, 0)
    told = looked_over(an_office(desk), desk.today)
    assert told == OverviewLook(of_today(desk), 8)
    assert looked_over(desk, date(2023, 5, 23)) == OverviewLook(None, 8)


def test_what_is_only_supported_or_withdrawn_is_in_the_register_all_the_same(
    desk_on_each: Desk,
) -> None:
    add(desk_on_each, Entry(number="77/UBND-NC", issued="1/12/2023", content="Hỗ trợ"))
    by_document(
        desk_on_each, "1", Ruling(by="9/UBND-NC ngày 12/12/2023", on="12/12/2023"), name="withdraw"
    )
    told = looked_over(desk_on_each, TODAY)
    assert told.overview is not None
    assert told.overview.without_deadline_by_age == (0, 0, 0)
    assert looked_over(desk_on_each, date(2023, 11, 30)).overview is None


def test_the_register_is_read_once_for_a_screen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_office(desk)
    opened = []

    def counted(*given: object, **named: object) -> Reading:
        opened.append(given)
        return open_reading(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("tracker.operations.overview.open_reading", counted)
    monkeypatch.setattr("tracker.operations.browsing.open_reading", counted)
    looked_over(desk, desk.today)
    assert len(opened) == 1
