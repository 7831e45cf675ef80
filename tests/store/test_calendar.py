"""When a day of the calendar changes, so does every deadline that hangs on it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import lives
from tests.builders import WEEKENDS_ONLY, a_completion, a_deadline, an_assignment, every_month
from tests.examples import examples
from tests.store.conftest import Registers
from tests.store.registers import (
    AT,
    WHO,
    Script,
    add,
    append,
    change_day,
    live,
    reading_of,
    scripts,
)
from tests.store.test_writing import everything
from tracker.core.deadline import Deadline, DeadlineKind, Offset, OffsetUnit
from tracker.store.calendar import LastDays, MovedDeadline, together
from tracker.store.database import Store
from tracker.store.days_off import DayKind, DayOff, list_days
from tracker.store.errors import DayUnchanged
from tracker.store.writing import change

MONDAY = date(2023, 12, 11)
"""The day after the Sunday on which a directive as built falls due."""


def changes_of(store: Store) -> list[tuple[object, ...]]:
    with reading_of(store) as reading:
        return reading.rows(
            "SELECT day, old_kind, old_name, new_kind, new_name FROM day_off_change ORDER BY id", {}
        )


def days_of(store: Store, year: int) -> tuple[DayOff, ...]:
    with reading_of(store) as reading:
        return list_days(reading, year)


def test_a_new_day_off_carries_on_what_fell_due_before_it(store: Store) -> None:
    add(store)
    add(store, an_assignment(deadline=a_deadline(date(2023, 12, 8))))
    moved = change_day(store, MONDAY, DayKind.HOLIDAY, "Ngày truyền thống")
    sunday = date(2023, 12, 10)
    assert moved == (
        MovedDeadline(
            id=1,
            document_number="6340/UBND-NC",
            before=LastDays(nominal=sunday, working=MONDAY),
            after=LastDays(nominal=sunday, working=date(2023, 12, 12)),
        ),
    )
    with reading_of(store) as reading:
        rows = reading.rows("SELECT working_due_on FROM standing ORDER BY directive_id", {})
    assert rows == [("2023-12-12",), ("2023-12-08",)]


def test_a_change_of_a_day_is_written_down_with_what_was_there(store: Store) -> None:
    change_day(store, MONDAY, DayKind.HOLIDAY, "một")
    change_day(store, MONDAY, DayKind.WORKING, "hai")
    change_day(store, MONDAY, None, "ba")
    assert changes_of(store) == [
        ("2023-12-11", None, "", "holiday", "một"),
        ("2023-12-11", "holiday", "một", "working", "hai"),
        ("2023-12-11", "working", "hai", None, ""),
    ]
    assert MONDAY not in {one.day for one in days_of(store, 2023)}


def test_a_worked_saturday_brings_forward_what_was_carried_over_it(store: Store) -> None:
    saturday = date(2023, 12, 9)
    add(store, an_assignment(deadline=a_deadline(saturday)))
    (moved,) = change_day(store, saturday, DayKind.WORKING)
    assert (moved.before.working, moved.after.working) == (MONDAY, saturday)
    assert moved.before.nominal == moved.after.nominal == saturday


def test_a_day_that_nothing_hangs_on_moves_nothing(store: Store) -> None:
    add(store)
    before = everything(store, "standing")
    assert change_day(store, date(2023, 12, 7), DayKind.HOLIDAY) == ()
    assert everything(store, "standing") == before


def test_a_long_rest_carries_over_from_its_very_first_day(store: Store) -> None:
    add(store)
    with change(store, name="days-off", who=WHO, at=AT) as work:
        for days in range(1, 61):
            work.change_day(date(2023, 12, 10) + timedelta(days=days), DayKind.HOLIDAY, "nghỉ")
    with reading_of(store) as reading:
        assert reading.rows("SELECT working_due_on FROM standing", {}) == [("2024-02-15",)]


def test_of_a_recurring_directive_the_turn_is_moved_that_falls_due_then(store: Store) -> None:
    add(store, an_assignment(deadline=every_month()))
    moved = change_day(store, date(2023, 12, 25), DayKind.HOLIDAY)
    days = [(one.before.working, one.after.working) for one in moved]
    assert days == [(date(2023, 12, 25), date(2023, 12, 26))]


def test_what_several_changes_moved_is_told_once(store: Store) -> None:
    add(store)
    with change(store, name="days-off", who=WHO, at=AT) as work:
        moved = [
            *work.change_day(MONDAY, DayKind.HOLIDAY, ""),
            *work.change_day(MONDAY + timedelta(days=1), DayKind.HOLIDAY, ""),
        ]
        (whole,) = together(moved)
        assert (whole.before.working, whole.after.working) == (MONDAY, date(2023, 12, 13))
        for day in (MONDAY, MONDAY + timedelta(days=1)):
            moved += work.change_day(day, None, "")
    assert len(moved) == 3
    assert together(moved) == ()


def test_the_version_of_a_directive_stays_since_nobody_changed_it(store: Store) -> None:
    directive = add(store)
    change_day(store, MONDAY, DayKind.HOLIDAY)
    again = append(store, directive, a_completion(date(2023, 12, 12)))
    assert again.latest.working_due_on == date(2023, 12, 12)


def test_a_term_of_working_days_is_counted_by_the_new_calendar(store: Store) -> None:
    offset = Offset(amount=5, unit=OffsetUnit.WORKING_DAY)
    term = Deadline(
        text="trong 5 ngày làm việc",
        kind=DeadlineKind.RELATIVE,
        due_on=date(2023, 11, 10),
        offset=offset,
    )
    add(store, an_assignment(deadline=term))
    (moved,) = change_day(store, date(2023, 11, 7), DayKind.HOLIDAY)
    friday, monday = date(2023, 11, 10), date(2023, 11, 13)
    assert moved.before == LastDays(nominal=friday, working=friday)
    assert moved.after == LastDays(nominal=monday, working=monday)


@pytest.mark.parametrize(
    ("kind", "name"), [(DayKind.HOLIDAY, "Ngày truyền thống"), (None, ""), (None, "lời thừa")]
)
def test_a_day_that_is_so_already_is_not_changed(
    store: Store, kind: DayKind | None, name: str
) -> None:
    change_day(store, MONDAY, DayKind.HOLIDAY, "Ngày truyền thống")
    if kind is None:
        change_day(store, MONDAY, None)
    before = changes_of(store)
    with pytest.raises(DayUnchanged) as refusal:
        change_day(store, MONDAY, kind, name)
    assert refusal.value.day == MONDAY
    assert changes_of(store) == before


def test_a_change_sees_the_calendar_as_it_has_just_left_it(store: Store) -> None:
    with change(store, name="days-off", who=WHO, at=AT) as work:
        assert not work.days_off.is_day_off(MONDAY)
        work.change_day(MONDAY, DayKind.HOLIDAY, "")
        assert work.days_off.is_day_off(MONDAY)
        assert work.add(an_assignment()).latest.working_due_on == date(2023, 12, 12)


def test_the_days_of_a_year_are_listed_in_order_with_their_names(store: Store) -> None:
    listed = days_of(store, 2024)
    assert listed == tuple(sorted(listed, key=lambda one: one.day))
    assert {one.day.year for one in listed} == {2024}
    assert listed[0].name == "Tết Dương lịch"
    worked = [one.day for one in listed if one.kind is DayKind.WORKING]
    assert date(2024, 5, 4) in worked


def hanging_deadlines() -> st.SearchStrategy[Deadline]:
    """Deadlines that a day off may move, more of them than others."""
    saturdays = lives.days().map(lambda day: day + timedelta(days=5 - day.weekday()))
    offsets = st.builds(
        Offset,
        amount=st.integers(1, 15),
        unit=st.just(OffsetUnit.WORKING_DAY),
        base_on=st.none() | lives.days(),
    )
    terms = st.builds(a_deadline, lives.days(), kind=st.just(DeadlineKind.RELATIVE), offset=offsets)
    return st.one_of(lives.deadlines(), st.builds(a_deadline, saturdays), terms)


Change = tuple[date, DayKind | None]


def with_changes(script: Script) -> st.SearchStrategy[tuple[Script, list[Change]]]:
    """A script, and changes of days on which something falls due, or is carried to, and others."""
    due = [one.deadline.due_on for one, _ in script if one.deadline.due_on is not None]
    near = [*due, *map(WEEKENDS_ONLY.next_working_day, due)]
    days = st.sampled_from(near) | lives.days() if near else lives.days()
    kinds = st.sampled_from([*DayKind, *DayKind, None])
    return st.tuples(st.just(script), st.lists(st.tuples(days, kinds), min_size=1, max_size=6))


@examples(10)
@given(scripts(hanging_deadlines()).flatmap(with_changes))
def test_however_the_calendar_came_to_be_the_deadlines_are_those_it_gives(
    registers: Registers, story: tuple[Script, list[Change]]
) -> None:
    script, days = story
    store = registers.store()
    directives = [live(store, assignment, steps) for assignment, steps in script]
    for day, kind in days:
        with suppress(DayUnchanged):
            change_day(store, day, kind)
    tables = ("directive", "standing", "note")
    moved = [everything(store, table) for table in tables]
    latest = dict(days)
    anew = registers.store()
    with change(anew, name="import", who=WHO, at=AT) as work:
        for day, kind in latest.items():
            with suppress(DayUnchanged):
                work.change_day(day, kind, "")
        work.enter([directive.events for directive in directives])
    assert moved == [everything(anew, table) for table in tables]
