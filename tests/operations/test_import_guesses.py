"""Rows that only seem to be a task that is known, or to repeat another: left to somebody."""

from __future__ import annotations

from datetime import date

import pytest

from tests.operations.imported_tables import (
    OPEN,
    PLAN,
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
from tracker.intake.drafts import Field
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.import_entering import Imported
from tracker.operations.importing import enter_import
from tracker.operations.read_rows import Place
from tracker.operations.table_differences import Proposal
from tracker.operations.table_preview import RowFate

NEW, SAME, CHANGED, DUPLICATE, PROBLEM = RowFate

LONG = "V/v triển khai Kế hoạch chuyển đổi số của tỉnh giai đoạn 2021-2025 tại các đơn vị"
NEARLY = "V/v triển khai kế hoạch chuyển đổi số tỉnh giai đoạn 2021-2025 tại các đơn vị"


@pytest.fixture
def desk(opened_desk: Desk) -> Desk:
    return opened_desk


def test_a_content_much_alike_is_taken_for_the_same_task_and_left_to_somebody(
    desk: Desk,
) -> None:
    add(desk, Entry(number="25/KH-UBND", issued="24/5/2023", content=LONG))
    file = one_sheet(("1", PLAN, NEARLY, "", "05/12/2023"))
    (row,) = rows_of(desk, file)
    assert (row.kind, row.duplicate_of, row.is_guess) == (CHANGED, 1, True)
    assert 0.8 <= row.likeness < 1
    assert (row.differences[0].field, row.differences[0].proposal) == (Field.CONTENT, Proposal.LOOK)
    assert (row.is_entered, row.is_flagged) == (False, True)
    assert imported(desk, file) == Imported()
    assert states(desk) == [State.IN_PROGRESS]


def test_a_guess_that_was_confirmed_adds_what_it_knows(desk: Desk) -> None:
    add(desk, Entry(number="25/KH-UBND", issued="24/5/2023", content=LONG))
    preview = looked_at(desk, one_sheet(("1", PLAN, NEARLY, "", "05/12/2023")))
    assert enter_import(desk, preview, [(0, 2)]).changed == (1,)
    assert states(desk) == [State.DONE]


def test_a_task_is_guessed_for_one_row_only(desk: Desk) -> None:
    add(desk, Entry(number="25/KH-UBND", issued="24/5/2023", content=LONG))
    others = [NEARLY, NEARLY.replace("các đơn vị", "đơn vị"), NEARLY.replace("của ", "")]
    rows = rows_of(
        desk, one_sheet(*(("", PLAN, content) for content in (*others, NEARLY + " này")))
    )
    assert [row.kind for row in rows] == [NEW, NEW, DUPLICATE, NEW]
    assert not any(row.is_guess for row in rows)


@pytest.mark.parametrize("known", [(), (LONG,), (NEARLY,)])
@pytest.mark.parametrize("contents", [(LONG, NEARLY), (NEARLY, LONG)])
def test_a_row_much_like_another_of_its_document_is_shown_and_waits_for_somebody(
    desk: Desk, known: tuple[str, ...], contents: tuple[str, str]
) -> None:
    for content in known:
        add(desk, Entry(number="25/KH-UBND", issued="24/5/2023", content=content))
    one, other = contents
    file = book(
        sheet("Tháng 11", ("1", PLAN, one)),
        sheet("Tháng 12", ("1", PLAN, other, "", "05/12/2023"), number=2),
    )
    rows = rows_of(desk, file)
    guess = next(row for row in rows if row.is_guess)
    sure = next(row for row in rows if not row.is_guess)
    there = CHANGED if sure is rows[1] else SAME
    assert (sure.kind, guess.kind) == (there if known else NEW, DUPLICATE)
    assert guess.repeats == Place(rows.index(sure), 2)
    assert (guess.is_entered, guess.is_flagged) == (False, True)
    assert guess.differences[0].proposal is Proposal.LOOK
    imported(desk, file)
    is_done = guess is rows[0]
    assert states(desk) == [State.DONE if is_done else State.IN_PROGRESS]


def test_a_row_much_like_another_adds_what_it_knows_once_it_is_chosen(desk: Desk) -> None:
    later = ("2", PLAN, NEARLY, "", "05/12/2023")
    preview = looked_at(desk, one_sheet(("1", PLAN, LONG), later))
    guess = preview.rows[Place(0, 3)]
    assert [one.proposal for one in guess.differences] == [Proposal.LOOK, Proposal.COMPLETE]
    assert enter_import(desk, preview, [(0, 2), (0, 3)]).new == (1,)
    assert states(desk) == [State.DONE]


def test_a_row_that_may_be_either_of_two_tasks_repeats_none(desk: Desk) -> None:
    for content in (LONG, LONG.replace("các đơn vị", "đơn vị")):
        add(desk, Entry(number="25/KH-UBND", issued="24/5/2023", content=content))
    rows = rows_of(desk, one_sheet(("1", PLAN, LONG), ("2", PLAN, NEARLY)))
    assert [(row.kind, row.repeats) for row in rows] == [(SAME, None), (CHANGED, None)]


SIGNS = "Tham mưu, báo cáo Uỷ ban nhân dân tỉnh - kỳ cuối năm"


def test_signs_and_the_place_of_a_tone_make_no_other_task(desk: Desk) -> None:
    file = one_sheet(
        ("1", PLAN, SIGNS), ("2", PLAN, "tham mưu báo cáo Ủy ban nhân dân tỉnh – kỳ cuối năm.")
    )
    assert [(row.kind, row.is_guess) for row in rows_of(desk, file)] == [
        (NEW, False),
        (DUPLICATE, False),
    ]


def test_the_only_task_of_a_document_may_be_worded_quite_otherwise(desk: Desk) -> None:
    add(desk, Entry(number="25/KH-UBND", issued="24/5/2023", content=LONG))
    more = LONG + ", báo cáo Chủ tịch UBND tỉnh trước khi ký ban hành trong quý"
    (row,) = rows_of(desk, one_sheet(("1", PLAN, more)))
    assert (row.kind, row.duplicate_of, row.is_entered) == (CHANGED, 1, False)
    assert 0.4 <= row.likeness < 0.8
    assert fates(desk, one_sheet(("1", PLAN, more), ("2", PLAN, "Báo cáo kết quả"))) == [NEW, NEW]
    add(desk, Entry(number="25/KH-UBND", issued="24/5/2023", content="Báo cáo kết quả"))
    assert fates(desk, one_sheet(("1", PLAN, more))) == [NEW]


def test_the_same_words_under_the_number_on_another_day_of_the_year_are_not_entered_again(
    desk: Desk,
) -> None:
    add(desk, Entry(number="25/KH-UBND", issued="25/5/2023", content=OPEN[2]))
    row, _ = rows_of(desk, one_sheet(OPEN, ("2", PLAN, "Báo cáo kết quả")))
    assert (row.kind, row.is_guess, row.duplicate_of, row.is_entered) == (CHANGED, True, 1, False)
    assert [(one.field.value, one.ours, one.theirs) for one in row.differences][:1] == [
        ("issued", "2023-05-25", "2023-05-24")
    ]
    (remark,) = (one for one in row.remarks if one.kind.value == "same_words_of_other_date")
    assert (remark.number, remark.day) == (1, date(2023, 5, 25))


def test_the_same_words_under_the_number_with_another_date_are_flagged(desk: Desk) -> None:
    add(desk, Entry(number="25/KH-UBND", issued="24/5/2022", content=OPEN[2]))
    row, other = rows_of(desk, one_sheet(OPEN, ("2", PLAN, "Báo cáo kết quả")))
    assert (row.kind, row.is_flagged, other.is_flagged) == (NEW, True, False)
    (remark,) = (one for one in row.remarks if one.kind.value == "same_words_of_other_date")
    assert (remark.number, remark.day) == (1, date(2022, 5, 24))


@pytest.mark.parametrize(
    ("known", "content"),
    [
        (LONG, LONG.replace("2025", "2030")),
        (LONG, "Báo cáo kết quả"),
    ],
)
def test_another_number_or_quite_other_words_make_another_task(
    desk: Desk, known: str, content: str
) -> None:
    add(desk, Entry(number="25/KH-UBND", issued="24/5/2023", content=known))
    assert fates(desk, one_sheet(("1", PLAN, content))) == [NEW]


def test_of_two_tasks_much_alike_none_is_guessed(desk: Desk) -> None:
    for content in (LONG, LONG.replace("các đơn vị", "đơn vị")):
        add(desk, Entry(number="25/KH-UBND", issued="24/5/2023", content=content))
    assert fates(desk, one_sheet(("1", PLAN, NEARLY))) == [NEW]


def test_other_accents_and_signs_are_the_same_task(desk: Desk) -> None:
    add(desk, Entry(number="25/KH-UBND", issued="24/5/2023", content=LONG))
    (row,) = rows_of(desk, one_sheet(("1", PLAN, LONG.replace("-", "–").upper() + ":")))
    assert (row.kind, row.duplicate_of, row.is_guess) == (SAME, 1, False)


def test_the_same_number_of_another_year_is_another_document(desk: Desk) -> None:
    add(desk, Entry(number="25/KH-UBND", issued="24/5/2022", content=OPEN[2]))
    assert fates(desk, one_sheet(OPEN)) == [NEW]


def test_a_guess_is_decided_as_it_was_whatever_was_chosen(desk: Desk) -> None:
    add(desk, Entry(number="25/KH-UBND", issued="24/5/2023", content=LONG))
    done = ("2", PLAN, NEARLY, "", "05/12/2023")
    preview = looked_at(desk, one_sheet(("1", PLAN, LONG), done))
    assert enter_import(desk, preview, [(0, 3)]).changed == (1,)
