"""One thing done to many directives: one operation, all of it or nothing, taken back at once."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import TODAY
from tests.operations.conftest import AT
from tracker.core.assessed import AssessedDirective
from tracker.core.directive import State
from tracker.core.refusals import NothingChanges, WrongState
from tracker.core.rules import Policy
from tracker.operations.actions import Action, Ruling, extending, noting, ruling, starting
from tracker.operations.amending import voiding
from tracker.operations.bulk import Acted, RefusedInBulk, Target, act_on
from tracker.operations.changing import changing
from tracker.operations.completing import Completion, CompletionDateMissing, completing
from tracker.operations.correcting import Correction, editing
from tracker.operations.desk import Desk
from tracker.operations.entering import AlreadyInRegister, Entry, read_entry
from tracker.operations.progressing import done, extend, note
from tracker.operations.queries import list_directives
from tracker.operations.typed import EmptyText, RemarkKind, UnreadableDeadline
from tracker.operations.undoing import undo
from tracker.store.errors import NoRegister, NoSuchDirective, StaleRecord
from tracker.store.reading import open_reading
from tracker.store.selection import Selection

LETTER = "120/UBND-KGVX ngày 12/12/2023"
LATER = extending(to="31/01/2024", by=LETTER)
HANDED = editing(Correction(unit="Phòng B", is_pinned=True))


def fill(desk: Desk, count: int = 12, **changes: str | bool) -> None:
    """Enter directives of one document in one operation, due one day after another."""
    with changing(desk, "import", may_be_new=True) as work:
        for place in range(count):
            typed = {"deadline": f"{10 + place}/01/2024", **changes}
            entry = Entry(number="25/KH-UBND", issued="24/5/2023", content=f"Việc {place}")
            entry = replace(entry, **typed)  # type: ignore[arg-type]
            work.add(read_entry(entry, today=desk.today, days_off=work.days_off)[0])


@pytest.fixture(scope="module")
def twelve(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with twelve directives, to copy from."""
    path = tmp_path_factory.mktemp("twelve") / "register.db"
    shutil.copy(empty_file, path)
    fill(Desk(location=str(path), who="lan", today=TODAY, at=AT, policy=Policy()))
    return path


@pytest.fixture
def desk(desk: Desk, twelve: Path) -> Desk:
    shutil.copy(twelve, desk.location)
    return desk


def rows_of(desk: Desk) -> list[AssessedDirective]:
    return list_directives(desk, Selection(), as_of=TODAY)


def targets_of(rows: Sequence[AssessedDirective]) -> list[Target]:
    return [Target.of(row) for row in rows]


def without_version(desk: Desk) -> list[AssessedDirective]:
    return [replace(row, version=0) for row in rows_of(desk)]


def operations(desk: Desk) -> list[str]:
    with open_reading(desk.location) as reading:
        return [name for (name,) in reading.rows("SELECT name FROM operation ORDER BY id", {})]


def test_many_are_extended_in_one_operation_and_one_undo_takes_all_of_it_back(
    desk_on_each: Desk,
) -> None:
    desk = desk_on_each
    fill(desk)
    before = without_version(desk)
    acted = act_on(desk, targets_of(rows_of(desk)), LATER)
    assert [row.facts.due_on for row in rows_of(desk)] == [date(2024, 1, 31)] * 12
    assert [(one.id, one.version) for one in acted.directives] == [(id, 2) for id in range(1, 13)]
    assert operations(desk) == ["import", "extend"]
    tomorrow = replace(desk, today=TODAY + timedelta(days=1), at=desk.at + timedelta(days=1))
    undone = undo(tomorrow)
    assert [id for id, _ in undone.directives] == list(range(1, 13))
    assert without_version(desk) == before


def test_one_that_somebody_has_changed_since_holds_up_all_twelve(desk_on_each: Desk) -> None:
    desk = desk_on_each
    fill(desk)
    targets = targets_of(rows_of(desk))
    note(replace(desk, who="hoa"), "9", on=None, text="Đang làm")
    before = rows_of(desk)
    with pytest.raises(RefusedInBulk) as refusal:
        act_on(desk, targets, LATER)
    told = refusal.value
    assert (told.id, told.number, told.of) == (9, "25/KH-UBND", 12)
    assert isinstance(told.cause, StaleRecord)
    assert told.cause.who == "hoa"
    assert rows_of(desk) == before
    assert operations(desk) == ["import", "note"]


def test_one_that_a_rule_stands_against_holds_up_all_twelve(desk: Desk) -> None:
    done(desk, "7", Completion(on="05/12/2023"))
    before = rows_of(desk)
    with pytest.raises(RefusedInBulk) as refusal:
        act_on(desk, targets_of(before), completing(Completion(on="06/12/2023")))
    assert (refusal.value.id, type(refusal.value.cause)) == (7, WrongState)
    assert rows_of(desk) == before


def test_what_would_make_two_of_them_the_same_is_refused_by_the_one_that_would(
    desk: Desk,
) -> None:
    before = rows_of(desk)
    with pytest.raises(RefusedInBulk) as refusal:
        act_on(desk, targets_of(before[2:4]), editing(Correction(content="Một việc")))
    assert (refusal.value.id, type(refusal.value.cause)) == (4, AlreadyInRegister)
    assert rows_of(desk) == before


def test_one_that_is_gone_is_named_by_the_number_it_had(desk: Desk) -> None:
    targets = targets_of(rows_of(desk))
    act_on(desk, [Target(id=3)], voiding(reason="ghi nhầm"))
    with pytest.raises(RefusedInBulk) as refusal:
        act_on(desk, targets, LATER)
    told = refusal.value
    assert (told.id, told.number, type(told.cause)) == (3, "25/KH-UBND", NoSuchDirective)


