"""A row beside the directive that it tells of: what is entered, what is told, what is no news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.operations.imported_tables import PLAN, WIDE, book, imported, one_sheet, rows_of, sheet
from tracker.core.directive import State
from tracker.intake.files.found import FileTables
from tracker.operations.amending import Amendment, correct
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
from tracker.operations.queries import show
from tracker.operations.table_differences import Difference
from tracker.operations.table_preview import RowFate, TableRow
from tracker.operations.undoing import undo

Deed = Callable[[Desk], object]


@pytest.fixture
def desk(opened_desk: Desk) -> Desk:
    return opened_desk


TASK = Entry(number="25/KH-UBND", issued="24/5/2023", content="Phối hợp", deadline="10/01/2024")
RESULT = "9/BC-KHCN ngày 05/12/2023"


def entered(**more: object) -> Deed:
    return lambda desk: add(desk, replace(TASK, **more))  # type: ignore[arg-type]


def finished(**said: object) -> Deed:
    return lambda desk: done(desk, "1", Completion(**said))  # type: ignore[arg-type]


def reopened(desk: Desk) -> None:
    by_document(desk, "1", Ruling(by="7/UBND-NC ngày 10/12/2023"), name="reopen")


def prepared(desk: Desk, *deeds: Deed) -> None:
    for deed in deeds:
        deed(desk)


def wide(**cells: str) -> tuple[str, ...]:
    """A row of the plan, with some of its cells."""
    known = {"number": PLAN, "content": "Phối hợp", "deadline": "10/01/2024", **cells}
    names = ("ordinal", "number", "content", "deadline", "completed", "progress", "result", "unit",
             "supporting", "officer", "note")  # fmt: skip
    return tuple(known.get(name, "") for name in names)


def only(desk: Desk, *cells: str) -> TableRow:
    (row,) = rows_of(desk, one_sheet(cells, headings=WIDE))
    return row


def seen(row: TableRow) -> list[tuple[str, str, str, str]]:
    return [plain(difference) for difference in row.differences]


def plain(one: Difference) -> tuple[str, str, str, str]:
    return (one.field.value, one.ours, one.theirs, one.proposal.value)


BLANK = ("", PLAN, "Phối hợp")

SAME: list[tuple[tuple[Deed, ...], tuple[str, ...]]] = [
    ((entered(),), wide()),
    ((entered(),), BLANK),
    ((entered(unit="Văn phòng", officer="Lan"),), wide(unit="VĂN PHÒNG")),
    ((entered(deadline="trước ngày 31/12/2023"),), wide(deadline="31/12/2023")),
    ((entered(deadline="Tháng 12 năm 2023"),), wide(deadline="31/12/2023")),
    ((entered(deadline="thường xuyên"),), wide(deadline="Thường xuyên, liên tục")),
    ((entered(), finished(on="05/12/2023", result=RESULT)), wide()),
    ((entered(), finished(on="05/12/2023", result=RESULT)),
     wide(completed="5/12/2023", result="Báo cáo số 9/BC-KHCN ngày 5/12/2023")),
    ((entered(), finished(on="05/12/2023")), wide(progress="Đã hoàn thành")),
    ((entered(), lambda desk: note(desk, "1", on="01/12/2023", text="Đang lấy ý kiến")),
     wide(progress="Đang lấy ý kiến")),
    ((entered(supporting_units=("Phòng A", "Phòng B")),), wide(supporting="Phòng B; Phòng A")),
]  # fmt: skip
"""What is in the register, and a row that has nothing to add."""


@pytest.mark.parametrize(("deeds", "cells"), SAME)
def test_a_row_that_tells_nothing_new_is_the_same(
    desk: Desk, deeds: tuple[Deed, ...], cells: tuple[str, ...]
) -> None:
    prepared(desk, *deeds)
    row = only(desk, *cells)
    assert (row.kind, row.duplicate_of, row.differences) == (RowFate.SAME, 1, ())


ADDED: list[tuple[tuple[Deed, ...], tuple[str, ...], list[tuple[str, str, str, str]]]] = [
    ((entered(),), wide(completed="05/12/2023", result=RESULT),
     [("completed", "", "2023-12-05", "complete")]),
    ((entered(), finished(is_undated=True)), wide(completed="05/12/2023"),
     [("completed", "", "2023-12-05", "complete")]),
    ((entered(),), wide(progress="Đã hoàn thành"), [("completed", "", "", "complete")]),
    ((entered(),), wide(unit="Văn phòng", officer="Lan"),
     [("unit", "", "Văn phòng", "fill_in"), ("officer", "", "Lan", "fill_in")]),
    ((entered(),), wide(progress="Đang lấy ý kiến"), [("note", "", "Đang lấy ý kiến", "note")]),
    ((entered(is_started=False),), wide(progress="Đang thực hiện"),
     [("progress", "not_started", "in_progress", "start")]),
    ((entered(), finished(on="05/12/2023")), wide(completed="05/12/2023", result=RESULT),
     [("result", "", RESULT, "fill_in")]),
    ((entered(unit="Văn phòng"),),
     wide(completed="05/12/2023", result=RESULT, supporting="Phòng A", note="Họp ngày 4/12"),
     [("supporting_units", "", "Phòng A", "fill_in"), ("completed", "", "2023-12-05", "complete"),
      ("note", "", "Họp ngày 4/12", "note")]),
    ((entered(deadline="trước ngày 25 hằng tháng", number="12/KH-UBND"),
      finished(on="20/6/2023", turn="6/2023")),
     wide(number="12/KH-UBND ngày 24/5/2023", deadline="ngày 25 hàng tháng",
          completed="20/7/2023"),
     [("completed", "", "2023-07-20", "complete")]),
]  # fmt: skip
"""What is in the register, a row that adds to it, and what it adds."""


@pytest.mark.parametrize(("deeds", "cells", "differences"), ADDED)
def test_what_a_row_adds_is_entered_once(
    desk: Desk,
    deeds: tuple[Deed, ...],
    cells: tuple[str, ...],
    differences: list[tuple[str, str, str, str]],
) -> None:
    prepared(desk, *deeds)
    row = only(desk, *cells)
    assert (row.kind, seen(row)) == (RowFate.CHANGED, differences)
    assert imported(desk, one_sheet(cells, headings=WIDE)).changed == (1,)
    again = replace(desk, today=desk.today + timedelta(days=40))
    assert only(again, *cells).differences == ()


TOLD: list[tuple[tuple[Deed, ...], tuple[str, ...], tuple[str, str, str, str]]] = [
    ((entered(),), wide(deadline="31/01/2024"),
     ("deadline", "2024-01-10", "2024-01-31", "needs_document")),
    ((entered(deadline=""),), wide(), ("deadline", "", "2024-01-10", "needs_document")),
    ((entered(),), wide(deadline="31/4/2024"),
     ("deadline", "2024-01-10", "31/4/2024", "needs_document")),
    ((entered(), finished(on="05/12/2023")), wide(completed="06/12/2023"),
     ("completed", "2023-12-05", "2023-12-06", "look")),
    ((entered(), finished(on="05/12/2023", result=RESULT)),
     wide(completed="05/12/2023", result="10/BC-KHCN ngày 05/12/2023"),
     ("result", RESULT, "10/BC-KHCN ngày 05/12/2023", "look")),
    ((entered(unit="Văn phòng"),), wide(unit="Phòng A"), ("unit", "Văn phòng", "Phòng A", "look")),
    ((entered(),), wide(progress="Chưa thực hiện"),
     ("progress", "in_progress", "not_started", "look")),
    ((entered(),), wide(progress="Tạm dừng"),
     ("progress", "in_progress", "suspended", "needs_document")),
    ((entered(), finished(on="05/12/2023"), reopened), wide(completed="06/12/2023"),
     ("completed", "", "2023-12-06", "look")),
]  # fmt: skip
"""What is in the register, a row that contradicts it, and what is told."""


@pytest.mark.parametrize(("deeds", "cells", "difference"), TOLD)
def test_what_contradicts_the_register_is_told_and_never_entered(
    desk: Desk,
    deeds: tuple[Deed, ...],
    cells: tuple[str, ...],
    difference: tuple[str, str, str, str],
) -> None:
    prepared(desk, *deeds)
    before = show(desk, "1", as_of=desk.today)
    row = only(desk, *cells)
    assert (row.kind, seen(row)) == (RowFate.CHANGED, [difference])
    assert (row.is_flagged, row.adds) == (True, False)
    assert imported(desk, one_sheet(cells, headings=WIDE)).changed == ()
    assert show(desk, "1", as_of=desk.today) == before


MOVED_ON: list[tuple[tuple[str, ...], tuple[Deed, ...], tuple[str, str, str, str]]] = [
    (wide(progress="Đang thực hiện"), (finished(on="05/12/2023"),),
     ("completed", "2023-12-05", "", "tell_them")),
    (wide(), (lambda desk: extend(desk, "1", to="31/01/2024", by="7/UBND-NC ngày 10/12/2023"),),
     ("deadline", "2024-01-31", "2024-01-10", "tell_them")),
    (wide(deadline="31/4/2024"), (lambda desk: edit(desk, "1", Correction(deadline="30/4/2024")),),
     ("deadline", "2024-04-30", "31/4/2024", "tell_them")),
    (wide(unit="Phòng A"), (lambda desk: edit(desk, "1", Correction(unit="Phòng B")),),
     ("unit", "Phòng B", "Phòng A", "tell_them")),
    (wide(unit="Phòng A"), (lambda desk: edit(desk, "1", Correction(unit="")),),
     ("unit", "", "Phòng A", "tell_them")),
    (wide(completed="05/12/2023"),
     (lambda desk: edit(desk, "1", Correction(completed_on="06/12/2023")),),
     ("completed", "2023-12-06", "2023-12-05", "tell_them")),
    (wide(completed="05/12/2023"), (reopened,), ("completed", "", "2023-12-05", "tell_them")),
    (wide(completed="05/12/2023"),
     (lambda desk: correct(desk, "1", 2, Amendment(is_removed=True, because="nhầm")),),
     ("completed", "", "2023-12-05", "tell_them")),
    (wide(completed="05/12/2023", result=RESULT),
     (lambda desk: edit(desk, "1", Correction(result="10/BC-KHCN ngày 05/12/2023")),),
     ("result", "10/BC-KHCN ngày 05/12/2023", RESULT, "tell_them")),
    (wide(progress="Chưa thực hiện"), (lambda desk: start(desk, "1", on="10/12/2023"),),
     ("progress", "in_progress", "not_started", "tell_them")),
]  # fmt: skip
"""A row, what was done in the register after it was imported, and what is told of it then."""


@pytest.mark.parametrize(("cells", "deeds", "difference"), MOVED_ON)
def test_a_register_that_has_moved_on_from_a_row_learns_nothing_from_it_again(
    desk: Desk,
    cells: tuple[str, ...],
    deeds: tuple[Deed, ...],
    difference: tuple[str, str, str, str],
) -> None:
    imported(desk, one_sheet(cells, headings=WIDE))
    prepared(desk, *deeds)
    row = only(desk, *cells)
    assert (row.kind, seen(row), row.is_flagged) == (RowFate.SAME, [difference], False)
    later = replace(desk, today=desk.today + timedelta(days=40))
    assert imported(later, one_sheet(cells, headings=WIDE)).changed == ()


def test_a_note_older_than_the_completion_is_no_news(desk: Desk) -> None:
    prepared(desk, entered(), finished(on="05/12/2023"))
    text = "Đang lấy ý kiến"
    assert seen(only(desk, *wide(progress=text))) == [("note", "", text, "note")]
    (row,) = rows_of(
        desk, one_sheet(("II", "Đang thực hiện: 01"), wide(progress=text), headings=WIDE)
    )
    assert (row.kind, seen(row)) == (RowFate.SAME, [("completed", "2023-12-05", "", "tell_them")])


def test_what_was_taken_back_can_be_imported_again(desk: Desk) -> None:
    prepared(desk, entered())
    cells = wide(completed="05/12/2023")
    imported(desk, one_sheet(cells, headings=WIDE))
    undo(desk)
    assert imported(desk, one_sheet(cells, headings=WIDE)).changed == (1,)
    facts = show(desk, "1", as_of=desk.today).rows[0].facts
    assert (facts.state, facts.completed_on) == (State.DONE, date(2023, 12, 5))


def test_a_completion_that_is_entered_names_its_documents(desk: Desk) -> None:
    prepared(desk, entered())
    imported(desk, one_sheet(wide(completed="05/12/2023", result=RESULT), headings=WIDE))
    (row,) = show(desk, "1", as_of=desk.today).rows
    assert [one.number for one in row.result_documents] == ["9/BC-KHCN"]


def test_of_a_secret_directive_the_result_is_not_shown(desk: Desk) -> None:
    prepared(desk, entered(is_secret=True), finished(on="05/12/2023", result="Kín"))
    row = only(desk, *wide(completed="05/12/2023", result="Khác"))
    assert seen(row) == [("result", "", "Khác", "look")]


def listed(title: str, *cells: str) -> FileTables:
    """A list with a title and one row under the head of a part."""
    part = ("III", "QUÁ HẠN: 01 nhiệm vụ")
    return book(sheet("Phụ lục", WIDE, part, cells, headings=(title,)))


@pytest.mark.parametrize(
    ("title", "proposal", "kind"),
    [
        ("Phụ lục tháng 12 năm 2023", "look", RowFate.CHANGED),
        ("Phụ lục tháng 11 năm 2023", "tell_them", RowFate.SAME),
        ("Phụ lục", "tell_them", RowFate.SAME),
    ],
)
def test_what_was_done_by_the_day_of_a_list_that_has_it_open_is_to_be_looked_at(
    desk: Desk, title: str, proposal: str, kind: RowFate
) -> None:
    prepared(desk, entered(), finished(on="05/12/2023"))
    (row,) = rows_of(desk, listed(title, *wide(progress="Quá hạn")))
    assert (row.kind, seen(row)) == (kind, [("completed", "2023-12-05", "", proposal)])
    assert row.is_flagged is (kind is RowFate.CHANGED)
    assert imported(desk, listed(title, *wide(progress="Quá hạn"))).changed == ()


def test_a_judgement_of_open_ones_says_that_it_is_open(desk: Desk) -> None:
    prepared(desk, entered(), finished(on="05/12/2023"))
    row = only(desk, *wide(progress="Quá hạn"))
    assert seen(row) == [("completed", "2023-12-05", "", "tell_them")]
