"""A form that was open while somebody else saved: nothing overwritten, everything shown."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.builders import TODAY
from tests.operations.conftest import AT
from tracker.core.assessed import AssessedDirective
from tracker.core.rules import Policy
from tracker.operations.amending import Amendment, correct, void
from tracker.operations.calendar import change_days
from tracker.operations.conflicts import what_changed
from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.progressing import (
    Completion,
    Ruling,
    by_document,
    done,
    extend,
    note,
    start,
)
from tracker.operations.queries import history, show
from tracker.operations.undoing import undo
from tracker.store.days_off import DayKind
from tracker.store.errors import StaleRecord
from tracker.store.who_changed import ChangedBy

ENTRY = Entry(
    number="25/KH-UBND",
    issued="24/5/2023",
    content="Phối hợp",
    deadline="10/01/2024",
    unit="Phòng A",
)
LETTER = "120/UBND-KGVX ngày 12/12/2023"


@pytest.fixture
def desk(desk: Desk, empty_file: Path) -> Desk:
    """A register that is made already."""
    shutil.copy(empty_file, desk.location)
    return desk


@pytest.fixture
def other(desk: Desk) -> Desk:
    return replace(desk, who="hoa")


def opened(desk: Desk, reference: str = "1") -> AssessedDirective:
    """What a form is filled from."""
    return show(desk, reference, as_of=desk.today).rows[0]


@pytest.fixture(scope="module")
def done_one(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with one directive, done, to copy from."""
    path = tmp_path_factory.mktemp("done") / "register.db"
    shutil.copy(empty_file, path)
    desk = Desk(location=str(path), who="lan", today=TODAY, at=AT, policy=Policy())
    add(desk, ENTRY)
    done(desk, "1", Completion(on="05/12/2023"))
    return path


@pytest.fixture
def row(desk: Desk, done_one: Path) -> AssessedDirective:
    """What a form about the directive that is done was filled from."""
    shutil.copy(done_one, desk.location)
    return opened(desk)


def test_what_somebody_saved_meanwhile_is_shown_and_not_overwritten(
    desk: Desk, other: Desk, row: AssessedDirective
) -> None:
    edit(other, "1", Correction(unit="Phòng B"))
    with pytest.raises(StaleRecord):
        edit(desk, "1", Correction(unit="Phòng C"), expected_version=row.version)
    conflict = what_changed(desk, row)
    assert [(one.operation, one.who) for one in conflict.changes] == [("edit", "hoa")]
    assert conflict.now == opened(desk)
    assert (conflict.opened.unit, opened(desk).unit) == ("Phòng A", "Phòng B")


def test_what_is_no_field_of_the_form_holds_it_up_as_well(
    desk: Desk, other: Desk, row: AssessedDirective
) -> None:
    note(other, "1", on=None, text="Đang làm")
    with pytest.raises(StaleRecord):
        edit(desk, "1", Correction(unit="Phòng C"), expected_version=row.version)
    assert [one.operation for one in what_changed(desk, row).changes] == ["note"]


def test_a_form_that_nobody_has_overtaken_shows_no_conflict(
    desk: Desk, row: AssessedDirective
) -> None:
    add(desk, replace(ENTRY, content="Việc khác"))
    change_days(desk, ["11/12/2023"], kind=DayKind.HOLIDAY)
    conflict = what_changed(desk, row)
    assert (conflict.changes, conflict.now) == ((), row)


def test_whoever_has_changed_it_since_is_told_in_order(desk_on_each: Desk) -> None:
    desk, other = desk_on_each, replace(desk_on_each, who="hoa")
    add(desk, ENTRY)
    edit(desk, "1", Correction(unit="Phòng X"))
    row = opened(desk)
    undo(desk)
    edit(other, "1", Correction(unit="Phòng B", officer="Hoa"))
    extend(desk, "1", to="31/01/2024", by=LETTER)
    undo(desk)
    assert [told(one) for one in what_changed(desk, row).changes] == [
        ("lan", "edit", True),
        ("hoa", "edit", False),
        ("lan", "extend", False),
        ("lan", "extend", True),
    ]
    again = opened(desk)
    assert what_changed(desk, again).changes == ()
    assert again.version == row.version + 4


def told(change: ChangedBy) -> tuple[str, str, bool]:
    return change.who, change.operation, change.is_taken_back


def test_a_directive_that_is_gone_says_who_took_it_away(desk: Desk, other: Desk) -> None:
    add(desk, ENTRY)
    row = opened(desk)
    void(other, "1", reason="ghi nhầm", duplicate_of=None)
    conflict = what_changed(desk, row)
    assert conflict.now is None
    assert [told(one) for one in conflict.changes] == [("hoa", "void", False)]


def test_each_turn_is_compared_with_the_same_turn_as_it_stands_now(desk: Desk, other: Desk) -> None:
    add(desk, replace(ENTRY, issued="03/11/2023", deadline="trước ngày 25 hằng tháng"))
    first, second = show(desk, "1", as_of=TODAY).rows
    done(other, "1", Completion(on="20/11/2023", turn="11/2023"))
    for turn, completed_on in ((first, date(2023, 11, 20)), (second, None)):
        now = what_changed(desk, turn).now
        assert now is not None
        assert (now.key, now.facts.completed_on) == (turn.key, completed_on)


def test_no_way_of_changing_a_directive_overwrites_what_was_not_seen(
    desk: Desk, other: Desk
) -> None:
    add(desk, replace(ENTRY, is_started=False))
    seen: dict[str, Any] = {"expected_version": 1}
    note(other, "1", on=None, text="Đang làm")
    tried: tuple[Callable[[], object], ...] = (
        lambda: start(desk, "1", on=None, **seen),
        lambda: done(desk, "1", Completion(on="05/12/2023"), **seen),
        lambda: note(desk, "1", on=None, text="x", **seen),
        lambda: extend(desk, "1", to="31/01/2024", by=LETTER, **seen),
        lambda: by_document(desk, "1", Ruling(by=LETTER), name="withdraw", **seen),
        lambda: edit(desk, "1", Correction(unit="Phòng C"), **seen),
        lambda: correct(desk, "1", 2, Amendment(text="y"), **seen),
        lambda: void(desk, "1", reason="x", duplicate_of=None, **seen),
    )
    for attempt in tried:
        with pytest.raises(StaleRecord) as refusal:
            attempt()
        assert (refusal.value.number, refusal.value.who) == ("25/KH-UBND", "hoa")
    assert len(history(desk, "1")[1]) == 2