def test_of_one_directive_a_refusal_comes_as_it_is(desk: Desk) -> None:
    note(desk, "1", on=None, text="Đang làm")
    with pytest.raises(StaleRecord):
        act_on(desk, [Target(id=1, version=1)], LATER)
    with pytest.raises(WrongState):
        act_on(desk, [Target(id=1)], ruling("resume", Ruling(by=LETTER)))
    with pytest.raises(NothingChanges):
        act_on(desk, [Target(id=1)], editing(Correction(unit="")))
    assert operations(desk) == ["import", "note"]


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (noting(text="Đang làm"), State.IN_PROGRESS),
        (completing(Completion(result="298/BC-KHCN ngày 05/12/2023")), State.DONE),
        (ruling("withdraw", Ruling(by=LETTER)), State.WITHDRAWN),
        (ruling("suspend", Ruling(by=LETTER, reason="chờ")), State.SUSPENDED),
        (HANDED, State.IN_PROGRESS),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_every_action_is_done_to_many_and_taken_back(
    desk: Desk, action: Action, state: State
) -> None:
    before = without_version(desk)
    act_on(desk, targets_of(rows_of(desk)), action)
    assert {row.facts.state for row in rows_of(desk)} == {state}
    assert operations(desk) == ["import", action.name]
    undo(desk)
    assert without_version(desk) == before


def test_many_are_started_and_voided_at_once(desk: Desk) -> None:
    fill(desk, 3, number="26/KH-UBND", is_started=False)
    act_on(desk, targets_of(rows_of(desk)[12:]), starting(on="13/12/2023"))
    act_on(desk, targets_of(rows_of(desk)[:12]), voiding(duplicate_of="13"))
    assert [row.id for row in rows_of(desk)] == [13, 14, 15]


def test_those_that_are_so_already_are_left_as_they_are_and_told(desk: Desk) -> None:
    act_on(desk, [Target(id=2), Target(id=5)], HANDED)
    acted = act_on(desk, targets_of(rows_of(desk)), HANDED)
    assert [one.id for one in acted.unchanged] == [2, 5]
    assert Counter(row.version for row in rows_of(desk)) == {2: 12}
    with pytest.raises(RefusedInBulk) as refusal:
        act_on(desk, targets_of(rows_of(desk)), HANDED)
    assert isinstance(refusal.value.cause, NothingChanges)
    assert operations(desk) == ["import", "edit", "edit"]


def test_the_same_remark_is_told_once_with_those_it_is_about(desk: Desk) -> None:
    extend(desk, "3", to="28/02/2024", by=LETTER)
    extend(desk, "4", to="28/02/2024", by=LETTER)
    acted = act_on(desk, targets_of(rows_of(desk)), extending(to="3/2/2024", by=LETTER))
    told = {one.remark.kind: one.ids for one in acted.remarks}
    assert told == {
        RemarkKind.DUE_ON_DAY_OFF: tuple(range(1, 13)),
        RemarkKind.BROUGHT_FORWARD: (3, 4),
    }


def recurring(desk: Desk) -> list[Target]:
    """The two open turns of one directive."""
    fill(desk, 1, issued="03/11/2023", deadline="trước ngày 25 hằng tháng", number="26/KH-UBND")
    turns = [row for row in rows_of(desk) if row.id == 13]
    assert [row.facts.instance for row in turns] == [date(2023, 11, 25), date(2023, 12, 25)]
    return targets_of(turns)


def test_each_turn_that_was_pointed_at_is_done_on_its_own(desk: Desk) -> None:
    acted = act_on(desk, recurring(desk), completing(Completion(on="14/12/2023")))
    (directive,) = acted.directives
    assert directive.version == 3
    states = {row.facts.instance: row.facts.state for row in rows_of(desk) if row.id == 13}
    assert states[date(2023, 11, 25)] is states[date(2023, 12, 25)] is State.DONE


def test_what_concerns_a_whole_series_is_done_once_however_many_turns_were_pointed_at(
    desk: Desk,
) -> None:
    acted = act_on(desk, recurring(desk), ruling("suspend", Ruling(by=LETTER)))
    assert [one.version for one in acted.directives] == [2]


def test_a_completion_is_put_right_for_the_turn_that_was_pointed_at(desk: Desk) -> None:
    turns = recurring(desk)
    act_on(desk, turns, completing(Completion(on="14/12/2023")))
    action = editing(Correction(completed_on="13/12/2023"))
    act_on(desk, [replace(turns[1], version=None)], action)
    days = {row.facts.instance: row.facts.completed_on for row in rows_of(desk) if row.id == 13}
    assert days[date(2023, 11, 25)] == date(2023, 12, 14)
    assert days[date(2023, 12, 25)] == date(2023, 12, 13)


@pytest.mark.parametrize(
    ("action", "mistake"),
    [
        (completing(Completion()), CompletionDateMissing),
        (noting(text=" "), EmptyText),
        (extending(to="31/02/2024", by=LETTER), UnreadableDeadline),
        (voiding(), EmptyText),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_what_cannot_be_understood_is_refused_before_anything_is_opened(
    desk: Desk, action: Action, mistake: type[Exception]
) -> None:
    nowhere = replace(desk, location=f"{desk.location}.nowhere")
    with pytest.raises(mistake):
        act_on(nowhere, [Target(id=1)], action)
    with pytest.raises(NoRegister):
        act_on(nowhere, [Target(id=1)], LATER)


def test_nothing_pointed_at_is_nothing_done(desk: Desk) -> None:
    assert act_on(desk, [], LATER) == Acted(directives=(), unchanged=(), remarks=())
    assert operations(desk) == ["import"]
