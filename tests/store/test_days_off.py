"""The office's table of days off, and what moves when it changes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import a_completion, a_deadline, an_assignment
from tests.store.registers import AT, WHO, add, append, reading_of
from tracker.core.rules import DeadlinePolicy, Policy
from tracker.store.database import Store
from tracker.store.day_off_writing import put_days_off, remove_day_off
from tracker.store.days_off import DayKind, DayOff, day_off_table, load_days_off
from tracker.store.errors import DayOffUnknown
from tracker.store.listing import assessed
from tracker.store.writing import change

MONDAY = date(2023, 12, 11)


def due_days(store: Store) -> list[date | None]:
    policy = Policy(deadline_policy=DeadlinePolicy.NEXT_WORKING_DAY)
    with reading_of(store) as reading:
        rows = assessed(reading, as_of=date(2023, 12, 14), policy=policy)
    return [row.assessment.effective_due_on for row in rows]


def a_holiday(day: date) -> DayOff:
    return DayOff(day=day, kind=DayKind.HOLIDAY, name="Nghỉ bù")


def test_a_new_register_knows_the_holidays_of_vietnam(store: Store) -> None:
    with reading_of(store) as reading:
        days_off = load_days_off(reading)
    assert days_off.is_day_off(date(2024, 2, 10)), "Tết"
    assert days_off.is_day_off(date(2024, 4, 29)), "swapped for a Saturday"
    assert not days_off.is_day_off(date(2024, 5, 4)), "the Saturday worked instead"
    assert not days_off.is_day_off(date(2024, 5, 6))


def test_the_table_can_be_read_by_year_with_names_in_vietnamese(store: Store) -> None:
    with reading_of(store) as reading:
        of_2023, everything = day_off_table(reading, year=2023), day_off_table(reading)
    assert {day.day.year for day in of_2023} == {2023}
    assert [day.name for day in of_2023 if day.day == date(2023, 9, 2)] == ["Quốc khánh"]
    assert (everything[0].day.year, everything[-1].day.year) == (2000, 2060)
    assert len(set(everything)) == len(everything) > 800


def test_a_holiday_entered_moves_the_last_working_day_of_what_is_due_then(store: Store) -> None:
    add(store)
    add(store, an_assignment(deadline=a_deadline(date(2023, 12, 20))))
    assert due_days(store) == [MONDAY, date(2023, 12, 20)]
    assert put_days_off(store, [a_holiday(MONDAY), a_holiday(date(2023, 12, 12))]) == 1
    assert due_days(store) == [date(2023, 12, 13), date(2023, 12, 20)]
    assert remove_day_off(store, MONDAY) == 1
    assert due_days(store) == [MONDAY, date(2023, 12, 20)]


def test_a_working_saturday_counts_as_one(store: Store) -> None:
    add(store, an_assignment(deadline=a_deadline(date(2023, 12, 9))))
    put_days_off(store, [DayOff(day=date(2023, 12, 9), kind=DayKind.WORKING, name="Làm bù")])
    assert due_days(store) == [date(2023, 12, 9)]


def test_a_day_entered_twice_is_as_it_was_entered_last(store: Store) -> None:
    put_days_off(store, [a_holiday(MONDAY)])
    put_days_off(store, [DayOff(day=MONDAY, kind=DayKind.WORKING, name="thôi")])
    with reading_of(store) as reading:
        known = [day for day in day_off_table(reading, year=2023) if day.day == MONDAY]
    assert [(day.kind, day.name) for day in known] == [(DayKind.WORKING, "thôi")]


def test_a_day_that_is_not_in_the_table_cannot_be_removed(store: Store) -> None:
    with pytest.raises(DayOffUnknown) as trouble:
        remove_day_off(store, MONDAY)
    assert trouble.value.day == MONDAY


def test_changing_days_off_does_not_stand_in_the_way_of_an_open_form(store: Store) -> None:
    directive = add(store)
    put_days_off(store, [a_holiday(MONDAY)])
    assert append(store, directive, a_completion(MONDAY)).version == 2
    with change(store, name="look", who=WHO, at=AT) as work:
        assert work.directive(1).latest.working_due_on == date(2023, 12, 12)
