"""Entering and correcting, as the screen will call it: with the version a clerk has seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.entering import (
    AlreadyInRegister,
    Entry,
    add,
    entry_from_line,
    require_readable,
)
from tracker.operations.progressing import note
from tracker.operations.queries import history
from tracker.operations.typed import IssuedInTheFuture
from tracker.operations.undoing import undo
from tracker.store.errors import NoRegister, StaleRecord

ENTRY = Entry(number="25/KH-UBND", issued="24/5/2023", content="Phối hợp", deadline="10/01/2024")


def test_an_entry_gives_the_directive_as_it_is_kept(desk: Desk) -> None:
    directive = add(desk, ENTRY).directive
    assert (directive.id, directive.version) == (1, 1)
    assert directive.assignment.document.number == "25/KH-UBND"


def test_an_entry_is_checked_without_making_a_register(desk: Desk) -> None:
    require_readable(desk, ENTRY)
    with pytest.raises(IssuedInTheFuture):
        require_readable(desk, replace(ENTRY, issued="15/12/2023"))
    assert not Path(desk.location).exists()


def test_only_the_first_entry_makes_a_register(desk: Desk) -> None:
    with pytest.raises(NoRegister):
        note(desk, "1", on=None, text="Đang làm")
    with pytest.raises(NoRegister):
        undo(desk)
    assert not Path(desk.location).exists()


def test_what_is_said_beside_a_line_goes_before_what_the_line_says(desk: Desk) -> None:
    line = "25/KH-UBND ngày 24/5/2023 Phối hợp hạn 10/01/2024"
    entry = entry_from_line(line, today=desk.today, more={"unit": "VP", "deadline": "Quý II/2024"})
    assert entry == replace(ENTRY, issued="2023-05-24", unit="VP", deadline="Quý II/2024")


def test_a_correction_of_what_somebody_else_has_changed_is_refused(desk: Desk) -> None:
    seen = add(desk, ENTRY).directive.version
    edit(replace(desk, who="hoa"), "1", Correction(unit="Phòng A"), expected_version=seen)
    with pytest.raises(StaleRecord) as refusal:
        edit(desk, "1", Correction(unit="Phòng B"), expected_version=seen)
    assert (refusal.value.id, refusal.value.who) == (1, "hoa")
    with pytest.raises(StaleRecord):
        note(desk, "1", on=None, text="x", expected_version=seen)
    assert len(history(desk, "1")[1]) == 2


def test_a_refused_change_leaves_no_trace(desk: Desk) -> None:
    add(desk, ENTRY)
    before = Path(desk.location).read_bytes()
    with pytest.raises(AlreadyInRegister):
        add(desk, replace(ENTRY, content="PHỐI  HỢP."))
    assert Path(desk.location).read_bytes() == before


def test_a_correction_changes_only_what_it_names(desk: Desk) -> None:
    entry = replace(ENTRY, officer="Hoa", supporting_units=("Phòng A", "Phòng B"), is_pinned=True)
    before = add(desk, entry).directive.assignment
    after = edit(desk, "1", Correction(issuing_body="UBND tỉnh")).directive.assignment
    assert after == replace(before, issuing_body="UBND tỉnh")
    after = edit(desk, "1", Correction(supporting_units=("", "Phòng C"))).directive.assignment
    assert after.supporting_units == ("Phòng C",)
