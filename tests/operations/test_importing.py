"""Whole files: looked at row by row, entered in one go, imported again without effect."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.builders import TODAY
from tests.operations.conftest import AT
from tests.operations.imported_tables import (
    DONE,
    LETTER,
    OPEN,
    OTHER,
    PLAN,
    Cells,
    book,
    fates,
    imported,
    looked_at,
    one_sheet,
    rows_of,
    sheet,
    states,
)
from tracker.core.directive import State
from tracker.core.rules import Policy
from tracker.intake.drafts import Field
from tracker.operations.amending import void
from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.import_entering import Imported, LeftOut, NotReadyToEnter
from tracker.operations.importing import enter_import, is_first_import, preview_files
from tracker.operations.progressing import Completion, done, note
from tracker.operations.queries import list_directives
from tracker.operations.read_rows import Place
from tracker.operations.table_differences import Proposal
from tracker.operations.table_preview import RowFate, TableRow
from tracker.operations.typed import RemarkKind
from tracker.operations.undoing import undo
from tracker.store.errors import LockedRegister
from tracker.store.reading import open_reading
from tracker.store.selection import Selection

NEW, SAME, CHANGED, DUPLICATE, PROBLEM = RowFate

BROKEN = ("3", "31/KH-UBND ngày 31/6/2023", "Việc sai ngày")

NOVEMBER, DECEMBER = sheet("Tháng 11", OPEN, OTHER), sheet("Tháng 12", DONE, number=2)


@pytest.fixture
def desk(opened_desk: Desk) -> Desk:
    return opened_desk


def everything(desk: Desk) -> list[tuple[str, ...]]:
    """Every row of every table that only grows, and what follows from them."""
    tables = ("operation", "event", "directive", "standing", "note")
    with open_reading(desk.location) as reading:
        return [row for table in tables for row in reading.rows(f"SELECT * FROM {table}", {})]


def test_what_each_row_of_each_table_would_become_is_shown_beside_its_place(
    desk: Desk,
) -> None:
    add(desk, Entry(number="6340/UBND-NC", issued="3/11/2023", content=OTHER[2]))
    file = book(sheet("Tháng 11", OPEN, OTHER, BROKEN), sheet("Ghi chú", headings=("A", "B")))
    preview = looked_at(desk, file, one_sheet(DONE))
    assert {place: row.kind for place, row in preview.rows.items()} == {
        Place(0, 2): NEW,
        Place(0, 3): CHANGED,
        Place(0, 4): PROBLEM,
        Place(2, 2): DUPLICATE,
    }
    assert [table.found.name for table in preview.registers] == ["Tháng 11", "Tháng 12"]


def test_what_a_row_has_from_merged_cells_is_entered_and_told(desk: Desk) -> None:
    headings = ("TT", "Số ký hiệu", "Nội dung", "Thời hạn", "Đơn vị chủ trì")
    rows = (*OPEN, "Văn phòng"), ("2", "", "Rà soát", "", "")
    found = sheet("Tháng 11", *rows, headings=headings)
    merged = replace(found.table, covered=frozenset({(3, 1), (3, 3), (3, 4)}))
    _, row = rows_of(desk, book(replace(found, table=merged)))
    assert row.assignment is not None
    assert row.assignment.unit == "Văn phòng"
    assert row.assignment.deadline.due_on == date(2024, 1, 10)
    assert [(one.kind, one.fields, one.number) for one in row.remarks] == [
        (RemarkKind.DOCUMENT_TAKEN_OVER, (), 2),
        (RemarkKind.CELLS_TAKEN_OVER, ("deadline", "unit"), 2),
    ]


def test_a_preview_of_files_makes_no_register(blank_desk: Desk) -> None:
    assert fates(blank_desk, one_sheet(OPEN)) == [NEW]
    assert not Path(blank_desk.location).exists()


def test_a_later_sheet_adds_to_the_task_of_an_earlier_one(desk_on_each: Desk) -> None:
    file = book(NOVEMBER, DECEMBER)
    first, other, later = rows_of(desk_on_each, file)
    assert (first.kind, other.kind, later.kind) == (NEW, NEW, DUPLICATE)
    assert later.repeats == Place(0, 2)
    assert [(one.field, one.proposal) for one in later.differences] == [
        (Field.COMPLETED, Proposal.COMPLETE)
    ]
    assert imported(desk_on_each, file).new == (1, 2)
    assert states(desk_on_each) == [State.DONE, State.IN_PROGRESS]
    assert fates(desk_on_each, file) == [SAME, SAME, DUPLICATE]
    assert imported(desk_on_each, file) == Imported()


def test_an_earlier_sheet_that_comes_second_takes_nothing_back(desk: Desk) -> None:
    imported(desk, book(DECEMBER, NOVEMBER))
    assert states(desk) == [State.DONE, State.IN_PROGRESS]


def test_the_sheets_of_one_year_file_add_to_a_task_in_the_register(desk: Desk) -> None:
    imported(desk, book(NOVEMBER))
    rows = rows_of(desk, book(NOVEMBER, DECEMBER))
    assert [row.kind for row in rows] == [SAME, SAME, DUPLICATE]
    assert imported(desk, book(NOVEMBER, DECEMBER)) == Imported(changed=(1,))
    assert states(desk) == [State.DONE, State.IN_PROGRESS]


def test_sheets_that_contradict_one_another_are_told(desk: Desk) -> None:
    moved = (*OPEN[:3], "31/01/2024")
    _, second = rows_of(desk, one_sheet(OPEN, moved))
    assert [(one.ours, one.theirs, one.proposal) for one in second.differences] == [
        ("2024-01-10", "2024-01-31", Proposal.NEEDS_DOCUMENT)
    ]
    assert (second.is_flagged, second.adds) == (True, False)


def test_several_files_go_in_as_one_operation_and_come_out_as_one(desk: Desk) -> None:
    add(desk, Entry(number="1/UBND-NC", issued="1/11/2023", content="Việc khác"))
    known = ("1", "1/UBND-NC ngày 1/11/2023", "Việc khác", "", "5/12/2023")
    imported(desk, one_sheet(OPEN), one_sheet(known, OTHER))
    assert states(desk) == [State.DONE, State.IN_PROGRESS, State.IN_PROGRESS]
    assert len(undo(desk).directives) == 3
    assert states(desk) == [State.IN_PROGRESS]


@pytest.mark.parametrize("days", [0, 1, 40, 400])
def test_importing_again_on_any_day_changes_nothing(desk: Desk, days: int) -> None:
    weekly = ("4", "12/KH-UBND ngày 24/5/2023", "Báo cáo", "trước ngày 25 hằng tháng", "20/6/2023")
    relative = ("5", "13/KH-UBND ngày 24/5/2023", "Báo cáo", "trong 10 ngày làm việc")
    unclear = ("6", "14/KH-UBND ngày 24/5/2023", "Báo cáo", "31/4/2024", "", "Đang lấy ý kiến")
    file = book(NOVEMBER, sheet("Khác", DONE, weekly, relative, unclear, BROKEN, number=2))
    imported(desk, file)
    before = everything(desk)
    later = replace(desk, today=desk.today + timedelta(days=days))
    assert imported(later, file).new == ()
    assert everything(desk) == before


def test_a_directive_that_was_put_right_is_no_new_one_to_a_file_as_it_was(
    desk_on_each: Desk,
) -> None:
    desk = desk_on_each
    imported(desk, one_sheet(OPEN, OTHER))
    edit(desk, "1", Correction(content="Soạn đề án khác hẳn"))
    edit(desk, "1", Correction(number="52/KH-UBND"))
    edit(desk, "2", Correction(issued="4/11/2023"))
    first, second = rows_of(desk, one_sheet(OPEN, OTHER))
    assert [(row.kind, row.duplicate_of, row.is_guess) for row in (first, second)] == [
        (SAME, 1, False),
        (SAME, 2, False),
    ]
    assert [one.field for one in first.differences] == [Field.NUMBER, Field.CONTENT]
    assert [(one.field, one.proposal) for one in second.differences] == [
        (Field.ISSUED, Proposal.TELL_THEM)
    ]
    assert imported(desk, one_sheet(OPEN, OTHER)) == Imported()
    assert imported(desk, one_sheet(DONE, OTHER)).changed == (1,)
    assert states(desk) == [State.DONE, State.IN_PROGRESS]


def test_of_a_directive_that_was_put_right_a_file_cannot_have_two(desk: Desk) -> None:
    imported(desk, one_sheet(OPEN))
    edit(desk, "1", Correction(content="Soạn đề án khác hẳn"))
    as_it_is = ("2", PLAN, "Soạn đề án khác hẳn", "10/01/2024")
    assert fates(desk, one_sheet(OPEN, as_it_is)) == [NEW, SAME]
    undo(desk)
    assert fates(desk, one_sheet(OPEN, as_it_is)) == [SAME, NEW]


def test_what_was_removed_is_not_entered_once_more(desk_on_each: Desk) -> None:
    desk = desk_on_each
    imported(desk, one_sheet(OPEN, OTHER))
    void(desk, "2", reason="văn bản gửi nhầm cơ quan", duplicate_of=None)
    file = one_sheet(OPEN, OTHER, OTHER)
    _, removed, again = rows_of(desk, file)
    assert (removed.kind, removed.duplicate_of, again.kind) == (CHANGED, 2, DUPLICATE)
    assert [one.proposal for one in removed.differences] == [Proposal.REMOVED]
    assert (removed.is_flagged, removed.adds, again.adds) == (True, False, False)
    assert imported(desk, file) == Imported()
    undo(desk)
    assert fates(desk, file) == [SAME, SAME, DUPLICATE]
    undo(desk)
    assert fates(desk, file) == [NEW, NEW, DUPLICATE]


# What was chosen


def test_only_the_rows_chosen_are_entered_each_with_those_that_repeat_it(desk: Desk) -> None:
    preview = looked_at(desk, book(NOVEMBER, DECEMBER))
    assert enter_import(desk, preview, [(0, 2)]).new == (1,)
    assert states(desk) == [State.DONE]


def test_a_row_that_repeats_one_left_out_is_left_out_with_it(desk: Desk) -> None:
    preview = looked_at(desk, book(NOVEMBER, DECEMBER))
    assert enter_import(desk, preview, [(0, 3), (1, 2)]).new == (1,)
    assert states(desk) == [State.IN_PROGRESS]


@pytest.mark.parametrize("place", [(0, 4), (0, 99), (7, 2)])
def test_what_adds_nothing_cannot_be_chosen(blank_desk: Desk, place: tuple[int, int]) -> None:
    preview = looked_at(blank_desk, one_sheet(OPEN, OTHER, BROKEN))
    with pytest.raises(NotReadyToEnter):
        enter_import(blank_desk, preview, [(0, 2), place])
    assert not Path(blank_desk.location).exists()


# A register that changes between looking and entering


def as_new_by_hand(desk: Desk) -> None:
    add(desk, Entry(number="25/KH-UBND", issued="24/5/2023", content=OPEN[2]))


def test_a_task_entered_by_hand_meanwhile_is_left_as_it_is(desk: Desk) -> None:
    preview = looked_at(desk, book(NOVEMBER, DECEMBER))
    as_new_by_hand(desk)
    entered = enter_import(desk, preview)
    left = (LeftOut(place=Place(0, 2), id=1), LeftOut(place=Place(1, 2), id=1))
    assert entered == Imported(new=(2,), left_out=left)
    assert states(desk) == [State.IN_PROGRESS, State.IN_PROGRESS]


@pytest.mark.parametrize(
    ("deed", "changed"),
    [
        (lambda desk: done(desk, "1", Completion(on="04/12/2023")), ()),
        (lambda desk: note(desk, "1", on="04/12/2023", text="Sắp xong"), (1,)),
    ],
)
def test_what_a_row_adds_is_entered_unless_the_register_knows_otherwise_by_now(
    desk: Desk, deed: Callable[[Desk], object], changed: tuple[int, ...]
) -> None:
    as_new_by_hand(desk)
    preview = looked_at(desk, one_sheet((*OPEN[:3], "", "05/12/2023")))
    deed(desk)
    entered = enter_import(desk, preview)
    assert entered.changed == changed
    assert len(entered.left_out) == 1 - len(changed)


# Cancelled


class Cancelled(Exception):
    """Whoever listens wants no more of it."""


def cancel_at(number: int) -> Callable[[int, int], None]:
    """Listens so many times, then has enough."""
    calls = iter(range(number))

    def hear(done: int, total: int) -> None:
        assert 0 <= done <= total
        if next(calls, None) is None:
            raise Cancelled

    return hear


MANY = one_sheet(
    *(("", f"{number}/KH-UBND ngày 24/5/2023", f"Việc {number}") for number in range(1, 451))
)


def digest(desk: Desk) -> str:
    return hashlib.sha256(repr(everything(desk)).encode()).hexdigest()


@pytest.mark.parametrize("calls", [0, 2, 3, 5])
def test_entering_that_is_cancelled_leaves_the_register_as_it_was(desk: Desk, calls: int) -> None:
    as_new_by_hand(desk)
    preview, before = looked_at(desk, MANY), digest(desk)
    with pytest.raises(Cancelled):
        enter_import(desk, preview, progress=cancel_at(calls))
    assert digest(desk) == before
    assert list(Path(desk.location).parent.iterdir()) == [Path(desk.location)]


@pytest.mark.parametrize("calls", [0, 3, 5])
def test_a_first_import_that_is_cancelled_makes_no_register(blank_desk: Desk, calls: int) -> None:
    preview = looked_at(blank_desk, MANY)
    with pytest.raises(Cancelled):
        enter_import(blank_desk, preview, progress=cancel_at(calls))
    assert list(Path(blank_desk.location).parent.iterdir()) == []


def test_a_preview_can_be_cancelled(desk: Desk) -> None:
    with pytest.raises(Cancelled):
        preview_files(desk, (MANY,), progress=cancel_at(3))


def test_how_far_it_has_come_is_told_at_least_every_two_hundred_rows(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    preview = preview_files(desk, (MANY,), progress=lambda *step: told.append(step))
    looking = told.copy()
    told.clear()
    enter_import(desk, preview, progress=lambda *step: told.append(step))
    for steps in (looking, told):
        places = [0, *(done for done, _ in steps)]
        assert all(0 <= after - before <= 200 for before, after in pairwise(places))
        assert steps[-1][1] - steps[-1][0] <= 3


def test_a_register_that_somebody_made_meanwhile_is_not_replaced(blank_desk: Desk) -> None:
    preview = looked_at(blank_desk, one_sheet(OPEN))

    def made_meanwhile(*_: int) -> None:
        if not Path(blank_desk.location).exists():
            add(blank_desk, Entry(number="1/UBND-NC", issued="1/11/2023", content="Của người khác"))

    with pytest.raises(LockedRegister):
        enter_import(blank_desk, preview, progress=made_meanwhile)
    (row,) = list_directives(blank_desk, Selection(), as_of=blank_desk.today)
    assert row.content == "Của người khác"


# First


def test_an_import_is_the_first_until_one_stands(blank_desk: Desk) -> None:
    assert is_first_import(blank_desk.location)
    as_new_by_hand(blank_desk)
    assert is_first_import(blank_desk.location)
    imported(blank_desk, one_sheet(OTHER))
    assert not is_first_import(blank_desk.location)
    undo(blank_desk)
    assert is_first_import(blank_desk.location)


# The turns of a recurring directive


def turn(day: str, completed: str = "", progress: str = "Chưa đến hạn") -> Cells:
    deadline = f"Trước ngày 25 hằng tháng (kỳ {day})"
    return ("1", "12/KH-UBND ngày 24/5/2023", "Báo cáo tháng", deadline, completed, progress, "")


TURNS = one_sheet(
    turn("25/10/2023", "24/10/2023", "Đúng hạn"),
    turn("25/11/2023", "05/12/2023", "Chậm"),
    turn("25/12/2023"),
)


def test_the_turns_in_a_report_are_one_directive_each_with_its_completion(desk: Desk) -> None:
    assert imported(desk, TURNS).new == (1,)
    rows = list_directives(desk, Selection(), as_of=desk.today)
    assert [(row.facts.instance, row.facts.completed_on) for row in rows] == [
        (date(2023, 10, 25), date(2023, 10, 24)),
        (date(2023, 11, 25), date(2023, 12, 5)),
        (date(2023, 12, 25), None),
    ]
    assert not any(row.adds for row in rows_of(desk, TURNS))


def test_what_is_told_of_the_turn_before_completes_no_turn(desk: Desk) -> None:
    told = "Đã báo cáo tháng 10 (Báo cáo số 250/BC-KHCN ngày 24/10/2023)"
    (row,) = rows_of(desk, one_sheet(turn("25/11/2023", "", told)))
    assert row.completion is None
    assert row.note is not None
    assert row.note.text == told


def test_a_turn_that_is_done_here_and_open_there_is_told(desk: Desk) -> None:
    imported(desk, TURNS)
    (row,) = rows_of(desk, one_sheet(turn("25/11/2023", "", "Đang thực hiện")))
    assert [(one.field, one.ours, one.proposal) for one in row.differences] == [
        (Field.COMPLETED, "2023-12-05", Proposal.TELL_THEM)
    ]


# Any table

CELLS = st.sampled_from(
    ["", "1", PLAN, LETTER, "Phối hợp", "Rà soát", "10/01/2024", "05/12/2023", "hằng tháng",
     "Đúng hạn", "Đang thực hiện", "Đã hoàn thành", "9/BC-KHCN ngày 05/12/2023", "31/4/2023",
     "Đang lấy ý kiến", "Chưa thực hiện", "Tạm dừng"]
)  # fmt: skip
ROWS = st.lists(
    st.tuples(
        st.just("1"), st.sampled_from([PLAN, LETTER]), st.sampled_from(["Phối hợp", "Rà soát"]),
        CELLS, CELLS, CELLS, CELLS,
    ),
    min_size=1, max_size=6,
)  # fmt: skip


def is_turn_unclear(row: TableRow) -> bool:
    """Whether a completion was not entered for want of a turn that it belongs to."""
    looked = [(one.field, one.proposal) for one in row.differences]
    is_unclear = any(one.kind is RemarkKind.TURN_UNCLEAR for one in row.remarks)
    return is_unclear or (Field.COMPLETED, Proposal.LOOK) in looked


@settings(max_examples=20)
@given(rows=ROWS, days=st.integers(0, 60))
def test_whatever_was_imported_adds_nothing_when_it_is_imported_again(
    empty_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, ...]],
    days: int,
) -> None:
    location = shutil.copy(empty_file, tmp_path_factory.mktemp("again") / "register.db")
    desk = Desk(location=str(location), who="lan", today=TODAY, at=AT, policy=Policy())
    # What lies in the future on one day need not on another.
    sound = [row for row in rows if PROBLEM not in fates(desk, one_sheet(row))]
    assume(sound)
    # A completion of which nobody can tell the turn may find it once another turn is done.
    assume(not any(map(is_turn_unclear, rows_of(desk, one_sheet(*sound)))))
    imported(desk, one_sheet(*sound))
    later = replace(desk, today=TODAY + timedelta(days=days))
    assert not any(row.adds for row in rows_of(later, one_sheet(*sound)))


def test_many_rows_at_once_become_what_each_becomes_alone(
    desk: Desk, empty_file: Path, tmp_path: Path
) -> None:
    numbers = range(1, 8)
    rows = [
        *(("", f"{number}/KH-UBND ngày 24/5/2023", f"Việc {number}") for number in numbers),
        OPEN, OTHER, DONE,
        ("", PLAN, "Việc khác của kế hoạch", "trước ngày 25 hằng tháng", "", "Đang làm"),
        ("", LETTER, "Việc khác của công văn", "Quý IV/2023", "", "", "Họp lần 1"),
    ]  # fmt: skip
    alone = replace(desk, location=str(shutil.copy(empty_file, tmp_path / "alone.db")))
    imported(desk, one_sheet(*rows))
    for row in rows:
        imported(alone, one_sheet(row))
    assert kept_of(desk) == kept_of(alone)


def kept_of(desk: Desk) -> list[tuple[str, ...]]:
    """What follows from the events, whatever operations they came in by."""
    columns = "document_number, content, deadline_text, due_on, search_text"
    queries = (
        f"SELECT {columns} FROM directive ORDER BY id",
        "SELECT directive_id, kind, effective_on, payload, new_values FROM event "
        "ORDER BY directive_id, id",
        "SELECT directive_id, instance, since, until, state, completed_on, results FROM standing "
        "ORDER BY directive_id, since, instance",
        "SELECT directive_id, effective_on, text FROM note ORDER BY directive_id, id",
    )
    with open_reading(desk.location) as reading:
        return [row for query in queries for row in reading.rows(query, {})]
