"""What an undo would take back, asked before it does."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.operations.reports_issued import issue_on
from tracker.core.periods import CutOff, parse_period
from tracker.operations.actions import noting
from tracker.operations.bulk import Target, act_on
from tracker.operations.calendar import change_days
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.progressing import note
from tracker.operations.undoing import PendingUndo, pending_undo, undo
from tracker.store.days_off import DayKind
from tracker.store.errors import (
    DayChangedSince,
    IssuedStands,
    LockedRegister,
    OtherOperationSince,
    UndoConflict,
)

ENTRY = Entry(number="25/KH-UBND", issued="24/5/2023", content="Phối hợp", deadline="10/01/2024")
DECEMBER = parse_period("12/2023", cut_off=CutOff.DECREE)


def pending(desk: Desk) -> PendingUndo:
    found = pending_undo(desk)
    assert found is not None
    return found


def test_nothing_done_is_nothing_to_undo_and_no_register_is_made(desk: Desk) -> None:
    assert pending_undo(desk) is None
    assert not Path(desk.location).exists()
    add(replace(desk, who="hoa"), ENTRY)
    assert pending_undo(desk) is None


def test_what_would_be_taken_back_is_what_is(desk_on_each: Desk) -> None:
    desk = desk_on_each
    for number in range(3):
        add(desk, replace(ENTRY, content=f"Việc {number}"))
    act_on(desk, [Target(id=1), Target(id=3)], noting(text="Đang làm"))
    asked = pending(desk)
    assert (asked.last.operation, asked.refusal) == ("note", None)
    assert asked.last.directives == ((1, "25/KH-UBND"), (3, "25/KH-UBND"))
    assert asked == pending(desk)
    assert undo(desk, expected_id=asked.last.id) == asked.last
    assert pending(desk).last.operation == "add"


def test_it_is_not_waited_for_whoever_is_writing(desk: Desk) -> None:
    add(desk, ENTRY)
    began = time.monotonic()
    with closing(sqlite3.connect(desk.location, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedRegister):
            pending_undo(desk)
    assert time.monotonic() - began < 10


def test_days_of_the_calendar_are_named(desk: Desk) -> None:
    add(desk, ENTRY)
    change_days(desk, ["11/12/2023", "12/12/2023"], kind=DayKind.HOLIDAY)
    last = pending(desk).last
    assert (last.days, last.directives) == ((date(2023, 12, 11), date(2023, 12, 12)), ())
    change_days(replace(desk, who="hoa"), ["11/12/2023"], kind=None)
    refusal = pending(desk).refusal
    assert isinstance(refusal, DayChangedSince)
    assert refusal.who == "hoa"


def test_what_would_be_refused_says_why_and_is(desk: Desk) -> None:
    add(desk, ENTRY)
    note(replace(desk, who="hoa"), "1", on=None, text="Đang làm")
    asked = pending(desk)
    assert isinstance(asked.refusal, UndoConflict)
    assert asked.refusal.who == "hoa"
    with pytest.raises(UndoConflict):
        undo(desk)
    issue_on(desk, DECEMBER)
    assert isinstance(pending(desk).refusal, IssuedStands)


def test_what_was_not_asked_about_is_not_taken_back(desk: Desk) -> None:
    add(desk, ENTRY)
    asked = pending(desk)
    note(desk, "1", on=None, text="Đang làm")
    with pytest.raises(OtherOperationSince) as refusal:
        undo(desk, expected_id=asked.last.id)
    assert refusal.value.operation == "note"
    assert undo(desk, expected_id=pending(desk).last.id).operation == "note"
