"""The question before an undo."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import TODAY
from tracker.operations.undoing import PendingUndo
from tracker.store.errors import OtherOperationSince
from tracker.store.last_operation import LastOperation
from tracker.wording.messages import sentence
from tracker.wording.undoing import undo_question, undone_words


def pending(operation: str = "extend", at: str = "2023-12-13T02:12:00Z", **more: object) -> object:
    touched = {"directives": ((3, "25/KH-UBND"),), **more}
    last = LastOperation(id=1, operation=operation, at=at, **touched)  # type: ignore[arg-type]
    return PendingUndo(last=last, refusal=None)


def test_the_question_names_what_when_and_how_many() -> None:
    many = tuple((id, f"{id}/KH-UBND") for id in range(3, 15))
    assert undo_question(pending(directives=many), TODAY) == (
        "Hoàn tác việc «gia hạn» lúc 09:12 hôm qua: nhiệm vụ 3 (3/KH-UBND), 4 (4/KH-UBND), "
        "5 (5/KH-UBND) và 09 nhiệm vụ khác?"
    )


@pytest.mark.parametrize(
    ("at", "when"),
    [
        ("2023-12-14T01:00:00Z", "08:00 hôm nay"),
        ("2023-12-13T17:00:00Z", "00:00 hôm nay"),
        ("2023-12-13T16:59:00Z", "23:59 hôm qua"),
        ("2023-12-12T01:00:00Z", "08:00 12/12/2023"),
    ],
)
def test_near_days_are_called_as_people_do(at: str, when: str) -> None:
    question = undo_question(pending(at=at), TODAY)
    assert question == f"Hoàn tác việc «gia hạn» lúc {when}: nhiệm vụ 3 (25/KH-UBND)?"


def test_days_and_reports_are_named_too() -> None:
    days = undo_question(pending("days-off", directives=(), days=(date(2023, 12, 11),)), TODAY)
    assert days == "Hoàn tác việc «sửa lịch nghỉ» lúc 09:12 hôm qua: ngày 11/12/2023?"
    reports = undo_question(pending("retract", directives=(), reports=(4,)), TODAY)
    assert reports.endswith("báo cáo mã 4 lại có hiệu lực?")
    assert undo_question(pending("add", directives=()), TODAY).endswith("hôm qua?")


def test_what_was_asked_is_what_is_told_after() -> None:
    last = LastOperation(
        id=1, operation="extend", at="2023-12-13T02:12:00Z", directives=((3, "25/KH-UBND"),)
    )
    assert undone_words(last) == [
        "Đã hoàn tác việc «gia hạn» lúc 09:12 13/12/2023: nhiệm vụ 3 (25/KH-UBND)"
    ]
    said = sentence(OtherOperationSince("note", at="2023-12-14T02:12:00Z"))
    assert "«ghi tình hình thực hiện» lúc 09:12 14/12/2023" in said
