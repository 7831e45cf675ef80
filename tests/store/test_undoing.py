"""Taking back one's own last operation, and nobody else's ground."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import lives
from tests.builders import a_completion, an_assignment
from tests.examples import examples
from tests.store.conftest import Registers
from tests.store.registers import (
    AT,
    WHO,
    add,
    append,
    change_day,
    issue,
    live_in,
    operations,
    reading_of,
    retract,
    take_back,
)
from tests.store.test_writing import NOTE, everything
from tracker.core.directive import Assignment, State
from tracker.core.events import Corrected, Voided
from tracker.core.rules import Policy
from tracker.store.chronicle import chronicle
from tracker.store.database import Store
from tracker.store.days_off import DayKind
from tracker.store.errors import (
    DayChangedSince,
    IssuedAnew,
    IssuedStands,
    NoSuchDirective,
    NothingToUndo,
    UndoConflict,
)
from tracker.store.finding import find
from tracker.store.listing import assessed
from tracker.store.writing import change, instant


def test_a_completion_taken_back_leaves_the_directive_open(store: Store) -> None:
    directive = add(store)
    spans = everything(store, "standing")
    append(store, directive, a_completion(date(2023, 12, 5)))
    undone = take_back(store)
    assert (undone.operation, undone.directives) == ("change", ((1, "6340/UBND-NC"),))
    assert everything(store, "standing") == spans
    with change(store, name="look", who=WHO, at=AT) as work:
        assert work.directive(1).events == directive.events
        assert work.directive(1).version == 3


def test_a_whole_operation_is_taken_back_at_once(store: Store) -> None:
    kept = add(store, an_assignment(content="Việc cũ"))
    with change(store, name="import", who=WHO, at=AT) as work:
        for _ in range(20):
            work.add(an_assignment())
        work.append(kept, NOTE)
    undone = take_back(store)
    assert undone.operation == "import"
    assert [id for id, _ in undone.directives] == list(range(1, 22))
    with reading_of(store) as reading:
        assert [found.id for found in find(reading)] == [1]


def test_a_directive_whose_assignment_was_taken_back_is_gone_but_not_forgotten(
    store: Store,
) -> None:
    add(store)
    take_back(store, who=WHO)
    with change(store, name="edit", who=WHO, at=AT) as work, pytest.raises(NoSuchDirective):
        work.directive(1)
    assert everything(store, "standing") == []
    with reading_of(store) as reading:
        (entry,) = chronicle(reading, 1)
    assert (entry.taken_back_by, entry.taken_back_at) == (WHO, instant(AT))


def test_operations_are_taken_back_one_after_another(store: Store) -> None:
    directive = append(store, add(store), NOTE)
    append(store, directive, a_completion(date(2023, 12, 5)))
    assert [take_back(store).operation for _ in range(3)] == ["change", "change", "add"]
    with pytest.raises(NothingToUndo):
        take_back(store)
    undoing = [(id, undoes) for id, _, _, name, undoes in operations(store) if name == "undo"]
    assert undoing == [(4, 3), (5, 2), (6, 1)]


def test_the_operations_of_others_are_not_touched(store: Store) -> None:
    add(store, who="hoa")
    with pytest.raises(NothingToUndo) as refusal:
        take_back(store, who="lan")
    assert refusal.value.who == "lan"


def test_what_another_has_built_upon_is_not_taken_back(store: Store) -> None:
    directive = add(store, who="lan")
    append(store, directive, NOTE, who="hoa")
    with pytest.raises(UndoConflict) as refusal:
        take_back(store, who="lan")
    told = refusal.value
    assert (told.number, told.who, told.at) == ("6340/UBND-NC", "hoa", instant(AT))
    assert len(operations(store)) == 2


def test_once_the_other_has_taken_back_too_the_way_is_free(store: Store) -> None:
    directive = add(store, who="lan")
    append(store, directive, NOTE, who="hoa")
    take_back(store, who="hoa")
    assert take_back(store, who="lan").operation == "add"


def test_a_conflict_on_one_directive_keeps_the_whole_operation(store: Store) -> None:
    with change(store, name="import", who="lan", at=AT) as work:
        first, _second = work.add(an_assignment()), work.add(an_assignment())
    append(store, first, NOTE, who="hoa")
    before = everything(store, "directive")
    with pytest.raises(UndoConflict):
        take_back(store, who="lan")
    assert everything(store, "directive") == before


@examples(6)
@given(
    assignment=lives.assignments(),
    first=st.lists(lives.steps(), max_size=4),
    second=st.lists(lives.steps(), min_size=1, max_size=4),
)
def test_what_was_taken_back_leaves_no_trace_in_what_is_shown(
    registers: Registers, assignment: Assignment, first: list[lives.Step], second: list[lives.Step]
) -> None:
    store = registers.store()
    with change(store, name="first", who=WHO, at=AT) as work:
        directive = live_in(work, assignment, first)
    before = shown(store)
    with change(store, name="second", who=WHO, at=AT) as work:
        again = directive
        for step in second:
            event = lives.attempt(again, step)
            again = again if event is None else work.append(again, event)
    if again != directive:
        assert take_back(store).operation == "second"
    assert shown(store) == before


def shown(store: Store) -> list[list[tuple[object, ...]]]:
    """All that follows from the events."""
    spans, notes = everything(store, "standing"), everything(store, "note")
    return [spans, notes, without_version(everything(store, "directive"))]


HOLIDAY = date(2023, 12, 11)
"""A Monday after the Sunday on which the first directive falls due."""


def test_a_day_off_taken_back_moves_the_deadlines_back(store: Store) -> None:
    add(store)
    tables = ("standing", "day_off")
    before = [everything(store, table) for table in tables]
    change_day(store, HOLIDAY, DayKind.HOLIDAY, "Ngày truyền thống")
    assert [everything(store, table) for table in tables] != before
    undone = take_back(store)
    assert (undone.operation, undone.days, undone.directives) == ("days-off", (HOLIDAY,), ())
    assert [everything(store, table) for table in tables] == before


def test_days_changed_together_are_taken_back_together(store: Store) -> None:
    add(store)
    tables = ("standing", "day_off")
    before = [everything(store, table) for table in tables]
    with change(store, name="days-off", who=WHO, at=AT) as work:
        work.change_day(HOLIDAY, DayKind.HOLIDAY, "một")
        work.change_day(date(2023, 12, 12), DayKind.HOLIDAY, "hai")
        work.change_day(HOLIDAY, DayKind.HOLIDAY, "ba")
        work.change_day(date(2024, 1, 1), None, "")
    undone = take_back(store)
    assert undone.days == (HOLIDAY, date(2023, 12, 12), date(2024, 1, 1))
    assert [everything(store, table) for table in tables] == before


def test_a_day_that_another_has_changed_since_stays(store: Store) -> None:
    change_day(store, HOLIDAY, DayKind.HOLIDAY, "một", who="lan")
    change_day(store, HOLIDAY, None, who="hoa")
    with pytest.raises(DayChangedSince) as refusal:
        take_back(store, who="lan")
    told = refusal.value
    assert (told.day, told.who, told.at) == (HOLIDAY, "hoa", instant(AT))
    take_back(store, who="hoa")
    assert take_back(store, who="lan").days == (HOLIDAY,)


def test_what_happened_since_to_a_directive_does_not_keep_a_day_off(store: Store) -> None:
    directive = add(store, who="hoa")
    change_day(store, HOLIDAY, DayKind.HOLIDAY)
    append(store, directive, a_completion(date(2023, 12, 12)), who="hoa")
    take_back(store)
    with change(store, name="look", who=WHO, at=AT) as work:
        again = work.directive(1)
    assert (again.latest.state, again.latest.working_due_on) == (State.DONE, HOLIDAY)
    with reading_of(store) as reading:
        (row,) = assessed(reading, as_of=date(2023, 12, 14), policy=Policy())
    assert row.facts == again.latest


def test_a_report_that_went_out_is_not_undone(store: Store) -> None:
    add(store)
    id = issue(store)
    with pytest.raises(IssuedStands) as refusal:
        take_back(store)
    assert (refusal.value.report_id, refusal.value.period_key) == (id, "2023-12")


def test_a_retraction_can_be_taken_back(store: Store) -> None:
    add(store)
    id = issue(store)
    retract(store, id)
    undone = take_back(store)
    assert (undone.operation, undone.reports) == ("retract", (id,))
    with pytest.raises(IssuedStands):
        take_back(store)


def test_a_retraction_stays_where_the_period_was_reported_anew(store: Store) -> None:
    add(store)
    first = issue(store)
    retract(store, first)
    second = issue(store, who="hoa")
    with pytest.raises(IssuedAnew) as refusal:
        take_back(store)
    told = refusal.value
    assert (told.report_id, told.period_key, told.other_id) == (first, "2023-12", second)
    retract(store, second, who="hoa")
    assert take_back(store).reports == (first,)


def test_a_directive_entered_by_mistake_comes_back_when_that_is_taken_back(store: Store) -> None:
    directive = append(store, add(store), NOTE)
    tables = ("standing", "note")
    before = [everything(store, table) for table in tables]
    append(store, directive, Voided(reason="ghi hai lần", duplicate_of=None))
    assert [everything(store, table) for table in tables] == [[], []]
    with change(store, name="edit", who=WHO, at=AT) as work, pytest.raises(NoSuchDirective):
        work.directive(1)
    with reading_of(store) as reading:
        assert find(reading) == ()
        assert len(find(reading, with_void=True)) == 1
    assert take_back(store).directives == ((1, "6340/UBND-NC"),)
    assert [everything(store, table) for table in tables] == before
    with reading_of(store) as reading:
        assert len(find(reading)) == 1


def test_what_was_put_right_is_again_as_it_was_when_that_is_taken_back(store: Store) -> None:
    directive = append(store, add(store), NOTE)
    directive = append(store, directive, a_completion(date(2023, 12, 5)))
    tables = ("standing", "note")
    before = [everything(store, table) for table in tables]
    with change(store, name="correct", who=WHO, at=AT) as work:
        earlier = a_completion(date(2023, 12, 4))
        directive = work.append(directive, Corrected(number=3, replacement=earlier))
        directive = work.append(directive, Corrected(number=2, replacement=None))
    assert directive.latest.completed_on == date(2023, 12, 4)
    assert everything(store, "note") == []
    take_back(store)
    assert [everything(store, table) for table in tables] == before


def without_version(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [(row[0], *row[2:]) for row in rows]
