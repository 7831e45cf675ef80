"""A form that was open while somebody else saved: nothing overwritten, everything shown."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import fields, replace
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
from tracker.operations.conflicts import FieldValues, what_changed
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

EDITS: dict[str, tuple[Any, Any, Any]] = {
    "number": ("26/KH-UBND", "27/KH-UBND", "26/KH-UBND"),
    "issued": ("25/5/2023", "26/5/2023", date(2023, 5, 25)),
    "content": ("Nội dung của Hoa", "Nội dung của Lan", "Nội dung của Hoa"),
    "deadline": ("11/01/2024", "12/01/2024", "11/01/2024"),
    "assigned": ("30/5/2023", "31/5/2023", date(2023, 5, 30)),
    "issuing_body": ("UBND tỉnh", "HĐND tỉnh", "UBND tỉnh"),
    "unit": ("Phòng B", "Phòng C", "Phòng B"),
    "supporting_units": (("Phòng D",), ("Phòng E",), ("Phòng D",)),
    "officer": ("Hoa", "Lan", "Hoa"),
    "assigned_by": ("Giám đốc", "Phó Giám đốc", "Giám đốc"),
    "is_pinned": (True, True, True),
    "is_supporting": (True, True, True),
    "is_secret": (True, True, True),
    "completed_on": ("06/12/2023", "07/12/2023", date(2023, 12, 6)),
    "result": ("xong", "đã xong", "xong"),
}
"""What the other types, what the clerk of the form types, and what the register then holds."""


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


def test_every_field_that_can_be_edited_is_looked_at(desk: Desk, row: AssessedDirective) -> None:
    looked_at = [one.field for one in what_changed(desk, row).fields]
    assert looked_at == [one.name for one in fields(Correction) if one.name != "turn"]
    assert set(looked_at) == set(EDITS)


@pytest.mark.parametrize("field", EDITS)
def test_a_field_saved_meanwhile_is_shown_and_not_overwritten(
    desk: Desk, other: Desk, row: AssessedDirective, field: str
) -> None:
    theirs, mine, kept = EDITS[field]
    edit(other, "1", Correction(**{field: theirs}))
    with pytest.raises(StaleRecord):
        edit(desk, "1", Correction(**{field: mine}), expected_version=row.version)
    conflict = what_changed(desk, row)
    changed = {one.field: (one.opened, one.now) for one in conflict.changed_fields}
    assert changed[field][1] == kept != changed[field][0]
    assert [(one.operation, one.who) for one in conflict.changes] == [("edit", "hoa")]
    assert conflict.now == opened(desk)


def test_what_is_no_field_of_the_form_holds_it_up_as_well(
    desk: Desk, other: Desk, row: AssessedDirective
) -> None:
    note(other, "1", on=None, text="Đang làm")
    with pytest.raises(StaleRecord):
        edit(desk, "1", Correction(unit="Phòng C"), expected_version=row.version)
    conflict = what_changed(desk, row)
    assert conflict.changed_fields == ()
    assert [one.operation for one in conflict.changes] == ["note"]


def test_a_form_that_nobody_has_overtaken_shows_no_conflict(
    desk: Desk, row: AssessedDirective
) -> None:
    add(desk, replace(ENTRY, content="Việc khác"))
    change_days(desk, ["11/12/2023"], kind=DayKind.HOLIDAY)
    conflict = what_changed(desk, row)
    assert (conflict.changes, conflict.changed_fields, conflict.now) == ((), (), row)


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
    assert (conflict.now, conflict.changed_fields) == (None, ())
    assert [told(one) for one in conflict.changes] == [("hoa", "void", False)]


def test_the_completion_of_another_turn_is_no_conflict(desk: Desk, other: Desk) -> None:
    add(desk, replace(ENTRY, issued="03/11/2023", deadline="trước ngày 25 hằng tháng"))
    rows = show(desk, "1", as_of=TODAY).rows
    first, second = rows
    done(other, "1", Completion(on="20/11/2023", turn="11/2023"))
    assert what_changed(desk, second).changed_fields == ()
    (changed,) = what_changed(desk, first).changed_fields
    assert changed == FieldValues(field="completed_on", opened=None, now=date(2023, 11, 20))


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
