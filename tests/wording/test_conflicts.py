"""What is shown where a form was overtaken."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from tests.builders import a_directive, assessed_on
from tracker.operations.conflicts import Conflict
from tracker.operations.correcting import Correction
from tracker.store.who_changed import ChangedBy
from tracker.wording.conflicts import (
    SAVE_OVER_THEIRS,
    conflict_lines,
    form_field_name,
    form_value,
    overtaken_words,
)

(ROW,) = assessed_on(a_directive())
AT = "2023-12-14T02:12:00Z"


def test_whoever_has_changed_it_is_told_line_by_line() -> None:
    edited = ChangedBy(operation_id=2, operation="edit", who="hoa", at=AT)
    taken_back = replace(edited, operation_id=3, operation="extend", is_taken_back=True)
    conflict = Conflict(opened=ROW, now=ROW, changes=(edited, taken_back))
    assert list(conflict_lines(conflict)) == [
        "Nhiệm vụ 1 (6340/UBND-NC) đã thay đổi từ lúc mở:",
        "  09:12 14/12/2023  hoa: sửa thông tin",
        "  09:12 14/12/2023  hoa: hoàn tác việc «gia hạn»",
    ]
    gone = next(conflict_lines(replace(conflict, now=None)))
    assert gone == "Nhiệm vụ 1 (6340/UBND-NC) đã thay đổi từ lúc mở và không còn trong sổ:"


def test_what_saving_once_more_does_is_told_while_there_is_something_to_save() -> None:
    conflict = Conflict(opened=ROW, now=ROW, changes=())
    assert overtaken_words(conflict).splitlines()[-1] == SAVE_OVER_THEIRS
    assert SAVE_OVER_THEIRS not in overtaken_words(replace(conflict, now=None))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "không có"),
        (date(2023, 12, 5), "05/12/2023"),
        ("", "không có"),
        ((), "không có"),
        ("Phòng A", "Phòng A"),
        (("Phòng A", "Phòng B"), "Phòng A, Phòng B"),
        (True, "có"),
        (False, "không"),
    ],
)
def test_every_kind_of_value_is_shown(value: object, shown: str) -> None:
    assert form_value(value) == shown


def test_every_field_of_the_form_has_a_name() -> None:
    names = {form_field_name(one.name) for one in fields(Correction) if one.name != "turn"}
    assert len(names) == len(fields(Correction)) - 1
