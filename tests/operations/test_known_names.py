"""The names a form offers: those in use, the most used first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.known_names import KnownNames, known_names
from tracker.operations.undoing import undo


def enter(desk: Desk, number: int, **names: Any) -> None:
    units = tuple(filter(None, (names.pop("support", ""),)))
    add(
        desk,
        Entry(
            number=f"{number}/KH-UBND",
            issued="24/5/2023",
            content="Việc",
            supporting_units=units,
            **names,
        ),
    )


def test_the_most_used_names_come_first_and_equals_in_vietnamese_order(
    desk_on_each: Desk,
) -> None:
    desk = desk_on_each
    enter(desk, 1, unit="Phòng Đào tạo", officer="Hòa", assigned_by="Giám đốc")
    enter(desk, 2, unit="Phòng Đào tạo", officer="Hoa", issuing_body="UBND tỉnh")
    enter(desk, 3, unit="Văn phòng", support="phòng Ăn")
    enter(desk, 4, unit="văn phòng", support="Văn phòng")
    enter(desk, 5, unit="Gõ nhầm")
    undo(desk)
    assert known_names(desk) == KnownNames(
        units=("Văn phòng", "Phòng Đào tạo", "phòng Ăn"),
        officers=("Hoa", "Hòa"),
        assigned_by=("Giám đốc",),
        issuing_bodies=("UBND tỉnh",),
    )


def test_without_a_register_there_are_no_names_and_none_is_made(desk: Desk) -> None:
    assert known_names(desk) == KnownNames()
    assert not Path(desk.location).exists()
